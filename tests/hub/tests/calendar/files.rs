//! The rules of calendar files (conventions.md §5a), each read back by another library than the one that writes them.

use std::collections::BTreeSet;

use domain::event::{EventPage, PublicState, When};
use hub_tests::TestHub;
use hub_tests::walk::registered;
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use store::Tx;
use store::public::change_event;

use super::world::{WEEK, World};

/// The one calendar that a file holds.
fn read(bytes: &[u8]) -> IcalCalendar {
    let mut all: Vec<_> = IcalParser::new(bytes).map(|calendar| calendar.expect("a calendar that can be read")).collect();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn value<'a>(event: &'a IcalEvent, name: &str) -> &'a str {
    let found: Vec<_> = event.properties.iter().filter(|p| p.name == name).collect();
    assert_eq!(found.len(), 1, "{name} is there once");
    found[0].value.as_deref().unwrap_or_default()
}

fn of_calendar(calendar: &IcalCalendar, name: &str) -> Option<String> {
    calendar.properties.iter().find(|p| p.name == name).and_then(|p| p.value.clone())
}

/// The names of the events in a calendar file.
fn uids(calendar: &IcalCalendar) -> BTreeSet<String> {
    calendar.events.iter().map(|event| value(event, "UID").to_owned()).collect()
}

async fn file(world: &World, path: &str) -> IcalCalendar {
    read(&world.get(path).await.body)
}

fn timed(world: &World) -> EventPage {
    world.events.iter().find(|one| one.page.when.start().is_some() && one.page.state == PublicState::Listed).unwrap().page.clone()
}

/// The event's entry in its own file, and the same entry in the week's.
async fn both(world: &World, page: &EventPage) -> (IcalEvent, IcalEvent) {
    let own = file(world, &format!("{}.ics", page.path())).await.events.remove(0);
    let all = file(world, &format!("{WEEK}/calendar.ics")).await.events;
    let same = all.into_iter().find(|event| value(event, "UID") == value(&own, "UID")).expect("it is in the week's calendar");
    (own, same)
}

async fn write(world: &World, page: &EventPage) {
    let mut tx = Tx::new(&world.hub.db);
    change_event(&mut tx, page);
    tx.commit().await.unwrap();
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
}

#[tokio::test]
async fn one_name_for_an_event_in_its_file_the_feed_the_data_and_the_mail() {
    let hub = TestHub::with_demonstration().await;
    let data: serde_json::Value = serde_json::from_slice(&hub.get("/demo/2026/calendar.json?places=yes").await.body).unwrap();
    let takes = |event: &&serde_json::Value| event["places_left"].as_u64().is_some_and(|free| free > 3) && event["format"] == "in-person";
    let event = data["events"].as_array().unwrap().iter().find(takes).expect("an event with places");
    let path = event["url"].as_str().unwrap().strip_prefix(&hub.origin).unwrap().to_owned();
    let uid = event["uid"].as_str().unwrap();

    let own = read(&hub.get(&format!("{path}.ics")).await.body);
    let week = read(&hub.get("/demo/2026/calendar.ics").await.body);
    assert_eq!(value(&own.events[0], "UID"), uid);
    assert!(uids(&week).contains(uid));
    let person = registered(&hub, &path, "Ann Example", "ann@example.org").await;
    let mine = person.get(&format!("{}/calendar.ics", person.home)).await.expect_status(200);
    assert_eq!(value(&read(&mine.body).events[0], "UID"), uid);
    let mails = hub.mails_to("ann@example.org");
    let bodies = mails.iter().flat_map(|mail| &mail.attachments).map(|file| file.body.clone()).chain([mine.html()]);
    for file in bodies.map(|body| body.replace("\r\n ", "")) {
        let private = ["/manage/", "Ann Example", "ann@example.org"].into_iter().find(|private| file.contains(private));
        assert_eq!(private, None, "people share their calendars, so that not even their own file has it:\n{file}");
    }
    let attached = mails.iter().flat_map(|mail| &mail.attachments).map(|file| read(file.body.as_bytes())).collect::<Vec<_>>();
    assert!(!attached.is_empty() && attached.iter().all(|calendar| value(&calendar.events[0], "UID") == uid), "{attached:?}");
}

#[tokio::test]
async fn every_change_raises_sequence_and_last_modified_and_a_cancelled_event_stays_and_says_so() {
    let world = World::with(30).await;
    let page = timed(&world);
    let (own, same) = both(&world, &page).await;
    assert_eq!((value(&own, "SEQUENCE"), value(&same, "SEQUENCE")), ("0", "0"));

    // Only the venue's words change: calendars would keep the old ones without a higher number.
    let later = page.changed + jiff::SignedDuration::from_hours(1);
    let changed = EventPage { platform: Some("By telephone".into()), host: "Another host".into(), sequence: 1, changed: later, ..page.clone() };
    write(&world, &changed).await;
    let (own_after, same_after) = both(&world, &page).await;
    assert!(value(&own_after, "LAST-MODIFIED") > value(&own, "LAST-MODIFIED"));
    assert_eq!((value(&own_after, "SEQUENCE"), value(&same_after, "SEQUENCE")), ("1", "1"));
    assert_eq!(value(&own_after, "UID"), value(&own, "UID"));

    write(&world, &EventPage { state: PublicState::Cancelled, sequence: 2, ..changed }).await;
    let (own, same) = both(&world, &page).await;
    for entry in [&own, &same] {
        assert_eq!((value(entry, "STATUS"), value(entry, "SEQUENCE")), ("CANCELLED", "2"));
        assert!(value(entry, "SUMMARY").starts_with("CANCELLED: "), "{}", value(entry, "SUMMARY"));
    }
    let shown = world.get(&page.path()).await;
    assert!(shown.text().contains("Cancelled"));
    world.hub.clock.set("2027-11-20T09:00:00Z".parse().unwrap());
    let (_, a_year_later) = both(&world, &page).await;
    assert_eq!(value(&a_year_later, "STATUS"), "CANCELLED", "who has not asked for weeks learns of it too");
}

