//! What a host writes to everybody: looked at, sent once to each, never markup.

use domain::message::Message;
use store::due::{Due, DueList};
use store::outbox::Outbox;
use store::tell::Teller;

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;
use crate::world::{by_mail, by_phone};

#[tokio::test]
async fn a_message_is_looked_at_first_and_reaches_everybody_it_is_for_once() {
    let hub = Hub::with_places(2).await;
    for name in ["ann", "ben", "cem"] {
        hub.world.comes(name, now()).await;
    }
    hub.world.register(&by_phone("Dee", "01632 960 012"), now()).await.unwrap();
    let path = format!("/manage/event/{}/registrations/message", hub.world.event);
    let mut host = hub.as_host();
    let page = host.get(&path).await;
    let typed = [("audience", "placed"), ("words", "Dear {name}, <b>bring</b> a drink on {when}.")];
    let wrong = host.send(&path, &page, &[("audience", "placed"), ("words", "Dear {first}"), ("act", "preview")]).await;
    assert!(wrong.status == 422 && wrong.text("main").contains("{first} is not something we can fill in"), "{}", wrong.text("main"));
    let seen = host.send(&path, &page, &[&typed[..], &[("act", "preview")]].concat()).await;
    assert!(
        seen.text("main").contains("It goes to 2 people.") && seen.text("blockquote").contains("Dear Sam Example, <b>bring</b>"),
        "{}",
        seen.text("main")
    );
    assert!(
        Outbox::new(hub.world.db.clone()).waiting().await.unwrap().iter().all(|w| !matches!(w.message, Message::FromHost { .. })),
        "only looked at"
    );
    for _ in 0..2 {
        let sent = host.send(&path, &seen, &[&typed[..], &[("act", "send")]].concat()).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let due = DueList::new(hub.world.db.clone());
    let jobs: Vec<_> = due.by(hub.context.now()).await.unwrap().into_iter().filter(|job| matches!(job.due, Due::Tell { .. })).collect();
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    let teller = Teller::new(hub.world.db.clone());
    for job in jobs.iter().chain(&jobs) {
        teller.next(job, hub.context.now()).await.unwrap();
    }
    let waiting = Outbox::new(hub.world.db.clone()).waiting().await.unwrap();
    let told = waiting.iter().filter(|w| matches!(w.message, Message::FromHost { .. })).count();
    assert_eq!(told, 2, "{waiting:?}");
    assert!(host.get(&path).await.text("main").contains("What you wrote before"));
    assert_eq!(Browser::new(&hub.router).get(&path).await.status, 403);
}

#[tokio::test]
async fn five_messages_a_day_are_enough_and_the_sixth_keeps_its_words() {
    let hub = Hub::with_places(2).await;
    hub.world.comes("ann", now()).await;
    let path = format!("/manage/event/{}/registrations/message", hub.world.event);
    let mut host = hub.as_host();
    for time in 0..6 {
        let page = host.get(&path).await;
        let sent = host.send(&path, &page, &[("audience", "all"), ("words", &format!("Number {time}")), ("act", "send")]).await;
        assert_eq!(sent.status, if time < 5 { 303 } else { 422 }, "{time}");
        assert!(time < 5 || sent.body.contains("Number 5"), "{}", sent.body);
    }
}

#[tokio::test]
async fn a_message_to_those_who_wait_reaches_them_and_nobody_else() {
    let hub = Hub::with_places(1).await;
    let (ann, ben, cem) = (hub.world.comes("ann", now()).await, hub.world.comes("ben", now()).await, hub.world.comes("cem", now()).await);
    hub.world.register(&by_mail("unconfirmed"), now()).await.unwrap();
    hub.world.register(&by_phone("Dee", "01632 960 012"), now()).await.unwrap();
    hub.world.registrations.cancel(&hub.world.event, &cem, now()).await.unwrap();
    let path = format!("/manage/event/{}/registrations/message", hub.world.event);
    let mut host = hub.as_host();
    let page = host.get(&path).await;
    let typed = [("audience", "waiting"), ("words", "We look for a larger room.")];
    let seen = host.send(&path, &page, &[&typed[..], &[("act", "preview")]].concat()).await;
    let text = seen.text("main");
    assert!(text.contains("It goes to 1 person. 1 more has no email address: call them."), "{text}");
    assert_eq!(host.send(&path, &seen, &[&typed[..], &[("act", "send")]].concat()).await.status, 303);
    for job in DueList::new(hub.world.db.clone()).by(now()).await.unwrap() {
        Teller::new(hub.world.db.clone()).next(&job, now()).await.unwrap();
    }
    let written = async |who| hub.world.mails(who).await.iter().any(|mail| matches!(mail, Message::FromHost { .. }));
    assert_eq!([written(&ann).await, written(&ben).await, written(&cem).await], [false, true, false]);
    let waiting = Outbox::new(hub.world.db.clone()).waiting().await.unwrap();
    assert_eq!(waiting.iter().filter(|w| matches!(w.message, Message::FromHost { .. })).count(), 1, "nor to an address that nobody confirmed");
    let calls = host.get(&format!("/manage/event/{}/registrations", hub.world.event)).await.text("main");
    assert!(calls.contains("We look for a larger room."), "Dee has to be called: {calls}");
}
