//! Paper leads back to the page: a camera reads the page's own address from every code, whole and with its filters.

use hub_tests::camera;

use super::world::{WEEK, World};

#[tokio::test]
async fn a_camera_reads_the_address_of_the_page_from_paper() {
    let world = World::with(60).await;
    let origin = &world.hub.origin;
    for one in world.events.iter().take(12) {
        let page = world.get(&one.page.path()).await;
        assert_eq!(camera::codes(&page.html()), [format!("{origin}{}", one.page.path())]);
    }
    let chosen: Vec<String> = world.events.iter().take(12).map(|one| format!("e={}", one.page.id)).collect();
    let mine = world.get(&format!("{WEEK}/my-week?{}", chosen.join("&"))).await;
    let read = camera::codes(&mine.html());
    assert_eq!(read.len(), 1, "a code for a week of one's own");
    assert_eq!(world.get(&read[0][origin.len()..]).await.select("main article h3").len(), 12, "that leads to the same events");
    for (asked, online) in [
        ("", ""),
        ("?by=area&size=large", ""),
        ("?by=day&access=bsl&format=online", "?format=online&access=bsl"),
        ("?q=Caf%C3%A9+%26+T%C5%B7", "?q=Caf%C3%A9%20%26%20T%C5%B7"),
    ] {
        let page = world.get(&format!("{WEEK}/programme{asked}")).await;
        let read = camera::codes(&page.html());
        assert_eq!(read.len(), 1, "{asked}");
        let said = page.first(".programme header").unwrap_or_default();
        assert!(said.contains(&read[0]), "the same stands beside it in words: {} {said}", read[0]);
        let (here, filter) = read[0].split_once(WEEK).expect("this week's");
        assert_eq!((here, filter.trim_start_matches("/calendar")), (origin.as_str(), online), "{asked}");
        world.get(&read[0][origin.len()..]).await;
    }
}
