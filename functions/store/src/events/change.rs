//! What a host changes of a published event at once, and who learns that the way in is another.

use domain::event::{ChangedAtOnce, EventAct, EventRecord, Place};
use jiff::Timestamp;

use super::act::{after, refused, write};
use super::{EventError, Events};
use crate::deed::Deed;
use crate::due::{self, Due, Tidings};
use crate::public;
use crate::tx::Tx;

impl Events {
    /// Puts the changed details on the event's page and, where people know the old ones, tells everybody who has a place.
    pub async fn change_at_once(&self, record: &EventRecord, changed: &ChangedAtOnce, deed: &Deed) -> Result<EventRecord, EventError> {
        let mut next = after(record, EventAct::ChangeAtOnce, true, deed)?;
        next.answers = changed.record.answers.clone();
        next.published = changed.record.published.clone();
        let Some(published) = &mut next.published else { return Err(EventError::NotNow(record.state)) };
        if changed.concerns_people {
            published.sequence += 1;
            published.changed = deed.at;
        }
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page().filter(|_| changed.concerns_people) {
            public::change_event(&mut tx, &page);
        }
        tell_of_way_in(&mut tx, record, &mut next, deed);
        write(&mut tx, record, &next, EventAct::ChangeAtOnce, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

/// Tells everybody who has a place how to find or join the event, where that is another than they were told. A new day, place or way
/// to take part says all of this itself.
pub(super) fn tell_of_way_in(tx: &mut Tx<'_>, record: &EventRecord, next: &mut EventRecord, deed: &Deed) {
    if !knows_another_way_in(record, next, deed.at) {
        return;
    }
    let Some(published) = &mut next.published else { return };
    let sequence = published.sequence;
    published.told = Some(sequence);
    due::add(tx, &Due::Tell { event: next.id.clone(), tidings: Tidings::Changed { sequence }, after: None }, deed.at);
}

/// Whether people with a place were told of a way in that is no longer true. Of a postponed event they learn all of it with the new date.
fn knows_another_way_in(record: &EventRecord, next: &EventRecord, at: Timestamp) -> bool {
    let (Some(before), Some(after), Some(page)) = (place(record), place(next), next.page()) else { return false };
    let over = page.is_postponed() || page.when.end().is_some_and(|end| end <= at);
    let told = in_the_first_mail(before) != in_the_first_mail(after) || (before.joining != after.joining && page.when.is_near(at));
    page.through_hub && told && !over
}

fn place(record: &EventRecord) -> Option<&Place> {
    record.published.as_ref().map(|published| &published.details.place)
}

/// How to find the door, and what people join with: both stand in the mail with the place, however early.
fn in_the_first_mail(place: &Place) -> [Option<&String>; 2] {
    [place.venue.as_ref().and_then(|venue| venue.directions.as_ref()), place.platform.as_ref()]
}
