//! A cache in front of the functions, which keeps each answer for as long as its headers say and not a second longer. Where the functions
//! fail it shows what it kept before, unless that said it must not.

use std::collections::HashMap;
use std::sync::Arc;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use hub_tests::proxy::{Faults, Proxy, Rules};
use jiff::{SignedDuration, Timestamp};
use store::Db;
use tower::ServiceExt;

use super::addresses::Address;
use crate::world::{World, engine};

/// By this an answer says that no error may bring it back.
const NOT_ON_ERRORS: &str = "stale-if-error=0";

pub struct Edge {
    functions: HashMap<&'static str, Router>,
    kept: HashMap<String, Kept>,
    /// What goes wrong between the functions and their records, where somebody arms it.
    pub faults: Arc<Faults>,
    /// It shows what it kept on errors, whatever pages say.
    pub deaf: bool,
    _way: Proxy,
}

struct Kept {
    until: Timestamp,
    /// Whether it may be shown later too, where the functions fail.
    on_errors: bool,
    answer: String,
}

impl Edge {
    /// In front of everything that answers without a session.
    pub async fn before(world: &World) -> Self {
        let faults = Arc::new(Faults::default());
        let way = Proxy::before(&engine(), Rules { faults: Some(faults.clone()), ..Rules::default() }).await.unwrap();
        // What goes wrong here goes wrong for good: nobody waits for another try.
        let client = local::client::at(&way.endpoint());
        let once = client.config().to_builder().retry_config(RetryConfig::disabled()).build();
        let (context, db) = (&world.context, Db::new(Client::from_conf(once), world.db.tables().clone()));
        let functions = HashMap::from([
            ("site", site::router(site::State::new(context.clone(), db.clone()))),
            ("events", events::router(events::State::new(context.clone(), db.clone()))),
            ("registrations", registrations::router(registrations::State::new(context.clone(), db.clone()))),
            ("stories", stories::router(stories::State::new(context.clone(), db.clone()))),
        ]);
        Self { functions, kept: HashMap::new(), faults, deaf: false, _way: way }
    }

    /// What a reader gets at an address: its status, its headers and its body.
    pub async fn get(&mut self, address: &Address, now: Timestamp) -> String {
        if let Some(kept) = self.kept.get(&address.path).filter(|kept| now < kept.until) {
            return kept.answer.clone();
        }
        let function = self.functions.get(address.function).unwrap_or_else(|| panic!("{} is no function of this cache", address.function));
        let response = function.clone().oneshot(Request::get(&address.path).body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let answer = format!("{} {:?} {}", parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&body));
        let control = parts.headers.get(header::CACHE_CONTROL).map_or("", |control| control.to_str().unwrap());
        let (long, said) = (seconds(control), of_later(control));
        let wanted = if long.is_zero() { vec![] } else { vec![NOT_ON_ERRORS] };
        assert_eq!(said, wanted, "{}: nothing may be shown when it is over: {control}", address.path);
        if parts.status.is_server_error()
            && let Some(kept) = self.kept.get(&address.path).filter(|kept| kept.on_errors)
        {
            return kept.answer.clone();
        }
        self.kept.remove(&address.path);
        if !long.is_zero() {
            let on_errors = self.deaf || !said.contains(&NOT_ON_ERRORS);
            self.kept.insert(address.path.clone(), Kept { until: now + long, on_errors, answer: answer.clone() });
        }
        answer
    }
}

/// For how long an answer may be kept: what is meant for caches that many share, else what is meant for all.
fn seconds(control: &str) -> SignedDuration {
    let of = |name: &str| control.split(',').find_map(|part| part.trim().strip_prefix(name)?.parse().ok());
    let private = control.contains("no-store") || control.contains("private");
    let long = of("s-maxage=").or_else(|| of("max-age=")).filter(|_| !private);
    SignedDuration::from_secs(long.unwrap_or(0))
}

/// What an answer says of itself when its time is over.
fn of_later(control: &str) -> Vec<&str> {
    control.split(',').map(str::trim).filter(|part| part.starts_with("stale-")).collect()
}

#[test]
fn it_keeps_what_the_headers_allow() {
    let cases = [("public, max-age=0, s-maxage=20", 20), ("max-age=60", 60), ("no-store", 0), ("private, max-age=60", 0), ("", 0)];
    for (control, long) in cases {
        assert_eq!(seconds(control), SignedDuration::from_secs(long), "{control}");
    }
    assert_eq!(of_later("public, s-maxage=20, stale-if-error=0, stale-while-revalidate=9"), ["stale-if-error=0", "stale-while-revalidate=9"]);
}
