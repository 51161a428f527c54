//! What somebody collected: the address holds it, so that it works without script, can be sent, printed and taken along.

use domain::event::{EventPage, PublicState};
use domain::time::{clock_time, day_and_month};
use hub_tests::many::Many;
use jiff::Timestamp;
use store::Tx;
use store::public::change_event;

use super::world::{WEEK, World};

fn address(file: &str, events: &[&Many]) -> String {
    let names: Vec<String> = events.iter().map(|one| format!("e={}", one.page.id)).collect();
    format!("{WEEK}/{file}?{}", names.join("&"))
}

fn start(one: &Many) -> Timestamp {
    one.page.when.start().unwrap()
}

/// Each is in one session.
fn at_once(one: &Many, other: &Many) -> bool {
    let end = |one: &Many| one.page.when.end().unwrap();
    start(one) < end(other) && start(other) < end(one)
}

#[tokio::test]
async fn an_address_shows_its_events_in_order_of_time_and_as_a_file() {
    let world = World::with(60).await;
    let chosen: Vec<&Many> = world.events.iter().filter(|one| one.page.when.start().is_some()).take(5).collect();
    let page = world.get(&address("my-week", &chosen)).await;
    let mut expected: Vec<_> = chosen.iter().map(|one| (one.page.when.start(), one.page.title.clone())).collect();
    expected.sort();
    let titles: Vec<String> = expected.into_iter().map(|(_, title)| title).collect();
    assert_eq!(page.select("main article h3"), titles);
    assert!(page.header("set-cookie").is_none() && !page.attributes("meta[name=robots]", "content").is_empty());
    let file = page.attributes(".result-ways a", "href").remove(0);
    let ics = world.get(&file).await;
    assert_eq!(ics.html().matches("BEGIN:VEVENT").count(), 5);
    assert!(ics.header("content-disposition").unwrap().contains("my-week.ics"));
}

#[tokio::test]
async fn of_events_at_the_same_time_the_titles_and_the_moment_are_said_and_of_others_nothing() {
    let world = World::with(200).await;
    let takes_place = |one: &&Many| one.page.state == PublicState::Listed && one.page.when.start().is_some();
    let listed: Vec<&Many> = world.events.iter().filter(takes_place).collect();
    let meanwhile = |one: &Many| listed.iter().copied().find(|other| other.page.id != one.page.id && at_once(one, other));
    let (one, other) = listed.iter().copied().find_map(|one| Some((one, meanwhile(one)?))).expect("two of 200 are at one time");
    let both = address("my-week", &[one, other]);
    let said = world.get(&both).await.first("main .notice").expect("it is said");
    let from = start(one).max(start(other));
    let moment = format!("{}, {}: ", day_and_month(domain::time::local(from).date()), clock_time(from));
    assert!(said.contains("Some of these are at the same time") && said.contains(&moment), "{said}");
    assert!([one, other].iter().all(|each| said.contains(&format!("“{}”", each.page.title))), "{said}");
    let apart = listed.iter().copied().find(|apart| !at_once(one, apart)).expect("one at another time");
    assert!(world.get(&address("my-week", &[one, apart])).await.select("main .notice").is_empty());

    let mut tx = Tx::new(&world.hub.db);
    change_event(&mut tx, &EventPage { state: PublicState::Cancelled, sequence: 1, ..other.page.clone() });
    tx.commit().await.unwrap();
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    assert!(world.get(&both).await.select("main .notice").is_empty(), "what was cancelled is in nobody’s way");
}

#[tokio::test]
async fn an_empty_week_says_how_to_begin_and_a_wrong_name_is_passed_over() {
    let world = World::with(20).await;
    let empty = world.get(&format!("{WEEK}/my-week")).await;
    assert!(empty.text().contains("Nothing here yet") && empty.text().contains("This needs JavaScript"));
    let one = [&world.events[0]];
    for more in ["&e=../../etc/passwd", "&e=", "&e=%00"] {
        let page = world.get(&format!("{}{more}", address("my-week", &one))).await;
        assert_eq!(page.select("main article").len(), 1, "{more}");
    }
    let gone = world.get(&format!("{}&e=0000000000000000", address("my-week", &one))).await;
    assert!(gone.text().contains("One event of this address is not in this week."), "{}", gone.text());
    let flood = "&e=0000000000000000".repeat(2_000);
    world.get(&format!("{}{flood}", address("my-week", &one))).await;
}

#[tokio::test]
async fn the_programme_holds_every_event_once_in_parts_by_day_and_by_area() {
    let world = World::with(320).await;
    for by in ["day", "area"] {
        let first = world.get(&format!("{WEEK}/programme?by={by}")).await;
        let parts = first.attributes(".no-print a[href*='programme']", "href");
        let (mut titles, mut cancelled) = (Vec::new(), 0);
        for part in 1..=3 {
            let page = world.get(&format!("{WEEK}/programme?by={by}&page={part}")).await;
            let entries = page.select(".programme .entry h3 a");
            assert!(entries.len() <= 150, "{}", entries.len());
            titles.extend(page.attributes(".programme .entry h3 a", "href"));
            cancelled += page.text().matches("Cancelled: ").count();
        }
        let day = domain::time::long_date(world.hub.context.today());
        assert!(first.text().contains(&format!("As of {day}. Changes since and places: ")), "paper says how old it is: {}", first.text());
        assert!(parts.len() >= 5, "two other ways and three parts: {parts:?}");
        assert_eq!(titles.len(), 320);
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 320, "none twice");
        let are = world.events.iter().filter(|one| one.page.state.value() == "cancelled").count();
        assert_eq!(cancelled, are, "each that is cancelled says so");
    }
    let area = world.get(&format!("{WEEK}/programme?by=area&region=wales")).await;
    assert_eq!(area.select(".programme h2"), ["Wales"]);
    assert_eq!(area.select(".programme svg.qr").len(), 1);
}

#[tokio::test]
async fn there_are_four_ways_into_a_calendar_and_the_address_to_copy() {
    let world = World::with(40).await;
    let page = world.get(&format!("{WEEK}/add-to-calendar?access=bsl")).await;
    let ways = page.attributes("main ul.links a, main a.button", "href");
    let whole = format!("{}{WEEK}/calendar.ics?access=bsl", world.hub.origin);
    assert!(ways[0].starts_with("webcal://") && ways[0].ends_with("/calendar.ics?access=bsl"), "{ways:?}");
    assert!(ways[1].starts_with("https://calendar.google.com/") && ways[2].starts_with("https://outlook.live.com/"), "{ways:?}");
    assert_eq!(ways[3], format!("{WEEK}/calendar.ics?access=bsl"));
    assert_eq!(page.first("main pre").as_deref(), Some(whole.as_str()));
    assert!(page.text().contains("once or twice a day"), "Google's patience is told");
}
