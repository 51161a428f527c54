//! Killed while everybody is told.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::contact::Email;
use domain::ids::{FormKey, RegistrationId};
use domain::registration::{AskedBy, ON_BEHALF_VERSION, OnBehalf, Party, Person, Way};
use hub_tests::TestHub;
use jiff::ToSpan;
use store::form_keys::FormUse;
use store::registrations::{NewRegistration, Registrations};

use crate::mortal::{Mortal, Place};
use crate::{bytes, kills, with_event};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_five_hundred_are_told_everybody_is_told_and_nobody_twice_beyond_the_crash() {
    const PEOPLE: usize = 500;
    // For so many half seconds nobody more may be told before the test gives up.
    const PATIENCE: usize = 60;
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
    // However slow the machine is: as long as more and more people are told.
    let (mut known, mut still) = (0, 0);
    while known < PEOPLE && still < PATIENCE {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let now = told(&place).len();
        still = if now > known { 0 } else { still + 1 };
        known = now;
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
