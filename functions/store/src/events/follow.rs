//! Places follow a published event's day and way to take part, in the transaction that publishes those.

use domain::event::{EventDetails, EventRecord, follow};
use domain::ids::EventId;
use domain::registration::Places;

use super::Events;
use crate::deed::Deed;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::keys;
use crate::registrations::PLACES;
use crate::tables::Table;
use crate::tx::{Tx, n};

/// The places as they were read, and as they are to be.
pub(super) struct Following {
    before: Places,
    after: Places,
}

impl Events {
    /// What the change to these details asks of the event's places; none where they stay as they are, and where the event is over.
    pub(super) async fn following(&self, record: &EventRecord, details: &EventDetails, deed: &Deed) -> Result<Option<Following>, StoreError> {
        let over = details.when.end().is_some_and(|end| end <= deed.at);
        let Some(old) = record.published.as_ref().filter(|_| !over && details.booking.through_hub()) else { return Ok(None) };
        let places: Option<Places> = self.db.get(Table::Hub, &keys::places(&record.id)).await?;
        let Some(before) = places.map(Places::made_whole) else { return Ok(None) };
        let after = follow(&before, &old.details, details);
        Ok((after != before).then_some(Following { before, after }))
    }
}

impl Following {
    /// Puts it into a transaction; refused by [`PLACES`] where somebody booked since they were read. The keeper offers what is free then,
    /// and again when places that are held back come free.
    pub fn write(&self, tx: &mut Tx<'_>, event: &EventId, deed: &Deed) {
        let values = vec![(":version", n(self.before.version)), (":turn", n(self.before.next_turn))];
        tx.put_if(PLACES, Table::Hub, &keys::places(event), &self.after, "version = :version AND next_turn = :turn", values);
        for at in [Some(deed.at), self.after.next_release(deed.at)].into_iter().flatten() {
            due::add(tx, &Due::OfferPlaces { event: event.clone() }, at);
        }
    }
}
