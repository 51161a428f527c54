//! How an author takes a story back: at any time, at once, whatever the mail does.

use domain::answers::Answers;
use domain::story::{ConsentAct, ConsentOf, Purpose, StoryAct, StoryRecord, StoryRules, StoryState};
use domain::time::today;

use super::act::{after, refused, write};
use super::{Stories, StoryError, contact, letters, relay};
use crate::deed::Deed;
use crate::erased::{self, Gone};
use crate::public;
use crate::tx::Tx;

impl Stories {
    /// Takes a story back: out of everything public, where a tombstone stays; its words, its consent and the addresses behind it
    /// go from the records too. One transaction.
    pub async fn withdraw(&self, record: &StoryRecord, deed: &Deed) -> Result<StoryRecord, StoryError> {
        self.end(record, StoryAct::Withdraw, (ConsentAct::TakenBack, ConsentOf::from(&deed.by)), deed).await
    }

    /// As [`Stories::withdraw`], by whichever act ends it. The record of consent stays, and says how it ended: it holds no words and
    /// nobody's name. So do its code, by which its author is told that it is gone, and its address, for the notice there and for the day a
    /// backup is brought back. No other day and nobody who had a part in it is kept.
    pub(super) async fn end(
        &self,
        record: &StoryRecord,
        act: StoryAct,
        (how, by): (ConsentAct, ConsentOf),
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, act)?;
        for &purpose in Purpose::ALL {
            next.take_back(purpose, how, by, today(deed.at));
        }
        let contact = contact::read(&self.db, &next.id).await?;
        let mut tx = Tx::new(&self.db);
        if let Some(live) = next.live.take().filter(|_| record.state == StoryState::Live) {
            public::withdraw_story(&mut tx, next.week, &live);
            next.was_at = Some(live.slug);
        }
        next.answers = Answers::new();
        next.updates = Vec::new();
        (next.desk_words, next.edits, next.reading, next.goes_live) = (None, None, None, None);
        (next.created, next.sent, next.entered_by) = (None, None, None);
        next.rules = StoryRules::NONE;
        next.has_contact = false;
        next.addresses_gone = Vec::new();
        write(&mut tx, record, &next, act, deed);
        contact::remove(&mut tx, &next.id, contact.as_ref());
        relay::remove(&mut tx, record.relay());
        erased::add(&mut tx, Gone::Story(&next.id), deed.at);
        if let Some(contact) = &contact {
            letters::farewell(&mut tx, &next, contact, deed.at);
        }
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}
