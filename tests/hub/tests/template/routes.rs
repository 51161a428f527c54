//! The gateway's routes are the routers' routes: what a function serves is sent to it, and nothing else is.

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hub_tests::TestHub;
use hub_tests::served::{SERVING, routes};
use hub_tests::template::Template;
use tower::ServiceExt;

fn in_template(function: &str) -> BTreeSet<String> {
    let events = Template::get().function(function)["Events"].as_object().into_iter().flatten();
    let routes = events.filter(|(_, e)| e["Type"] == "HttpApi" && !e["Properties"]["Path"].is_null());
    let routes = routes.map(|(name, e)| {
        assert_eq!(e["Properties"]["Method"], "ANY", "{name}: a wrong method is answered by a page, not by the gateway");
        e["Properties"]["Path"].as_str().unwrap().to_owned()
    });
    routes.collect()
}

fn routers(hub: &TestHub) -> Vec<(&'static str, Router)> {
    let (context, db) = (hub.context.clone(), hub.db.clone());
    vec![
        ("site", site::routes(site::State::new(context.clone(), db.clone()))),
        ("events", events::routes(events::State::new(context.clone(), db.clone()))),
        ("registrations", registrations::routes(registrations::State::new(context.clone(), db.clone()))),
        ("stories", stories::routes(stories::State::new(context.clone(), db.clone()))),
        ("desk", desk::routes(desk::State::new(context, &db))),
    ]
}

#[test]
fn every_route_of_a_function_is_in_the_template_and_no_other() {
    for function in SERVING {
        assert_eq!(in_template(function), routes(function), "{function}");
    }
}

#[test]
fn no_route_leads_to_two_functions() {
    let mut all = BTreeSet::new();
    for function in SERVING {
        for route in in_template(function) {
            // The gateway knows places, not their names.
            let places: Vec<_> = route.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
            assert!(all.insert(places.join("/")), "{route} of {function} is there twice");
        }
    }
}

/// Walks every path of each function. What the router doesn't know falls through to an answer that no page gives.
#[tokio::test]
async fn every_route_in_the_template_is_served_by_its_function() {
    let hub = TestHub::start().await;
    for (function, router) in routers(&hub) {
        let router = router.fallback(async || StatusCode::IM_A_TEAPOT);
        let ask = async |path: &str| {
            let request = Request::builder().uri(path).body(Body::empty()).unwrap();
            router.clone().oneshot(request).await.unwrap().status()
        };
        for route in in_template(function) {
            assert_ne!(ask(&walked(&route)).await, StatusCode::IM_A_TEAPOT, "{function} does not serve {route}");
        }
        assert_eq!(ask("/no/such/path/in/any/function").await, StatusCode::IM_A_TEAPOT, "{function}: the walk can fail");
    }
}

/// A path of this pattern.
fn walked(route: &str) -> String {
    let value = |name: &str| match name {
        "nation" => "england",
        "year" => "2026",
        "number" => "1",
        "step" => "about",
        _ => "something",
    };
    route.split('/').map(|part| part.strip_prefix('{').map_or(part, |name| value(name.trim_end_matches('}')))).collect::<Vec<_>>().join("/")
}

#[test]
fn what_nobody_serves_gets_a_page_of_site() {
    let catching = |function: &str| {
        let events = Template::get().function(function)["Events"].as_object().into_iter().flatten();
        events.filter(|(_, e)| e["Type"] == "HttpApi" && e["Properties"]["Path"].is_null()).count()
    };
    assert_eq!(SERVING.map(catching), [1, 0, 0, 0, 0]);
}
