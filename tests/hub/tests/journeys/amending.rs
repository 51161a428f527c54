//! A published event is changed: its words stay until a coordinator approves others, and then everything agrees.

use domain::ids::EventId;
use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, fill_in_event, list_an_event, proposes_a_change, registered, settle, word};
use store::registrations::{AccessAnswers, Seen};

/// What follows a name in a calendar file.
pub(crate) fn line(file: &str, name: &str) -> String {
    let file = file.replace("\r\n ", "");
    file.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("no {name} in {file}")).trim().to_owned()
}

#[tokio::test]
async fn the_public_words_stay_until_approval_and_then_page_file_json_and_embed_agree() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let (old, new) = (format!("Tea {}", word(&hub)), format!("Cake {}", word(&hub)));
    let host = list_an_event(&hub, &old, "host@example.org").await;
    let address = decide(&hub, &desk, &old, "publish").await;
    registered(&hub, &address, "Somebody", "comes@example.org").await;
    let before = hub.get(&format!("{address}.ics")).await.html();
    assert_eq!(line(&before, "SEQUENCE:"), "0");

    let change = proposes_a_change(&host, &[("about", &[("title", &new)]), ("when", &[("day", "26"), ("start", "3pm"), ("end", "4pm")])]).await;
    assert!(change.text().contains(&new) && !change.text().contains("We draw what we would change first"), "{}", change.text());
    for page in [address.as_str(), "/demo/2026/calendar", "/demo/2026/calendar.json", "/embed/demo/2026"] {
        let shown = hub.get(page).await.expect_status(200).html();
        assert!(shown.contains(&old) && !shown.contains(&new), "{page} tells of what no coordinator approved");
    }
    assert_eq!(hub.get(&format!("{address}.ics")).await.html(), before);
    assert!(host.get(&host.home).await.text().contains("Your change is with the coordinators"));

    settle(&desk, &format!("Change to: {old}"), "publish").await;
    let moved = hub.get(&address).await;
    let now = moved.location().unwrap_or_else(|| moved.header("location").expect("the old address leads to the new one"));
    let page = hub.get(&now).await.expect_status(200);
    let when = "Thursday 26 November 2026, 15:00 to 16:00, UK time";
    for words in [&new, "Changed on", "Wednesday 25 November 2026, 14:00 to 15:30", when] {
        assert!(page.text().contains(words), "the page lacks {words}:\n{}", page.text());
    }
    let after = hub.get(&format!("{now}.ics")).await.expect_status(200).html();
    assert_eq!((line(&after, "UID:"), line(&after, "SEQUENCE:").as_str()), (line(&before, "UID:"), "1"));
    assert!(line(&after, "SUMMARY:").contains(&new));
    for page in ["/demo/2026/calendar", "/demo/2026/calendar.json", "/embed/demo/2026", "/demo/2026/calendar.ics"] {
        let shown = hub.get(page).await.expect_status(200).html();
        assert!(shown.contains(&new) && !shown.contains(&old), "{page} does not agree");
    }
    rows_say(&hub, &new, "Changed").await;
    hub.tick().await;
    let told = hub.mail_to("comes@example.org").text.clone();
    assert!(told.contains("It was: Wednesday 25 November 2026, 14:00 to 15:30") && told.contains(&format!("It is now: {when}")), "{told}");

    // What would help them is kept until fourteen days after the new end, and no second longer.
    let id = EventId::parse(host.home.rsplit('/').next().unwrap()).unwrap();
    let answers = AccessAnswers::new(hub.db.clone());
    for (at, people) in [("2026-12-09T15:30:01Z", 1), ("2026-12-10T15:59:59Z", 1), ("2026-12-10T16:00:00Z", 0)] {
        let seen = answers.for_host(&id, Seen::OnScreen, at.parse().unwrap(), &word(&hub)).await.unwrap();
        assert_eq!(seen.len(), people, "{at}");
    }
    cancelled_everywhere(&hub, &host, &now, (&new, &line(&before, "UID:"))).await;
}

/// Then its host cancels it: all that carries it says so, under the same name and with a higher number.
async fn cancelled_everywhere(hub: &TestHub, host: &Visitor, address: &str, (title, uid): (&str, &str)) {
    host.press(&format!("{}/cancel", host.home), &[("words", "The hall is closed.")]).await.expect_status(200);
    let file = hub.get(&format!("{address}.ics")).await.expect_status(200).html();
    assert_eq!((line(&file, "UID:").as_str(), line(&file, "SEQUENCE:").as_str(), line(&file, "STATUS:").as_str()), (uid, "2", "CANCELLED"));
    let page = hub.get(address).await.expect_status(200);
    assert!(page.text().contains("The hall is closed.") && page.html().contains("https://schema.org/EventCancelled"), "{}", page.text());
    let data: serde_json::Value = serde_json::from_str(&hub.get("/demo/2026/calendar.json").await.html()).unwrap();
    let events = data["events"].as_array().unwrap();
    let one = events.iter().find(|event| event["title"].as_str() == Some(title)).unwrap_or_else(|| panic!("{title} is not in the data"));
    assert!(uid.starts_with(one["uid"].as_str().unwrap()) && one["sequence"] == 2 && one["state"] == "cancelled", "{one}");
    rows_say(hub, title, "Cancelled").await;
}

