//! A programme of a hundred events: all of it waits at the desk, once, or nothing does, whatever breaks off on the way.

use std::sync::Arc;

use hub_tests::proxy::{Fault, Faults};
use hub_tests::walk::{Visitor, at_the_desk, word};
use hub_tests::{Fields, Page, TestHub};
use jiff::SignedDuration;
use jiff::civil::Date;
use store::audit::Audit;
use store::queue::Queue;

use super::bringing_in::table;

const FORM: &str = "main form[method=post i]";
const MANY: usize = 100;

fn titles(hub: &TestHub) -> Vec<String> {
    (0..MANY).map(|n| format!("Programme {n:03} {}", word(hub))).collect()
}

fn filled_in(form: &Page, table: &str) -> Fields {
    form.form_at(FORM).with("week", "demo/2026").with("agreed", "by email").with("table", table)
}

/// The form and what to send with it, for a hundred events.
async fn ready(hub: &TestHub, desk: &Visitor) -> (Vec<String>, String, Fields) {
    let titles = titles(hub);
    let names: Vec<&str> = titles.iter().map(String::as_str).collect();
    let form = desk.get("/desk/bring-in").await.expect_status(200);
    (titles.clone(), form.action_at(FORM), filled_in(&form, &table(&names, "25")))
}

/// How many of them the queue and the audit name, and how often.
async fn seen(desk: &Visitor, titles: &[String]) -> (usize, usize) {
    let queue = desk.get("/desk").await.expect_status(200).text();
    let audit = desk.get("/desk/audit").await.expect_status(200).text();
    let count = |page: &str| titles.iter().map(|title| page.matches(title.as_str()).count()).sum();
    (count(&queue), count(&audit))
}

/// How many of them wait, as the queue has it when nobody is signed in any more.
async fn waiting(hub: &TestHub, titles: &[String]) -> usize {
    let rows = Queue::new(hub.db.clone()).all().await.expect("the queue");
    rows.iter().filter(|row| titles.contains(&row.title)).count()
}

/// How many events the audit of a day says were brought in.
async fn acts(hub: &TestHub, day: Date) -> usize {
    let (audit, mut after, mut found) = (Audit::new(hub.db.clone()), None, 0);
    loop {
        let page = audit.of_day(day, after.as_deref(), hub.context.now()).await.expect("the audit");
        found += page.records.iter().filter(|(_, entry)| entry.act == "bring-in").count();
        match page.more {
            Some(place) => after = Some(place),
            None => return found,
        }
    }
}

/// Two keepers' ticks at once, and one afterwards for what they left to each other.
async fn two_ticks(hub: &TestHub) {
    let another = || {
        let mailer = mailer::State::new(hub.context.clone(), hub.way_of("keeper"), hub.mailbox.clone());
        keeper::State::new(hub.way_of("keeper"), mailer)
    };
    let (one, other, at) = (another(), another(), hub.context.now());
    let (first, second) = tokio::join!(keeper::tick(&one, at), keeper::tick(&other, at));
    first.expect("a round");
    second.expect("a round");
    hub.tick().await;
}

/// A hub whose database can go away, and a coordinator at its desk.
async fn over_a_bad_line() -> (Arc<Faults>, TestHub, Visitor) {
    let faults = Arc::new(Faults::default());
    let hub = TestHub::with_faults(faults.clone()).await;
    let desk = at_the_desk(&hub).await;
    (faults, hub, desk)
}

/// Sends the form while the database goes away after so many calls. Gives how many transactions were asked for.
async fn breaks_off(faults: &Faults, desk: &Visitor, action: &str, sent: &Fields, after: usize) -> usize {
    faults.arm(Fault::LostBefore, after, usize::MAX / 2);
    let answer = desk.submit(action, sent).await;
    let (struck, calls) = faults.disarm();
    assert!(struck > 0, "nothing went wrong after {after} calls");
    answer.expect_status(503);
    calls.iter().take(after).filter(|call| *call == "TransactWriteItems").count()
}

