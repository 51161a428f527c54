//! What authors do.

use hub_tests::TestHub;

use hub_tests::walk::{Visitor, decide, settle, share_a_story_asking, share_a_story_from, write_to_a_story};

/// Shares a story with an address, changes it, takes it back while it waits; shares another, and takes it back when it is live.
pub async fn share_change_and_withdraw(hub: &TestHub, desk: &Visitor) {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = author.send(&page, &[("naming", "nothing")]).await;
    let page = author.send(&page, &[("kind", "blog"), ("title", "Taken back while it waits"), ("body", "Two words.")]).await;
    let page = author.send(&page, &[("consent_publish", "yes"), ("adult", "yes"), ("email", "author@example.org")]).await.expect_status(200);
    let home = page.path.trim_end_matches("/check").to_owned();
    let page = author.press(&format!("{home}/consent"), &[("email", "author-two@example.org")]).await.expect_status(200);
    author.send(&page, &[]).await.expect_status(200);
    author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);

    let (author, home) = share_a_story_from(hub, "Taken back from everybody", "author@example.org").await;
    let story = decide(hub, desk, "Taken back from everybody", "publish").await;
    hub.get(&story).await.expect_status(200);
    hub.tick().await;
    assert!(hub.mail_to("author@example.org").text.contains("story"));
    let code = renews_the_code(&author, &home).await;
    let elsewhere = Visitor::new(hub);
    elsewhere.press("/manage/story/code", &[("code", &code)]).await.expect_status(200);
    elsewhere.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
    hub.get(&story).await.expect_status(410);
}

/// Agrees to two uses until a day, and takes one back once the story is live. Gives its address: days later the keeper takes it off.
pub async fn agrees_for_a_time(hub: &TestHub, desk: &Visitor) -> String {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = author.send(&page, &[("naming", "nothing")]).await;
    let asks = [("call", "contact"), ("call_words", "Ask us"), ("call_email", "asked@example.org")];
    let words = [("kind", "blog"), ("title", "Here for some days"), ("body", "Two words.")];
    let page = author.send(&page, &[&words[..], &asks].concat()).await;
    let until = [("consent_until", "date"), ("day", "20"), ("month", "11"), ("year", "2026")];
    let agreed = [("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes"), ("email", "some-days@example.org")];
    let page = author.send(&page, &[&agreed[..], &until].concat()).await.expect_status(200);
    let home = page.path.trim_end_matches("/check").to_owned();
    author.send(&page, &[]).await.expect_status(200);
    let story = decide(hub, desk, "Here for some days", "publish").await;
    author.press(&format!("{home}/agreed"), &[]).await.expect_status(200);
    let agreed = author.get(&format!("{home}/agreed")).await.text();
    assert!(agreed.contains("You took it back: Show it on partners"), "{agreed}");
    story
}

/// Tells what an event did, found by its title.
pub async fn tells_of_an_event(hub: &TestHub, desk: &Visitor) {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = author.send(&page, &[("naming", "nothing")]).await;
    let title = hub.get("/demo/2026/calendar").await.select("article h3 a").remove(0);
    let link = [("link", "example.org/film"), ("link_title", "Our film")];
    let words = [("kind", "reflection"), ("title", "What an event did"), ("body", "Two words."), ("event", title.as_str())];
    let page = author.send(&page, &[&words[..], &link].concat()).await;
    let page = author.send(&page, &[("consent_publish", "yes"), ("adult", "yes")]).await.expect_status(200);
    author.send(&page, &[]).await.expect_status(200);
    let story = decide(hub, desk, "What an event did", "publish").await;
    let event = hub.get(&story).await.attributes(".story .by a", "href").remove(0);
    assert!(hub.get(&event).await.text().contains("What an event did"));
    adds_to_it(hub, desk, &author, page.path.trim_end_matches("/check")).await;
}

