//! The same events as data, as a feed, for search engines, and in the sitemap.

use std::collections::BTreeSet;

use domain::event::{EventPage, PublicState, When};
use hub_tests::{Page, TestHub};
use scraper::{Html, Selector};
use serde_json::Value;
use store::Tx;
use store::public::change_event;

use super::world::{WEEK, World};

fn json(page: &Page) -> Value {
    serde_json::from_slice(&page.body).unwrap()
}

/// Whether a value is what a schema says: its type, and the choices where it names them.
fn fits(value: &Value, schema: &Value) -> bool {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let types: Vec<&str> =
        schema["type"].as_str().into_iter().chain(schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str)).collect();
    let chosen = schema["enum"].as_array().is_none_or(|choices| choices.contains(value));
    let items = value.as_array().is_none_or(|all| all.iter().all(|one| fits(one, &schema["items"])));
    types.contains(&kind) && chosen && items
}

#[tokio::test]
async fn the_description_names_every_field_that_is_sent_and_no_other() {
    let world = World::with(120).await;
    let described = json(&world.get("/openapi.json").await);
    let feed = json(&world.get(&format!("{WEEK}/calendar.json")).await);
    let list = &described["paths"]["/{nation}/{year}/calendar.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
    let names = |object: &Value| object.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&feed), names(&list["properties"]));
    let event = &described["components"]["schemas"]["Event"];
    for one in feed["events"].as_array().unwrap() {
        assert_eq!(names(one), names(&event["properties"]));
        for (name, value) in one.as_object().unwrap() {
            assert!(fits(value, &event["properties"][name]), "{name}: {value} is not {}", event["properties"][name]);
        }
    }
    let shared = world.get("/openapi.json").await;
    assert_eq!(shared.header("access-control-allow-origin").as_deref(), Some("*"));
}

/// Every filter of the description narrows the feed, so that none is described that isn't there.
#[tokio::test]
async fn every_filter_of_the_description_is_one_that_the_feed_knows() {
    let world = World::with(200).await;
    let described = json(&world.get("/openapi.json").await);
    let filters = described["paths"]["/{nation}/{year}/calendar.json"]["get"]["parameters"].as_array().unwrap();
    let asked = filters.iter().filter(|p| p["in"] == "query" && p["name"] != "page" && p["name"] != "order");
    let form = world.get(&format!("{WEEK}/calendar")).await;
    for filter in asked {
        let name = filter["name"].as_str().unwrap();
        let schema = if filter["schema"]["type"] == "array" { &filter["schema"]["items"] } else { &filter["schema"] };
        let value = match name {
            "q" => "zzzz".to_owned(),
            "day" => "2026-11-25".to_owned(),
            "question" => "1".to_owned(),
            _ => schema["enum"][0].as_str().unwrap().to_owned(),
        };
        let total = json(&world.get(&format!("{WEEK}/calendar.json?{name}={value}")).await)["total"].as_u64().unwrap();
        assert!(total < 200, "{name}={value} narrows");
        assert!(!form.select(&format!("form.filters [name={name}]")).is_empty(), "{name} is in the form too");
    }
}

#[tokio::test]
async fn the_feed_of_new_events_begins_with_the_newest_and_keeps_their_names() {
    let world = World::with(130).await;
    let page = world.get(&format!("{WEEK}/calendar.atom")).await;
    assert!(page.header("content-type").unwrap().starts_with("application/atom+xml"));
    let feed = Html::parse_fragment(&page.html());
    let all = |css: &str| feed.select(&Selector::parse(css).unwrap()).map(|e| e.text().collect::<String>()).collect::<Vec<_>>();
    assert_eq!(all("entry").len(), 100, "at most a hundred");
    let published = all("entry published");
    assert!(published.iter().rev().is_sorted(), "{published:?}");
    let newest = &world.events.last().unwrap().page;
    assert!(all("entry id")[0].ends_with(&format!(",2026:event/{}", newest.id)));
    let cancelled = if newest.state == PublicState::Cancelled { "Cancelled: " } else { "" };
    assert_eq!(all("entry title")[0], format!("{cancelled}{}", newest.title));
    assert!(all("entry summary")[0].contains(&newest.host));
    let online = world.get(&format!("{WEEK}/calendar.atom?q=zzzz")).await;
    assert!(!online.html().contains("<entry>") && online.html().contains("<updated>"), "an empty feed is a feed");
}

#[tokio::test]
async fn every_page_names_its_other_formats_and_they_are_there() {
    let world = World::with(60).await;
    let event = world.events.iter().find(|one| one.page.when.start().is_some()).unwrap().page.path();
    for path in [WEEK.to_owned(), format!("{WEEK}/calendar?access=bsl"), event] {
        let page = world.get(&path).await;
        let others = page.attributes("link[rel=alternate]", "href");
        assert!(others.len() >= 4, "{path}: {others:?}");
        let kinds = page.attributes("link[rel=alternate]", "type");
        for (other, kind) in others.iter().zip(kinds) {
            let there = world.get(other).await;
            assert!(there.header("content-type").unwrap().starts_with(&kind), "{other} is {kind}");
        }
        let filtered = others.iter().filter(|other| other.contains("access=bsl")).count();
        assert_eq!(filtered, if path.contains('?') { 3 } else { 0 }, "{others:?}");
    }
}

