//! A withdrawn story is gone from every public address within a minute, also behind a cache that keeps what its headers allow.

#[path = "withdrawal/addresses.rs"]
mod addresses;
#[path = "withdrawal/edge.rs"]
mod edge;

use std::collections::BTreeSet;
use std::time::Duration;

use hub_tests::proxy::Fault;
use jiff::SignedDuration;

use crate::about_event::listed;
use crate::world::{World, key, now};
use edge::Edge;

/// What is nowhere but in the story.
const TITLE: &str = "Marrowfield remembered";
const WORDS: [&str; 4] = [TITLE, "quillfeather", "Thornapple", "brackenwater"];

/// A story in every place where one can be: in its week, at a question, at an event, in feeds, with readers who write. Its last part.
async fn everywhere(world: &mut World) -> (String, String) {
    listed(world, "Tea and talk").await;
    let id = world.written(TITLE, "").await;
    let here = format!("/manage/story/{id}");
    let naming = [("naming", "pen-name"), ("shown_name", "Thornapple")];
    let words = [("kind", "answer"), ("question", "2"), ("title", TITLE), ("body", "There was a quillfeather."), ("event", "Tea and talk")];
    let call = [("call", "contact"), ("call_words", "Ask us about brackenwater"), ("call_email", "asked@example.org")];
    let agreed = [("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes")];
    let written = [&words[..], &call].concat();
    for (step, fields) in [("naming", &naming[..]), ("write", &written[..]), ("consent", &agreed[..])] {
        let saved = world.post(&format!("{here}/{step}"), fields, &key()).await;
        assert!(saved.status.is_redirection(), "{step}: {}", saved.body);
    }
    let sent = world.post(&format!("{here}/check"), &[], &key()).await;
    assert_eq!(sent.location, format!("{here}/sent"), "{}", sent.body);
    let live = world.publish(&world.load(&id).await).await;
    (here, live.live.unwrap().slug.to_string())
}

/// What came of a withdrawal at second 0, while many read every address before and after it.
#[derive(Debug, Default)]
struct Seen {
    /// The addresses that showed it while it was public.
    before: BTreeSet<String>,
    /// The last second at which one showed it.
    last: Option<i64>,
    /// The addresses that showed it a minute later.
    after: BTreeSet<String>,
    /// What is at its own address then.
    tombstone: String,
}

/// Where it happens.
struct Case {
    /// For how long pages may be kept.
    page_seconds: u32,
    /// Whether the records are out of reach from the moment of the withdrawal on.
    away: bool,
    /// Whether the edge shows what it kept on errors, whatever pages say.
    deaf: bool,
}

const USUAL: Case = Case { page_seconds: 20, away: false, deaf: false };

async fn withdrawn(case: Case) -> Seen {
    let mut world = World::with(case.page_seconds, Duration::from_secs(20)).await;
    let (here, slug) = everywhere(&mut world).await;
    let (mut edge, mut seen) = (Edge::before(&world).await, Seen::default());
    edge.deaf = case.deaf;
    let addresses = addresses::all(&slug, "tea-and-talk");
    for second in -41..=60 {
        let at = now() + SignedDuration::from_secs(second);
        world.at(at);
        if second == 0 {
            let done = world.post(&format!("{here}/withdraw"), &[], &key()).await;
            assert!(done.status.is_redirection());
            if case.away {
                edge.faults.arm(Fault::LostBefore, 0, usize::MAX);
            }
        }
        // Not all at once: caches fill at different moments.
        for (place, address) in addresses.iter().enumerate() {
            if (second + place as i64).rem_euclid(5) != 0 && second < 60 {
                continue;
            }
            let answer = edge.get(address, at).await;
            // A page may name its own address: whoever asks for it knows that.
            let shows = WORDS.iter().any(|word| answer.contains(word)) || !address.path.contains(&slug) && answer.contains(&slug);
            if shows && second < 0 {
                seen.before.insert(address.path.replace(&slug, "*"));
            } else if shows {
                seen.last = Some(second);
            }
            if second == 60 && shows {
                seen.after.insert(address.path.replace(&slug, "*"));
            }
            if second == 60 && address.path == format!("/stories/{slug}") {
                seen.tombstone = answer;
            }
        }
    }
    seen
}

#[tokio::test]
async fn sixty_seconds_after_a_withdrawal_no_public_address_shows_the_story() {
    let seen = withdrawn(USUAL).await;
    println!("last seen {:?} s after it was withdrawn; before that at {:#?}", seen.last, seen.before);
    let places = [
        "/",
        "/scotland/2026",
        "/scotland/2026/stories",
        "/scotland/2026/stories?page=1&q=Marrowfield",
        "/scotland/2026/stories.atom",
        "/scotland/2026/questions/2",
        "/events/tea-and-talk",
        "/sitemap.xml",
        "/stories/*",
        "/stories/*/message",
    ];
    for place in places {
        assert!(seen.before.contains(place), "{place} showed it while it was public: {:#?}", seen.before);
    }
    assert!(seen.last.is_some_and(|last| last < 60), "caches keep it for a moment, and no longer than a minute: {:?}", seen.last);
    assert!(seen.after.is_empty(), "still at {:#?}", seen.after);
    let tombstone = &seen.tombstone;
    assert!(tombstone.starts_with("410") && tombstone.contains("no-store") && tombstone.contains("This page was withdrawn"), "{tombstone}");
}

/// The twin: with pages kept for longer than the design allows, the same test sees it.
#[tokio::test]
async fn pages_kept_for_too_long_would_be_seen() {
    let seen = withdrawn(Case { page_seconds: 120, ..USUAL }).await;
    assert_eq!(seen.last, Some(60));
    assert!(seen.after.contains("/stories/*") && seen.after.contains("/events/tea-and-talk"), "{:#?}", seen.after);
}

/// Nobody can look whether a story is still public, and the edge is answered with errors: it has a copy, and must not show it.
#[tokio::test]
async fn while_the_records_are_out_of_reach_no_public_address_shows_a_withdrawn_story_either() {
    let seen = withdrawn(Case { away: true, ..USUAL }).await;
    assert!(seen.before.contains("/stories/*") && seen.before.contains("/events/tea-and-talk"), "{:#?}", seen.before);
    assert!(seen.last.is_some_and(|last| last < 60), "caches keep it for a moment, and no longer than a minute: {:?}", seen.last);
    assert!(seen.after.is_empty(), "still at {:#?}", seen.after);
    assert!(seen.tombstone.starts_with("503") && seen.tombstone.contains("no-store"), "{}", seen.tombstone);
}

/// The twin: an edge that doesn't hear what pages say of errors goes on showing it.
#[tokio::test]
async fn an_edge_that_shows_old_copies_on_errors_would_be_seen() {
    let seen = withdrawn(Case { away: true, deaf: true, ..USUAL }).await;
    assert_eq!(seen.last, Some(60));
    for place in ["/stories/*", "/events/tea-and-talk", "/scotland/2026/stories"] {
        assert!(seen.after.contains(place), "{place}: {:#?}", seen.after);
    }
}
