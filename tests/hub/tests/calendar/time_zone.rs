//! Wherever hours stand, the page says in whose time they are.

use domain::week::{Question, Week};
use hub_tests::fixtures;
use store::weeks::Weeks;

use super::world::{WEEK, World};

#[tokio::test]
async fn every_list_that_says_hours_says_that_they_are_uk_time() {
    let world = World::with(40).await;
    let event = &world.events.iter().find(|one| one.page.when.start().is_some()).unwrap().page;
    let lists = ["calendar", "programme", "questions/1"].map(|list| format!("{WEEK}/{list}"));
    let my_week = format!("{WEEK}/my-week?e={}", event.id);
    let pages: Vec<String> = lists.into_iter().chain([format!("/embed{WEEK}"), WEEK.to_owned(), event.path(), my_week]).collect();
    for path in &pages {
        let text = world.get(path).await.text();
        assert!(text.contains("UK time"), "{path}: {text}");
    }
    // On the week's page once, before the first hours there are.
    let asked = vec![Question::new(1, "What changes?")];
    let week = Week { featured: vec![event.slug.clone()], questions: asked, ..fixtures::week() };
    Weeks::new(world.hub.db.clone()).put(&week).await.unwrap();
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    let page = world.get(WEEK).await;
    let text = page.text();
    assert_eq!(text.matches("Times are UK time.").count(), 1, "{text}");
    let (before, _) = text.split_once("Times are UK time.").unwrap();
    assert!(!before.contains(&event.title), "it stands before the rows: {text}");
    // Where there are no hours there is no word on them.
    assert!(!world.get(&format!("/embed{WEEK}?q=zzzzzz")).await.text().contains("UK time"));
}
