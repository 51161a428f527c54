//! A device that others use: once a story is closed there, the next person sees what strangers see.

use axum::http::StatusCode;
use domain::story::StoryState;

use crate::world::{World, key, link_on};

/// Every page behind a story's private link that says something of it.
const PAGES: [&str; 9] = ["", "/sent", "/check", "/write", "/code", "/address", "/agreed", "/withdraw", "/edits"];

#[tokio::test]
async fn a_story_closed_on_a_device_is_there_what_it_is_to_strangers() {
    let mut world = World::new().await;
    let record = world.sent("Closed behind me", "").await;
    let here = format!("/manage/story/{}", record.id);
    let close = format!("{here}/close");
    for page in ["", "/sent", "/close"] {
        let body = world.get(&format!("{here}{page}")).await.body;
        assert!(body.contains(&format!("action=\"{close}\"")) && body.contains("Close my story on this device"), "{page}: {body}");
    }
    let link = link_on(&world.get(&format!("{here}/sent")).await);
    assert_eq!(world.post(&close, &[], &key()).await.location, close);
    assert!(world.get(&close).await.body.contains("Your story is closed on this device"));
    let mut closed = Vec::new();
    for page in PAGES {
        let seen = world.get(&format!("{here}{page}")).await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN, "{page}: {}", seen.body);
        closed.push(seen.body);
    }
    assert_eq!(world.post(&format!("{here}/withdraw"), &[], &key()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.load(&record.id).await.state, StoryState::Queued, "and nothing can be done with it");
    world.forget();
    for (page, seen) in PAGES.iter().zip(closed) {
        assert_eq!(world.get(&format!("{here}{page}")).await.body, seen, "{page}");
    }
    // Its author is let in again, as on any other device.
    world.post(&link, &[], &key()).await;
    assert!(world.get(&here).await.body.contains("Closed behind me"));
}

#[tokio::test]
async fn closing_one_story_leaves_another_open_and_tells_nothing_of_any() {
    let mut world = World::new().await;
    let [one, other] = [world.sent("The first", "").await, world.sent("The second", "").await];
    world.post(&format!("/manage/story/{}/close", one.id), &[], &key()).await;
    assert_eq!(world.get(&format!("/manage/story/{}", one.id)).await.status, StatusCode::FORBIDDEN);
    assert!(world.get(&format!("/manage/story/{}", other.id)).await.body.contains("The second"));
    world.forget();
    let never = domain::ids::StoryId::from_random([3; 16]);
    let pages = [world.get(&format!("/manage/story/{}/close", one.id)).await, world.get(&format!("/manage/story/{never}/close")).await];
    let bodies = [pages[0].body.replace(one.id.as_str(), ""), pages[1].body.replace(never.as_str(), "")];
    assert_eq!(bodies[0], bodies[1], "nor whether there is such a story");
}