#[tokio::test]
async fn times_are_utc_and_no_entry_is_for_a_whole_day() {
    let world = World::with(60).await;
    let calendar = file(&world, &format!("{WEEK}/calendar.ics")).await;
    assert!(calendar.timezones.is_empty(), "UTC needs none");
    for event in &calendar.events {
        for name in ["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"] {
            let moment = value(event, name);
            assert!(moment.len() == 16 && moment.ends_with('Z') && moment.as_bytes()[8] == b'T', "{name} {moment}");
            assert!(event.properties.iter().filter(|p| p.name == name).all(|p| p.params.is_none()), "{name} has no zone and no day");
        }
        assert!(value(event, "DTEND") > value(event, "DTSTART"));
    }
    let by_uid = |page: &EventPage| calendar.events.iter().find(|e| value(e, "UID").starts_with(page.id.as_str()));
    for page in world.events.iter().map(|one| &one.page) {
        match &page.when {
            When::AnyTime => assert!(by_uid(page).is_none(), "what has no time has no entry"),
            When::Timed { start, .. } => {
                assert_eq!(value(by_uid(page).unwrap(), "DTSTART"), start.strftime("%Y%m%dT%H%M%SZ").to_string());
            }
        }
    }
}

#[tokio::test]
async fn the_feed_has_the_filters_on_screen_in_order_of_time_and_a_name_that_says_them() {
    let world = World::with(150).await;
    let all = file(&world, &format!("{WEEK}/calendar.ics")).await;
    let some = file(&world, &format!("{WEEK}/calendar.ics?access=bsl&format=online")).await;
    let starts: Vec<_> = all.events.iter().map(|event| value(event, "DTSTART")).collect();
    assert!(starts.is_sorted());
    let data = world.data("access=bsl&format=online").await;
    assert!(!some.events.is_empty() && some.events.len() < all.events.len());
    let named: BTreeSet<String> = uids(&some).into_iter().map(|uid| uid.split('@').next().unwrap().to_owned()).collect();
    assert!(named.is_subset(&data) && data.difference(&named).count() <= world.events.len() / 10, "only what has no time is missing");
    for property in ["X-WR-CALNAME", "NAME"] {
        assert_eq!(of_calendar(&some, property).as_deref(), Some("Co-production Week: Scotland 2026: online\\, BSL interpreter"), "{property}");
    }
    assert_eq!(of_calendar(&all, "METHOD").as_deref(), Some("PUBLISH"));
    assert_eq!(of_calendar(&all, "REFRESH-INTERVAL").as_deref(), Some("PT1H"));
    assert_eq!(of_calendar(&all, "X-PUBLISHED-TTL").as_deref(), Some("PT1H"));
    assert!(all.events.iter().all(|event| !value(event, "CATEGORIES").is_empty() && value(event, "URL").starts_with(&world.hub.origin)));
}

#[tokio::test]
async fn no_way_to_join_no_private_address_and_no_access_need_is_in_any_file() {
    let world = World::with(150).await;
    let page = world.get(&format!("{WEEK}/calendar.ics")).await;
    let text = page.html().replace("\r\n ", "");
    for private in ["private-canary", "/manage/", "Ann Example", "ann@example.org", "BSL"] {
        assert!(!text.contains(private), "{private}");
    }
    for hidden in world.events.iter().filter(|one| one.page.venue_private) {
        if hidden.page.when.start().is_some() {
            let own = file(&world, &format!("{}.ics", hidden.page.path())).await;
            assert!(!value(&own.events[0], "LOCATION").contains("Example Hall"));
        }
    }
    for property in ["GEO", "IMAGE", "CONFERENCE"] {
        assert!(!text.lines().any(|line| line.starts_with(property)), "the README says why there is no {property}");
    }
    assert!(!text.contains("VALUE=DATE"), "no entry is a whole day: an event has its hours");
}

#[tokio::test]
async fn lines_end_as_they_must_are_at_most_75_octets_and_a_program_that_has_the_file_is_not_sent_it_again() {
    let world = World::with(60).await;
    let path = format!("{WEEK}/calendar.ics");
    let page = world.get(&path).await;
    let text = page.html();
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert!(page.header("content-type").unwrap().starts_with("text/calendar; charset=utf-8"));
    let tag = page.header("etag").expect("a tag");
    let browser = world.hub.browser();
    let again = |tag: &str| browser.send(browser.request("GET".parse().unwrap(), &path).header("if-none-match", tag));
    let same = again(&tag).await;
    assert_eq!((same.status.as_u16(), same.body.len()), (304, 0));
    let mut changed = timed(&world);
    changed.sequence += 1;
    write(&world, &changed).await;
    assert_eq!(again(&tag).await.status.as_u16(), 200);
}