/// Adds something to a story that is live, which the desk publishes.
async fn adds_to_it(hub: &TestHub, desk: &Visitor, author: &Visitor, home: &str) {
    author.press(&format!("{home}/update"), &[("update", "We met again.")]).await.expect_status(200);
    let update = format!("{}/update", home.replace("/manage/story/", "/desk/stories/"));
    let page = desk.get(&update).await.expect_status(200);
    desk.send_at("form:has(input[name=act][value=show])", &page, &[]).await.expect_status(200);
    let story = author.get(home).await.attributes("main a", "href").into_iter().find(|href| href.starts_with("/stories/")).expect("its page");
    assert!(hub.get(&story).await.text().contains("We met again."));
}

/// Tells the coordinators about a worry, who see to it.
pub async fn are_worried(hub: &TestHub, desk: &Visitor) {
    let told = [("about", "safety"), ("words", "She wrote that tonight."), ("reach", "me@example.org")];
    let worried = Visitor::new(hub);
    worried.press("/report-a-concern?page=/stories/abc", &told).await.expect_status(200);
    hub.tick().await;
    assert!(desk.get("/desk").await.text().contains("1 person has written about a worry"));
    let seen = desk.press("/desk/concerns", &[]).await.expect_status(200);
    assert!(seen.text().contains("Nobody has told us"), "{}", seen.text());
}

/// Asks readers to write; two do, of whose messages one comes by the stream and one by the keeper. Then ends it.
pub async fn are_written_to(hub: &TestHub, desk: &Visitor) {
    let (author, home) = share_a_story_asking(hub, "Written to", "group@example.org").await;
    let story = decide(hub, desk, "Written to", "publish").await;
    write_to_a_story(hub, &story, "May I come?", "reader@example.org").await;
    hub.stream(&mailer::State::new(hub.context.clone(), hub.way_of("mailer"), hub.mailbox.clone())).await;
    assert!(hub.mail_to("group@example.org").text.contains("May I come?"));
    write_to_a_story(hub, &story, "And my sister?", "").await;
    hub.tick().await;
    assert!(hub.mail_to("group@example.org").text.contains("And my sister?"));
    author.press(&format!("{home}/messages"), &[]).await.expect_status(200);
    assert!(hub.get(&format!("{story}/message")).await.text().contains("takes no messages"));
}

/// Is told a day before, and goes live days later by the keeper; another is taken off by a coordinator.
pub async fn are_told_before(hub: &TestHub, desk: &Visitor) {
    desk.press("/desk/weeks/demo/2026", &[("notice", "yes")]).await.expect_status(200);
    let (author, home) = share_a_story_from(hub, "Live after notice", "noticed@example.org").await;
    settle(desk, "Live after notice", "publish").await;
    desk.press("/desk/weeks/demo/2026", &[("notice", "")]).await.expect_status(200);
    assert!(author.get(&home).await.text().contains("Stop it"));
    hub.tick().await;
    assert!(hub.mail_to("noticed@example.org").text.contains("you can stop it"));

    let (_, home) = share_a_story_from(hub, "Taken off with a reason", "reasoned@example.org").await;
    let story = decide(hub, desk, "Taken off with a reason", "publish").await;
    let at_the_desk = home.replace("/manage/story/", "/desk/stories/");
    desk.press(&format!("{at_the_desk}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200);
    hub.get(&story).await.expect_status(410);
}

/// Says that the code is kept, asks for another, and reads it.
async fn renews_the_code(author: &Visitor, home: &str) -> String {
    for act in ["kept", "renew"] {
        let page = author.get(&format!("{home}/code")).await.expect_status(200);
        let form = format!("form:has(input[value={act}])");
        if !page.select(&form).is_empty() {
            author.send_at(&form, &page, &[]).await.expect_status(200);
        }
    }
    let page = author.get(&format!("{home}/code")).await.expect_status(200);
    page.first("p.story-code code").unwrap_or_else(|| panic!("no code on:\n{}", page.text()))
}
