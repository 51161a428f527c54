//! Whatever anybody does in whatever order: a story is public only with every agreement it needs, in the words that were agreed to, and
//! nothing of it is readable after its withdrawal. Its author is found nowhere but in their own confidential record, whatever came of it.
//! `HUB_STORY_HISTORIES` says how many random histories are walked; every third goes on from a story that is live.

#[path = "life/sight.rs"]
mod sight;
#[path = "life/steps.rs"]
mod steps;
#[path = "life/walk.rs"]
mod walk;

use domain::story::StoryState;
use rand::Rng;
use walk::Walk;

/// Walks so many steps; gives what went wrong first, and how often it went live.
async fn walked(seed: u64, steps: usize, guarded: bool) -> (Option<String>, usize) {
    let mut walk = Walk::begin(seed, guarded).await;
    let mut stale = walk.world.load(&walk.id).await;
    let mut was_live = false;
    for step in 0..steps {
        if step == 0 && seed.is_multiple_of(3) {
            walk.brought_live().await;
        } else {
            walk.step(&mut stale).await;
        }
        if let Some(wrong) = walk.wrong().await {
            return (Some(format!("history {seed}, step {step}: {wrong}")), walk.known.lives);
        }
        let live = walk.world.load(&walk.id).await.state == StoryState::Live;
        walk.known.lives += usize::from(live && !was_live);
        was_live = live;
        if walk.known.ended {
            break;
        }
    }
    let leak = walk.leaks().await.map(|leak| format!("history {seed}: {leak}"));
    (leak, walk.known.lives)
}

#[tokio::test]
async fn no_story_is_public_without_every_agreement_and_none_after_its_withdrawal() {
    let histories: u64 = std::env::var("HUB_STORY_HISTORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(24);
    let first: u64 = std::env::var("HUB_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    println!("HUB_SEED={first}");
    let mut lives = 0;
    for seed in first..first + histories {
        let (wrong, lived) = walked(seed, 60, true).await;
        assert_eq!(wrong, None);
        lives += lived;
    }
    println!("{histories} histories, {lives} stories went live");
    assert!(lives as u64 >= histories / 3, "too few went live for this to show anything: {lives}");
}

/// The twin: with the second key taken as given, the same walk sees a story that nobody read.
#[tokio::test]
async fn a_desk_that_forgets_the_second_key_is_seen() {
    for seed in 0..40 {
        if let (Some(wrong), _) = walked(seed, 60, false).await {
            assert!(wrong.contains("second reader"), "{wrong}");
            return;
        }
    }
    panic!("forty histories without the guard, and nothing was seen");
}
