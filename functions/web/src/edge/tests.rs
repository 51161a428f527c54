use axum::body::Body;
use axum::routing::get;
use http_body_util::BodyExt;
use lambda_http::request::RequestContext;
use tower::ServiceExt;

use super::*;
use crate::context::tests::context;
use crate::sender::Sender;

const RIGHT: (&str, &str) = ("x-hub-edge", "the secret that the edge knows");

async fn who(sender: Sender) -> String {
    sender.hash(&context(), "test")
}

/// What a request from 192.0.2.1, as the platform says, is answered with these headers on it.
async fn ask(secrets: &[&str], headers: &[(&str, &str)]) -> (StatusCode, String) {
    let edge = Edge::new(secrets.iter().map(|s| s.as_bytes().to_vec()).collect());
    let routes = guard(edge, Router::new().route("/", get(who)));
    let mut request = http::Request::builder().uri("/");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    let platform = serde_json::json!({ "http": { "method": "GET", "sourceIp": "192.0.2.1" }, "timeEpoch": 0 });
    request.extensions_mut().insert(RequestContext::ApiGatewayV2(serde_json::from_value(platform).unwrap()));
    let answer = routes.oneshot(request).await.unwrap();
    let status = answer.status();
    (status, String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

#[tokio::test]
async fn no_header_of_the_sender_s_own_making_changes_who_they_are() {
    let (_, plain) = ask(&[], &[]).await;
    for forged in ["x-forwarded-for", "cloudfront-viewer-address", "x-real-ip", "forwarded", "true-client-ip"] {
        assert_eq!(ask(&[], &[(forged, "198.51.100.7:1234")]).await.1, plain, "{forged}");
    }
    // Also through the edge, which puts the platform's word into one header and passes the others on as they came.
    let viewer = ("cloudfront-viewer-address", "203.0.113.9:5000");
    let (_, through) = ask(&[RIGHT.1], &[RIGHT, viewer]).await;
    assert_eq!(ask(&[RIGHT.1], &[RIGHT, viewer, ("x-forwarded-for", "198.51.100.7")]).await.1, through);
}

#[tokio::test]
async fn behind_the_edge_two_senders_are_two_whatever_their_port() {
    let at = async |address| ask(&[RIGHT.1], &[RIGHT, ("cloudfront-viewer-address", address)]).await;
    let (status, one) = at("203.0.113.9:5000").await;
    assert_eq!(status, 200);
    assert_eq!(at("203.0.113.9:6000").await.1, one);
    assert_ne!(at("203.0.113.10:5000").await.1, one);
    let six = at("2001:db8::1:443").await.1;
    assert_eq!(at("2001:db8::1:444").await.1, six);
    assert_ne!(at("2001:db8::2:443").await.1, six);
}

#[tokio::test]
async fn what_did_not_come_through_the_edge_is_refused_and_an_older_secret_still_counts() {
    let secrets = [RIGHT.1, "the one before"];
    for headers in [vec![], vec![("x-hub-edge", "")], vec![("x-hub-edge", "the secret that the edge knew")], vec![("x-forwarded-for", RIGHT.1)]] {
        assert_eq!(ask(&secrets, &headers).await.0, 403, "{headers:?}");
    }
    let (_, page) = ask(&secrets, &[]).await;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("press Back") && page.contains("the hub's own address"), "{page}");
    assert_eq!(ask(&secrets, &[RIGHT]).await.0, 200);
    assert_eq!(ask(&secrets, &[("x-hub-edge", "the one before")]).await.0, 200);
    assert_eq!(ask(&[], &[]).await.0, 200, "without a secret there is no edge to ask for");
}
