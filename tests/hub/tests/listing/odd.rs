//! What is out of the ordinary gets a clear answer, and nothing typed is lost: a title of 2,000 characters, a day outside the week, a time
//! that comes twice or never.

use domain::event::When;
use domain::ids::EventId;
use hub_tests::fixtures::week;

use super::begun;
use super::browser::{Browser, Page};

fn when(day: [&'static str; 3], start: &'static str, end: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![("timing", "timed"), ("day", day[0]), ("month", day[1]), ("year", day[2]), ("start", start), ("end", end)]
}

async fn sends(browser: &mut Browser, page: &Page, first: &[(&str, &str)], more: &[(&str, &str)]) -> Page {
    browser.send(page, &[first, more].concat()).await
}

#[tokio::test]
async fn a_title_of_two_thousand_characters_is_kept_as_typed() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let page = browser.get(&format!("{home}/about")).await;
    let title = "Tea ".repeat(500);
    let fields = [("title", title.as_str()), ("summary", "Bring one question."), ("description", "We sit."), ("kind", "cafe")];
    let answer = browser.send(&page, &fields).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("Title must be 100 characters or fewer. It has 1999"), "{}", answer.text());
    assert_eq!((answer.value("title"), answer.value("summary")), (title.clone(), "Bring one question.".to_owned()));
    assert_eq!(browser.get(&format!("{home}/about")).await.value("title"), title, "it is saved too");
}

#[tokio::test]
async fn a_day_outside_the_week_needs_a_reason_and_a_day_far_off_is_a_slip() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let page = browser.get(&format!("{home}/when")).await;
    let outside = when(["2", "12", "2026"], "10:00", "12:00");
    let asked = sends(&mut browser, &page, &outside, &[]).await;
    assert_eq!(asked.status, 422);
    assert!(asked.text().contains("Your day is outside the week, Monday 23 to Sunday 29 November 2026. Say why"), "{}", asked.text());
    let far = sends(&mut browser, &asked, &when(["2", "12", "2062"], "10:00", "12:00"), &[("outside_reason", "")]).await;
    assert!(far.status == 422 && far.text().contains("The date must be in the week or near it"), "{}", far.text());
    let taken = sends(&mut browser, &far, &outside, &[("outside_reason", "The hall is free only then.")]).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
}

#[tokio::test]
async fn sessions_that_overlap_are_refused_at_the_later_one_and_kept_as_typed() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let page = browser.get(&format!("{home}/when")).await;
    let first = when(["25", "11", "2026"], "10:00", "12:00");
    let second = |day, start, end| [("session2_day", day), ("session2_start", start), ("session2_end", end)];
    let overlap = sends(&mut browser, &page, &first, &second("25 11 2026", "11:30", "13:00")).await;
    assert_eq!(overlap.status, 422);
    assert!(overlap.text().contains("Session 2 is at the same time as session 1. Choose times that don’t overlap"), "{}", overlap.text());
    assert_eq!((overlap.value("session2_day"), overlap.value("session2_start")), ("25 11 2026".to_owned(), "11:30".to_owned()));
    let half = sends(&mut browser, &overlap, &first, &second("", "14:00", "")).await;
    assert!(half.status == 422 && half.text().contains("Enter the day of this session, or clear its times"), "{}", half.text());
    let taken = sends(&mut browser, &half, &first, &second("24 November 2026", "14:00", "15:00")).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    let id = EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    let meant = When::parse(&browser.record(&id).await.answers, &week(), jiff::civil::date(2026, 11, 1), false).unwrap();
    assert_eq!(meant.words(), "Tuesday 24 November 2026, 14:00 to 15:00; Wednesday 25 November 2026, 10:00 to 12:00, UK time", "in order of time");
}

#[tokio::test]
async fn both_half_past_ones_of_the_autumn_night_are_asked_about_and_the_hour_that_is_not_there_is_refused() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let page = browser.get(&format!("{home}/when")).await;
    let spring = sends(&mut browser, &page, &when(["28", "3", "2027"], "1:30", "3:00"), &[]).await;
    assert!(spring.status == 422 && spring.text().contains("The clocks go forward at that time. Enter a time before 1am or from 2am"));
    let night = when(["31", "10", "2027"], "1:30", "1.30am");
    let why = [("outside_reason", "We meet at night.")];
    let asked = sends(&mut browser, &spring, &night, &why).await;
    assert_eq!(asked.status, 422);
    assert!(asked.text().contains("this time comes twice. Choose which one"), "{}", asked.text());
    let same = sends(&mut browser, &asked, &night, &[why[0], ("start_which", "second"), ("end_which", "second")]).await;
    assert!(same.status == 422 && same.text().contains("The end must be after the start"), "{}", same.text());
    let taken = sends(&mut browser, &same, &night, &[why[0], ("start_which", "first"), ("end_which", "second")]).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    let id = EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    let record = browser.record(&id).await;
    let meant = When::parse(&record.answers, &week(), jiff::civil::date(2026, 11, 1), false).unwrap();
    assert_eq!(meant.start().unwrap().to_string(), "2027-10-31T00:30:00Z");
    assert_eq!(
        meant.words(),
        "Sunday 31 October 2027, 01:30 (before the clocks go back) to 01:30 (after the clocks go back), UK time",
        "an hour between two equal times"
    );
}