#[tokio::test]
async fn search_engines_and_previews_learn_the_true_state() {
    let world = World::with(80).await;
    for one in &world.events {
        let page = world.get(&one.page.path()).await;
        let facts: Value = serde_json::from_str(&page.first("script[type='application/ld+json']").unwrap()).unwrap();
        let cancelled = one.page.state == PublicState::Cancelled;
        assert_eq!(facts["eventStatus"], if cancelled { "https://schema.org/EventCancelled" } else { "https://schema.org/EventScheduled" });
        let mode = match one.page.format.value() {
            "in-person" => "OfflineEventAttendanceMode",
            "hybrid" => "MixedEventAttendanceMode",
            _ => "OnlineEventAttendanceMode",
        };
        assert_eq!(facts["eventAttendanceMode"], format!("https://schema.org/{mode}"));
        assert!(!facts["location"].as_array().unwrap().is_empty(), "somewhere it is: {facts}");
        let of = |name: &str| page.attributes(&format!("meta[property='og:{name}']"), "content");
        assert_eq!(of("title").len(), 1);
        assert_eq!(of("image")[0], world.hub.origin, "the picture's address is whole; this hub has no bundle, so no name");
        assert_eq!(of("url"), [format!("{}{}", world.hub.origin, one.page.path())]);
        assert!(of("title")[0].contains(&one.page.title) && of("description")[0].contains(&one.page.summary));
        assert_eq!(of("title")[0].starts_with("Cancelled: "), cancelled);
    }
}

#[tokio::test]
async fn every_kind_of_page_that_people_pass_on_has_a_title_a_sentence_a_picture_and_its_address_for_previews() {
    let hub = TestHub::with_demonstration().await;
    let story = hub.get("/demo/2026/stories").await.attributes("main a[href^='/stories/']", "href").remove(0);
    for path in ["/", "/weeks", "/demo/2026", "/demo/2026/calendar", "/demo/2026/stories", "/demo/2026/questions/1", &story] {
        let page = hub.get(path).await.expect_status(200);
        let of = |name: &str| page.attributes(&format!("meta[property='og:{name}']"), "content");
        for name in ["title", "description", "image", "image:alt"] {
            let [words] = &of(name)[..] else { panic!("{path}: {name} is there once") };
            assert!(!words.is_empty(), "{path}: {name}");
        }
        let address = format!("{}{path}", hub.origin);
        assert_eq!((of("url"), page.attributes("link[rel=canonical]", "href")), (vec![address.clone()], vec![address]), "{path}");
        assert!(page.first("title").unwrap().starts_with(&of("title")[0]), "{path}");
    }
}

#[tokio::test]
async fn the_sitemap_names_what_is_there_and_only_that() {
    let world = World::with(40).await;
    let sitemap = Html::parse_fragment(&world.get("/sitemap.xml").await.html());
    let places: Vec<String> = sitemap.select(&Selector::parse("loc").unwrap()).map(|e| e.text().collect()).collect();
    for one in &world.events {
        assert!(places.contains(&format!("{}{}", world.hub.origin, one.page.path())));
    }
    for place in places.iter().filter(|place| !place.contains("/events/example-")) {
        world.get(place.strip_prefix(&world.hub.origin).unwrap()).await;
    }
    assert!(!places.iter().any(|place| place.contains("/demo/") || place.contains("/manage") || place.contains("/desk")));
}

/// Search engines take a time without an offset for their own zone's, and one with the winter's for an hour too late.
#[tokio::test]
async fn times_for_search_engines_carry_the_offset_that_british_clocks_have_on_that_day() {
    let world = World::with(20).await;
    let page = world.events.iter().find(|one| one.page.when.start().is_some()).unwrap().page.clone();
    let days = [
        ("2026-03-29T00:30:00Z", "2026-03-29T02:30:00Z", "00:30:00+00:00", "03:30:00+01:00"),
        ("2026-07-08T09:00:00Z", "2026-07-08T10:30:00Z", "10:00:00+01:00", "11:30:00+01:00"),
        ("2026-11-25T10:00:00Z", "2026-11-25T11:30:00Z", "10:00:00+00:00", "11:30:00+00:00"),
    ];
    for (n, (start, end, starts, ends)) in (1..).zip(days) {
        let when = When::Timed { start: start.parse().unwrap(), end: end.parse().unwrap(), zone: "Europe/London".into(), further: Vec::new() };
        let mut tx = Tx::new(&world.hub.db);
        change_event(&mut tx, &EventPage { when, sequence: n, ..page.clone() });
        tx.commit().await.unwrap();
        world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
        let shown = world.get(&page.path()).await;
        let facts: Value = serde_json::from_str(&shown.first("script[type='application/ld+json']").unwrap()).unwrap();
        let day = &start[..10];
        assert_eq!((&facts["startDate"], &facts["endDate"]), (&format!("{day}T{starts}").into(), &format!("{day}T{ends}").into()), "{facts}");
    }
}
