//! How many places one network can take in a short time: enough for a hospital, not for a program that takes them all (quality-bar S-20).

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::ConnectInfo;
use jiff::SignedDuration;
use store::Table;

use crate::browser::{Answer, Browser};
use crate::events_world::now;
use crate::hub::Hub;

/// As in `registrations`: how many in ten minutes.
const MOST: usize = 80;

/// A browser at this network address.
fn at(hub: &Hub, address: [u8; 4]) -> Browser {
    Browser::new(&hub.router.clone().layer(Extension(ConnectInfo(SocketAddr::from((address, 4711))))))
}

/// Sends the form for one of many people, each by their own address.
async fn books(hub: &Hub, browser: &mut Browser, number: usize) -> Answer {
    let email = format!("guest{number}@example.org");
    let key = hub.context.new_form_key().to_string();
    let typed = [("form_key", key.as_str()), ("website", ""), ("step", "send"), ("name", "Example Person"), ("email", email.as_str()), ("phone", "")];
    let fields: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    browser.post(&hub.path(), &fields).await
}

#[tokio::test]
async fn a_hospital_behind_one_address_books_together_and_one_too_many_is_told_and_loses_nothing() {
    let hub = Hub::with_places(100).await;
    let mut hospital = at(&hub, [203, 0, 113, 7]);
    for number in 0..MOST {
        let sent = books(&hub, &mut hospital, number).await;
        assert_eq!(sent.status, 303, "{number}: {}", sent.text("main"));
    }
    let told = books(&hub, &mut hospital, MOST).await;
    assert_eq!((told.status, told.text("h1").as_str()), (429, "Wait a little, then try again"));
    assert!(told.text("main").contains("Everything you sent is still here"), "{}", told.text("main"));
    assert!(told.text("main").contains(&format!("guest{MOST}@example.org")), "{}", told.text("main"));
    assert_eq!(hub.world.places().await.room.held as usize, MOST, "nothing was booked");
    let elsewhere = books(&hub, &mut at(&hub, [203, 0, 113, 8]), MOST + 1).await;
    assert_eq!(elsewhere.status, 303, "others go on: {}", elsewhere.text("main"));

    hub.clock.set(now() + SignedDuration::from_mins(10));
    let sent = hospital.send(&hub.path(), &told, &[]).await;
    assert_eq!(sent.status, 303, "the button on that page sends what was typed: {}", sent.text("main"));
    assert_eq!(hub.world.places().await.room.held as usize, MOST + 2);
    hub.world.holds_together().await;

    // What is counted is a hash of the day, beside nothing.
    let scan = hub.world.db.client().scan().table_name(hub.world.db.tables().name(Table::Hub)).send().await.unwrap();
    assert!(!format!("{:?}", scan.items()).contains("203.0.113"), "no network address is kept");
}

/// At home a proxy may send for everybody.
#[tokio::test]
async fn a_hub_at_home_refuses_nobody_for_coming_from_its_own_machine() {
    let hub = Hub::with_places(100).await;
    let mut door = at(&hub, [127, 0, 0, 1]);
    for number in 0..=MOST {
        assert_eq!(books(&hub, &mut door, number).await.status, 303, "{number}");
    }
}
