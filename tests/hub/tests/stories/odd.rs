//! What nobody expects to be typed into a story: a clear answer, and nothing lost.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use domain::story::StoryRecord;

use crate::world::{Page, World, key};

const NESTED: usize = 1_000;

/// Longer than any of these pages takes on a machine that builds something else meanwhile, and far from what a nest takes that is looked
/// through again for each of its levels.
const SOON: Duration = Duration::from_secs(5);

/// Quotes, lists and stress in one another, whole and broken.
fn nests() -> [(&'static str, String); 7] {
    let deep = |sign: &str, end: &str| format!("{}words at the bottom{}", sign.repeat(NESTED), end.repeat(NESTED));
    [
        ("quotes", deep("> ", "")),
        ("lists", deep("- ", "")),
        ("numbered lists", deep("1. ", "")),
        ("stress", deep("*a ", " a*")),
        ("strong stress", deep("**_", "_**")),
        ("brackets", deep("[", "](https://example.org)")),
        ("all of it, never ended", deep("> * **[", "")),
    ]
}

async fn site_shows(world: &World, live: &StoryRecord) -> String {
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    world.ask_of(&site, &live.page().unwrap().path()).await
}

/// Saves the page on which a story is written.
async fn write(world: &mut World, path: &str, body: &str, more: &[(&str, &str)]) -> Page {
    let fields = [("kind", "blog"), ("title", "Odd"), ("body", body)];
    world.post(&format!("{path}/write"), &[&fields[..], more].concat(), &key()).await
}

#[tokio::test]
async fn a_nest_a_thousand_deep_is_saved_previewed_checked_and_shown_at_once() {
    let mut world = World::new().await;
    for (name, nest) in nests() {
        let id = world.written("Odd", "").await;
        let path = format!("/manage/story/{id}");
        let begun = Instant::now();
        let preview = write(&mut world, &path, &nest, &[("do", "preview")]).await;
        let seen = world.get(&preview.location).await.body;
        assert!(seen.contains("id=\"preview\"") && seen.contains("words at the bottom"), "{name}");
        assert!(begun.elapsed() < SOON, "{name}: {:?} until it is previewed", begun.elapsed());
        assert_eq!(world.load(&id).await.answers.get("body"), nest, "{name} is kept as it was typed");

        let begun = Instant::now();
        let saved = write(&mut world, &path, &nest, &[]).await;
        assert_eq!(saved.location, format!("{path}/consent"), "{name}: nothing in it could give somebody away");
        assert_eq!(world.post(&format!("{path}/check"), &[], &key()).await.location, format!("{path}/sent"), "{name}");
        let live = world.publish(&world.load(&id).await).await;
        assert!(site_shows(&world, &live).await.contains("words at the bottom"), "{name}");
        assert!(begun.elapsed() < SOON, "{name}: {:?} until it is published", begun.elapsed());
    }
}

#[tokio::test]
async fn scripts_from_right_to_left_and_marks_upon_marks_come_through_as_they_were_typed() {
    let mut world = World::new().await;
    let id = world.written("Odd", "").await;
    let path = format!("/manage/story/{id}");
    let marks = format!("Z{}algo", "\u{301}\u{328}\u{489}".repeat(40));
    let body = format!("שלום לכולם.\n\nمرحبا بكم في الأسبوع.\n\n{marks} 👩🏽\u{200d}🦽\u{200d}➡️ Tŷ’r Ŵyl.");
    let title = "כותרת עם e\u{301}";
    let turned = format!("{body}\u{202e} and back");
    let fields = [("kind", "blog"), ("title", title), ("body", &turned)];
    let saved = world.post(&format!("{path}/write"), &fields, &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let kept = world.load(&id).await;
    assert_eq!((kept.answers.get("title"), kept.answers.get("body")), (title, turned.as_str()), "byte for byte");
    world.post(&format!("{path}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let page = site_shows(&world, &live).await;
    // Letters and the marks on them are brought into one form (NFC); what turns a line round is taken out.
    let shown = domain::text::clean(&body);
    for part in shown.split("\n\n") {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains("כותרת עם é") && page.contains(" and back") && !page.contains('\u{202e}'), "{page}");
}

#[tokio::test]
async fn a_megabyte_is_answered_with_words_and_what_was_saved_before_stays() {
    let mut world = World::new().await;
    let id = world.written("Odd", "").await;
    let path = format!("/manage/story/{id}");
    write(&mut world, &path, "What was there before.", &[]).await;
    let megabyte = "We planned it. ".repeat(70_000);
    assert!(megabyte.len() > 1_000_000);
    for (path, field) in [(format!("{path}/write"), "body"), ("/report-a-concern".to_owned(), "words"), (format!("{path}/naming"), "bio")] {
        let answer = world.post(&path, &[(field, &megabyte)], &key()).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        assert!(answer.body.contains("too long for us to take") && answer.body.contains("Press Back"), "{path}: {}", answer.body);
    }
    assert_eq!(world.load(&id).await.answers.get("body"), "What was there before.");
}

#[tokio::test]
async fn nothing_but_spaces_of_any_kind_is_nothing() {
    let mut world = World::new().await;
    let id = world.written("Odd", "").await;
    for spaces in ["   ", "\t\r\n \r\n", "\u{a0}\u{2003}\u{3000}", "\u{200b}\u{feff}\u{2060}\u{202e}"] {
        let fields = [("kind", "blog"), ("title", spaces), ("body", spaces)];
        let refused = world.post(&format!("/manage/story/{id}/write"), &fields, &key()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{spaces:?}");
        assert!(refused.body.contains("Enter a title") && refused.body.contains("Write your story"), "{spaces:?}: {}", refused.body);
    }
    let worry = world.post("/report-a-concern", &[("about", "safety"), ("words", " \u{a0} ")], &key()).await;
    assert!(worry.status == StatusCode::UNPROCESSABLE_ENTITY && worry.body.contains("Write what you are worried about"), "{}", worry.body);
}

#[tokio::test]
async fn a_link_that_runs_something_is_asked_about_and_never_leads_anywhere() {
    let mut world = World::new().await;
    let id = world.written("Odd", "").await;
    let path = format!("/manage/story/{id}");
    let link = [("link", "javascript:alert(1)"), ("link_title", "Our film")];
    let refused = write(&mut world, &path, "Some words.", &link).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Enter a web address, like https://") && refused.body.contains("value=\"javascript:alert(1)\""),
        "{}",
        refused.body
    );
    write(&mut world, &path, "See [our film](javascript:alert(1)) and <javascript:alert(2)>.", &[]).await;
    world.post(&format!("{path}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let page = site_shows(&world, &live).await;
    assert!(page.contains("our film") && !page.contains("href=\"javascript:"), "{page}");
}
