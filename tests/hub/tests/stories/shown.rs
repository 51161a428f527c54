//! What stands around a story's text: whose it is in four ways, quotes set apart, what it leads to.

use axum::http::StatusCode;
use domain::ids::StaffId;
use scraper::{Html, Selector};

use crate::world::{World, key, random};

fn select(page: &str, css: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let words = |element: scraper::ElementRef<'_>| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    document.select(&Selector::parse(css).unwrap()).map(words).collect()
}

#[tokio::test]
async fn quotes_are_set_apart_each_with_whose_words_they_are() {
    let mut world = World::new().await;
    let id = world.written("With quotes", "").await;
    let here = format!("/manage/story/{id}");
    let words = [("kind", "film"), ("question", ""), ("title", "With quotes"), ("body", "My own text."), ("content_note", "")];
    let first = [("quote_1", "We were asked."), ("quote_1_as", "role"), ("quote_1_who", "a nurse"), ("quote_1_basis", "agreed")];
    let second = [("quote_2", "<b>Nobody</b> asked me."), ("quote_2_as", "nobody"), ("quote_2_who", ""), ("quote_2_basis", "public")];
    let without = world.post(&format!("{here}/write"), &[&words[..], &first, &second[..1]].concat(), &key()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    for asked in
        ["Enter the address where the film or podcast is", "Choose how the person you quote is named", "Choose why these words may stand here"]
    {
        assert!(without.body.contains(asked), "{asked}");
    }
    let film =
        [("link", "example.org/film"), ("link_title", "Our film"), ("link_kind", "film"), ("link_length", "12 minutes"), ("transcript", "not-yet")];
    let to_come = [("link_2", "example.org/report"), ("link_2_title", "The whole report"), ("link_2_from", "5 7 2027")];
    let saved = world.post(&format!("{here}/write"), &[&words[..], &first, &second, &film, &to_come].concat(), &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let naming = [("naming", "pen-name"), ("shown_name", "Heron"), ("on_behalf", "the Tuesday Group"), ("about", "a walk"), ("bio", "I walk a lot.")];
    world.post(&format!("{here}/naming"), &naming, &key()).await;
    world.post(&format!("{here}/check"), &[], &key()).await;
    let mut record = world.load(&id).await;
    record.entered_by = Some(StaffId::from_random(random()));
    let live = world.publish(&record).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &live.page().unwrap().path()).await;
    assert_eq!(select(&page, "figure.quote blockquote"), ["We were asked.", "<b>Nobody</b> asked me."], "{page}");
    assert_eq!(select(&page, "figure.quote figcaption"), ["a nurse"]);
    assert_eq!(select(&page, ".story .leads-to"), ["Our film, Film, 12 minutes", "The whole report, from Monday 5 July 2027"]);
    assert_eq!(select(&page, ".story .leads-to a"), ["Our film"], "what is still to come leads nowhere yet");
    world.at("2027-07-05T09:00:00Z".parse().unwrap());
    assert_eq!(select(&world.ask_of(&site, &live.page().unwrap().path()).await, ".story .leads-to a"), ["Our film", "The whole report"]);
    let by = select(&page, ".story .by");
    assert!(by[0].starts_with("By Heron, November 2026"), "{by:?}");
    assert_eq!(by[1..], ["On behalf of the Tuesday Group", "About: a walk", "Posted by a coordinator of the week for its author"]);
    assert_eq!(select(&page, ".story .bio"), ["I walk a lot."]);
}

#[tokio::test]
async fn what_readers_may_want_to_know_stands_first_and_lists_show_it_in_place_of_the_words() {
    let mut world = World::new().await;
    let id = world.written("With a note", "").await;
    let here = format!("/manage/story/{id}");
    let words = [("kind", "blog"), ("question", ""), ("title", "With a note"), ("body", "Hidden first words.")];
    let note = [("content_notes", "suicide"), ("content_notes", "hospital"), ("content_note", "And a storm.")];
    let saved = world.post(&format!("{here}/write"), &[&words[..], &note].concat(), &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(world.get(&format!("{here}/write")).await.body.contains("value=\"hospital\" checked"));
    world.post(&format!("{here}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &live.page().unwrap().path()).await;
    let told = "This mentions: suicide or self-harm; being in hospital. And a storm.";
    let (before, after) = page.split_once(told).expect("the note is on the page");
    assert!(!before.contains("Hidden first words") && after.contains("Hidden first words"));
    let list = world.ask_of(&site, "/scotland/2026/stories").await;
    assert!(list.contains(told) && !list.contains("Hidden first"), "{list}");
}
