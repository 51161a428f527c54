//! Killed while people book.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use domain::ids::FormKey;
use domain::registration::RegistrationState as Is;
use hub_tests::TestHub;
use jiff::ToSpan;
use store::registrations::Registrations;
use tokio::task::JoinSet;

use crate::mortal::Mortal;
use crate::{bytes, kills, with_event};

/// How many people book at the same time, and how many places there are for them.
const AT_ONCE: usize = 8;
const PLACES: u32 = 20;

/// Sends the form until there is an answer: a person who presses again after an error.
async fn booked(client: &reqwest::Client, origin: &str, event: &str, phone: &str, key: &FormKey) {
    let typed = [("form_key", key.as_str()), ("website", ""), ("step", "send"), ("name", "Example Person"), ("phone", phone), ("email", "")];
    loop {
        let answer = client.post(format!("{origin}{event}/register")).header("origin", origin).form(&typed).send().await;
        match answer {
            Ok(answer) if answer.status().as_u16() == 303 => return,
            Ok(answer) if !answer.status().is_server_error() => panic!("{}: {:?}", answer.status(), answer.text().await),
            _ => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_under_load_no_booking_that_was_answered_is_lost_and_no_place_is_given_twice() {
    let (place, hub, _host, event, id) = with_event("kills-load", PLACES).await;
    let (from, seed) = (hub.context.now(), hub.seed.clone());
    hub.stop().await;
    let (over, so_far) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let mut people = JoinSet::new();
    for lane in 0..AT_ONCE {
        let (client, origin, event, seed) = (client.clone(), place.origin(), event.clone(), seed.clone());
        let (over, so_far) = (over.clone(), so_far.clone());
        people.spawn(async move {
            let mut answered = Vec::new();
            while !over.load(Relaxed) && answered.len() < 900 {
                let phone = format!("01632 96{lane}{:03}", answered.len());
                booked(&client, &origin, &event, &phone, &FormKey::from_random(bytes(&seed))).await;
                answered.push(phone);
                so_far.fetch_add(1, Relaxed);
            }
            answered
        });
    }
    for kill in 0..kills() {
        let running = Mortal::start(&place, from + (2 * kill as i64).minutes()).await;
        // In the middle of the next few bookings, however slow the machine.
        let enough = so_far.load(Relaxed) + 1 + seed.below(12) as usize;
        for _ in 0..2_000 {
            if so_far.load(Relaxed) >= enough {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(seed.below(20))).await;
        running.kill();
    }
    let last = Mortal::start(&place, from + (2 * kills() as i64).minutes()).await;
    over.store(true, Relaxed);
    let answered: Vec<String> = people.join_all().await.into_iter().flatten().collect();
    last.kill();

    let hub = TestHub::in_folder(&place.folder).await;
    let registrations = Registrations::new(hub.db.clone());
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    let (mut confirmed, mut waiting) = (0, 0);
    for record in registrations.of_event(&id).await.unwrap() {
        *there.entry(record.person.phone.unwrap().as_str().replace(' ', "")).or_default() += 1;
        match record.state {
            Is::Confirmed => confirmed += record.party.places,
            Is::Waiting => waiting += 1,
            other => panic!("nobody cancelled: {other:?}"),
        }
    }
    println!("{} kills, {} people answered, {confirmed} have a place, {waiting} wait", kills(), answered.len());
    for phone in &answered {
        assert_eq!(there.get(&phone.replace(' ', "")), Some(&1), "{phone} was told that they are registered");
    }
    assert_eq!(there.len(), answered.len(), "and nobody else is there");
    assert_eq!(confirmed, PLACES.min(answered.len() as u32));
    let places = registrations.places(&id).await.unwrap().unwrap();
    let pool = places.of(places.ways()[0]);
    assert_eq!((pool.confirmed, pool.waiting as usize), (confirmed, waiting), "the counts are those of the people");
    assert!(answered.len() > AT_ONCE, "there was load: {}", answered.len());
    hub.stop().await;
    std::fs::remove_dir_all(place.folder).unwrap();
}
