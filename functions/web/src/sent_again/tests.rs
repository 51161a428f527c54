use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::StatusCode;
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::*;
use crate::context::tests::context;
use crate::finish;

const TYPED: &str = "form_key=abc&website=&step=send&act=ask&code=123456&contact_name=Ann&words=One%0D%0A%0D%0A++two+%3Cb%3E+%22three%22&needs=bsl&needs=captions&empty=";

fn closed() -> Problem {
    Problem::NotNow { heading: "Booking is closed".into(), words: "Ask the host.".into(), way_on: None, demonstration: false }
}

async fn ask(method: &str, path: &str, body: &str) -> (StatusCode, http::HeaderMap, String) {
    let routes = Router::new()
        .route("/busy", get(async || Problem::Busy).post(async || Problem::Busy))
        .route("/away", get(async || Problem::Unavailable).post(async || Problem::Unavailable))
        .route("/breaks", get(async || Problem::Fault).post(async || -> &'static str { panic!("on purpose") }))
        .route("/often", get(async || Problem::TooMany).post(async || Problem::TooMany))
        .route("/wrong", get(async || Problem::NotFound).post(async || Problem::FormUsed))
        .route("/closed", get(async || closed()).post(async || closed()))
        .route("/stale", get(async || Problem::LinkStale).post(async || Problem::LinkStale))
        .route("/nowhere", get(async || Problem::NotFound).post(async || Problem::NotFound))
        .route("/taken", get(async || "page").post(async |form: Form| form.answers.get("words").to_owned()));
    let request = http::Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body.to_owned())).unwrap();
    let (parts, body) = finish(&context(), routes).oneshot(request).await.unwrap().into_parts();
    (parts.status, parts.headers, String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

#[tokio::test]
async fn a_form_that_meets_a_fault_of_ours_comes_back_with_every_field_and_a_button() {
    for (path, status) in [("/busy", 503), ("/away", 503), ("/breaks", 500), ("/often", 429)] {
        let address = format!("{path}?from=check&q=a");
        let (got, headers, page) = ask("POST", &address, TYPED).await;
        assert_eq!(got.as_u16(), status, "{path}");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers.get("retry-after").is_some(), status == 503, "{path}");
        for kept in [
            &format!("action=\"{path}?from=check&amp;q=a\"")[..],
            "name=\"form_key\" value=\"abc\"",
            "name=\"step\" value=\"send\"",
            "name=\"act\" value=\"ask\"",
            "name=\"code\" value=\"123456\"",
            "name=\"contact_name\" value=\"Ann\"",
            "name=\"needs\" value=\"bsl\"",
            "name=\"needs\" value=\"captions\"",
            "name=\"empty\" value=\"\"",
            ">\nAnn<",
            "One\r\n\r\n  two &lt;b> \"three\"<",
            "Send it again",
        ] {
            assert!(page.contains(kept), "{kept} is not on the page of {path}:\n{page}");
        }
        assert!(page.contains("name=\"words\" value=\"One\r\n\r\n  two ") && page.contains("&quot;three&quot;\""), "{page}");
        assert!(!page.contains(">\n123456<") && !page.contains("Press Back"), "a code is on no screen:\n{page}");
    }
}

#[tokio::test]
async fn of_a_form_that_came_at_the_wrong_time_what_was_typed_can_be_copied() {
    for (path, status) in [("/closed", 200), ("/wrong", 409), ("/stale", 403)] {
        let (got, headers, page) = ask("POST", path, TYPED).await;
        assert_eq!((got.as_u16(), &headers["cache-control"]), (status, &http::HeaderValue::from_static("no-store")), "{path}");
        for kept in ["What you typed", "Contact name", ">\nAnn<", "One\r\n\r\n  two &lt;b> \"three\"<", "bsl\ncaptions"] {
            assert!(page.contains(kept), "{kept} is not on the page of {path}:\n{page}");
        }
        assert!(!page.contains("123456") && !page.contains("Send it again"), "{path}:\n{page}");
        let (_, _, page) = ask("GET", path, "").await;
        assert!(!page.contains("What you typed"), "nobody typed anything: {page}");
    }
    let (_, _, page) = ask("POST", "/closed", "form_key=abc&act=came&who=6f2k&q=ann&seen=1&website=").await;
    assert!(!page.contains("What you typed"), "a button alone is no text: {page}");
    let (_, _, page) = ask("POST", "/nowhere", TYPED).await;
    assert!(!page.contains("What you typed"), "no form of ours leads there: {page}");
}

#[tokio::test]
async fn what_is_no_fault_of_ours_and_what_is_no_form_are_as_before() {
    let (status, headers, page) = ask("GET", "/away", "").await;
    assert_eq!((status.as_u16(), headers["retry-after"].to_str().unwrap()), (503, "60"));
    assert!(!page.contains("<form class=\"form\"") && page.contains("This part of the site is not working"), "{page}");
    let (status, _, page) = ask("POST", "/wrong", TYPED).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(!page.contains("Send it again"), "{page}");
    let (status, _, taken) = ask("POST", "/taken", TYPED).await;
    assert_eq!((status, taken.as_str()), (StatusCode::OK, "One\r\n\r\n  two <b> \"three\""), "the form reaches its handler whole");
    let (status, ..) = ask("POST", "/taken", &format!("words={}", "x".repeat(form::MOST_BYTES))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}
