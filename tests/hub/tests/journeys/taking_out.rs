//! A session is taken out of a published event: calendars are told, and every other session keeps its name.

use std::collections::BTreeMap;

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};

/// The entries of a calendar file, each with its lines by name.
fn entries(file: &str) -> Vec<BTreeMap<String, String>> {
    let file = file.replace("\r\n ", "");
    let fields = |entry: &str| entry.lines().filter_map(|line| line.split_once(':')).map(|(name, value)| (name.into(), value.into())).collect();
    file.split("BEGIN:VEVENT").skip(1).map(fields).collect()
}

/// Of each entry its name, when it begins, its state and its version.
fn said(file: &str) -> Vec<[String; 4]> {
    let mut all: Vec<_> = entries(file).iter().map(|entry| ["UID", "DTSTART", "STATUS", "SEQUENCE"].map(|name| entry[name].clone())).collect();
    all.sort();
    all
}

async fn changes_its_days(desk: &Visitor, host: &Visitor, title: &str, answers: &[(&str, &str)]) {
    proposes_a_change(host, &[("when", answers)]).await;
    settle(desk, &format!("Change to: {title}"), "publish").await;
}

#[tokio::test]
async fn a_session_that_is_taken_out_is_cancelled_in_every_calendar_and_the_others_keep_their_names() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Course {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    let alone = entries(&hub.get(&format!("{address}.ics")).await.html());
    let uid = alone[0]["UID"].clone();
    let (id, at) = uid.split_once('@').unwrap();
    let [second, third] = [2, 3].map(|number| format!("{id}-{number}@{at}"));

    let thursday = [("session2_day", "26 11 2026"), ("session2_start", "3pm"), ("session2_end", "4pm")];
    let friday = [("session3_day", "27 11 2026"), ("session3_start", "3pm"), ("session3_end", "4pm")];
    changes_its_days(&desk, &host, &title, &[thursday, friday].concat()).await;
    hub.tick().await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let entry = |uid: &str, start: &str, state: &str, version: &str| [uid, start, state, version].map(str::to_owned);
    let mut three = vec![
        entry(&uid, "20261125T140000Z", "CONFIRMED", "1"),
        entry(&second, "20261126T150000Z", "CONFIRMED", "1"),
        entry(&third, "20261127T150000Z", "CONFIRMED", "1"),
    ];
    three.sort();
    assert_eq!(said(&hub.get(&format!("{address}.ics")).await.html()), three);

    // The third moves up to the place of the second in the form, as people do.
    let moved_up = [("session2_day", "27 11 2026"), ("session3_day", ""), ("session3_start", ""), ("session3_end", "")];
    changes_its_days(&desk, &host, &title, &moved_up).await;
    let mut two = vec![
        entry(&uid, "20261125T140000Z", "CONFIRMED", "2"),
        entry(&second, "20261126T150000Z", "CANCELLED", "2"),
        entry(&third, "20261127T150000Z", "CONFIRMED", "2"),
    ];
    two.sort();
    let file = hub.get(&format!("{address}.ics")).await.html();
    assert_eq!(said(&file), two);
    let gone = entries(&file).into_iter().find(|entry| entry["UID"] == second).unwrap();
    assert!(gone["SUMMARY"].starts_with(&format!("CANCELLED: {title}")) && gone["DESCRIPTION"].contains("taken out"), "{gone:?}");
    let week = said(&hub.get("/demo/2026/calendar.ics").await.html());
    assert!(two.iter().all(|entry| week.contains(entry)), "the week's calendar says the same");
    hub.tick().await;
    let mails = hub.mails_to("comes@example.org");
    let attached: Vec<_> = mails.iter().flat_map(|mail| &mail.attachments).map(|file| said(&file.body)).collect();
    assert_eq!(attached.last(), Some(&two), "and so does the mail about the change");

    let page = hub.get(&address).await.text();
    assert!(page.contains("2 sessions, UK time") && page.contains("Session 2: Friday 27 November 2026"), "{page}");
    let data: serde_json::Value = serde_json::from_str(&hub.get("/demo/2026/calendar.json").await.html()).unwrap();
    let one = data["events"].as_array().unwrap().iter().find(|event| event["title"] == title.as_str()).unwrap();
    assert_eq!(one["sessions"].as_array().unwrap().len(), 2, "what was taken out is in no list");
}
