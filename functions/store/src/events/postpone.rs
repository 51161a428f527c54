//! How a host puts an event off, and takes that back.

use domain::event::{EventAct, EventRecord, Postponed};

use super::act::{after, refused, write};
use super::amend::note_moved;
use super::review::remind;
use super::{EventError, Events};
use crate::deed::Deed;
use crate::due::{self, Due, Tidings};
use crate::public;
use crate::tx::Tx;

impl Events {
    /// Postpones a published event: its page says so in the host's words, everyone registered is told, and keeps what they have. A new
    /// date comes as a change, through the desk.
    pub async fn postpone(&self, record: &EventRecord, words: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let mut next = after(record, EventAct::Postpone, true, deed)?;
        next.postponed = Some(Postponed { at: deed.at, words: (!words.is_empty()).then(|| words.to_owned()) });
        self.tell_when(record, next, EventAct::Postpone, |sequence| Tidings::Postponed { sequence }, deed).await
    }

    /// Takes a postponement back: the event takes place on the day that a coordinator approved. Everyone registered is told.
    pub async fn go_ahead(&self, record: &EventRecord, deed: &Deed) -> Result<EventRecord, EventError> {
        let next = after(record, EventAct::GoAhead, true, deed)?;
        self.tell_when(record, next, EventAct::GoAhead, |sequence| Tidings::Moved { sequence }, deed).await
    }

    async fn tell_when(
        &self,
        record: &EventRecord,
        mut next: EventRecord,
        act: EventAct,
        tidings: fn(u32) -> Tidings,
        deed: &Deed,
    ) -> Result<EventRecord, EventError> {
        let Some(published) = &mut next.published else { return Err(EventError::NotNow(record.state)) };
        published.sequence += 1;
        published.changed = deed.at;
        let sequence = published.sequence;
        if act == EventAct::GoAhead {
            note_moved(record, &mut next, deed);
        }
        let mut tx = Tx::new(&self.db);
        if act == EventAct::GoAhead {
            remind(&mut tx, &next, deed.at);
        }
        if let Some(page) = next.page() {
            public::change_event(&mut tx, &page);
            if page.through_hub {
                due::add(&mut tx, &Due::Tell { event: next.id.clone(), tidings: tidings(sequence), after: None }, deed.at);
            }
        }
        write(&mut tx, record, &next, act, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}
