//! Whom a host has to call: each thing stands on the list once, in words, until a call after it settles it.

#[path = "calls/moves.rs"]
mod moves;
#[path = "calls/places.rs"]
mod places;
#[path = "calls/tidings.rs"]
mod tidings;

use domain::event::{Change, EventDetails, When};
use domain::ids::RegistrationId;
use jiff::{Timestamp, ToSpan};
use store::Deed;
use store::due::{Due, DueList};
use store::events::Events;
use store::tell::Teller;

use crate::browser::Browser;
use crate::events_world::{desk, now};
use crate::hub::Hub;
use crate::world::{by_phone, put_event};

fn list(hub: &Hub) -> String {
    format!("/manage/event/{}/registrations", hub.world.event)
}

/// A coordinator approves another day and time, and the hub's clock says when.
async fn moved(hub: &Hub, start: &str, at: Timestamp) {
    let start: Timestamp = start.parse().unwrap();
    let when = When::Timed { start, end: start + 2.hours(), zone: "Europe/London".into(), further: Vec::new() };
    changed(hub, |details| details.when = when, at).await;
}

/// A coordinator approves other details, and the hub's clock says when.
async fn changed(hub: &Hub, change: impl FnOnce(&mut EventDetails), at: Timestamp) {
    hub.clock.set(at);
    let mut record = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    record.change = Some(Change { answers: record.answers.clone(), sent: Some(at) });
    put_event(&hub.world.db, &record).await;
    let mut details = record.published.as_ref().unwrap().details.clone();
    change(&mut details);
    Events::new(hub.world.db.clone()).approve_change(&record, &details, &Deed { at, ..desk() }).await.unwrap();
}

/// The keeper tells everybody what there is to tell.
async fn told(hub: &Hub, at: Timestamp) {
    let due = DueList::new(hub.world.db.clone()).by(at).await.unwrap();
    let teller = Teller::new(hub.world.db.clone());
    for job in due.into_iter().filter(|job| matches!(job.due, Due::Tell { .. })) {
        let mut next = Some(job);
        while let Some(job) = next {
            next = teller.next(&job, at).await.unwrap();
        }
    }
}

async fn called(hub: &Hub, host: &mut Browser, who: &RegistrationId, outcome: &str, at: Timestamp) {
    hub.clock.set(at);
    let person = format!("{}/{who}", list(hub));
    let page = host.get(&person).await;
    let sent = host.send_in("form:has([name=outcome])", &person, &page, &[("act", "call"), ("outcome", outcome)]).await;
    assert_eq!((sent.status, sent.location), (303, list(hub)), "{}", sent.body);
}

async fn phones(hub: &Hub, name: &str, number: &str) -> RegistrationId {
    let new = by_phone(name, number);
    hub.world.register(&new, now()).await.unwrap();
    new.id
}
