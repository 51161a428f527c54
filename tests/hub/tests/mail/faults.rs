//! Whatever goes wrong with a call while one message is sent, its mail goes out; a second time only where the note that it is out was what
//! went wrong, and then under the same name (I6, quality-bar R-20). A third of it in each run, all of it with `HUB_FAULTS=all`.

use std::sync::Arc;

use hub_tests::clients::{in_a_hurry, quick_to_retry};
use hub_tests::proxy::{Fault, Faults, Proxy, Rules, everything, third};
use mailer::{Outcome, send_one, send_waiting};
use store::outbox::LEASE;

use crate::world::{World, endpoint, now, seconds};

/// Until the mailer gives up.
const EVER: usize = 60;

/// A mailer behind a proxy on which calls go wrong, with much time and with little.
struct Behind {
    patient: mailer::State,
    in_a_hurry: mailer::State,
    _proxy: Proxy,
}

impl Behind {
    async fn of(world: &World, faults: Arc<Faults>) -> Self {
        let proxy = Proxy::before(&endpoint(), Rules { faults: Some(faults), ..Rules::default() }).await.unwrap();
        let client = quick_to_retry(local::client::at(&proxy.endpoint()));
        Self { patient: world.by_way_of(client.clone()), in_a_hurry: world.by_way_of(in_a_hurry(client)), _proxy: proxy }
    }
}

/// The names of the mails that went out to an address.
fn mails_to(world: &World, to: &str) -> Vec<String> {
    world.pile.mails.lock().unwrap().iter().filter(|mail| mail.to.as_str() == to).map(|mail| mail.message_id.clone()).collect()
}

#[tokio::test]
async fn whatever_goes_wrong_while_a_message_is_sent_it_goes_out_and_twice_only_where_that_was_not_noted() {
    let world = World::new().await;
    let faults = Arc::new(Faults::default());
    let behind = Behind::of(&world, faults.clone()).await;
    let id = world.invited("bo@example.org").await;
    faults.arm(Fault::Stale, usize::MAX / 2, 0);
    assert_eq!(send_one(&behind.patient, &id, now()).await.unwrap(), Outcome::Sent, "without a fault");
    let (_, calls) = faults.disarm();
    let writes = calls.iter().filter(|call| *call == "TransactWriteItems").count();
    assert!(writes == 2 && calls.len() >= 4, "it looks, claims, looks whether it is true and whom it reaches, and notes: {calls:?}");
    let note = calls.len() - 1;
    assert_eq!(calls[note], "TransactWriteItems", "the note comes last: {calls:?}");

    let mut cells = Vec::new();
    for (call, operation) in calls.iter().enumerate() {
        // Each message is read for the first time: there is nothing stale to answer.
        for fault in Fault::ALL.into_iter().filter(|fault| *fault != Fault::Stale && fault.concerns(operation)) {
            cells.extend([1, EVER].map(|times| (call, fault, times)));
        }
    }
    let cells = if everything() { cells } else { third(cells) };
    println!("{} calls, {} things to go wrong", calls.len(), cells.len());
    let mut twice = 0;
    for (number, cell @ (call, fault, times)) in cells.into_iter().enumerate() {
        let to = format!("bo{number}@example.org");
        let id = world.invited(&to).await;
        faults.arm(fault, call, times);
        let first = send_one(if fault.hangs() { &behind.in_a_hurry } else { &behind.patient }, &id, now()).await;
        let (struck, _) = faults.disarm();
        assert!(struck > 0, "{cell:?}: the call was not reached");
        // The rounds after it find what is left, once nobody can be sending it any more.
        for round in 1..=3 {
            send_waiting(&world.mailer, now() + (LEASE + seconds(1)) * round).await.unwrap();
        }
        let mails = mails_to(&world, &to);
        let most = if call == note { 2 } else { 1 };
        assert!((1..=most).contains(&mails.len()), "{cell:?}, first: {first:?}, mails: {mails:?}");
        assert!(mails.iter().all(|name| *name == mails[0]), "{cell:?}: one message has one name: {mails:?}");
        assert!(world.outbox.was_sent(&id).await.unwrap() && world.outbox.waiting().await.unwrap().is_empty(), "{cell:?}: it is noted");
        twice += mails.len() - 1;
    }
    assert!(!everything() || twice > 0, "a note that is lost for good is what lets a mail go out twice");
}
