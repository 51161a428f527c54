//! The ways of one event into somebody's own calendar.

use domain::access::{AccessFact, YesNo};
use domain::event::{BslHow, EventPage, Interpreting, PublicState};
use hub_tests::many::Many;
use store::Tx;
use store::public::change_event;

use super::world::{WEEK, World};

const WAYS: &str = ".ways-in ul a";

/// What a query says under a name.
fn said(address: &str, name: &str) -> String {
    let query = address.split_once('?').unwrap().1;
    form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name} in {address}")).1.into_owned()
}

#[tokio::test]
async fn an_event_leads_into_four_calendars_with_nothing_that_its_page_does_not_say() {
    let world = World::with(60).await;
    let fits = |page: &&EventPage| page.when.start().is_some() && page.state == PublicState::Listed;
    let event = world.events.iter().map(|one| &one.page).find(fits).unwrap();
    let page = world.get(&event.path()).await;
    let ways = page.attributes(WAYS, "href");
    let [google, outlook, webcal, file] = &ways[..] else { panic!("four ways: {ways:?}") };
    let address = format!("{}{}.ics", world.hub.origin, event.path());
    let [start, end] = [event.when.start(), event.when.end()].map(|at| at.unwrap().strftime("%Y%m%dT%H%M%SZ").to_string());
    assert!(google.starts_with("https://calendar.google.com/calendar/render?") && said(google, "action") == "TEMPLATE");
    assert_eq!((said(google, "text"), said(google, "dates")), (event.title.clone(), format!("{start}/{end}")));
    assert!(outlook.starts_with("https://outlook.live.com/calendar/"), "{outlook}");
    assert_eq!(said(outlook, "subject"), event.title);
    assert_eq!(said(outlook, "startdt"), event.when.start().unwrap().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    for (way, words) in [(google, "details"), (outlook, "body")] {
        assert_eq!(said(way, words), format!("{}\n\n{}{}", event.summary, world.hub.origin, event.path()));
        assert_eq!(said(way, "location"), event.where_words());
    }
    assert_eq!(*webcal, address.replacen("http://", "webcal://", 1));
    assert_eq!(*file, format!("{}.ics", event.path()));
    assert_eq!(page.first(".ways-in pre"), Some(address));
    assert!(page.first(".ways-in").unwrap().contains("never what you told us"), "who learns of it is said");
    assert!(!ways.concat().contains("private-canary"), "{ways:?}");
}

#[tokio::test]
async fn of_several_sessions_every_way_follows_the_file_and_what_does_not_take_place_has_none() {
    let world = World::meeting_again(60).await;
    let several = |page: &&EventPage| page.when.sessions().len() > 1 && page.state == PublicState::Listed;
    let event = world.events.iter().map(|one| &one.page).find(several).unwrap();
    let ways = world.get(&event.path()).await.attributes(WAYS, "href");
    assert!(said(&ways[0], "cid").ends_with(&format!("{}.ics", event.path())), "{ways:?}");
    assert_eq!(said(&ways[1], "url"), format!("{}{}.ics", world.hub.origin, event.path()));
    for state in [PublicState::Cancelled, PublicState::Postponed] {
        let mut tx = Tx::new(&world.hub.db);
        change_event(&mut tx, &EventPage { state, ..event.clone() });
        tx.commit().await.unwrap();
        let page = world.get(&event.path()).await;
        assert!(page.select(".ways-in").is_empty(), "{state:?}");
    }
    let mut tx = Tx::new(&world.hub.db);
    change_event(&mut tx, event);
    tx.commit().await.unwrap();
    assert_eq!(world.get(&event.path()).await.select(WAYS).len(), 4);
    world.hub.clock.set("2026-12-20T09:00:00Z".parse().unwrap());
    assert!(world.get(&event.path()).await.select(".ways-in").is_empty(), "what is over");
}

#[tokio::test]
async fn search_engines_learn_the_places_the_picture_and_every_host() {
    let world = World::with(150).await;
    let mut counted = 0;
    for one in world.events.iter().filter(|one| one.page.capacity.is_some()) {
        let page = world.get(&one.page.path()).await;
        let facts: serde_json::Value = serde_json::from_str(&page.first("script[type='application/ld+json']").unwrap()).unwrap();
        let image = page.attributes("meta[property='og:image']", "content");
        assert_eq!(facts["image"], serde_json::json!(image));
        assert_eq!(facts["maximumAttendeeCapacity"], 20);
        let free = one.places.as_ref().and_then(|places| places.free).filter(|_| one.page.state == PublicState::Listed);
        assert_eq!(facts["remainingAttendeeCapacity"].as_u64(), free.map(u64::from), "{}", one.page.title);
        counted += usize::from(free.is_some());
        let hosts: Vec<_> = facts["organizer"].as_array().unwrap().iter().map(|host| host["name"].as_str().unwrap()).collect();
        assert_eq!(hosts, one.page.each_host());
    }
    assert!(counted > 0, "some have places that are counted");
}

#[tokio::test]
async fn a_row_of_the_calendar_says_the_languages() {
    let world = World::with(40).await;
    let page = world.get(&format!("{WEEK}/calendar")).await;
    let rows = page.select("#results article");
    let paths = page.attributes("#results article h3 a", "href");
    assert_eq!((rows.len(), paths.len()), (40, 40));
    let mut stated = 0;
    for (row, path) in rows.iter().zip(paths) {
        let event = &world.events.iter().find(|one| one.page.path() == path).unwrap().page;
        let languages: Vec<&str> = event.more.languages.iter().map(|language| language.words()).collect();
        match languages.is_empty() {
            true => assert!(!row.contains("Languages: "), "none says what is not stated: {row}"),
            false => assert!(row.contains(&format!("Languages: {}.", languages.join(", "))), "{row}"),
        }
        stated += usize::from(!languages.is_empty());
    }
    assert!((1..40).contains(&stated), "some say them and some don't: {stated}");
}

#[tokio::test]
async fn an_interpreter_on_request_reads_so_everywhere_before_and_after_the_day_to_ask_by() {
    let world = World::with(40).await;
    // The first event is listed, and on the week's last day.
    let mut page = world.events[0].page.clone();
    page.title = "Asked for quagga".into();
    page.interpreting = Interpreting { bsl: Some(BslHow::OnRequest), bsl_by: Some(jiff::civil::date(2026, 11, 18)), automatic_captions: false };
    page.access.iter_mut().filter(|answer| answer.fact == AccessFact::Bsl).for_each(|answer| answer.answer = YesNo::Yes);
    let mut tx = Tx::new(&world.hub.db);
    change_event(&mut tx, &page);
    tx.commit().await.unwrap();
    let [before, passed, over] = ["BSL interpreter, if you ask by 18 November", "BSL interpreter: ask us", "BSL interpreter on request"];
    for (now, words) in [("2026-11-18T20:00:00Z", before), ("2026-11-19T00:00:30Z", passed), ("2026-12-20T09:00:00Z", over)] {
        world.hub.clock.set(now.parse().unwrap());
        let asked = "access=bsl&q=quagga";
        for path in ["calendar", "programme"].map(|list| format!("{WEEK}/{list}?{asked}")).into_iter().chain([format!("/embed{WEEK}?{asked}")]) {
            let shown = world.get(&path).await.text();
            assert!(shown.contains("Asked for quagga"), "the filter finds it: {path} {shown}");
            for said in [before, passed, over] {
                assert_eq!(shown.contains(said), said == words, "{path} at {now}, {said}: {shown}");
            }
        }
        let days = world.get(&format!("{WEEK}/calendar?{asked}")).await.text();
        assert!(days.contains("1 event, 1 with BSL on request"), "{days}");
        let data: serde_json::Value = serde_json::from_slice(&world.get(&format!("{WEEK}/calendar.json?{asked}")).await.body).unwrap();
        let one = &data["events"][0];
        let has = |list: &serde_json::Value, what: &str| list.as_array().unwrap().iter().any(|said| said == what);
        assert!(has(&one["words"]["access"], words) && has(&one["access"], "bsl"), "{now}: {one}");
        assert!(!has(&one["words"]["access"], "BSL interpreter"), "{now}: {one}");
    }
}

#[tokio::test]
async fn an_event_that_has_no_place_for_a_newcomer_leads_to_the_others_of_its_day() {
    let world = World::with(150).await;
    let timed = |one: &&Many| one.page.when.start().is_some() && one.page.open_to.is_public();
    let full = |one: &Many| one.places.as_ref().is_some_and(|places| places.open && places.is_full());
    let is = |one: &Many, state| one.page.state == state;
    let cancelled = world.events.iter().find(|one| one.page.when.start().is_some() && is(one, PublicState::Cancelled)).unwrap();
    let waits = world.events.iter().filter(timed).find(|one| is(one, PublicState::Listed) && full(one)).unwrap();
    let free = world.events.iter().filter(timed).find(|one| is(one, PublicState::Listed) && !full(one)).unwrap();
    for (one, leads_on) in [(cancelled, true), (waits, true), (free, false)] {
        let page = world.get(&one.page.path()).await;
        let day = one.page.when.day().unwrap();
        let ways = page.attributes("main a", "href");
        assert_eq!(ways.contains(&format!("{WEEK}/calendar?day={day}")), leads_on, "{}: {ways:?}", one.page.title);
        assert_eq!(page.text().contains(&format!("Other events on {}", domain::time::day_and_month(day))), leads_on, "{}", page.text());
    }
    world.hub.clock.set("2026-12-20T09:00:00Z".parse().unwrap());
    let over = world.get(&cancelled.page.path()).await.text();
    assert!(!over.contains("Other events on"), "once it is over nobody looks for another");
    assert!(!over.contains("Were you there?") && !over.contains("before you come"), "nobody was, and nobody comes: {over}");
    let held = world.get(&free.page.path()).await.text();
    assert!(held.contains("Were you there?") && held.contains("Whom to ask"), "{held}");
}
