//! How long the desk takes: noted with each of its answers, by week, without naming what waited or who.

use domain::event::{EventAct, EventRecord, LAST_ANSWERS, Waited, usually_takes};
use domain::week::WeekId;
use jiff::SignedDuration;

use super::Events;
use crate::db::Key;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::tables::Table;
use crate::tx::Tx;

/// How long a note is kept: into the next year's week.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);

fn collection(week: WeekId) -> String {
    format!("WAITED#{week}")
}

/// The acts by which the desk answers.
fn answers(act: EventAct) -> bool {
    use EventAct as A;
    matches!(act, A::Publish | A::AskForChange | A::Decline | A::ReturnChange | A::ApproveChange | A::Reschedule | A::RefuseChange)
}

/// Notes how long it waited, where the act is an answer of the desk to something that did.
pub(super) fn note(tx: &mut Tx<'_>, old: &EventRecord, act: EventAct, deed: &Deed) {
    if let Some(since) = old.waiting_since.filter(|_| answers(act)) {
        let key = Key::new(collection(old.week), format!("{:012}#{}", deed.at.as_second(), deed.mark));
        tx.put_until(Table::Hub, &key, &Waited { since, until: deed.at }, deed.at + KEPT);
    }
}

impl Events {
    /// How long the desk usually takes to answer about events of a week, in words; none while it has answered too few.
    pub async fn usually_takes(&self, week: WeekId) -> Result<Option<String>, StoreError> {
        let last = self.db.list::<Waited>(Table::Hub, &collection(week), "", LAST_ANSWERS as i32, None, true).await?;
        let last: Vec<Waited> = last.records.into_iter().map(|(_, waited)| waited).collect();
        Ok(usually_takes(&last))
    }
}
