//! An event that meets several times: each session stands on its day, and everywhere else it is one event.

use hub_tests::many::Many;
use serde_json::Value;

use super::world::{WEEK, World, count};

fn several(world: &World) -> Vec<&Many> {
    world.events.iter().filter(|one| one.page.when.sessions().len() > 1).collect()
}

#[tokio::test]
async fn every_session_is_a_row_on_its_day_and_the_count_is_of_events() {
    let world = World::meeting_again(32).await;
    let page = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(count(&page), 32);
    let sessions: usize = world.events.iter().map(|one| one.page.when.sessions().len().max(1)).sum();
    assert!(sessions > 32);
    let rows = page.attributes("#results article h3 a", "href");
    assert_eq!(rows.len(), sessions);
    for one in several(&world) {
        let all = one.page.when.sessions();
        assert_eq!(rows.iter().filter(|path| **path == one.page.path()).count(), all.len(), "{}", one.page.title);
        for (n, session) in all.iter().enumerate() {
            let on = world.get(&format!("{WEEK}/calendar?day={}", session.day())).await;
            let shown = on.select("#results article").into_iter().find(|row| row.contains(&one.page.title));
            let row = shown.unwrap_or_else(|| panic!("{} is there on {}", one.page.title, session.day()));
            assert!(row.contains(&format!("Session {} of {}. ", n + 1, all.len())), "{row}");
        }
    }
}

#[tokio::test]
async fn a_day_outside_the_week_says_so_in_calendar_programme_and_on_the_events_page() {
    let world = World::meeting_again(80).await;
    let outside = |one: &&Many| one.page.outside.is_some();
    let one = world.events.iter().find(outside).expect("one that meets after the week").clone();
    let beyond =
        one.page.when.sessions().into_iter().map(|session| session.day()).find(|day| day.month() == 11 && day.day() == 30 || day.month() == 12);
    let words = domain::time::day_and_month(beyond.expect("a day after Sunday"));
    let headings = world.get(&format!("{WEEK}/calendar")).await.select("#results .day h2");
    let heading = headings.iter().find(|h| h.starts_with(&words)).unwrap_or_else(|| panic!("{words}: {headings:?}"));
    assert!(heading.ends_with("outside the week"), "{heading}");
    assert_eq!(
        headings.iter().filter(|h| h.contains("outside")).count(),
        headings.iter().filter(|h| !h.contains(" November") || h.contains("30 November")).filter(|h| !h.starts_with("Any time")).count()
    );
    let programme = world.get(&format!("{WEEK}/programme")).await.select(".programme h2");
    assert!(programme.contains(&format!("{words}, outside the week")), "{programme:?}");
    let page = world.get(&one.page.path()).await;
    assert!(page.text().contains("Outside the week. The hall is free only then."), "{}", page.text());
}

#[tokio::test]
async fn its_page_its_file_and_its_data_name_every_session() {
    let world = World::meeting_again(40).await;
    let data: Value = serde_json::from_slice(&world.get(&format!("{WEEK}/calendar.json")).await.body).unwrap();
    assert_eq!(data["total"], 40);
    for one in several(&world) {
        let all = one.page.when.sessions();
        let page = world.get(&one.page.path()).await;
        let text = page.text();
        for (n, session) in all.iter().enumerate() {
            assert!(text.contains(&format!("Session {}: {}", n + 1, session.words())), "{text}");
        }
        let ld: Value = serde_json::from_str(&page.first("script[type='application/ld+json']").unwrap()).unwrap();
        assert_eq!(ld["subEvent"].as_array().unwrap().len(), all.len());
        let event = data["events"].as_array().unwrap().iter().find(|e| e["title"] == one.page.title.as_str()).unwrap();
        assert_eq!(event["sessions"].as_array().unwrap().len(), all.len());
        assert_eq!(
            (event["start"].as_str(), event["end"].as_str()),
            (Some(all[0].start.to_string().as_str()), Some(all.last().unwrap().end.to_string().as_str()))
        );
        let file = world.get(&format!("{}.ics", one.page.path())).await.html().replace("\r\n ", "");
        let lines = |name: &str| file.lines().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect::<Vec<_>>();
        let host = world.hub.origin.split("//").nth(1).unwrap().split(':').next().unwrap().to_owned();
        let names: Vec<String> =
            (1..=all.len()).map(|n| if n == 1 { format!("{}@{host}", one.page.id) } else { format!("{}-{n}@{host}", one.page.id) }).collect();
        assert_eq!(lines("UID:"), names);
        let starts: Vec<String> = all.iter().map(|session| session.start.strftime("%Y%m%dT%H%M%SZ").to_string()).collect();
        assert_eq!(lines("DTSTART:"), starts);
    }
}
