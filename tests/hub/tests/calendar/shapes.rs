//! Weeks that are not seven days of one month: shorter, across two months, of days that nobody knows yet.

use std::collections::BTreeSet;

use domain::time::day_and_month;
use domain::week::{Week, WeekId};
use hub_tests::many::{self, Many};
use hub_tests::walk::Visitor;
use hub_tests::{TestHub, fixtures};
use jiff::civil::{Date, date};
use store::weeks::Weeks;

const EVENTS: usize = 30;

fn week(id: &str, name: &str, days: Option<(Date, Date)>) -> Week {
    let id = WeekId::parse(id).unwrap();
    Week { id, name: name.into(), first: days.map(|d| d.0), last: days.map(|d| d.1), ..fixtures::week() }
}

/// The week with so many events. Where its days aren't known, hosts have named days nevertheless.
async fn listed(hub: &TestHub, week: &Week) -> Vec<Many> {
    Weeks::new(hub.db.clone()).put(week).await.unwrap();
    let planned = Week { first: week.first.or(Some(date(2027, 7, 5))), last: week.last.or(Some(date(2027, 7, 11))), ..week.clone() };
    let events = many::events(&planned, &hub.seed, EVENTS);
    many::write(&hub.db, week, &events).await;
    events
}

async fn opens(hub: &TestHub, week: &Week, strip: usize) {
    let events = listed(hub, week).await;
    let (path, id) = (week.id.path(), week.id);
    let paths: BTreeSet<String> = events.iter().map(|one| one.page.path()).collect();
    let page = hub.get(&path).await.expect_status(200);
    assert!(page.text().contains(&week.dates_in_words()), "{id}: its dates, or that they aren't known");
    assert_eq!(page.select("ol.days li").len(), strip, "{id}: as many days as the week has");
    assert!(page.select("main .section h2").contains(&"List an event".to_owned()), "{id}");
    assert!(!page.select("main article").is_empty(), "{id}");

    let page = hub.get(&format!("{path}/calendar")).await.expect_status(200);
    assert_eq!(page.attributes("#results article h3 a", "href").into_iter().collect::<BTreeSet<_>>(), paths, "{id}: every event");
    let days: BTreeSet<Date> = events.iter().filter_map(|one| one.page.when.day()).collect();
    let headings = page.select("#results .day h2");
    for (day, heading) in days.iter().zip(&headings) {
        assert!(heading.starts_with(&day_and_month(*day)), "{id}: day after day, {headings:?}");
    }

    let programme = hub.get(&format!("{path}/programme")).await.expect_status(200).text();
    for one in &events {
        assert!(programme.contains(&one.page.title), "{id}: {}", one.page.title);
    }

    let host = Visitor::new(hub);
    let about = host.press("/list-an-event", &[("week", &id.to_string())]).await.expect_status(200);
    let when = host.get(&about.path.replace("/about", "/when")).await.expect_status(200).text();
    let asked = match week.first {
        Some(first) => format!("The week is {}. For example, {} {} {}", week.dates_in_words(), first.day(), first.month(), first.year()),
        None => "The days of the week are not known yet".to_owned(),
    };
    assert!(when.contains(&asked), "{id}: {when}");
}

#[tokio::test]
async fn a_week_of_five_days_has_five() {
    let hub = TestHub::start().await;
    opens(&hub, &week("england/2027", "Five days", Some((date(2027, 7, 5), date(2027, 7, 9)))), 5).await;
}

#[tokio::test]
async fn a_week_across_two_months_goes_on_from_one_to_the_other() {
    let hub = TestHub::start().await;
    opens(&hub, &week("wales/2027", "Two months", Some((date(2027, 6, 28), date(2027, 7, 4)))), 7).await;
}

#[tokio::test]
async fn a_week_whose_days_nobody_knows_yet_shows_its_events_all_the_same() {
    let hub = TestHub::start().await;
    opens(&hub, &week("northern-ireland/2027", "Some day", None), 0).await;
}
