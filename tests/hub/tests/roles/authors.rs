//! What authors do.

use hub_tests::TestHub;

use hub_tests::walk::{Visitor, decide, share_a_story_from};

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
