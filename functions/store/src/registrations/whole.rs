//! Records of places from before groups, brought up to what acts count by now: everybody who waits there needs one place.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::EventId;
use domain::registration::{Places, Queue};

use super::{PLACES, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

impl Registrations {
    /// Adds what is missing, once; whoever comes second finds it done.
    pub(super) async fn make_whole(&self, event: &EventId, read: &Places) -> Result<Places, StoreError> {
        let mut places = read.clone();
        for _ in 0..TRIES {
            let queue = Queue::of_single(places.room.waiting);
            let sets =
                "SET #queue = :queue, #beside = :none, #kept_back = :none, #kept_used = :none, #settings = :none, #over = if_not_exists(#over, :no)";
            let values = vec![
                (":queue", serde_dynamo::to_attribute_value(&queue)?),
                (":none", n(0)),
                (":no", AttributeValue::Bool(false)),
                (":waiting", n(places.room.waiting)),
            ];
            let mut tx = Tx::new(&self.db);
            let condition = "attribute_not_exists(#queue) AND #waiting = :waiting";
            tx.update(PLACES, Table::Hub, &keys::places(event), sets, condition, values);
            if outcome(tx.commit().await)?.is_ok() {
                places.room.queue = queue;
                return Ok(places);
            }
            places = self.db.get(Table::Hub, &keys::places(event)).await?.ok_or(StoreError::Busy)?;
            if places.is_whole() {
                return Ok(places);
            }
        }
        Err(StoreError::Busy)
    }
}
