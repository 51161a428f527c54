//! What every act has in common: the next record, its version, its audit entry, its place in the queue.

use domain::audit::{AuditEntry, Subject};
use domain::ids::StoryId;
use domain::story::{StoryAct, StoryRecord, StoryRules, StoryState};
use domain::week::WeekId;

use super::{StoryError, days};
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::{Earlier, FormUse};
use crate::public::SLUG;
use crate::queue::{self, QueueEntry, Queued};
use crate::tables::Table;
use crate::tx::{Tx, TxError};
use crate::weeks::Weeks;
use crate::{audit, keys};

/// The condition that nobody else changed the story.
pub(super) const VERSION: &str = "story version";

/// What a week asks for before a story is public; of a week that is not known, what one asks for that says nothing.
pub(super) async fn rules_of(db: &Db, week: WeekId) -> Result<StoryRules, StoreError> {
    Ok(Weeks::new(db.clone()).get(week).await?.map(|week| week.story_rules).unwrap_or_default())
}

/// The record as it is after an act, with its next version.
pub(super) fn after(record: &StoryRecord, act: StoryAct) -> Result<StoryRecord, StoryError> {
    let state = record.state.after(act).ok_or(StoryError::NotNow(record.state))?;
    let mut next = record.clone();
    next.state = state;
    next.version += 1;
    Ok(next)
}

/// Writes the changed record, moves it in the queue, and notes the act. The audit has no words in it: what the desk writes to an
/// author is between them.
pub(super) fn write(tx: &mut Tx<'_>, old: &StoryRecord, new: &StoryRecord, act: StoryAct, deed: &Deed) {
    tx.replace(VERSION, Table::Hub, &keys::story(&new.id), new, old.version);
    move_in_queue(tx, Some(old), new);
    note(tx, &new.id, act, deed);
}

/// Puts a story in the queue when it begins to wait, and takes it out when it no longer does.
pub(super) fn move_in_queue(tx: &mut Tx<'_>, old: Option<&StoryRecord>, new: &StoryRecord) {
    let waits = |record: &StoryRecord| {
        let sent = record.sent.filter(|_| record.state == StoryState::Queued);
        sent.or(record.waiting_update().map(|update| update.day)).map(days::start)
    };
    let (before, now) = (old.and_then(waits), waits(new));
    let what = Queued::Story(new.id.clone());
    if let Some(since) = before.filter(|_| before != now) {
        queue::remove(tx, &what, since);
    }
    if let Some(since) = now {
        let title = if new.state == StoryState::Queued { new.title() } else { format!("Update to: {}", new.title()) };
        queue::add(tx, &QueueEntry { what, week: new.week, title, who: String::new(), since, brought: None });
    }
}

/// The audit entry of an act: the day only, no names.
pub(super) fn note(tx: &mut Tx<'_>, id: &StoryId, act: StoryAct, deed: &Deed) {
    let entry = AuditEntry::new(deed.at, deed.by.clone(), act.value(), Subject::Story(id.clone()));
    audit::add(tx, &entry, &deed.mark);
}

/// What a refused transaction means.
pub(super) fn refused(error: TxError) -> StoryError {
    match error {
        error if error.refused_by(VERSION) => StoryError::Changed,
        error if error.refused_by(SLUG) => StoryError::AddressTaken,
        TxError::Refused(_) => StoryError::Changed,
        TxError::Store(error) => StoryError::Store(error),
    }
}

/// Whether the same form was sent before: then its result stands.
pub(super) async fn earlier(db: &Db, form: &FormUse) -> Result<Option<StoryId>, StoryError> {
    match form.earlier::<StoryId>(db).await? {
        Some(Earlier::Same(id)) => Ok(Some(id)),
        Some(Earlier::Other) => Err(StoryError::FormUsed),
        None => Ok(None),
    }
}

/// As [`earlier`], behind a transaction that was refused: two sendings at once, of which this one came second.
pub(super) async fn unless_done(db: &Db, form: &FormUse, error: TxError) -> Result<StoryId, StoryError> {
    match refused(error) {
        StoryError::Store(error) => Err(error.into()),
        error => earlier(db, form).await?.ok_or(error),
    }
}
