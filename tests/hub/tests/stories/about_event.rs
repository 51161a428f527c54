//! A story about an event of its week: each page leads to the other, until its author takes the story back.

use axum::Router;
use axum::http::StatusCode;
use domain::event::{EventCard, EventPage};
use domain::ids::{EventId, Slug};
use store::public::add_event;
use store::{Table, Tx};

use crate::world::{World, key, random, week};

/// Puts an event of the week at its address, as the desk does.
pub async fn listed(world: &World, title: &str) -> EventPage {
    let page: EventPage = serde_json::from_value(serde_json::json!({
        "id": EventId::from_random(random()).as_str(), "slug": Slug::from_title(title).as_str(), "week": week().id.to_string(), "title": title,
        "summary": "Tea.", "description": "Tea.", "kind": "cafe", "host": "Example Trust", "nation": "scotland", "when": { "timing": "any-time" },
        "format": "online", "platform": "Zoom", "access": [], "booking": "not-needed", "cost": "free", "state": "listed", "sequence": 0,
        "changed": "2026-11-01T09:00:00Z", "published": "2026-11-01T09:00:00Z", "venue_private": false, "through_hub": false, "capacity": null
    }))
    .unwrap();
    let mut tx = Tx::new(&world.db);
    add_event(&mut tx, &page);
    tx.commit().await.unwrap();
    page
}

fn site_of(world: &World) -> Router {
    site::router(site::State::new(world.context.clone(), world.db.clone()))
}

const WORDS: [(&str, &str); 3] = [("kind", "reflection"), ("title", "What tea did"), ("body", "We sat down.")];

#[tokio::test]
async fn a_reflection_and_its_event_lead_to_each_other_until_it_is_taken_back() {
    let mut world = World::new().await;
    let (tea, cake) = (listed(&world, "Tea and talk").await, listed(&world, "Tea and cake").await);
    let id = world.written("What tea did", "").await;
    let write = format!("/manage/story/{id}/write");
    assert!(world.get(&write).await.body.contains("the people who were there know each other"));
    let asked = world.post(&write, &[&WORDS[..], &[("event", "tea")]].concat(), &key()).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    for offered in ["value=\"/events/tea-and-talk\"", "value=\"/events/tea-and-cake\"", "Which event is it about?", "None of these", "“tea”"] {
        assert!(asked.body.contains(offered), "{offered}: {}", asked.body);
    }
    let others = world.post(&write, &[&WORDS[..], &[("event", ""), ("event_words", "cake")]].concat(), &key()).await;
    assert!(others.body.contains("value=\"/events/tea-and-cake\"") && others.body.contains("“cake”"), "looked for again: {}", others.body);
    assert!(!others.body.contains("value=\"/events/tea-and-talk\""), "{}", others.body);
    let nothing = world.post(&write, &[&WORDS[..], &[("event", "a walk")]].concat(), &key()).await;
    assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.body.contains("value=\"a walk\""), "{}", nothing.body);
    let found = world.post(&write, &[&WORDS[..], &[("event", "https://hub.example/events/tea-and-talk")]].concat(), &key()).await;
    assert_eq!(found.status, StatusCode::SEE_OTHER, "{}", found.body);
    assert!(world.get(&format!("/manage/story/{id}/check")).await.body.contains("Tea and talk"));
    let forged = world.post(&write, &[&WORDS[..], &[("event", "/events/tea-and-talk"), ("event_id", cake.id.as_str())]].concat(), &key()).await;
    assert_eq!(forged.status, StatusCode::BAD_REQUEST, "which event was found is not for a form to say");
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;

    let site = site_of(&world);
    let event = world.ask_of(&site, &tea.path()).await;
    assert!(!event.contains("What tea did"), "nothing is public before it is published");
    let live = world.publish(&world.load(&id).await).await;
    let page = live.page().unwrap();
    let story = world.ask_of(&site, &page.path()).await;
    assert!(story.contains("<a href=\"/events/tea-and-talk\">Tea and talk</a>"), "{story}");
    let event = world.ask_of(&site, &tea.path()).await;
    assert!(event.contains("Reflections on this event") && event.contains(&format!("href=\"{}\"", page.path())), "{event}");
    assert!(!world.ask_of(&site, &cake.path()).await.contains("What tea did"), "it is about one event only");

    world.post(&format!("/manage/story/{id}/withdraw"), &[], &key()).await;
    assert!(!world.ask_of(&site, &tea.path()).await.contains("What tea did"));
    assert!(!world.everything(Table::Public).await.contains("What tea did"));
}

#[tokio::test]
async fn from_an_event_s_page_the_form_begins_with_that_event() {
    let mut world = World::new().await;
    listed(&world, "Tea and talk").await;
    let start = world.get("/share-your-story?week=scotland/2026&event=tea-and-talk").await;
    assert!(start.body.contains("You are writing about an event") && start.body.contains("value=\"tea-and-talk\""), "{}", start.body);
    for (event, found) in [("tea-and-talk", true), ("no-such-event", false), ("../desk", false)] {
        let begun = world.post("/share-your-story", &[("week", "scotland/2026"), ("event", event)], &key()).await;
        let write = world.get(&begun.location.replace("naming", "write")).await;
        assert_eq!(write.body.contains("Now it is about: Tea and talk"), found, "{event}");
    }
}

#[tokio::test]
async fn a_story_of_which_the_time_is_over_is_not_listed_at_its_event() {
    let mut world = World::new().await;
    let tea = listed(&world, "Tea and talk").await;
    let id = world.written("What tea did", "").await;
    let path = format!("/manage/story/{id}");
    world.post(&format!("{path}/write"), &[&WORDS[..], &[("event", "Tea and talk")]].concat(), &key()).await;
    let until = [("consent_until", "date"), ("day", "30"), ("month", "11"), ("year", "2026")];
    world.post(&format!("{path}/consent"), &[&[("consent_publish", "yes"), ("adult", "yes")][..], &until].concat(), &key()).await;
    world.post(&format!("{path}/check"), &[], &key()).await;
    world.publish(&world.load(&id).await).await;
    let site = site_of(&world);
    assert!(world.ask_of(&site, &tea.path()).await.contains("What tea did"));
    world.at("2026-12-01T09:00:00Z".parse().unwrap());
    assert!(!world.ask_of(&site, &tea.path()).await.contains("What tea did"));
    let cards: Vec<EventCard> = world.public.event_cards(week().id).await.unwrap();
    assert_eq!(cards.len(), 1);
}
