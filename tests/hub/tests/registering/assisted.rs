//! A host registers somebody who phoned, with their agreement; the booking on paper.

use domain::message::Message;
use domain::registration::RegistrationState as Is;
use store::outbox::Outbox;

use crate::hub::Hub;

const AGREED: [(&str, &str); 2] = [("asked_by", "phone"), ("agreed", "yes")];

async fn added(hub: &Hub, typed: &[(&str, &str)]) -> crate::browser::Answer {
    let path = format!("/manage/event/{}/registrations/add", hub.world.event);
    let mut browser = hub.as_host();
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.body);
    browser.send(&path, &page, typed).await
}

#[tokio::test]
async fn somebody_who_phones_has_a_place_at_once_and_a_letter_with_their_link() {
    let hub = Hub::with_places(5).await;
    let needs = [("needs", "bsl"), ("needs_other", "A seat canary9needs"), ("needs_consent", "yes")];
    let typed = [&AGREED[..], &[("name", "Mo Example"), ("phone", "01632 960 077")], &needs[..]].concat();
    let sent = added(&hub, &typed).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let mut host = hub.as_host();
    let person = host.get(&sent.location).await.text("main");
    for said in ["They asked by phone, and agreed to it", "Has a place", "BSL interpreter"] {
        assert!(person.contains(said), "{said}: {person}");
    }
    let letter = host.get(&format!("{}/letter", sent.location)).await;
    let text = letter.text("main");
    assert!(text.contains("For Mo Example") && text.contains("You have a place"), "{text}");
    assert!(!letter.body.contains("canary9needs") && !letter.body.contains("BSL"), "no access need in the post: {text}");
    let link = text.split("https://hub.example").nth(1).unwrap().split_whitespace().next().unwrap();
    let mut guest = crate::browser::Browser::new(&hub.router);
    let button = guest.get(link).await;
    let opened = guest.send(link, &button, &[]).await;
    assert!(guest.get(&opened.location).await.text("main").contains("canary9needs"), "the link is theirs");
}

#[tokio::test]
async fn without_their_agreement_nothing_is_written_down_and_nothing_typed_is_lost() {
    let hub = Hub::with_places(5).await;
    let back = added(&hub, &[("asked_by", "phone"), ("name", "Mo Example"), ("phone", "01632 960 077")]).await;
    assert_eq!(back.status, 422);
    assert!(back.text("main").contains("Tick the box if they agreed"), "{}", back.text("main"));
    assert!(back.fields().contains(&("name".into(), "Mo Example".into())));
    assert!(hub.world.registrations.of_event(&hub.world.event).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_rules_of_the_waiting_list_hold_for_them_and_nobody_is_registered_twice() {
    let hub = Hub::with_places(1).await;
    let mo = [&AGREED[..], &[("name", "Mo Example"), ("phone", "01632 960 077")]].concat();
    let bo = [&AGREED[..], &[("name", "Bo Example"), ("email", "bo@example.org")]].concat();
    assert_eq!(added(&hub, &mo).await.status, 303);
    assert_eq!(added(&hub, &bo).await.status, 303);
    let again = added(&hub, &mo).await;
    assert_eq!(again.status, 422);
    assert!(again.text("main").contains("registered already"), "{}", again.text("main"));
    let all = hub.world.registrations.of_event(&hub.world.event).await.unwrap();
    let mut stands: Vec<_> = all.iter().map(|r| (r.person.name.as_str(), r.state)).collect();
    stands.sort_by_key(|(name, _)| *name);
    assert_eq!(stands, [("Bo Example", Is::Waiting), ("Mo Example", Is::Confirmed)]);
    let mails = Outbox::new(hub.world.db.clone()).waiting().await.unwrap();
    assert!(mails.iter().any(|w| matches!(w.message, Message::RegistrationWaiting { .. })), "whoever has an address gets their link: {mails:?}");
}

#[tokio::test]
async fn an_address_that_only_a_host_typed_opens_nothing_at_other_hosts() {
    let hub = Hub::with_places(5).await;
    let sent = added(&hub, &[&AGREED[..], &[("name", "Bo Example"), ("email", "bo@example.org")]].concat()).await;
    let who = domain::ids::RegistrationId::parse(sent.location.rsplit('/').next().unwrap()).unwrap();
    let (mut guest, own) = hub.as_guest(&who);
    let held = guest.get(&format!("{own}/held")).await.text("main");
    assert!(!held.contains("across all hosts") && !held.contains("Erase everything"), "{held}");
}