#[tokio::test]
async fn a_hundred_events_come_in_once() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let (titles, action, sent) = ready(&hub, &desk).await;
    for _ in 0..2 {
        let done = desk.submit(&action, &sent).await.expect_status(200);
        assert!(done.text().contains("100 events were brought in"), "{}", done.text());
    }
    let queue = desk.get("/desk").await.expect_status(200).text();
    assert!(titles.iter().all(|title| queue.matches(title.as_str()).count() == 1), "each waits once: {queue}");
    // A day later, when what broke off would be taken out, they still wait.
    hub.clock.advance(SignedDuration::from_hours(25));
    hub.tick().await;
    assert_eq!(waiting(&hub, &titles).await, MANY);
    assert_eq!(acts(&hub, Audit::day_of(hub.context.now() - SignedDuration::from_hours(25))).await, MANY, "one entry for each");
}

#[tokio::test]
async fn what_breaks_off_in_the_middle_shows_nothing_and_goes_on_when_it_is_sent_again() {
    let (faults, hub, desk) = over_a_bad_line().await;
    let (titles, action, sent) = ready(&hub, &desk).await;
    let mut deepest = 0;
    for after in [2, 4, 6, 8, 9] {
        deepest = deepest.max(breaks_off(&faults, &desk, &action, &sent, after).await);
        assert_eq!(seen(&desk, &titles).await, (0, 0), "after {after} calls, {deepest} of them written");
    }
    assert!(deepest > 2, "it broke off when some of it was written, not before");
    let done = desk.submit(&action, &sent).await.expect_status(200);
    assert!(done.text().contains("100 events were brought in"), "{}", done.text());
    let queue = desk.get("/desk").await.expect_status(200).text();
    assert!(titles.iter().all(|title| queue.matches(title.as_str()).count() == 1), "each waits once: {queue}");
}

#[tokio::test]
async fn what_nobody_sends_again_is_taken_out_after_a_day_though_two_keepers_come_by() {
    let (faults, hub, desk) = over_a_bad_line().await;
    let (titles, action, sent) = ready(&hub, &desk).await;
    let written_at = hub.context.now();
    let written = breaks_off(&faults, &desk, &action, &sent, 9).await;
    let left = async || hub.everything().await.values().filter(|record| titles.iter().any(|title| record.contains(title.as_str()))).count();
    assert!(written > 1 && left().await > 0, "some of it was written");

    hub.clock.advance(SignedDuration::from_hours(25));
    two_ticks(&hub).await;
    assert_eq!(left().await, 0, "no event and no line of the queue is left");
    assert_eq!(waiting(&hub, &titles).await, 0);
    let day = Audit::day_of(written_at);
    assert_eq!(acts(&hub, day).await, 0, "the audit does not tell of it");
}

#[tokio::test]
async fn each_fault_of_a_long_table_is_named_at_its_line() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let titles = titles(&hub);
    let names: Vec<&str> = titles.iter().map(String::as_str).collect();
    let mut lines: Vec<String> = table(&names, "25").split("\r\n").map(String::from).collect();
    lines[40] = lines[40].replacen("noon", "9am", 1);
    lines[77] = lines[77].replacen("ann@example.org", "ann", 1);
    let form = desk.get("/desk/bring-in").await.expect_status(200);
    let refused = desk.submit(&form.action_at(FORM), &filled_in(&form, &lines.join("\r\n"))).await.expect_status(422);
    let said = refused.text();
    for words in ["2 events are not right yet, so nothing was brought in", &format!("Line 41: {}", titles[39]), &format!("Line 78: {}", titles[76])] {
        assert!(said.contains(words), "the page does not say: {words}\n{said}");
    }
    assert!(said.contains("end: The end must be after the start") && said.contains("contact_email: "), "{said}");
    assert_eq!(seen(&desk, &titles).await, (0, 0), "not even those that are right");
}