/// Its rows, here and in a frame elsewhere, say a word about it.
async fn rows_say(hub: &TestHub, title: &str, word: &str) {
    for path in ["/demo/2026/calendar", "/embed/demo/2026"] {
        let rows = hub.get(path).await.expect_status(200).select("article");
        assert!(rows.iter().any(|row| row.contains(title) && row.contains(word)), "{path} does not say: {word}");
    }
}

#[tokio::test]
async fn a_refused_change_leaves_the_page_and_tells_its_host_why() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Stays {}", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    proposes_a_change(&host, &[("about", &[("summary", "Buy our pills.")])]).await;
    let queue = desk.get("/desk").await.expect_status(200);
    let at = queue.select("main table a").iter().position(|t| t.contains(&title)).expect("it waits");
    let page = desk.get(&queue.attributes("main table a", "href")[at]).await.expect_status(200);
    assert!(page.first(".difference").is_some_and(|words| words.contains("Buy our pills.")), "{}", page.text());
    let form = "form:has(input[name=act][value=decline])";
    desk.send_at(form, &page, &[("reason", "This is an advert.")]).await.expect_status(200);
    assert!(!hub.get(&address).await.text().contains("Buy our pills."));
    assert!(host.get(&host.home).await.text().contains("This is an advert."));
    hub.tick().await;
    let mails = hub.mails_to("host@example.org");
    assert!(mails.iter().any(|mail| mail.text.contains("This is an advert.")), "one of {} mails says why", mails.len());
    assert!(!desk.get("/desk").await.text().contains(&title));
}

#[tokio::test]
async fn the_hosts_own_booking_page_and_who_can_come_change_through_the_desk() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Booked elsewhere {}", word(&hub));
    let mut host = Visitor::new(&hub);
    let start = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let check = fill_in_event(&host, start, &title, "elsewhere@example.org", ["25", "November", "2026"]).await;
    host.home = check.path.trim_end_matches("/check").to_owned();
    let booking = format!("{}/booking?from=check", host.home);
    let check = host.press(&booking, &[("booking_link", "https://example.org/before")]).await.expect_status(200);
    host.send(&check, &[]).await.expect_status(200);
    hub.tick().await;
    host.press(&hub.mail_to("elsewhere@example.org").link_with("/confirm/"), &[]).await.expect_status(200);
    let address = decide(&hub, &desk, &title, "publish").await;

    let other = [("booking_link", "https://example.org/after"), ("open_to", "members")];
    let change = proposes_a_change(&host, &[("booking", &other)]).await;
    for words in ["Booking page", "https://example.org/after", "Who can come"] {
        assert!(change.text().contains(words), "the change lacks {words}: {}", change.text());
    }
    let page = hub.get(&address).await.expect_status(200);
    assert!(page.html().contains("https://example.org/before") && page.text().contains("Anyone can come"), "{}", page.text());
    settle(&desk, &format!("Change to: {title}"), "publish").await;
    let page = hub.get(&address).await.expect_status(200);
    assert!(page.html().contains("https://example.org/after") && page.text().contains("Members of a group"), "{}", page.text());
    assert!(!page.html().contains("https://example.org/before"));
}

#[tokio::test]
async fn an_event_that_people_book_here_stays_one() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Booked here {}", word(&hub));
    let host = list_an_event(&hub, &title, "here@example.org").await;
    decide(&hub, &desk, &title, "publish").await;
    host.press(&format!("{}/amend", host.home), &[]).await.expect_status(200);
    for (field, value, why) in [
        ("open_to", "staff", "People book here already, so choose somebody who can book"),
        ("booking_link", "https://example.org/book", "People book here already, so leave this empty"),
    ] {
        let page = host.get(&format!("{}/booking?from=check", host.home)).await.expect_status(200);
        let form = "main form[method=post i]";
        let fields = page.form_at(form).with("open_to", "public").with(field, value);
        let answer = host.submit(&page.action_at(form), &fields).await.expect_status(422);
        assert!(answer.text().contains(why), "{}", answer.text());
        let check = host.get(&format!("{}/check", host.home)).await.expect_status(200);
        assert!(check.text().contains("Something is missing"), "a change that would take people’s places away can’t be sent: {}", check.text());
    }
}
