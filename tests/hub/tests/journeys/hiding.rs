//! A venue that everyone could see is hidden: what is public forgets it, and people who have a place still know where to go.

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};
use store::Table;

#[tokio::test]
async fn an_address_that_is_hidden_is_on_no_public_page_and_who_has_a_place_keeps_it() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let (title, venue, street) = (format!("Safe {}", word(&hub)), format!("House {}", word(&hub)), format!("1 {} Street", word(&hub)));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let room = [("format", "in-person"), ("venue", venue.as_str()), ("address", street.as_str()), ("postcode", "ZZ1 1ZZ")];
    proposes_a_change(&host, &[("where", &room)]).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    hub.tick().await;
    let page = hub.get(&address).await.expect_status(200).html();
    assert!(page.contains(&street) && hub.get("/demo/2026/calendar").await.html().contains(&venue), "everyone sees it at first: {page}");
    assert!(hub.records(Table::Public).await.values().any(|record| record.contains(&street)), "and the table holds it");

    proposes_a_change(&host, &[("where", &[("address_private", "yes")])]).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let own = [address.clone(), format!("{address}.ics")];
    let lists = ["calendar", "calendar.json", "calendar.ics", "programme", "calendar.atom"].map(|list| format!("/demo/2026/{list}"));
    for path in own.iter().chain(&lists).map(String::as_str).chain(["/embed/demo/2026", "/demo/2026"]) {
        let shown = hub.get(path).await.expect_status(200).html();
        assert!(!shown.contains(&venue) && !shown.contains(&street), "{path} tells where it is: {shown}");
    }
    for (key, record) in hub.records(Table::Public).await {
        assert!(!record.contains(&venue) && !record.contains(&street), "{key}: {record}");
    }
    let page = hub.get(&address).await.text();
    assert!(page.contains("Where: it was An address that everyone could see, it is now Address given when you book"), "{page}");

    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    for words in ["It was: An address that everyone could see", "It is now: Address given when you book"] {
        assert!(told.contains(words), "the mail lacks {words}: {told}");
    }
    assert!(told.contains(&street), "who has a place is told where it is: {told}");
}
