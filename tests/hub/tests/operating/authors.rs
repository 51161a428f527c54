//! An author in every private field of every kind of story, whatever the desk and they did with it afterwards: found in their own
//! confidential record and nowhere else; and what each story says, in every field, only where such a story may be (quality-bar P-17, S-45). `HUB_STORY_MODERATIONS` says how many stories are walked through.

use domain::story::StoryKind;
use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk};
use store::{Key, Table, Tx};

use super::caught::Caught;
use super::search::Places;

/// What an author thought better of, or gave in confidence: a name, an address, words by which they sought an event.
const AUTHOR: [&str; 3] = ["canaryname", "canarymail", "canarysought"];
const EMAIL: &str = "canarymail@example.org";

/// Where messages of readers go.
const RELAY: &str = "canaryrelay@example.org";

/// How many stories one network may begin in an hour, and a few fewer.
const AN_HOUR: usize = 32;

const FORM: &str = "main form[method=post i]";

/// A word that stands in one story alone, in each of its fields.
fn own_word(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    format!("canaryfield{}{}{}", letter(n / 676), letter(n / 26), letter(n))
}

/// Types a name and thinks better of it, seeks an event and takes another, gives an address, sends a story of this kind with a word of its
/// own in each field that is shown. Gives the private page.
async fn shares(hub: &TestHub, n: usize, event: Option<&str>) -> (Visitor, String) {
    let (kind, own) = (StoryKind::ALL[n % StoryKind::ALL.len()], own_word(n));
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let home = page.path.trim_end_matches("/naming").to_owned();
    author.send(&page, &[("naming", "full-name"), ("shown_name", "canaryname")]).await;
    let [title, body, quote, who] =
        [format!("Told {n} {own}"), format!("We began with {own}."), format!("{own} was said"), format!("somebody there, {own}")];
    let around = [("on_behalf", own.as_str()), ("about", &own), ("bio", &own)];
    let named = if n.is_multiple_of(2) { vec![("naming", "nothing")] } else { vec![("naming", "pen-name"), ("shown_name", &own)] };
    author.press(&format!("{home}/naming"), &[&named[..], &around].concat()).await.expect_status(200);
    let write = format!("{home}/write");
    let sought = author.get(&write).await.form_at(FORM).with("event", "where canarysought lives");
    author.submit(&write, &sought).await.expect_status(422);
    let words =
        [("kind", kind.value()), ("question", "1"), ("title", &title), ("body", &body), ("content_notes", "hospital"), ("content_note", &own)];
    let (long, spoken) = (format!("4 minutes, {own}"), format!("A voice says {own}."));
    let film = [("link", "https://example.org/film"), ("link_title", &own), ("link_length", &long)];
    let heard = if kind == StoryKind::Film { vec![("transcript", "here"), ("transcript_words", spoken.as_str())] } else { Vec::new() };
    let quoted = [("quote_1", quote.as_str()), ("quote_1_as", "role"), ("quote_1_who", &who), ("quote_1_basis", "agreed")];
    let asks = [("call", "contact"), ("call_words", &own), ("call_email", RELAY), ("event", event.unwrap_or_default())];
    author.press(&write, &[&words[..], &film, &heard[..], &quoted, &asks].concat()).await.expect_status(200);
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

/// Its author adds something to a story that is public.
async fn adds(author: &Visitor, home: &str, words: &str) {
    author.press(&format!("{home}/update"), &[("update", words)]).await.expect_status(200);
}

/// How many things may happen to it.
const HAPPENINGS: u64 = 11;

/// One of them.
async fn happens(what: u64, desk: &Visitor, author: &Visitor, home: &str) {
    let story = home.replace("/manage/story/", "/desk/stories/");
    let update = format!("{story}/update");
    let taken_back = async || drop(author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200));
    match what {
        0 => act(desk, &story, "ask-for-change", &[("words", "Leave out the street.")]).await,
        1 => {
            let edits = [("body", "We began with two chairs."), ("words", "Two, I think.")];
            desk.press(&format!("{story}/edit"), &edits).await.expect_status(200);
            let page = author.get(&format!("{home}/edits")).await.expect_status(200);
            author.send_at("form:has(input[name=do][value=yes])", &page, &[]).await.expect_status(200);
        }
        2 => return act(desk, &story, "decline", &[("reason", "It is about another week.")]).await,
        3 => return,
        _ => {}
    }
    if what == 0 {
        author.press(&format!("{home}/check"), &[]).await.expect_status(200);
    }
    act(desk, &story, "publish", &[]).await;
    match what {
        4 => drop(desk.press(&format!("{story}/take-down"), &[("reason", "It names a child.")]).await.expect_status(200)),
        5 => taken_back().await,
        6 => {
            adds(author, home, "We met again.").await;
            act(desk, &update, "show", &[]).await;
        }
        7 => {
            adds(author, home, "In confidence: canaryupdate.").await;
            act(desk, &update, "decline", &[("reason", "It tells where you live.")]).await;
        }
        8 => adds(author, home, "Nobody has read it yet: canaryupdate.").await,
        9 => {
            adds(author, home, "Shown and taken back: canarygone.").await;
            act(desk, &update, "show", &[]).await;
            taken_back().await;
        }
        _ => {}
    }
}

