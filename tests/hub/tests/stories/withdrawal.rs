//! A withdrawn story is gone from every public address within a minute, also behind a cache that keeps what its headers allow.

#[path = "withdrawal/addresses.rs"]
mod addresses;
#[path = "withdrawal/edge.rs"]
mod edge;

use std::collections::BTreeSet;
use std::time::Duration;

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

async fn withdrawn(page_seconds: u32, memory: Duration) -> Seen {
    let mut world = World::with(page_seconds, memory).await;
    let (here, slug) = everywhere(&mut world).await;
    let (mut edge, mut seen) = (Edge::before(&world), Seen::default());
    let addresses = addresses::all(&slug, "tea-and-talk");
    for second in -41..=60 {
        let at = now() + SignedDuration::from_secs(second);
        world.at(at);
        if second == 0 {
            let done = world.post(&format!("{here}/withdraw"), &[], &key()).await;
            assert!(done.status.is_redirection());
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
    let seen = withdrawn(20, Duration::from_secs(20)).await;
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
    let seen = withdrawn(120, Duration::from_secs(20)).await;
    assert_eq!(seen.last, Some(60));
    assert!(seen.after.contains("/stories/*") && seen.after.contains("/events/tea-and-talk"), "{:#?}", seen.after);
}
