//! Everything held about a person, seen and erased by their own link (quality-bar P-06, P-10).

use domain::access::AccessNeed;
use domain::registration::{AccessRequest, CONSENT_VERSION, Plan, PoolPlan};
use store::Table;
use store::registrations::NewRegistration;

use crate::events_world::now;
use crate::hub::Hub;
use crate::world::by_mail;

const SECRET: &str = "a chair by the window, canary";

async fn everything(hub: &Hub) -> String {
    let mut all = String::new();
    for table in [Table::Hub, Table::Confidential] {
        let scan = hub.world.db.client().scan().table_name(hub.world.db.tables().name(table)).send().await.unwrap();
        all += &format!("{:?}", scan.items());
    }
    all
}

#[tokio::test]
async fn a_person_sees_and_erases_what_every_host_holds_and_the_counts_stay_right() {
    let mut hub = Hub::with_places(2).await;
    let needs = AccessRequest {
        needs: vec![AccessNeed::Bsl],
        other: SECRET.into(),
        arrangements: Default::default(),
        consent_version: CONSENT_VERSION,
        consented: now(),
    };
    let before = hub.world.comes("ann", now()).await;
    hub.world.registrations.cancel(&hub.world.event, &before, now()).await.unwrap();
    let first = (hub.world.event.clone(), hub.world.slug.clone());
    let hash = hub.context.contact_hash("email:ann@example.org");
    hub.world.renew(Plan { room: PoolPlan { capacity: Some(1), ..PoolPlan::default() }, online: None }).await;
    let now_here = NewRegistration { needs: Some(needs), contacts: vec![hash], ..by_mail("ann") };
    hub.world.register(&now_here, now()).await.unwrap();
    hub.world.registrations.confirm(&hub.world.event, &now_here.id, now()).await.unwrap();

    let (mut browser, own) = hub.as_guest(&now_here.id);
    let page = browser.get(&format!("{own}/held")).await;
    for shown in ["You have a place", "ann@example.org", SECRET, "Example Trust"] {
        assert!(page.text("main").contains(shown), "{shown}: {}", page.text("main"));
    }
    let erased = browser.send(&format!("{own}/held"), &page, &[("act", "this")]).await;
    assert_eq!(browser.get(&erased.location).await.text("h1"), "It is erased");
    let left = everything(&hub).await;
    assert!(!left.contains(SECRET));
    assert_eq!(hub.world.places().await.room.left, Some(1), "the place is free again");
    assert_eq!(browser.get(&own).await.status, 403, "the link opens nothing any more");

    // What ended earlier is found by the same address, and goes too.
    let held = hub.world.registrations.held_about("email:ann@example.org").await.unwrap();
    assert_eq!(held, vec![(first.0.clone(), before.clone())]);
    hub.world.registrations.erase(&first.0, &before, now()).await.unwrap();
    assert!(!everything(&hub).await.contains("ann@example.org"));
}
