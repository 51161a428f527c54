//! A coordinator enters what somebody told them by phone or letter, past weeks included, through the forms that everybody uses.

use hub_tests::TestHub;
use jiff::SignedDuration;

use hub_tests::walk::{Visitor, at_the_desk, decide, fill_in_event, fill_in_story, list_an_event, published, settle, word};

#[tokio::test]
async fn an_event_of_a_past_week_is_entered_for_its_host_and_published() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let (title, host) = (format!("The {} table", word(&hub)), format!("{}@example.org", word(&hub)));
    let first = desk.press("/desk/enter-event", &[("week", "england/2025"), ("agreed", "By phone on 3 November")]).await.expect_status(200);
    assert!(first.text().contains("You are entering this for its host."), "{}", first.text());
    let check = fill_in_event(&desk, first, &title, &host, ["1", "July", "2025"]).await;
    assert!(check.text().contains("Its host gets no email until it is decided"), "{}", check.text());
    desk.send(&check, &[]).await.expect_status(200);
    hub.tick().await;
    assert!(hub.mails_to(&host).is_empty(), "nobody is asked to confirm what they told by phone");

    settle(&desk, &title, "publish").await;
    let event = hub.get(&published(&hub, "/england/2025/calendar", &title).await).await.expect_status(200);
    assert!(event.text().contains("This event is over") && event.text().contains("1 July 2025"), "{}", event.text());
    hub.tick().await;
    assert!(hub.mail_to(&host).text.contains("/open/"), "its host gets the private link");
    let audit = desk.get("/desk/audit").await.text();
    assert!(audit.contains("By phone on 3 November"), "{audit}");
}

#[tokio::test]
async fn a_story_of_a_past_week_is_entered_for_its_author_and_published() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("What the {} changed", word(&hub));
    let first = desk.press("/desk/enter-story", &[("week", "england/2025"), ("agreed", "In a letter")]).await.expect_status(200);
    assert!(first.text().contains("You are entering this for its author."), "{}", first.text());
    let check = fill_in_story(&desk, first, &title).await;
    desk.send(&check, &[]).await.expect_status(200);

    settle(&desk, &title, "publish").await;
    assert!(!hub.get("/england/2025/stories").await.text().contains(&title), "its author has a day's notice first");
    hub.clock.advance(SignedDuration::from_hours(49));
    hub.tick().await;
    let story = hub.get(&published(&hub, "/england/2025/stories", &title).await).await.expect_status(200);
    assert!(story.text().contains(&title), "{}", story.text());
}

/// Whoever entered a story can answer edits for its author, who phones; the audit says who did. What the author does is theirs.
#[tokio::test]
async fn what_a_coordinator_does_with_a_story_that_they_entered_is_noted_as_theirs() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("What the {} said", word(&hub));
    let first = desk.press("/desk/enter-story", &[("week", "england/2025"), ("agreed", "By phone")]).await.expect_status(200);
    let check = fill_in_story(&desk, first, &title).await;
    let home = check.path.trim_end_matches("/check").to_owned();
    let sent = desk.send(&check, &[]).await.expect_status(200);
    let link = sent.first("p.private-link code").expect("the link for its author");
    let edit = format!("{}/edit", home.replace("/manage/story/", "/desk/stories/"));
    desk.press(&edit, &[("body", "We began with two chairs."), ("words", "Two, they say.")]).await.expect_status(200);
    let edits = desk.get(&format!("{home}/edits")).await.expect_status(200);
    assert!(edits.text().contains("You are entering this for its author."), "{}", edits.text());
    desk.send_at("form:has(input[name=do][value=yes])", &edits, &[]).await.expect_status(200);
    let audit = desk.get("/desk/audit").await.text();
    for act in ["sent", "agreed to the edits of"] {
        assert!(audit.contains(&format!("First coordinator {act} {title}")), "{act}: {audit}");
    }
    assert!(!audit.contains("The author"), "who has done nothing yet: {audit}");

    let author = Visitor::new(&hub);
    author.press(link.strip_prefix(&hub.origin).unwrap(), &[]).await.expect_status(200);
    let agreed = author.get(&format!("{home}/agreed")).await.expect_status(200).text();
    assert!(agreed.contains("Said by a coordinator, as you had told them."), "{agreed}");
    author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
    let audit = desk.get("/desk/audit").await.text();
    assert!(audit.contains("The author withdrew"), "{audit}");
    // A coordinator's browser is closed to it by the same button.
    desk.get(&home).await.expect_status(200);
    desk.press(&format!("{home}/close"), &[]).await.expect_status(200);
    desk.get(&home).await.expect_status(403);
}

#[tokio::test]
async fn somebody_who_phones_the_desk_has_a_place_and_a_letter_and_the_desk_reads_no_more() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("The {} table", word(&hub));
    let host = list_an_event(&hub, &title, "host@example.org").await;
    let event = decide(&hub, &desk, &title, "publish").await;
    let form = desk.press("/desk/enter-registration", &[("event", &format!("{}{event}", hub.origin))]).await.expect_status(200);
    let (name, need) = (format!("Mo {}", word(&hub)), format!("A seat {}", word(&hub)));
    let typed =
        [("asked_by", "phone"), ("agreed", "yes"), ("name", &name), ("phone", "01632 960 077"), ("needs_other", &need), ("needs_consent", "yes")];
    let letter = desk.send(&form, &typed).await.expect_status(200);
    assert!(letter.text().contains(&name) && letter.text().contains("You have a place"), "{}", letter.text());
    assert!(!letter.html().contains(&need), "what would help them does not go to the post");

    let list = host.get(&format!("{}/registrations", host.home)).await.expect_status(200);
    assert!(list.text().contains(&name) && list.text().contains(&need), "the host sees both: {}", list.text());
    let link = letter.select("code").into_iter().find(|text| text.contains("/manage/")).expect("their private link");
    let own = Visitor::new(&hub).press(link.strip_prefix(&hub.origin).unwrap(), &[]).await.expect_status(200);
    assert!(own.text().contains(&need), "and they see it: {}", own.text());

    // What the desk granted is for the people it registered, and for nothing that the host reads.
    let id = host.home.trim_start_matches("/manage/event/");
    desk.get(&format!("/manage/event/{id}/registrations")).await.expect_status(403);
    for path in [&form.path, &letter.path] {
        Visitor::new(&hub).get(path).await.expect_status(403);
    }
}

#[tokio::test]
async fn an_event_that_takes_no_bookings_here_says_so_at_the_desk_and_keeps_what_was_typed() {
    let hub = TestHub::start().await;
    let desk = at_the_desk(&hub).await;
    let page = desk.get("/desk/enter-registration").await.expect_status(200);
    for typed in ["", "https://hub.example/events/there-is-none"] {
        let back = desk.submit("/desk/enter-registration", &page.form_at("main form").with("event", typed)).await.expect_status(422);
        assert_eq!(back.form_at("main form").get("event"), Some(typed), "{}", back.text());
    }
}
