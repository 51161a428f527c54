//! Everything held about a person, seen and erased by their own link (quality-bar P-06, P-10).

use domain::ids::{RegistrationId, StaffId};
use domain::registration::{Arranging, CONSENT_WORDS, Plan, PoolPlan};
use hub_tests::data_map::map;
use hub_tests::roles::like;
use serde_json::{Value, json};
use store::registrations::{AccessAnswers, NewRegistration};
use store::returned::{Returned, Why};
use store::{Key, Table, Tx};
use web::Purpose;

use crate::browser::Browser;
use crate::events_world::{host, now};
use crate::hub::Hub;
use crate::world::{asks_for_bsl, by_mail, put_event};

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
    let before = hub.world.comes("ann", now()).await;
    hub.world.registrations.cancel(&hub.world.event, &before, now()).await.unwrap();
    let first = (hub.world.event.clone(), hub.world.slug.clone());
    let hash = hub.context.contact_hash("email:ann@example.org");
    hub.world.renew(Plan { room: PoolPlan { capacity: Some(1), ..PoolPlan::default() }, online: None }).await;
    let now_here = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), contacts: vec![hash], ..by_mail("ann") };
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

/// One press at the booking with one host reaches the booking with another.
#[tokio::test]
async fn one_press_erases_a_person_at_two_hosts_and_neither_list_has_them() {
    let mut hub = Hub::with_places(2).await;
    let hash = hub.context.contact_hash("email:ann@example.org");
    let mut bookings = Vec::new();
    for (number, host) in ["First Trust", "Second Group"].into_iter().enumerate() {
        if number > 0 {
            hub.world.renew(Plan { room: PoolPlan { capacity: Some(2), ..PoolPlan::default() }, online: None }).await;
        }
        let mut event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
        event.published.as_mut().unwrap().details.host.name = host.into();
        put_event(&hub.world.db, &event).await;
        let ann = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), contacts: vec![hash.clone()], ..by_mail("ann") };
        hub.world.register(&ann, now()).await.unwrap();
        hub.world.registrations.confirm(&hub.world.event, &ann.id, now()).await.unwrap();
        hub.world.comes("ben", now()).await;
        bookings.push((hub.world.event.clone(), ann.id));
    }
    let (mut browser, own) = hub.as_guest(&bookings[1].1);
    let page = browser.get(&format!("{own}/held")).await;
    assert!(page.text("main").contains("First Trust") && page.text("main").contains("Second Group"), "{}", page.text("main"));
    let erased = browser.send(&format!("{own}/held"), &page, &[("act", "all")]).await;
    assert_eq!(browser.get(&erased.location).await.text("h1"), "It is erased");
    for (event, id) in &bookings {
        let mut host = granted(&hub, Purpose::Event, event.as_str());
        let list = host.get(&format!("/manage/event/{event}/registrations")).await.text("main");
        assert!(list.contains("ben@example.org") && !list.contains("ann@example.org"), "{list}");
        let own = format!("{event}.{id}");
        assert_eq!(granted(&hub, Purpose::Registration, &own).get(&format!("/manage/registration/{own}")).await.status, 403);
    }
    let left = everything(&hub).await;
    for gone in ["ann@example.org", SECRET, hash.as_str()] {
        assert!(!left.contains(gone), "{gone} is still there");
    }
}

/// Where one of them can't be erased now, the page that erases them all stays open.
#[tokio::test]
async fn who_is_held_up_while_everything_is_erased_can_press_again() {
    let mut hub = Hub::with_places(2).await;
    let hash = hub.context.contact_hash("email:ann@example.org");
    let mut bookings = Vec::new();
    for number in 0..2 {
        if number > 0 {
            hub.world.renew(Plan { room: PoolPlan { capacity: Some(2), ..PoolPlan::default() }, online: None }).await;
        }
        let ann = NewRegistration { contacts: vec![hash.clone()], ..by_mail("ann") };
        hub.world.register(&ann, now()).await.unwrap();
        hub.world.registrations.confirm(&hub.world.event, &ann.id, now()).await.unwrap();
        bookings.push((hub.world.event.clone(), ann.id));
    }
    // The one whose link is open is found first.
    bookings.sort_by_key(|(event, _)| event.to_string());
    let places = Key::new(format!("EVENT#{}", bookings[1].0), "PLACES");
    let kept: Value = hub.world.db.get(Table::Hub, &places).await.unwrap().unwrap();
    let mut tx = Tx::new(&hub.world.db);
    tx.delete(Table::Hub, &places);
    tx.commit().await.unwrap();
    let own = format!("{}.{}", bookings[0].0, bookings[0].1);
    let (mut browser, held) = (granted(&hub, Purpose::Registration, &own), format!("/manage/registration/{own}/held"));
    let page = browser.get(&held).await;
    assert_ne!(browser.send(&held, &page, &[("act", "all")]).await.status, 303, "one of them could not be erased");
    let page = browser.get(&held).await;
    assert!(page.status == 200 && page.text("main").contains("ann@example.org"), "{}", page.body);
    let mut tx = Tx::new(&hub.world.db);
    tx.put(Table::Hub, &places, &kept);
    tx.commit().await.unwrap();
    assert_eq!(browser.send(&held, &page, &[("act", "all")]).await.location, "/links?erased=yes");
    assert!(!everything(&hub).await.contains("ann@example.org"));
}