/// Where a story's words are though something that happened to it says that they may not be there.
fn astray(places: &Places, what: u64, own: &str) -> Vec<String> {
    let seen = places.search(&[own], |place| place.starts_with("hub STORY#") || place == "hub/story-meta.jsonl");
    let at_the_desk = |place: &str| ["/desk:", "hub QUEUE", "hub/queue"].iter().any(|desk| place.starts_with(desk));
    let in_public = |place: &str| !["hub ", "hub/", "outbox", "confidential", "a mail", "the log", "/desk"].iter().any(|not| place.starts_with(not));
    let is_anyway = |place: &String| match what {
        // Declined, waiting for a coordinator, taken off.
        2..=4 => at_the_desk(place),
        // Withdrawn: nowhere.
        5 | 9 => false,
        // Live, and an update waits for a coordinator.
        8 => at_the_desk(place) || in_public(place),
        _ => in_public(place),
    };
    let kept = (matches!(what, 5 | 9) && seen.at_home > 0).then(|| format!("{own} is in {} records of a withdrawn story", seen.at_home));
    seen.elsewhere.into_iter().filter(|place| !is_anyway(place)).chain(kept).collect()
}

/// As if an hour had passed for whoever counts stories: the clock stands, so that nobody at the desk is signed out.
async fn an_hour_later(hub: &TestHub) {
    let mut tx = Tx::new(&hub.db);
    for key in hub.everything().await.into_keys().filter(|key| key.starts_with("hub RATE#")) {
        let (pk, sk) = key.trim_start_matches("hub ").rsplit_once(' ').expect("both keys");
        tx.delete(Table::Hub, &Key::new(pk, sk));
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_author_is_found_in_their_own_confidential_record_and_nowhere_else() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let event = hub.get("/demo/2026/calendar").await.attributes("article h3 a", "href").remove(0);
    let many: usize = std::env::var("HUB_STORY_MODERATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut happened = Vec::new();
    for n in 0..many {
        let (author, home) = shares(&hub, n, (n % 2 == 0).then_some(event.as_str())).await;
        // Each at least once, then by chance.
        let what = if n < HAPPENINGS as usize { n as u64 } else { hub.seed.below(HAPPENINGS) };
        happens(what, &desk, &author, &home).await;
        happened.push(what);
        if n % 8 == 7 {
            hub.tick().await;
        }
        if n % AN_HOUR == AN_HOUR - 1 {
            an_hour_later(&hub).await;
        }
    }
    hub.tick().await;
    let places = Places::of(&hub, &desk, &log).await;
    let confidential = |place: &str| place.starts_with("confidential AUTHOR#");
    let author = places.search(&AUTHOR, confidential);
    assert!(author.elsewhere.is_empty(), "{}", author.elsewhere.join("\n"));
    assert!(author.at_home > many / 3, "of {many} authors {} are where they should be", author.at_home);
    let relay = places.search(&[RELAY], |place| place.starts_with("confidential RELAY#"));
    assert!(relay.elsewhere.is_empty() && relay.at_home > 1, "{} at home, and in\n{}", relay.at_home, relay.elsewhere.join("\n"));
    for (n, what) in happened.iter().enumerate() {
        let astray = astray(&places, *what, &own_word(n));
        assert!(astray.is_empty(), "story {n}, after {what}:\n{}", astray.join("\n"));
    }
    let story = |place: &str| place.starts_with("hub STORY#") || place == "hub/story-meta.jsonl";
    let update = places.search(&["canaryupdate"], story);
    assert!(update.elsewhere.is_empty() && update.at_home > 1, "{} at home, and in\n{}", update.at_home, update.elsewhere.join("\n"));
    let gone = places.search(&["canarygone"], |_| false);
    assert!(gone.elsewhere.is_empty(), "{}", gone.elsewhere.join("\n"));
    assert!(hub.get(&event).await.text().contains("Told "), "its reflections are on the event's page");

    // The twin: an author whom somebody wrote beside the story is found.
    let mut tx = Tx::new(&hub.db);
    tx.put(Table::Hub, &Key::new("LEAK#1", "META"), &serde_json::json!({ "by": EMAIL }));
    tx.commit().await.unwrap();
    let leak = Places::stored(&hub).await.search(&AUTHOR, confidential).elsewhere;
    assert!(matches!(&leak[..], [one] if one.starts_with("hub LEAK#1")), "{leak:?}");
    // And the words of a withdrawn story are found where a live one's may be.
    let live = happened.iter().position(|what| *what == 10).expect("one went live and nothing happened to it since");
    assert!(!astray(&places, 5, &own_word(live)).is_empty());
}
