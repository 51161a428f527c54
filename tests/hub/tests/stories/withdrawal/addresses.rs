//! Every address that is open to anybody, made from the routes of all functions: one that is added is looked at too.

use hub_tests::served::{SERVING, routes};

/// Opened by a private link, a code or a session: never kept by anybody, and asked of nobody else.
const PRIVATE: [&str; 2] = ["/manage/", "/desk"];

/// An address, and the function that answers there.
pub struct Address {
    pub function: &'static str,
    pub path: String,
}

/// All of them, for a story and an event of Scotland's week of 2026; each also with a query, which caches keep apart.
pub fn all(story: &str, event: &str) -> Vec<Address> {
    let mut all = Vec::new();
    for function in SERVING {
        for route in routes(function).into_iter().filter(|route| !PRIVATE.iter().any(|private| route.starts_with(private))) {
            let path = filled_in(&route, story, event);
            all.extend(["", "?page=1&q=Marrowfield"].map(|query| Address { function, path: format!("{path}{query}") }));
        }
    }
    all
}

fn filled_in(route: &str, story: &str, event: &str) -> String {
    let parts = route.split('/').map(|part| match part {
        "{nation}" => "scotland",
        "{year}" => "2026",
        "{number}" => "2",
        "{slug}" if route.starts_with("/stories/") => story,
        "{slug}" if route.starts_with("/events/") => event,
        unknown if unknown.starts_with('{') => panic!("say what stands for {unknown} in {route}: a withdrawn story must be gone from there"),
        word => word,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn a_route_with_a_part_that_nobody_filled_in_would_be_noticed() {
    assert_eq!(filled_in("/stories/{slug}/message", "abc", "tea"), "/stories/abc/message");
    assert!(std::panic::catch_unwind(|| filled_in("/people/{name}", "abc", "tea")).is_err());
    for function in ["site", "events", "registrations", "stories"] {
        assert!(all("abc", "tea").iter().any(|address| address.function == function), "{function}");
    }
}
