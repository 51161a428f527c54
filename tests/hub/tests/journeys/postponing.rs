//! An event is put off: everything says so, everybody keeps what they have, and a new date ends it.

use domain::ids::EventId;
use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};
use store::registrations::{AccessAnswers, Seen};

/// How many people's access answers can be read at these moments.
async fn kept(hub: &TestHub, host: &Visitor, moments: &[&str]) -> Vec<usize> {
    let id = EventId::parse(host.home.rsplit('/').next().unwrap()).unwrap();
    let answers = AccessAnswers::new(hub.db.clone());
    let mut found = Vec::new();
    for at in moments {
        found.push(answers.for_host(&id, Seen::OnScreen, at.parse().unwrap(), &word(hub)).await.unwrap().len());
    }
    found
}

async fn each_says(hub: &TestHub, address: &str, of: [&str; 5]) {
    let [page, file, data, list, search] = of;
    assert!(hub.get(address).await.expect_status(200).text().contains(page), "the page does not say: {page}");
    assert!(hub.get(&format!("{address}.ics")).await.html().contains(file), "the file does not say: {file}");
    assert!(hub.get("/demo/2026/calendar.json").await.html().contains(data), "the data do not say: {data}");
    assert!(hub.get(address).await.html().contains(search), "search engines are not told: {search}");
    for place in ["/demo/2026/calendar?q=Glen", "/embed/demo/2026?q=Glen"] {
        assert_eq!(hub.get(place).await.expect_status(200).text().contains(list), search.ends_with("Postponed"), "{place}");
    }
}

#[tokio::test]
async fn a_postponed_event_keeps_its_people_until_a_new_date_is_published() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Glen {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    let guest = registered(&hub, &address, "Somebody", "comes@example.org").await;

    let page = host.press(&format!("{}/postpone", host.home), &[("words", "Our cook is ill.")]).await.expect_status(200);
    assert!(page.text().contains("Your event is postponed") && page.text().contains("Our cook is ill."), "{}", page.text());
    let tentative = "STATUS:TENTATIVE";
    let postponed = "Postponed, no new date yet";
    each_says(&hub, &address, ["There is no new date yet", tentative, "\"state\":\"postponed\"", postponed, "schema.org/EventPostponed"]).await;
    assert!(hub.get(&format!("{address}.ics")).await.html().contains("SEQUENCE:1"));
    assert!(hub.get(&address).await.text().contains("Our cook is ill."));
    assert!(hub.get(&format!("{address}/register")).await.text().contains("This event is postponed"));
    hub.tick().await;
    let told = hub.mail_to("comes@example.org");
    assert!(told.subject == "Postponed: your event" && told.text.contains("Our cook is ill."), "{}", told.text);
    let kept_place = guest.get(&guest.home).await.expect_status(200);
    assert!(kept_place.text().contains("You have a place") && kept_place.text().contains("The event is postponed"), "{}", kept_place.text());
    // The old day would have been the end of it on 9 December; now it is 90 days after the postponement.
    assert_eq!(kept(&hub, &host, &["2026-12-20T00:00:00Z", "2027-02-16T00:00:00Z", "2027-02-17T00:00:00Z"]).await, [1, 1, 0]);

    proposes_a_change(&host, &[("when", &[("day", "27"), ("start", "3pm"), ("end", "4pm")])]).await;
    assert!(host.get(&host.home).await.text().contains("Your event is postponed"), "only a coordinator ends it");
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    each_says(&hub, &address, ["Changed on", "STATUS:CONFIRMED", &title, postponed, "schema.org/EventRescheduled"]).await;
    let page = hub.get(&address).await;
    assert!(page.html().contains("\"previousStartDate\":\"2026-11-25T14:00:00+00:00\"") && page.html().contains("/register"), "{}", page.html());
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert!(told.contains("It is now: Friday 27 November 2026, 15:00 to 16:00") && told.contains("It was: Postponed"), "{told}");
    assert_eq!(kept(&hub, &host, &["2026-12-11T15:59:59Z", "2026-12-11T16:00:00Z"]).await, [1, 0]);
}

#[tokio::test]
async fn it_can_go_ahead_after_all_and_other_changes_leave_it_postponed() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Glen {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let long = "a".repeat(501);
    let form = host.get(&format!("{}/postpone", host.home)).await.expect_status(200);
    let fields = form.form_at("main form[method=post i]").with("words", &long);
    let refused = host.submit(&form.action_at("main form[method=post i]"), &fields).await.expect_status(422);
    assert!(refused.text().contains("It has 501") && refused.html().contains(&long), "{}", refused.text());

    host.press(&format!("{}/postpone", host.home), &[]).await.expect_status(200);
    proposes_a_change(&host, &[("about", &[("summary", "With soup.")])]).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let page = hub.get(&address).await;
    assert!(page.text().contains("With soup.") && page.text().contains("There is no new date yet"), "{}", page.text());

    host.press(&format!("{}/postpone", host.home), &[]).await.expect_status(200);
    let page = hub.get(&address).await;
    assert!(!page.text().contains("There is no new date yet") && page.html().contains("schema.org/EventScheduled"), "{}", page.text());
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert!(told.contains("It is now: Wednesday 25 November 2026, 14:00 to 15:30"), "{told}");
}
