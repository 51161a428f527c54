//! A cache in front of the functions, which keeps each answer for as long as its headers say and not a second longer.

use std::collections::HashMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use tower::ServiceExt;

use super::addresses::Address;
use crate::world::World;

pub struct Edge {
    functions: HashMap<&'static str, Router>,
    kept: HashMap<String, (Timestamp, String)>,
}

impl Edge {
    /// In front of everything that answers without a session.
    pub fn before(world: &World) -> Self {
        let (context, db) = (&world.context, &world.db);
        let functions = HashMap::from([
            ("site", site::router(site::State::new(context.clone(), db.clone()))),
            ("events", events::router(events::State::new(context.clone(), db.clone()))),
            ("registrations", registrations::router(registrations::State::new(context.clone(), db.clone()))),
            ("stories", stories::router(stories::State::new(context.clone(), db.clone()))),
        ]);
        Self { functions, kept: HashMap::new() }
    }

    /// What a reader gets at an address: its status, its headers and its body.
    pub async fn get(&mut self, address: &Address, now: Timestamp) -> String {
        if let Some((until, answer)) = self.kept.get(&address.path)
            && now < *until
        {
            return answer.clone();
        }
        let function = self.functions.get(address.function).unwrap_or_else(|| panic!("{} is no function of this cache", address.function));
        let response = function.clone().oneshot(Request::get(&address.path).body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let answer = format!("{} {:?} {}", parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&body));
        let control = parts.headers.get(header::CACHE_CONTROL).map_or("", |control| control.to_str().unwrap());
        assert!(!control.contains("stale"), "{}: nothing may be shown when it is over: {control}", address.path);
        self.kept.insert(address.path.clone(), (now + seconds(control), answer.clone()));
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

#[test]
fn it_keeps_what_the_headers_allow() {
    let cases = [("public, max-age=0, s-maxage=20", 20), ("max-age=60", 60), ("no-store", 0), ("private, max-age=60", 0), ("", 0)];
    for (control, long) in cases {
        assert_eq!(seconds(control), SignedDuration::from_secs(long), "{control}");
    }
}
