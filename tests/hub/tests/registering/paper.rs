//! The list for the door, on paper.

use domain::registration::{Party, Plan, PoolPlan, Way};
use store::registrations::NewRegistration;

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
    assert!(text.contains("A box to tick Ann <Other> 1 place") && text.contains("Here already ben 1 place"), "ticked for who is here: {text}");
    assert_eq!((paper.body.matches("class=\"to-tick\"").count(), paper.body.matches("☐").count()), (2, 0), "boxes are drawn: {}", paper.body);
    for no in ["BSL", "near", "01632", "@", "Waits"] {
        assert!(!text.contains(no), "{no}: {text}");
    }
    assert_eq!(Browser::new(&hub.router).get(&format!("{path}/paper")).await.status, 403, "nobody else's");
}

#[tokio::test]
async fn who_takes_part_online_comes_to_no_door_and_is_counted_below() {
    let hub = Hub::planned(Plan { room: places(3), online: Some(places(3)) }).await;
    hub.world.comes("ann", now()).await;
    let mut ben = None;
    for (name, number) in [("Ben", "01632 960 016"), ("Cem", "01632 960 017")] {
        let new = by_phone(name, number);
        ben.get_or_insert(new.id.clone());
        hub.world.register(&NewRegistration { party: Party { way: Way::Online, ..Party::default() }, ..new }, now()).await.unwrap();
    }
    let path = format!("/manage/event/{}/registrations", hub.world.event);
    let mut host = hub.as_host();
    let paper = host.get(&format!("{path}/paper")).await.text("main");
    assert!(paper.contains("ann") && !paper.contains("Ben") && !paper.contains("Cem"), "{paper}");
    assert!(paper.contains("2 more people take part online"), "{paper}");
    for page in [path.clone(), format!("{path}/door")] {
        let text = host.get(&page).await.text("main");
        assert_eq!(text.matches("1 place. Online").count(), 2, "{page} says who comes and who does not: {text}");
    }
    let ben = ben.unwrap();
    let (mut guest, own) = hub.as_guest(&ben);
    for text in [guest.get(&own).await.text("main"), host.get(&format!("{path}/{ben}/letter")).await.text("main")] {
        assert!(text.contains("1 place. Online"), "Ben reads which way he takes part: {text}");
    }
}

fn places(capacity: u32) -> PoolPlan {
    PoolPlan { capacity: Some(capacity), ..PoolPlan::default() }
}
