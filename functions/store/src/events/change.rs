//! What a host changes of a published event at once.

use domain::event::{ChangedAtOnce, EventAct, EventRecord};

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
        let sequence = published.sequence;
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page().filter(|_| changed.concerns_people) {
            public::change_event(&mut tx, &page);
            let found_otherwise = directions(record) != directions(&next);
            // Of a postponed event people learn all of it with the new date.
            let over = page.is_postponed() || page.when.end().is_some_and(|end| end <= deed.at);
            if page.through_hub && (found_otherwise || page.when.is_near(deed.at)) && !over {
                next.published.iter_mut().for_each(|published| published.told = Some(sequence));
                let tidings = Tidings::Changed { sequence };
                due::add(&mut tx, &Due::Tell { event: next.id.clone(), tidings, after: None }, deed.at);
            }
        }
        write(&mut tx, record, &next, EventAct::ChangeAtOnce, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

/// How to find the door: that stands in the mail with the place, however early.
fn directions(record: &EventRecord) -> Option<&String> {
    record.published.as_ref()?.details.place.venue.as_ref()?.directions.as_ref()
}
