//! The list for the door, on paper.

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;
use crate::world::by_phone;

#[tokio::test]
async fn names_and_boxes_to_tick_stand_on_the_paper_and_no_access_need() {
    let hub = Hub::with_places(2).await;
    hub.registers(&mut Browser::new(&hub.router), "Ann <Other>", "", "01632 960 016").await;
    let ben = hub.world.comes("ben", now()).await;
    hub.world.register(&by_phone("Waits", "01632 960 017"), now()).await.unwrap();
    hub.world.registrations.check_in(&hub.world.event, &ben, true, now()).await.unwrap();
    let path = format!("/manage/event/{}/registrations", hub.world.event);
    let mut host = hub.as_host();
    let list = host.get(&path).await;
    assert!(list.body.contains(&format!("href=\"{path}/paper\"")), "{}", list.body);
    assert!(list.text("main").contains("BSL"), "the list on the screen knows it");
    let paper = host.get(&format!("{path}/paper")).await;
    assert_eq!((paper.status, paper.cache.as_str()), (200, "no-store"), "{}", paper.body);
    let text = paper.text("main");
    assert!(text.contains("☐ Ann <Other>") && text.contains("☑ ben"), "a box for each, ticked for who is here: {text}");
    for no in ["BSL", "near", "01632", "@", "Waits"] {
        assert!(!text.contains(no), "{no}: {text}");
    }
    assert_eq!(Browser::new(&hub.router).get(&format!("{path}/paper")).await.status, 403, "nobody else's");
}
