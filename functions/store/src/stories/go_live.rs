//! Going live: at the desk's press, or on the day that was told its author.

use domain::audit::Actor;
use domain::ids::StoryId;
use domain::message::Message;
use domain::story::{ConsentAct, ConsentOf, StoryAct, StoryRecord, StoryState};
use domain::time::today;
use jiff::Timestamp;

use super::act::{after, refused, write};
use super::{Stories, StoryError, days, letters};
use crate::deed::Deed;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::public;
use crate::tx::Tx;

/// Puts its page and card into a transaction, and notes when its author's time ends.
pub(super) fn goes_public(tx: &mut Tx<'_>, next: &StoryRecord, excerpt: String) {
    let Some(page) = next.page() else { return };
    public::add_story(tx, &page, &page.card(excerpt));
    if let Some(until) = page.consent.until {
        due::add(tx, &Due::StoryOver { story: next.id.clone() }, days::after(until));
    }
}

impl Stories {
    /// Makes a story live whose day has come. Safe to do twice, and of no effect where its author stopped it, took it back or was
    /// given another day. Where their consent ran out meanwhile, it ends instead.
    pub async fn go_live(&self, id: &StoryId, now: Timestamp) -> Result<(), StoreError> {
        let Some(record) = self.load(id).await? else { return Ok(()) };
        let over = record.live.as_ref().is_some_and(|live| live.details.consent.is_over(today(now)));
        // One such act for each version: its id tells the entry from others of the day.
        let deed = Deed { by: Actor::Hub, at: now, mark: format!("{id}-{}", record.version) };
        let done = if record.state == StoryState::Scheduled && over {
            self.end(&record, StoryAct::RunOut, (ConsentAct::RanOut, ConsentOf::Hub), &deed).await.map(drop)
        } else if record.may_go_live(now) {
            self.goes_live(&record, &deed).await
        } else {
            return Ok(());
        };
        match done {
            Ok(()) => Ok(()),
            Err(StoryError::Store(error)) => Err(error),
            // Somebody else changed it at the same moment: the next tick looks again.
            Err(_) => Err(StoreError::Busy),
        }
    }

    async fn goes_live(&self, record: &StoryRecord, deed: &Deed) -> Result<(), StoryError> {
        let mut next = after(record, StoryAct::GoLive)?;
        let excerpt = next.goes_live.take().map(|at| at.excerpt).unwrap_or_default();
        let mut tx = Tx::new(&self.db);
        goes_public(&mut tx, &next, excerpt);
        write(&mut tx, record, &next, StoryAct::GoLive, deed);
        letters::news(&mut tx, &next, Message::StoryLive { story: next.id.clone() }, deed.at);
        tx.commit().await.map_err(refused)
    }

    /// Stops a story before it is live: it is its author's draft again.
    pub async fn stop(&self, record: &StoryRecord, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::Stop)?;
        (next.live, next.goes_live, next.reading, next.sent) = (None, None, None, None);
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, StoryAct::Stop, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}
