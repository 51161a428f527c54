//! What the desk does with a story: read it, publish it, propose edits, ask for a change, decline it, take it off.

use domain::audit::Actor;
use domain::ids::{Slug, StoryId};
use domain::message::Message;
use domain::story::{Edits, GoesLive, LiveStory, Purpose, SecondReading, StoryAct, StoryDetails, StoryRecord, StoryState, standing};
use domain::time::today;

use super::act::{after, refused, rules_of, write};
use super::go_live::goes_public;
use super::{StoryError, days, letters, load};
use crate::db::Db;
use crate::deed::Deed;
use crate::due::{self, Due};
use crate::erased::{self, Gone};
use crate::error::StoreError;
use crate::public;
use crate::tx::Tx;

/// The stories, as the desk reaches them. It never learns who wrote one.
#[derive(Clone, Debug)]
pub struct StoryDesk {
    pub(super) db: Db,
}

impl StoryDesk {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// A story's working record.
    pub async fn load(&self, id: &StoryId) -> Result<Option<StoryRecord>, StoreError> {
        load(&self.db, id).await
    }

    /// Publishes a story in the words of `details`, which a coordinator has just read, at a random address: at once, or after notice
    /// where its week or what its author was told asks for it. Refused while anything [lacks](StoryRecord::lacks). `excerpt` is plain
    /// text of at most 200 characters. [`StoryError::AddressTaken`] asks for another `slug`.
    pub async fn publish(
        &self,
        record: &StoryRecord,
        details: &StoryDetails,
        slug: Slug,
        excerpt: String,
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        let rules = record.rules.and(rules_of(&self.db, record.week).await?);
        let act = if rules.notice { StoryAct::Schedule } else { StoryAct::Publish };
        let mut next = after(record, act)?;
        if !record.lacks(rules, deed.at).is_empty() || read_by(record, deed) {
            return Err(StoryError::NotNow(record.state));
        }
        let mut details = details.clone();
        // Agreed to when it was sent, whenever it is read.
        details.consent.day = record.sent.unwrap_or(details.consent.day);
        if let Some(given) = standing(&record.consents, Purpose::Publish, today(deed.at)) {
            (details.consent.day, details.consent.version, details.consent.until) = (given.day, given.version, given.until);
        }
        (next.desk_words, next.edits) = (None, None);
        let mut tx = Tx::new(&self.db);
        if act == StoryAct::Schedule {
            let day = days::after_notice(deed.at);
            next.live = Some(LiveStory { slug, details, month: day.first_of_month() });
            next.goes_live = Some(GoesLive { day, excerpt });
            due::add(&mut tx, &Due::StoryLive { story: next.id.clone() }, days::start(day));
            letters::news(&mut tx, &next, Message::StoryScheduled { story: next.id.clone() }, deed.at);
        } else {
            next.live = Some(LiveStory { slug, details, month: days::month_of(deed.at) });
            goes_public(&mut tx, &next, excerpt);
            letters::news(&mut tx, &next, Message::StoryLive { story: next.id.clone() }, deed.at);
        }
        write(&mut tx, record, &next, act, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Proposes other words to its author. It leaves the queue until they have answered.
    pub async fn propose_edits(&self, record: &StoryRecord, edits: &Edits, words: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::ProposeEdits)?;
        next.edits = Some(edits.clone());
        next.desk_words = (!words.trim().is_empty()).then(|| words.to_owned());
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, StoryAct::ProposeEdits, deed);
        letters::news(&mut tx, &next, Message::StoryEditsProposed { story: next.id.clone() }, deed.at);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Notes what the second reader found in these very words.
    pub async fn read_second(&self, record: &StoryRecord, reading: &SecondReading, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::ReadSecond)?;
        next.reading = Some(reading.clone());
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, StoryAct::ReadSecond, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Takes a story off at once, or stops it before it is live, with the reason in words for its author. Its words stay with its author
    /// for a while, who can take them back; nobody else reads them. Nothing here waits for a mail.
    pub async fn take_down(&self, record: &StoryRecord, reason: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let next = after(record, StoryAct::TakeDown)?;
        let message = Message::StoryTakenDown { story: record.id.clone() };
        self.off(record, next, reason, Some(message), deed).await
    }

    /// The same for a story that a backup brought back from before it was taken off, wherever it stood then. Its author was told.
    pub async fn take_down_again(&self, record: &StoryRecord, reason: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        if !record.state.is_open_to_desk() {
            return Err(StoryError::NotNow(record.state));
        }
        let mut next = record.clone();
        (next.state, next.version) = (StoryState::TakenDown, record.version + 1);
        (next.edits, next.reading) = (None, None);
        self.off(record, next, reason, None, deed).await
    }

    async fn off(
        &self,
        record: &StoryRecord,
        mut next: StoryRecord,
        reason: &str,
        message: Option<Message>,
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        next.desk_words = Some(reason.to_owned());
        next.goes_live = None;
        let mut tx = Tx::new(&self.db);
        if let Some(live) = next.live.take().filter(|_| record.state == StoryState::Live) {
            public::withdraw_story(&mut tx, next.week, &live);
            next.was_at = Some(live.slug);
        }
        write(&mut tx, record, &next, StoryAct::TakeDown, deed);
        erased::add(&mut tx, Gone::TakenOff(&next.id), deed.at);
        if let Some(message) = message {
            letters::news(&mut tx, &next, message, deed.at);
        }
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Asks its author for a change, in these words.
    pub async fn ask_for_change(&self, record: &StoryRecord, words: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        self.answer(record, StoryAct::AskForChange, words, Message::StoryChangesAsked { story: record.id.clone() }, deed).await
    }

    /// Declines it, with the reason in words.
    pub async fn decline(&self, record: &StoryRecord, words: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        self.answer(record, StoryAct::Decline, words, Message::StoryDeclined { story: record.id.clone() }, deed).await
    }

    async fn answer(&self, record: &StoryRecord, act: StoryAct, words: &str, message: Message, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, act)?;
        next.desk_words = (!words.trim().is_empty()).then(|| words.to_owned());
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, act, deed);
        letters::news(&mut tx, &next, message, deed.at);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

/// Two keys are held by two people.
fn read_by(record: &StoryRecord, deed: &Deed) -> bool {
    record.reading.as_ref().is_some_and(|reading| deed.by == Actor::Staff(reading.by.clone()))
}
