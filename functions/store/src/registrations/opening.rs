//! Opening and closing an event for bookings, with the change to the event that calls for it.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::EventId;
use domain::registration::Places;

use super::PLACES;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

/// Makes an event's places in the transaction that publishes it. For events that the hub takes registrations for.
pub fn open_places(tx: &mut Tx<'_>, event: &EventId, capacity: Option<u32>) {
    tx.put_new(PLACES, Table::Hub, &keys::places(event), &Places::new(capacity));
}

/// Takes no more bookings, in the transaction that cancels an event. Only where the event has places.
pub fn close_places(tx: &mut Tx<'_>, event: &EventId) {
    let values = vec![(":false", AttributeValue::Bool(false)), (":one", n(1))];
    tx.update(PLACES, Table::Hub, &keys::places(event), "SET #open = :false, version = version + :one", "attribute_exists(pk)", values);
}
