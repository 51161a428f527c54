use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use domain::time::SystemClock;
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::*;
use crate::context::{Keys, SystemRandom};
use crate::finish;

fn hub(read_only: bool) -> Router {
    let mut settings = crate::context::tests::context().settings().clone();
    settings.read_only = read_only;
    let keys = Keys { links: vec![vec![7; 32]], contacts: vec![8; 32] };
    let context = Context::new(settings, keys, Arc::new(SystemClock), Arc::new(SystemRandom));
    let of_handler = context.clone();
    let page = async move || private_page(&of_handler, StatusCode::OK, Shell::default(), || "the form");
    finish(&context, Router::new().route("/form", get(page).post(async || "taken")))
}

async fn ask(hub: &Router, method: &str, body: &str) -> (StatusCode, http::HeaderMap, String) {
    let request = http::Request::builder().method(method).uri("/form").header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body.to_owned())).unwrap();
    let (parts, body) = hub.clone().oneshot(request).await.unwrap().into_parts();
    (parts.status, parts.headers, String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

#[tokio::test]
async fn a_form_that_is_sent_comes_back_whole_and_is_not_taken() {
    let body =
        "form_key=abc&website=&step=send&code=123456&contact_name=Ann&description=One%0D%0A%0D%0A++two+%3Cb%3E&needs=bsl&needs=captions&empty=";
    let (status, headers, page) = ask(&hub(true), "POST", body).await;
    assert_eq!(status, 503);
    assert_eq!((&headers["retry-after"], &headers["cache-control"]), (&AGAIN, &HeaderValue::from_static("no-store")));
    for kept in ["Contact name", ">\nAnn<", "One\r\n\r\n  two &lt;b>", "bsl\ncaptions"] {
        assert!(page.contains(kept), "{kept} is not on:\n{page}");
    }
    for hidden in ["123456", "taken", "form_key", "Website", "Empty"] {
        assert!(!page.contains(hidden), "{hidden} is on:\n{page}");
    }
    let (status, _, taken) = ask(&hub(false), "POST", body).await;
    assert_eq!((status, taken.as_str()), (StatusCode::OK, "taken"), "otherwise it is taken");
}

#[tokio::test]
async fn forms_say_so_before_anybody_types() {
    let (status, _, page) = ask(&hub(true), "GET", "").await;
    assert!(status.is_success() && page.contains("the form") && page.contains("can’t send forms now"), "{page}");
    assert!(!ask(&hub(false), "GET", "").await.2.contains("can’t send forms now"));
}
