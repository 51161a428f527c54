//! The hub's process is killed without a word, again and again, on a data folder that stays: nothing that somebody was told is lost, no
//! place is given twice, nobody is written to twice beyond the mail that was on its way (quality-bar …R-24).
//! `HUB_KILLS` says how often; six times each by default.

#[path = "kills/mortal.rs"]
mod mortal;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use domain::contact::Email;
use domain::ids::{EventId, FormKey, RegistrationId};
use domain::registration::{AskedBy, ON_BEHALF_VERSION, OnBehalf, Party, Person, RegistrationState as Is, Way};
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event_for, word};
use hub_tests::{Seed, TestHub};
use jiff::ToSpan;
use store::form_keys::FormUse;
use store::registrations::{NewRegistration, Registrations};
use tokio::task::JoinSet;

use mortal::{Mortal, Place, free_port};

/// How many people book at the same time, and how many places there are for them.
const AT_ONCE: usize = 8;
const PLACES: u32 = 20;

fn kills() -> usize {
    std::env::var("HUB_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(6)
}

/// A folder with a published event of so many places; its host, its address, its id.
async fn with_event(name: &str, places: u32) -> (Place, TestHub, Visitor, String, EventId) {
    let folder = std::env::temp_dir().join(format!("hub-{name}-{}", std::process::id()));
    let hub = TestHub::with(local::Data::Folder(folder.clone()), |options| options.demonstration = true).await;
    let desk = at_the_desk(&hub).await;
    let title = format!("The {} table", word(&hub));
    let host = list_an_event_for(&hub, &title, "host@example.org", &places.to_string()).await;
    let event = decide(&hub, &desk, &title, "publish").await;
    let id = EventId::parse(host.home.rsplit('/').next().unwrap()).unwrap();
    (Place { folder, port: free_port() }, hub, host, event, id)
}

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
    let over = Arc::new(AtomicBool::new(false));
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let mut people = JoinSet::new();
    for lane in 0..AT_ONCE {
        let (client, origin, event, over, seed) = (client.clone(), place.origin(), event.clone(), over.clone(), seed.clone());
        people.spawn(async move {
            let mut answered = Vec::new();
            while !over.load(Relaxed) && answered.len() < 900 {
                let phone = format!("01632 96{lane}{:03}", answered.len());
                booked(&client, &origin, &event, &phone, &FormKey::from_random(bytes(&seed))).await;
                answered.push(phone);
            }
            answered
        });
    }
    for kill in 0..kills() {
        let running = Mortal::start(&place, from + (2 * kill as i64).minutes()).await;
        tokio::time::sleep(Duration::from_millis(30 + seed.below(400))).await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_five_hundred_are_told_everybody_is_told_and_nobody_twice_beyond_the_crash() {
    const PEOPLE: usize = 500;
    let (place, hub, host, _event, id) = with_event("kills-job", PEOPLE as u32).await;
    let registrations = Registrations::new(hub.db.clone());
    let (from, seed) = (hub.context.now(), hub.seed.clone());
    for n in 0..PEOPLE {
        registrations.register(&id, &somebody(&hub, n), from).await.unwrap();
    }
    host.press(&format!("{}/cancel", host.home), &[("words", "The hall is closed.")]).await.expect_status(200);
    hub.stop().await;

    let mut running = 0;
    for kill in 0..kills() {
        let mortal = Mortal::start(&place, from + (2 * kill as i64).minutes()).await;
        tokio::time::sleep(Duration::from_millis(seed.below(500))).await;
        mortal.kill();
        running += usize::from(told(&place).len() < PEOPLE);
    }
    let last = Mortal::start(&place, from + (2 * kills() as i64).minutes()).await;
    for _ in 0..600 {
        if told(&place).len() >= PEOPLE {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    last.kill();
    let told = told(&place);
    let twice: usize = told.values().map(|mails| mails - 1).sum();
    println!("{} kills, {running} of them before all were told; {} told, {twice} mails too many", kills(), told.len());
    assert_eq!(told.len(), PEOPLE, "everybody is told");
    // On its way may be one mail of the mailer, and one of the keeper.
    assert!(twice <= 2 * running, "{twice} mails too many after {running} kills");
    assert!(running > 0, "a kill came while people were told");
    std::fs::remove_dir_all(place.folder).unwrap();
}

/// Everybody who was told that it is cancelled, and by how many mails.
fn told(place: &Place) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    for letter in place.letters().into_iter().filter(|letter| letter.mail.subject.starts_with("Cancelled")) {
        *told.entry(letter.mail.to.as_str().to_owned()).or_default() += 1;
    }
    told
}

fn bytes<const N: usize>(seed: &Seed) -> [u8; N] {
    std::array::from_fn(|_| seed.below(256) as u8)
}

fn somebody(hub: &TestHub, n: usize) -> NewRegistration {
    let email = Email::parse(&format!("person{n}@example.org")).unwrap();
    let person = Person { name: format!("Person {n}"), email: Some(email), phone: None };
    let contacts = person.contacts().iter().map(|contact| hub.context.contact_hash(contact)).collect();
    let on_behalf = OnBehalf { asked_by: AskedBy::Phone, consent_version: ON_BEHALF_VERSION, at: hub.context.now(), coordinator: None };
    NewRegistration {
        id: RegistrationId::from_random(bytes(&hub.seed)),
        person,
        contacts,
        party: Party { way: Way::Online, ..Party::default() },
        needs: None,
        on_behalf: Some(on_behalf),
        event_ends: None,
        form: FormUse { key: FormKey::from_random(bytes(&hub.seed)), hash: String::new() },
    }
}