fn granted(hub: &Hub, purpose: Purpose, id: &str) -> Browser {
    let mut browser = Browser::new(&hub.router);
    let (_, cookie) = hub.context.grant(purpose, id, 1);
    browser.take_cookie(cookie.to_str().unwrap());
    browser
}

/// Where the data map says that records of a section of the file lie.
const SECTIONS: [(&str, &str, &str); 6] = [
    ("EVENT#*", "REG#*", "registration"),
    ("EVENT#*", "WAIT#*", "waiting_list"),
    ("ACCESS#*", "REG#*", "access"),
    ("CONTACT#*", "REG#*", "known_by"),
    ("CONTACT#*", "HAD#*", "known_by"),
    ("RETURNED#*", "RETURNED", "mail_came_back"),
];

#[tokio::test]
async fn every_attribute_that_the_data_map_says_is_about_them_is_on_the_page_and_in_the_file() {
    let hub = Hub::with_places(1).await;
    hub.world.comes("ann", now()).await;
    let ben = somebody_of_whom_everything_is_known(&hub).await;
    let (mut browser, own) = hub.as_guest(&ben);
    let page = browser.get(&format!("{own}/held")).await;
    assert!(page.body.contains(&format!("href=\"{own}/held.json\"")), "{}", page.body);
    let file = browser.get(&format!("{own}/held.json")).await;
    assert_eq!((file.status, file.cache.as_str()), (200, "no-store"), "{}", file.body);
    let (text, file): (String, Value) = (page.text("main"), serde_json::from_str(&file.body).unwrap());
    let about_them: Vec<_> = map().into_iter().filter(|entry| entry.says.get("About").is_some_and(|who| who == "who registers")).collect();
    assert_eq!(about_them.len(), SECTIONS.len());
    for entry in about_them {
        let section = SECTIONS.iter().find(|(pk, sk, _)| entry.place.pk == *pk && entry.place.sk == *sk).map(|(_, _, section)| *section);
        let section = section.unwrap_or_else(|| panic!("{:?} is in no section of the file", entry.place));
        let mut leaves = Vec::new();
        walk("", if section == "mail_came_back" { &file[section] } else { &file["bookings"][0][section] }, &mut leaves);
        for attribute in entry.holds.iter().chain(&entry.sometimes) {
            let below = format!("{attribute}.");
            let found: Vec<_> = leaves.iter().filter(|leaf| like(attribute, leaf) || leaf.starts_with(&below)).collect();
            assert!(!found.is_empty(), "{section} lacks {attribute}: {leaves:?}");
            for leaf in found {
                let label = registrations::held_label(section, leaf).unwrap_or_else(|| panic!("no words for {leaf} of {section}"));
                assert!(text.contains(label), "{label} ({leaf} of {section}) is not on the page: {text}");
            }
        }
    }
    for said in ["ben@example.org", SECRET, CONSENT_WORDS, "By phone", "BSL interpreter: arranged", "Nobody answered", "there is no such mailbox"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(file["bookings"][0]["event"]["host"], "Example Trust");
    assert_eq!(Browser::new(&hub.router).get(&format!("{own}/held.json")).await.status, 403, "nobody else's");
}

/// Ben waits, and has every attribute that a booking can have.
async fn somebody_of_whom_everything_is_known(hub: &Hub) -> RegistrationId {
    let (db, event) = (&hub.world.db, &hub.world.event);
    let hash = hub.context.contact_hash("email:ben@example.org");
    let ben = NewRegistration { needs: Some(asks_for_bsl(SECRET, now())), contacts: vec![hash.clone()], ..by_mail("ben") };
    hub.world.register(&ben, now()).await.unwrap();
    hub.world.registrations.confirm(event, &ben.id, now()).await.unwrap();
    let arranged = [("bsl".to_owned(), Arranging::Arranged)].into_iter().collect();
    assert!(AccessAnswers::new(db.clone()).arrange(event, &ben.id, &arranged, &host()).await.unwrap());
    Returned::new(db.clone()).mark(&hash, Why::Bounced, now()).await.unwrap();
    let key = Key::new(format!("EVENT#{event}"), format!("REG#{}", ben.id));
    let mut stored: Value = db.get(Table::Hub, &key).await.unwrap().unwrap();
    let coordinator = StaffId::from_random([5; 16]);
    let more = json!({
        "until": now(), "warn": now(), "came": now(), "reason": "You asked us", "reason_at": now(), "since": now(), "turn": 7,
        "to_say": [{ "about": "moved", "at": now(), "message": "k", "lines": [{ "what": "when", "before": "Monday", "after": "Tuesday" }] }],
        "calls": [{ "about": "changed", "outcome": "no-answer", "at": now() }],
        "on_behalf": { "asked_by": "phone", "at": now(), "consent_version": 1, "coordinator": coordinator },
    });
    more.as_object().unwrap().iter().for_each(|(name, value)| stored[name] = value.clone());
    stored["person"]["phone"] = "01632 960 077".into();
    let mut tx = Tx::new(db);
    tx.put(Table::Hub, &key, &stored);
    tx.commit().await.unwrap();
    ben.id
}

/// The attributes that hold something, nested ones with dots.
fn walk(path: &str, value: &Value, out: &mut Vec<String>) {
    match (value.as_object(), value.as_array()) {
        (Some(fields), _) => fields.iter().for_each(|(name, inner)| walk(format!("{path}.{name}").trim_start_matches('.'), inner, out)),
        (_, Some(items)) if items.iter().any(Value::is_object) => items.iter().for_each(|item| walk(path, item, out)),
        _ => out.push(path.to_owned()),
    }
}
