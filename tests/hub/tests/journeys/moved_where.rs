//! How people take part and where it is are changed after publication: the page says both, as do the mail, the data and the calendar file.

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, proposes_a_change, registered, settle, word};

use super::amending::line;

/// The pages of the form by which an event comes into a room: the room, and what people ask about one.
async fn moves_into(host: &Visitor, room: &[(&str, &str)]) {
    let access = [("access_step-free", "yes"), ("access_toilet", "yes"), ("access_hearing-loop", "no"), ("access_quiet-space", "not-sure")];
    proposes_a_change(host, &[("where", room), ("access", &access)]).await;
}

/// The event under a title in the week's data.
async fn in_the_data(hub: &TestHub, title: &str) -> serde_json::Value {
    let data: serde_json::Value = serde_json::from_str(&hub.get("/demo/2026/calendar.json").await.expect_status(200).html()).unwrap();
    data["events"].as_array().unwrap().iter().find(|event| event["title"] == title).unwrap_or_else(|| panic!("{title} is not in the data")).clone()
}

#[tokio::test]
async fn an_online_event_comes_into_a_hall_and_then_into_a_barn_and_everybody_learns_what_was_and_what_is() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Indoors {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let event = in_the_data(&hub, &title).await;
    assert_eq!((&event["format"], &event["place"], &event["changed"]), (&"online".into(), &"Online".into(), &false.into()), "{event}");
    assert!(!hub.get(&address).await.text().contains("Changed on"), "nothing was changed yet");

    let hall = [("format", "in-person"), ("venue", "Example Hall"), ("address", "1 Mill Lane\nExampleton"), ("postcode", "zz11zz")];
    moves_into(&host, &hall).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let page = hub.get(&address).await.expect_status(200).text();
    let whole = "Example Hall, 1 Mill Lane, Exampleton, ZZ1 1ZZ";
    for words in ["Changed on", "How people take part: it was Online, it is now In person", &format!("Where: it was Online, it is now {whole}")] {
        assert!(page.contains(words), "the page lacks {words}:\n{page}");
    }
    let event = in_the_data(&hub, &title).await;
    assert_eq!((&event["format"], &event["place"]), (&"in-person".into(), &"Example Hall, ZZ1 1ZZ".into()), "{event}");
    assert_eq!((&event["words"]["format"], &event["changed"], &event["sequence"]), (&"In person".into(), &true.into(), &1.into()), "{event}");
    let file = hub.get(&format!("{address}.ics")).await.expect_status(200).html();
    assert_eq!((line(&file, "LOCATION:").as_str(), line(&file, "SEQUENCE:").as_str()), ("Example Hall\\, ZZ1 1ZZ", "1"));
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    for words in [
        "How people take part",
        "It was: Online",
        "It is now: In person",
        &format!("It is now: {whole}"),
        "You are now registered to take part in person",
    ] {
        assert!(told.contains(words), "the mail lacks {words}:\n{told}");
    }

    let barn = [("venue", "Example Barn"), ("address", "2 Glen Road"), ("postcode", "ZZ2 2ZZ")];
    moves_into(&host, &barn).await;
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let page = hub.get(&address).await.expect_status(200).text();
    let now = "Example Barn, 2 Glen Road, ZZ2 2ZZ";
    assert!(page.contains(&format!("Where: it was {whole}, it is now {now}")), "{page}");
    assert!(!page.contains("How people take part: it was"), "that is as they know it:\n{page}");
    let event = in_the_data(&hub, &title).await;
    assert_eq!((&event["place"], &event["changed"], &event["sequence"]), (&"Example Barn, ZZ2 2ZZ".into(), &true.into(), &2.into()), "{event}");
    let file = hub.get(&format!("{address}.ics")).await.expect_status(200).html();
    assert_eq!((line(&file, "LOCATION:").as_str(), line(&file, "SEQUENCE:").as_str()), ("Example Barn\\, ZZ2 2ZZ", "2"));
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert!(told.contains(&format!("It was: {whole}")) && told.contains(&format!("It is now: {now}")), "{told}");
    assert!(!told.contains("It was: Online") && !told.contains("You are now registered to take part"), "they know how they take part:\n{told}");
}

#[tokio::test]
async fn of_a_private_address_the_page_says_only_that_it_is_another_and_who_has_a_place_learns_it() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Out of sight {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let rooms = [
        (["Hidden Hall", "1 Nowhere Lane", "ZZ8 8ZZ"], ("Online", "Address given when you book")),
        (["Unseen Barn", "2 Elsewhere Road", "ZZ9 9ZZ"], ("The address you were given", "Another address, for people who have a place")),
    ];
    for ([venue, street, postcode], (was, is)) in rooms {
        let room = [("format", "in-person"), ("venue", venue), ("address", street), ("postcode", postcode), ("address_private", "yes")];
        moves_into(&host, &room).await;
        settle(&desk, &format!("Change to: {title}"), "publish").await;
        let page = hub.get(&address).await.expect_status(200);
        assert!(page.text().contains(&format!("Where: it was {was}, it is now {is}")), "{}", page.text());
        for public in [address.as_str(), &format!("{address}.ics"), "/demo/2026/calendar", "/demo/2026/calendar.json", "/embed/demo/2026"] {
            let shown = hub.get(public).await.expect_status(200).html();
            assert!([venue, street, postcode].iter().all(|part| !shown.contains(part)), "{public} gives the address away");
        }
        hub.tick().await;
        let told = hub.mail_to("comes@example.org").text.clone();
        assert!(told.contains(&format!("It was: {was}")) && told.contains(&format!("It is now: {is}")), "{told}");
        assert!(told.contains(venue) && told.contains(street) && told.contains(postcode), "who has a place learns where it is:\n{told}");
    }
}
