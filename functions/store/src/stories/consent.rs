//! One purpose taken back alone, and what happens when a time has run out.

use domain::audit::Actor;
use domain::ids::StoryId;
use domain::story::{ConsentAct, ConsentOf, Purpose, StoryAct, StoryRecord, StoryState};
use domain::time::today;
use jiff::Timestamp;

use super::act::{after, refused, write};
use super::{Stories, StoryError};
use crate::deed::Deed;
use crate::error::StoreError;
use crate::public;
use crate::tx::Tx;

impl Stories {
    /// Takes back one purpose, and nothing else: its page and card say so in the same transaction. To take back publication is to
    /// [`Stories::withdraw`]. `excerpt` as for publication.
    pub async fn take_back(&self, record: &StoryRecord, purpose: Purpose, excerpt: String, deed: &Deed) -> Result<StoryRecord, StoryError> {
        if purpose == Purpose::Publish {
            return self.withdraw(record, deed).await;
        }
        let mut next = after(record, StoryAct::TakeBack)?;
        next.take_back(purpose, ConsentAct::TakenBack, ConsentOf::from(&deed.by), today(deed.at));
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page() {
            public::change_story(&mut tx, &page, &page.card(excerpt));
        }
        write(&mut tx, record, &next, StoryAct::TakeBack, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Takes a story off whose author's consent has run out, as if they had withdrawn it. Safe to do twice, and of no effect before its
    /// time or where it was withdrawn meanwhile. Pages stop showing it by themselves; this is for what is stored.
    pub async fn run_out(&self, id: &StoryId, now: Timestamp) -> Result<(), StoreError> {
        let Some(record) = self.load(id).await? else { return Ok(()) };
        let over = record.live.as_ref().is_some_and(|live| live.details.consent.is_over(today(now)));
        if record.state != StoryState::Live || !over {
            return Ok(());
        }
        // One such act in a story's life: its id tells the entry from others of the day.
        let deed = Deed { by: Actor::Hub, at: now, mark: id.to_string() };
        match self.end(&record, StoryAct::RunOut, (ConsentAct::RanOut, ConsentOf::Hub), &deed).await {
            Ok(_) => Ok(()),
            Err(StoryError::Store(error)) => Err(error),
            // Somebody else changed it at the same moment: the next tick looks again.
            Err(_) => Err(StoreError::Busy),
        }
    }
}
