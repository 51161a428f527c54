//! A coordinator publishes another day for the event, and the keeper does what that leaves to it.

use domain::event::{Change, When};
use domain::ids::EventId;
use domain::registration::model::LASTS;
use jiff::Timestamp;
use serde_json::Value;
use store::due::{Due, DueList};
use store::events::Events;
use store::tell::Teller;
use store::{Db, Deed, Key, Table, Tx};

use crate::world::{World, put_event};

/// In how many collections due things lie.
const SHARDS: usize = 8;

/// Moves the event, and gives what the keeper found to do about it.
pub async fn move_event(world: &World, start: Timestamp, deed: &Deed) -> usize {
    // What was due before is the model's own steps.
    forget_what_is_due(&world.db).await;
    let events = Events::new(world.db.clone());
    let mut record = events.load(&world.event).await.unwrap().unwrap();
    record.change = Some(Change { answers: record.answers.clone(), sent: Some(deed.at) });
    put_event(&world.db, &record).await;
    let mut details = record.published.as_ref().unwrap().details.clone();
    if let When::Timed { start: begins, end, .. } = &mut details.when {
        (*begins, *end) = (start, start + LASTS);
    }
    events.approve_change(&record, &details, deed).await.unwrap();
    keep(world, &world.event, deed.at).await
}

async fn keep(world: &World, event: &EventId, at: Timestamp) -> usize {
    let (teller, mut done) = (Teller::new(world.db.clone()), 0);
    for job in DueList::new(world.db.clone()).by(at).await.unwrap() {
        match &job.due {
            Due::OfferPlaces { event: of } if of == event => {
                world.registrations.offer_all(event, at).await.unwrap();
                done += 1;
            }
            Due::Tell { event: of, .. } if of == event => {
                let mut left = Some(job);
                while let Some(job) = left {
                    left = teller.next(&job, at).await.unwrap();
                }
                done += 1;
            }
            _ => {}
        }
    }
    done
}

/// Takes everything off the keeper's list.
async fn forget_what_is_due(db: &Db) {
    for shard in 0..SHARDS {
        let pk = format!("DUE#{shard}");
        loop {
            let page = db.list::<Value>(Table::Hub, &pk, "", 100, None, false).await.unwrap();
            if page.records.is_empty() {
                break;
            }
            let mut tx = Tx::new(db);
            for (place, _) in page.records {
                tx.delete(Table::Hub, &Key::new(pk.as_str(), place));
            }
            tx.commit().await.unwrap();
        }
    }
}
