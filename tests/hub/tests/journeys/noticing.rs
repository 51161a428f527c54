//! Whatever changes of an event, programs that hold its calendar file notice: a higher number under the same name (conventions.md §5a).

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, settle, word};
use jiff::SignedDuration;

use crate::amending::line;

/// Name, version and moment of an event in its own file; the week's calendar and the data must say the same.
async fn seen(hub: &TestHub, address: &str, title: &str) -> [String; 3] {
    let file = hub.get(&format!("{address}.ics")).await.expect_status(200).html();
    let [uid, sequence, changed] = ["UID:", "SEQUENCE:", "LAST-MODIFIED:"].map(|name| line(&file, name));
    let week = hub.get("/demo/2026/calendar.ics").await.expect_status(200).html();
    let entry = week.split("BEGIN:VEVENT").find(|entry| line_of(entry, "UID:") == Some(uid.as_str())).expect("it is in the week's calendar");
    assert_eq!((line_of(entry, "SEQUENCE:"), line_of(entry, "LAST-MODIFIED:")), (Some(sequence.as_str()), Some(changed.as_str())));
    let data: serde_json::Value = serde_json::from_str(&hub.get("/demo/2026/calendar.json").await.html()).unwrap();
    let one = data["events"].as_array().unwrap().iter().find(|event| event["title"] == title).expect("it is in the data");
    assert_eq!((one["uid"].as_str(), one["sequence"].to_string()), (Some(uid.as_str()), sequence.clone()), "{one}");
    [uid, sequence, changed]
}

fn line_of<'a>(entry: &'a str, name: &str) -> Option<&'a str> {
    entry.lines().find_map(|line| line.strip_prefix(name)).map(str::trim)
}

#[tokio::test]
async fn another_host_way_in_kind_or_title_raises_the_number_under_one_name_and_the_old_address_leads_to_the_new_file() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let (title, other) = (format!("Tea {}", word(&hub)), format!("Cake {}", word(&hub)));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    let mut before = seen(&hub, &address, &title).await;
    assert_eq!(before[1], "0");
    let changes: [(&str, &[(&str, &str)]); 3] =
        [("host", &[("host", "Another Group")]), ("where", &[("platform", "Jitsi")]), ("about", &[("kind", "talk")])];
    for (version, (step, answers)) in (1..).zip(changes) {
        hub.clock.advance(SignedDuration::from_mins(5));
        proposes_a_change(&host, &[(step, answers)]).await;
        assert_eq!(seen(&hub, &address, &title).await, before, "{step}: nothing changes before the desk says so");
        settle(&desk, &format!("Change to: {title}"), "publish").await;
        let after = seen(&hub, &address, &title).await;
        assert_eq!((&after[0], after[1].as_str()), (&before[0], version.to_string().as_str()), "{step}");
        assert!(after[2] > before[2], "{step}: {} is later than {}", after[2], before[2]);
        before = after;
    }
    hub.clock.advance(SignedDuration::from_mins(5));
    host.press(&format!("{}/details", host.home), &[("joining", "https://example.org/another-room")]).await.expect_status(200);
    assert_eq!(seen(&hub, &address, &title).await[1], "4", "what changes at once is a change too");

    proposes_a_change(&host, &[("about", &[("title", &other)])]).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let file = hub.get(&format!("{address}.ics")).await;
    assert_eq!(file.status.as_u16(), 308, "a program that asks at the old address is led on for good");
    let now = file.location().expect("the new file");
    let now = now.strip_suffix(".ics").expect("a calendar file");
    assert_ne!(now, address);
    let renamed = seen(&hub, now, &other).await;
    assert_eq!((&renamed[0], renamed[1].as_str()), (&before[0], "5"));
}
