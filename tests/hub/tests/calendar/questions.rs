//! A question that several weeks asked: its answers stand together, fifty events a page.

use std::collections::BTreeSet;

use domain::week::{Question, QuestionId, Week, WeekId};
use hub_tests::many;
use jiff::civil::date;
use store::weeks::Weeks;

use super::world::{WEEK, World};

/// A later week with its own events, whose second question is the first of the other.
async fn year_after(world: &World) -> (Week, Vec<many::Many>) {
    let id = WeekId::parse("scotland/2027").unwrap();
    let same_as = QuestionId::parse("scotland/2026/1");
    let asked = vec![Question::new(1, "What else?"), Question { same_as, ..Question::new(2, "What changes now?") }];
    let days = (Some(date(2027, 11, 22)), Some(date(2027, 11, 28)));
    let week = Week { name: "The week after".into(), first: days.0, last: days.1, ..Week::unknown(id) }.asking(asked);
    Weeks::new(world.hub.db.clone()).put(&week).await.unwrap();
    let events = many::events(&week, &world.seed, 40);
    many::write(&world.hub.db, &week, &events).await;
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    (week, events)
}

fn answering(events: &[many::Many], number: u8) -> BTreeSet<String> {
    events.iter().filter(|one| one.page.more.questions.contains(&number)).map(|one| one.page.path()).collect()
}

/// The events on all pages, from the first by "Later", none of them longer than fifty, and the headings that were seen.
async fn gathered(world: &World, path: &str) -> (Vec<String>, Vec<String>) {
    let (mut events, mut headings) = (Vec::new(), Vec::new());
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let page = world.get(&path).await;
        let here = page.attributes("main article h3 a", "href");
        assert!(here.len() <= 50, "{path}: {}", here.len());
        events.extend(here);
        headings.extend(page.select("main .section h2"));
        next = page.attributes("nav.pages a[rel=next]", "href").pop();
    }
    (events, headings)
}

#[tokio::test]
async fn answers_of_every_year_that_asked_the_same_stand_together_from_either_side() {
    let world = World::with(300).await;
    let (later, events) = year_after(&world).await;
    let all: BTreeSet<String> = answering(&world.events, 1).union(&answering(&events, 2)).cloned().collect();
    assert!(all.len() > 50, "more than a page");
    for (path, first) in [(format!("{WEEK}/questions/1"), "Scotland 2026: "), (format!("{}/questions/2", later.id.path()), "Scotland 2027: ")] {
        let (shown, headings) = gathered(&world, &path).await;
        assert_eq!(shown.len(), all.len(), "{path}: each once");
        assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), all, "{path}");
        assert!(headings[0].starts_with(first), "{path}: its own week first, {headings:?}");
        assert!(headings.contains(&format!("Scotland 2027: {} events", answering(&events, 2).len())), "{path}: {headings:?}");
    }
    let page = world.get(&format!("{}/questions/2?page=99", later.id.path())).await;
    assert!(page.text().contains("Asked as: What changes with 1?"), "the other week's own words");
    assert_eq!(page.select("nav.pages a"), ["Earlier"], "a page past the last is the last");
}

#[tokio::test]
async fn a_question_of_one_week_names_no_week_in_its_headings() {
    let world = World::with(60).await;
    year_after(&world).await;
    let (shown, headings) = gathered(&world, &format!("{WEEK}/questions/3")).await;
    assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), answering(&world.events, 3));
    assert!(headings.iter().all(|heading| !heading.contains("Scotland")), "{headings:?}");
}

#[tokio::test]
async fn a_weeks_page_counts_its_own_answers_only_and_the_questions_page_shows_those_of_every_year() {
    let world = World::with(60).await;
    let (later, events) = year_after(&world).await;
    let (own, others) = (answering(&world.events, 1).len(), answering(&events, 2).len());
    assert!(own > 1 && others > 1);
    for (path, question, count) in [(WEEK.to_owned(), "What changes with 1?", own), (later.id.path(), "What changes now?", others)] {
        let lines = world.get(&path).await.select("#questions li");
        let line = lines.iter().find(|line| line.contains(question)).unwrap_or_else(|| panic!("{question}: {lines:?}"));
        assert!(line.contains(&format!("{count} answers")), "{path}: {line}");
    }
    let (all, _) = gathered(&world, &format!("{WEEK}/questions/1")).await;
    assert_eq!(all.len(), own + others, "its own page gathers both");
}
