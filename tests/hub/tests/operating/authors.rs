//! An author in every private field of every kind of story, whatever the desk and they did with it afterwards: found in their own
//! confidential record and nowhere else (quality-bar P-17, S-45). `HUB_STORY_MODERATIONS` says how many stories are walked through.

use domain::story::StoryKind;
use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk};
use operate::export;
use store::Key;

use super::caught::Caught;
use super::files::all_text;

const CANARIES: [&str; 2] = ["canaryname", "canarymail"];
const EMAIL: &str = "canarymail@example.org";

/// Types a name and thinks better of it, gives an address, sends a story of this kind. Gives the private page.
async fn shares(hub: &TestHub, kind: StoryKind, title: &str) -> (Visitor, String) {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let home = page.path.trim_end_matches("/naming").to_owned();
    author.send(&page, &[("naming", "full-name"), ("shown_name", "canaryname")]).await;
    author.press(&format!("{home}/naming"), &[("naming", "nothing")]).await;
    let words = [("kind", kind.value()), ("question", "1"), ("title", title), ("body", "We began with one chair.")];
    let film = [("link", "https://example.org/film"), ("link_title", "Our film"), ("link_length", "4 minutes")];
    author.press(&format!("{home}/write"), &[&words[..], &film].concat()).await.expect_status(200);
    let agreed = [("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes"), ("email", EMAIL)];
    author.press(&format!("{home}/consent"), &agreed).await.expect_status(200);
    let sent = author.press(&format!("{home}/check"), &[]).await.expect_status(200);
    assert!(sent.path.ends_with("/sent"), "{}", sent.text());
    (author, home)
}

/// Presses one of the desk's buttons about a story.
async fn act(desk: &Visitor, story: &str, act: &str, more: &[(&str, &str)]) {
    let page = desk.get(story).await.expect_status(200);
    desk.send_at(&format!("form:has(input[name=act][value={act}])"), &page, more).await.expect_status(200);
}

/// One of the things that may happen to it.
async fn happens(hub: &TestHub, desk: &Visitor, author: &Visitor, home: &str) {
    let story = home.replace("/manage/story/", "/desk/stories/");
    match hub.seed.below(7) {
        0 => act(desk, &story, "publish", &[]).await,
        1 => {
            act(desk, &story, "ask-for-change", &[("words", "Leave out the street.")]).await;
            author.press(&format!("{home}/check"), &[]).await.expect_status(200);
            act(desk, &story, "publish", &[]).await;
        }
        2 => {
            let edits = [("body", "We began with two chairs."), ("words", "Two, I think.")];
            desk.press(&format!("{story}/edit"), &edits).await.expect_status(200);
            let page = author.get(&format!("{home}/edits")).await.expect_status(200);
            author.send_at("form:has(input[name=do][value=yes])", &page, &[]).await.expect_status(200);
            act(desk, &story, "publish", &[]).await;
        }
        3 => act(desk, &story, "decline", &[("reason", "It is about another week.")]).await,
        4 => {
            act(desk, &story, "publish", &[]).await;
            desk.press(&format!("{story}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200);
        }
        5 => {
            act(desk, &story, "publish", &[]).await;
            author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
        }
        _ => {}
    }
}

/// Everything that anyone, or anybody at the desk, can read.
async fn everything_readable(hub: &TestHub, desk: &Visitor) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let list = hub.get("/demo/2026/stories").await.expect_status(200);
    let mut addresses = list.attributes("h3 a", "href");
    for known in
        ["/", "/demo/2026", "/demo/2026/stories", "/demo/2026/stories?page=2", "/demo/2026/stories.atom", "/demo/2026/questions/1", "/sitemap.xml"]
    {
        addresses.push(known.to_owned());
    }
    for address in addresses {
        let page = hub.get(&address).await.expect_status(200);
        out.push((address, format!("{:?}{}", page.headers, page.html())));
    }
    for address in ["/desk", "/desk/audit"] {
        out.push((address.to_owned(), desk.get(address).await.expect_status(200).html()));
    }
    out
}

fn told_of(canaries: &[&str], text: &str) -> bool {
    canaries.iter().any(|canary| text.contains(canary))
}

#[tokio::test]
async fn an_author_is_found_in_their_own_confidential_record_and_nowhere_else() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let many: usize = std::env::var("HUB_STORY_MODERATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(16);
    for n in 0..many {
        let kind = StoryKind::ALL[n % StoryKind::ALL.len()];
        let (author, home) = shares(&hub, kind, &format!("Told {n}")).await;
        happens(&hub, &desk, &author, &home).await;
        if n % 8 == 7 {
            hub.tick().await;
        }
    }
    hub.tick().await;
    let mut found = Vec::new();
    let mut kept = 0;
    for (key, record) in hub.everything().await.into_iter().filter(|(key, record)| told_of(&CANARIES, key) || told_of(&CANARIES, record)) {
        match key.starts_with("confidential") && key.contains("AUTHOR#") {
            true => kept += 1,
            false => found.push(format!("{key}: {record}")),
        }
    }
    for (address, page) in everything_readable(&hub, &desk).await {
        found.extend(told_of(&CANARIES, &page).then_some(address));
    }
    for letter in hub.mailbox.letters() {
        let mail = &letter.mail;
        let text = format!("{}{}{}", mail.subject, mail.text, mail.html);
        found.extend(told_of(&CANARIES, &text).then(|| format!("a mail: {text}")));
    }
    found.extend(told_of(&CANARIES, &log.text()).then(|| "the log and its figures".to_owned()));
    let folder = std::env::temp_dir().join(format!("hub-authors-{}", std::process::id()));
    export::export(&hub.db, &folder, false, hub.context.now()).await.unwrap();
    found.extend(told_of(&CANARIES, &all_text(&folder)).then(|| "an export".to_owned()));
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(kept > many / 3, "of {many} authors {kept} are where they should be");

    // The twin: an author whom somebody wrote beside the story is found.
    let mut tx = store::Tx::new(&hub.db);
    tx.put(store::Table::Hub, &Key::new("LEAK#1", "META"), &serde_json::json!({ "by": EMAIL }));
    tx.commit().await.unwrap();
    assert!(hub.everything().await.values().any(|record| record.contains("LEAK") || record.contains(EMAIL)));
}
