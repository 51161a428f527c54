//! What the desk does with a story that waits: publish it, ask for a change, decline it.

use domain::ids::{Slug, StoryId};
use domain::message::Message;
use domain::story::{LiveStory, Purpose, StoryAct, StoryDetails, StoryRecord, standing};
use domain::time::today;

use super::act::{after, refused, write};
use super::{StoryError, days, letters, load};
use crate::db::Db;
use crate::deed::Deed;
use crate::due::{self, Due};
use crate::error::StoreError;
use crate::tx::Tx;
use crate::public;

/// The stories, as the desk reaches them. It never learns who wrote one.
#[derive(Clone, Debug)]
pub struct StoryDesk {
    db: Db,
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

    /// Publishes a story in the words of `details`, which a coordinator has just read, at a random address. `excerpt` is plain
    /// text of at most 200 characters. [`StoryError::AddressTaken`] asks for another `slug`.
    pub async fn publish(
        &self,
        record: &StoryRecord,
        details: &StoryDetails,
        slug: Slug,
        excerpt: String,
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::Publish)?;
        let mut details = details.clone();
        // Agreed to when it was sent, whenever it is read.
        details.consent.day = record.sent.unwrap_or(details.consent.day);
        if let Some(given) = standing(&record.consents, Purpose::Publish, today(deed.at)) {
            (details.consent.day, details.consent.version, details.consent.until) = (given.day, given.version, given.until);
        } else if !record.consents.is_empty() {
            // Its time ran out while it waited.
            return Err(StoryError::NotNow(record.state));
        }
        next.live = Some(LiveStory { slug, details, month: days::month_of(deed.at) });
        next.desk_words = None;
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page() {
            public::add_story(&mut tx, &page, &page.card(excerpt));
            if let Some(until) = page.consent.until {
                due::add(&mut tx, &Due::StoryOver { story: next.id.clone() }, days::after(until));
            }
        }
        write(&mut tx, record, &next, StoryAct::Publish, deed);
        letters::news(&mut tx, &next, Message::StoryLive { story: next.id.clone() }, deed.at);
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
