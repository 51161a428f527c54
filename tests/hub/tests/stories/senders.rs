//! What counts those who begin stories: a hash that is another one each day, beside nothing, and gone soon after (design, decision 14).

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use jiff::Timestamp;
use store::Table;
use tower::ServiceExt;

use crate::world::{World, key};

/// The attribute by which the table lets a record go.
const EXPIRES: &str = "expires";

/// Begins a story from a network address.
async fn begins(world: &World, address: [u8; 4]) {
    let stories = stories::router(stories::State::new(world.context.clone(), world.db.clone()));
    let mut request = Request::post("/share-your-story")
        .header(header::ORIGIN, "https://hub.example")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("form_key={}&website=&week=scotland%2F2026", key())))
        .unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 4711))));
    assert_eq!(stories.oneshot(request).await.unwrap().status(), StatusCode::SEE_OTHER);
}

/// The counters by their hashes: each with its window, the names of what it holds, how often, and until when.
async fn counters(world: &World) -> BTreeMap<String, (String, Vec<String>, u32, i64)> {
    let scan = world.db.client().scan().table_name(world.db.tables().name(Table::Hub)).send().await.unwrap();
    assert!(scan.last_evaluated_key().is_none());
    let mut out = BTreeMap::new();
    for item in scan.items() {
        let Some(hash) = item["pk"].as_s().unwrap().strip_prefix("RATE#story#") else { continue };
        let mut names: Vec<String> = item.keys().cloned().collect();
        names.sort();
        let number = |name: &str| item[name].as_n().unwrap().parse::<i64>().unwrap();
        let (taken, until) = (u32::try_from(number("taken")).unwrap(), number(EXPIRES));
        out.insert(hash.to_owned(), (item["sk"].as_s().unwrap().clone(), names, taken, until));
    }
    out
}

/// The hash that a sender gets at this moment, by what is new in the table.
async fn hash_of(world: &World, sender: [u8; 4]) -> String {
    let before = counters(world).await;
    begins(world, sender).await;
    begins(world, sender).await;
    let mut new = counters(world).await;
    new.retain(|hash, _| !before.contains_key(hash));
    assert_eq!(new.len(), 1, "on one day a sender is one counter");
    new.pop_first().unwrap().0
}

#[tokio::test]
async fn a_sender_has_another_hash_each_day_and_nothing_links_the_two() {
    let world = World::new().await;
    let senders: Vec<[u8; 4]> = (1..=12).map(|n| [203, 0, 113, n]).collect();
    let days: [Timestamp; 2] = ["2026-11-25T23:50:00Z", "2026-11-26T00:10:00Z"].map(|day| day.parse().unwrap());
    let mut hashes = Vec::new();
    for day in days {
        world.at(day);
        for sender in &senders {
            hashes.push(hash_of(&world, *sender).await);
        }
    }
    let all = counters(&world).await;
    assert_eq!(all.len(), 24, "twenty minutes later, on another day, every sender is somebody else");
    for (place, hash) in hashes.iter().enumerate() {
        let (window, names, taken, until) = &all[hash];
        assert_eq!((names.join(" "), *taken), (format!("{} pk sk taken", EXPIRES), 2), "a counter holds nothing but its count");
        let day = days[place / senders.len()];
        assert_eq!(*window, (day.as_second() / 3600).to_string(), "the hour is the same for everybody");
        assert!(*until - day.as_second() <= 2 * 3600, "it goes within two hours");
        let like = hashes.iter().filter(|other| other[..8] == hash[..8] || other[other.len() - 8..] == hash[hash.len() - 8..]);
        assert_eq!(like.count(), 1, "{hash} is like no other");
        for table in Table::ALL {
            let times = world.everything(table).await.matches(hash.as_str()).count();
            assert_eq!(times, usize::from(table == Table::Hub), "{table:?}: the hash stands beside no story");
        }
    }
    for table in Table::ALL {
        assert!(!world.everything(table).await.contains("203.0.113"), "{table:?} holds an address");
    }
}
