//! Once a week is over: what was told since comes first, then the rest of its archive.

use domain::event::{EventPage, Resource, ResourceKind};
use domain::ids::Slug;
use domain::story::{StoryCard, StoryKind};
use hub_tests::fixtures;
use jiff::civil::date;
use store::public::change_event;
use store::{Key, Table, Tx};

use super::world::{WEEK, World, count};

fn reflection(event: &EventPage) -> StoryCard {
    StoryCard { event: Some(event.id.clone()), ..plain("quiet-river-seven") }
}

fn plain(slug: &str) -> StoryCard {
    StoryCard {
        slug: Slug::parse(slug).unwrap(),
        title: "We drew a map".into(),
        excerpt: "It began with paper.".into(),
        byline: "Ann".into(),
        kind: StoryKind::Reflection,
        questions: Vec::new(),
        event: None,
        between_weeks: false,
        content_note: None,
        month: date(2026, 12, 1),
        travels: true,
        until: None,
    }
}

/// Writes a story about no event, that partners may show.
pub(crate) fn write_story(tx: &mut Tx<'_>, slug: &str, title: &str) {
    let card = StoryCard { event: None, title: title.into(), ..plain(slug) };
    tx.put(Table::Public, &Key::new(format!("STORIES#{}", fixtures::week().id), slug), &card);
}

/// Three events of which something was told: what happened, at one that meets several times; materials; a story.
async fn told(world: &World) -> [EventPage; 3] {
    let timed = || world.events.iter().map(|one| &one.page).filter(|page| page.when.start().is_some());
    let course = timed().find(|page| page.when.sessions().len() > 1).unwrap().clone();
    let once: Vec<EventPage> = timed().filter(|page| page.when.sessions().len() == 1).take(2).cloned().collect();
    let (mut happened, mut shared, told_of) = (course, once[0].clone(), once[1].clone());
    happened.more.happened = Some("We met.".into());
    shared.more.resources =
        vec![Resource { title: "Slides".into(), kind: ResourceKind::Slides, length: None, link: None, launch: Some(date(2026, 12, 2)) }];
    let mut tx = Tx::new(&world.hub.db);
    change_event(&mut tx, &happened);
    change_event(&mut tx, &shared);
    let story = reflection(&told_of);
    tx.put(Table::Public, &Key::new(format!("STORIES#{}", fixtures::week().id), story.slug.as_str()), &story);
    tx.commit().await.unwrap();
    [happened, shared, told_of]
}

#[tokio::test]
async fn what_happened_comes_first_then_the_archive_and_nothing_stands_twice() {
    let world = World::meeting_again(120).await;
    let [happened, shared, told_of] = told(&world).await;
    world.hub.clock.set("2026-11-22T09:00:00Z".parse().unwrap());
    let before = world.get(&format!("{WEEK}/calendar")).await;
    assert!(before.select("#what-happened").is_empty() && !before.text().contains("On its page:"), "not before it is over");

    world.hub.clock.set("2026-12-09T09:00:00Z".parse().unwrap());
    let page = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(count(&page), 120, "nothing is left out");
    let headings = page.select("#results .day h2");
    assert!(headings[0].starts_with("What happened 3 events"), "{headings:?}");
    assert!(headings[1].starts_with("Monday 23 November"), "then the days: {headings:?}");
    let mut first = page.attributes("#what-happened article h3 a", "href");
    first.sort();
    let mut expected = [&happened, &shared, &told_of].map(EventPage::path).to_vec();
    expected.sort();
    assert_eq!(first, expected, "each once, also the one that met several times");
    let rows = page.select("#what-happened article");
    for (event, words) in [(&happened, "On its page: what happened."), (&shared, "On its page: materials."), (&told_of, "On its page: 1 reflection.")]
    {
        assert!(rows.iter().any(|row| row.contains(&event.title) && row.contains(words)), "{words} {rows:?}");
    }
    let all = page.attributes("#results .whole a", "href").remove(0);
    let list = world.get(&all).await;
    assert_eq!(list.attributes("#what-happened article h3 a", "href").len(), 3);
    let elsewhere = list.attributes("#results .day:not(#what-happened) article h3 a", "href");
    assert!(!elsewhere.is_empty() && !expected.iter().any(|path| elsewhere.contains(path)), "{elsewhere:?}");

    let day = happened.when.day().unwrap();
    let asked = world.get(&format!("{WEEK}/calendar?day={day}")).await;
    assert!(asked.select("#what-happened").is_empty(), "who asks for a day gets that day");
    assert!(asked.attributes("#results article h3 a", "href").contains(&happened.path()));
    let marked = |page: &hub_tests::Page| {
        let rows = page.select("article");
        rows.iter().filter(|row| row.contains(&happened.title) && row.contains("On its page: what happened.")).count()
    };
    assert_eq!(marked(&asked), 1, "and reads on its row that more is told");
    let mine = world.get(&format!("{WEEK}/my-week?e={}", happened.id)).await;
    assert_eq!(marked(&mine), happened.when.sessions().len(), "on each of its days among one's own too");

    let week = world.get(WEEK).await;
    let mut leads: Vec<String> = week.attributes("main .section article h3 a", "href").into_iter().take(3).collect();
    leads.sort();
    assert_eq!(leads, expected, "the week's own page begins with them too");
}

/// A card as it was written before cards said whether something was told.
fn older(event: &EventPage) -> serde_json::Value {
    let mut card = serde_json::to_value(event.card()).unwrap();
    card.as_object_mut().unwrap().retain(|name, _| name != "hp" && name != "mt");
    card
}

#[tokio::test]
async fn cards_from_before_that_was_recorded_say_what_happened_too_once_they_are_written_anew() {
    let world = World::meeting_again(60).await;
    let [happened, shared, _] = told(&world).await;
    let mut tx = Tx::new(&world.hub.db);
    for event in [&happened, &shared] {
        tx.put(Table::Public, &Key::new(format!("EVENTS#{}", event.week), event.slug.as_str()), &older(event));
    }
    tx.commit().await.unwrap();
    world.hub.clock.set("2026-12-09T09:00:00Z".parse().unwrap());
    let said = |page: hub_tests::Page, words: &str| page.select("article .told").iter().filter(|told| told.contains(words)).count();
    let before = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(said(before, "what happened"), 0, "the twin: an old card says nothing of it");

    for _ in 0..2 {
        assert_eq!(operate::cards::refresh(&world.hub.db).await.unwrap(), 60);
    }
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    let after = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(count(&after), 60, "nothing is there twice, and nothing is lost");
    assert_eq!((said(after.clone(), "On its page: what happened."), said(after, "On its page: materials.")), (1, 1));
}
