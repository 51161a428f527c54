//! Before, during and after: what a week's pages lead with on a given day.

use domain::event::PublicState;
use domain::week::{Deadline, Week};
use hub_tests::{TestHub, fixtures};
use jiff::civil::date;
use store::weeks::Weeks;

use super::world::{WEEK, World, count};

/// The third day of the week, at noon.
const WEDNESDAY: &str = "2026-11-25T12:00:00Z";

#[tokio::test]
async fn while_the_week_is_on_the_calendar_begins_with_today_and_what_is_over_comes_last() {
    let world = World::with(300).await;
    let before = world.get(&format!("{WEEK}/calendar")).await.select("#results .day h2");
    assert!(before[0].starts_with("Monday 23 November") && !before.iter().any(|h| h.contains("Today") || h.contains("over")), "{before:?}");
    world.hub.clock.set(WEDNESDAY.parse().unwrap());
    let page = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(count(&page), 300, "nothing is left out");
    let days = page.select("#results .day h2");
    assert!(days[0].starts_with("Today, Wednesday 25 November"), "{days:?}");
    let last: Vec<&str> = days.iter().rev().take(2).rev().map(|h| h.split(' ').next().unwrap()).collect();
    assert_eq!(last, ["Monday", "Tuesday"], "{days:?}");
    assert_eq!(days.iter().filter(|h| h.ends_with("over")).count(), 2, "{days:?}");
    let list = page.attributes("#results .whole a", "href").remove(0);
    assert!(world.get(&list).await.select("#results .day h2")[0].starts_with("Today"));
    let asked = world.get(&format!("{WEEK}/calendar?day=2026-11-23&day=2026-11-26")).await.select("#results .day h2");
    assert!(asked[0].starts_with("Monday") && asked[1].starts_with("Thursday"), "days that were asked for stay in order: {asked:?}");
}

#[tokio::test]
async fn the_weeks_page_shows_deadlines_until_they_are_over_and_featured_events_unless_cancelled() {
    let world = World::with(40).await;
    let cancelled = |state| world.events.iter().find(|one| (one.page.state == PublicState::Cancelled) == state && one.page.when.start().is_some());
    let (shown, gone) = (cancelled(false).unwrap(), cancelled(true).unwrap());
    let deadline = |day, what: &str| Deadline { day, what: what.into() };
    let week = Week {
        deadlines: vec![deadline(date(2026, 10, 30), "events for the programme"), deadline(date(2026, 11, 25), "stories for the round-up")],
        featured: vec![gone.page.slug.clone(), shown.page.slug.clone()],
        ..fixtures::week()
    };
    Weeks::new(world.hub.db.clone()).put(&week).await.unwrap();
    for (now, heading, shows) in [
        ("2026-10-30T20:00:00Z", "Events", [true, true]),
        (WEDNESDAY, "Today and next", [false, true]),
        ("2026-12-01T09:00:00Z", "What happened", [false, false]),
    ] {
        world.hub.clock.set(now.parse().unwrap());
        let page = world.get(WEEK).await;
        let text = page.text();
        let seen = ["Friday 30 October 2026: events for the programme", "Wednesday 25 November 2026: stories for the round-up"];
        assert_eq!(seen.map(|line| text.contains(line)), shows, "{now}");
        assert_eq!(text.contains("Deadlines"), shows.contains(&true), "{now}");
        let headings = page.select("main .section h2");
        assert_eq!(headings.contains(&"List an event".to_owned()), heading == "Events", "{now}: hosts are asked until the week begins");
        let next = text.contains("Next deadline: Friday 30 October 2026: events for the programme");
        assert_eq!(next, heading == "Events", "{now}");
        assert!(headings.contains(&heading.to_owned()) && headings.contains(&"Featured".to_owned()), "{now}: {headings:?}");
        let first = page.attributes("main .section article h3 a", "href").remove(0);
        assert_eq!(first, shown.page.path(), "{now}: the featured one that is not cancelled");
    }
    world.hub.clock.set(WEDNESDAY.parse().unwrap());
    let days: Vec<_> = world.get(WEEK).await.attributes("main .section article h3 a", "href").into_iter().skip(1).collect();
    let over =
        |path: &String| world.events.iter().any(|one| one.page.path() == *path && one.page.when.day().is_some_and(|day| day < date(2026, 11, 25)));
    assert!(!days.is_empty() && !days.iter().any(over), "what is over is not next: {days:?}");
}

#[tokio::test]
async fn while_the_week_is_on_the_frame_and_the_data_of_the_element_begin_with_today_too() {
    let world = World::meeting_again(120).await;
    let days = |feed: &serde_json::Value| {
        feed["events"].as_array().unwrap().iter().map(|event| event["words"]["day"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let data =
        async |query: &str| -> serde_json::Value { serde_json::from_slice(&world.get(&format!("{WEEK}/calendar.json{query}")).await.body).unwrap() };
    let frame = format!("/embed{WEEK}");
    assert!(world.get(&frame).await.select(".day h2")[0].starts_with("Monday 23 November"));
    assert!(days(&data("?order=today").await)[0].starts_with("Monday 23 November"), "before the week it is in order of time");

    world.hub.clock.set(WEDNESDAY.parse().unwrap());
    let headings = world.get(&frame).await.select(".day h2");
    assert!(headings[0].starts_with("Today, Wednesday 25 November"), "{headings:?}");
    assert!(headings.iter().skip(1).all(|heading| !heading.starts_with("Today")), "{headings:?}");
    let shown = days(&data("?order=today").await);
    assert_eq!(shown.len(), 120, "nothing is left out");
    assert_eq!(shown[0], "Today, Wednesday 25 November");
    let (over, any) = (shown.iter().position(|day| day.ends_with(", over")), shown.iter().position(|day| day.starts_with("Any time")));
    assert!(shown[over.unwrap()..].iter().all(|day| day.ends_with(", over")), "what is over comes last: {shown:?}");
    assert!(any.is_none_or(|any| Some(any) < over), "{shown:?}");
    let plain = days(&data("").await);
    assert!(plain[0].starts_with("Monday 23 November") && !plain.iter().any(|day| day.contains("Today")), "others keep their order: {plain:?}");
}

#[tokio::test]
async fn a_week_without_events_says_that_it_has_none_and_only_a_filter_is_said_to_leave_some_out() {
    let hub = TestHub::with_demonstration().await;
    for (path, words, filtered) in [
        ("/england/2025", "The hub holds no events of this week", false),
        ("/england/2025/calendar", "The hub holds no events of this week", false),
        ("/england/2025/programme", "No events are listed in this week", false),
        ("/demo/2026/calendar?q=zzzz", "Nothing matches all of that", true),
        ("/demo/2026/programme?q=zzzz", "No events match", true),
    ] {
        let page = hub.get(path).await.expect_status(200).text();
        assert!(page.contains(words), "{path}: {page}");
        assert_eq!(page.contains("Take one thing off the filter"), filtered, "{path}: {page}");
    }
}
