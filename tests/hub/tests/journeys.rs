//! The three journeys from end to end over HTTP, with names and titles that differ each run, read back from every page after a restart.

#[path = "journeys/afterwards.rs"]
mod afterwards;
#[path = "journeys/again.rs"]
mod again;
#[path = "journeys/amending.rs"]
mod amending;
#[path = "journeys/bringing_in.rs"]
mod bringing_in;
#[path = "journeys/bringing_in_many.rs"]
mod bringing_in_many;
#[path = "journeys/entering.rs"]
mod entering;
#[path = "journeys/event_in_full.rs"]
mod event_in_full;
#[path = "journeys/featuring.rs"]
mod featuring;
#[path = "journeys/hiding.rs"]
mod hiding;
#[path = "journeys/moved_where.rs"]
mod moved_where;
#[path = "journeys/moving_twice.rs"]
mod moving_twice;
#[path = "journeys/noticing.rs"]
mod noticing;
#[path = "journeys/postponing.rs"]
mod postponing;
#[path = "journeys/taking_out.rs"]
mod taking_out;
#[path = "journeys/trusting.rs"]
mod trusting;
#[path = "journeys/waiting.rs"]
mod waiting;
#[path = "journeys/way_in.rs"]
mod way_in;

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, registered, share_a_story, word};

#[tokio::test]
async fn what_was_listed_registered_and_told_is_there_after_a_restart_and_gone_when_it_is_taken_back() {
    let folder = std::env::temp_dir().join(format!("hub-journeys-{}", std::process::id()));
    let hub = TestHub::with(local::Data::Folder(folder.clone()), |options| options.demonstration = true).await;
    let desk = at_the_desk(&hub).await;

    let event_title = format!("An afternoon of {} <b>&amp; \"{}\"", word(&hub), word(&hub));
    let host_email = format!("{}@example.org", word(&hub));
    list_an_event(&hub, &event_title, &host_email).await;
    assert!(!hub.get("/demo/2026/calendar").await.text().contains(&event_title), "nothing is public before the desk said so");
    let event = decide(&hub, &desk, &event_title, "publish").await;

    let name = format!("{} O\u{2019}{}-\u{174}yn", word(&hub), word(&hub));
    let email = format!("{}@example.org", word(&hub));
    let place = registered(&hub, &event, &name, &email).await;

    let story_title = format!("What {} did to {}", word(&hub), word(&hub));
    let (mut author, story_home) = share_a_story(&hub, &story_title).await;
    let story = decide(&hub, &desk, &story_title, "publish").await;
    hub.stop().await;

    let hub = TestHub::with(local::Data::Folder(folder.clone()), |options| options.demonstration = true).await;
    author = author.at(hub.address);
    for page in [event.as_str(), "/demo/2026/calendar", "/demo/2026/calendar?q=afternoon", "/demo/2026/calendar.json"] {
        let shown = hub.get(page).await.expect_status(200);
        let found = shown.text().contains(&event_title) || shown.html().contains(&serde_json::to_string(&event_title).unwrap());
        assert!(found, "{page}");
    }
    let file = hub.get(&format!("{event}.ics")).await.expect_status(200).html().replace("\r\n ", "");
    assert!(file.contains("An afternoon of"), "{file}");
    for page in [story.as_str(), "/demo/2026/stories"] {
        assert!(hub.get(page).await.expect_status(200).text().contains(&story_title), "{page}");
    }
    let kept = place.at(hub.address).get(&place.home).await.expect_status(200);
    assert!(kept.text().contains(&event_title) && kept.text().contains("You have a place"), "{}", kept.text());

    let withdrawn = author.press(&format!("{story_home}/withdraw"), &[]).await;
    assert!(withdrawn.status.is_success(), "{}", withdrawn.text());
    hub.get(&story).await.expect_status(410);
    for page in ["/demo/2026/stories", "/demo/2026", "/", "/demo/2026/stories.atom", "/sitemap.xml"] {
        assert!(!hub.get(page).await.html().contains(&story_title), "{page} still shows the story");
    }
    hub.stop().await;
    std::fs::remove_dir_all(folder).unwrap();
}
