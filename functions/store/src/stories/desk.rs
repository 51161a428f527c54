//! What the desk does with a story that waits: publish it, ask for a change, decline it; and enter one for somebody who wrote or phoned.

use domain::ids::{Slug, StoryId};
use domain::message::Message;
use domain::story::{LiveStory, StoryAct, StoryDetails, StoryRecord};
use domain::time::today;

use super::act::{VERSION, after, move_in_queue, note, refused, unless_done, write};
use super::{StoryError, days, letters, load};
use crate::db::Db;
use crate::deed::Deed;
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, public};

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
        next.live = Some(LiveStory { slug, details, month: days::month_of(deed.at) });
        next.desk_words = None;
        let mut tx = Tx::new(&self.db);
        if let Some(page) = next.page() {
            public::add_story(&mut tx, &page, &page.card(excerpt));
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

    /// Enters a story on behalf of its author: a new record, complete, that waits in the queue like any other. `record` is a
    /// draft that holds its answers and `entered_by`.
    pub async fn enter(&self, record: &StoryRecord, form: &FormUse, deed: &Deed) -> Result<StoryId, StoryError> {
        let mut next = after(record, StoryAct::Send)?;
        next.sent = Some(today(deed.at));
        next.answers.remove("email");
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &next.id, days::end_of(deed.at));
        tx.put_new(VERSION, Table::Hub, &keys::story(&next.id), &next);
        move_in_queue(&mut tx, None, &next);
        note(&mut tx, &next.id, StoryAct::Send, deed);
        match tx.commit().await {
            Ok(()) => Ok(next.id),
            Err(error) => unless_done(&self.db, form, error).await,
        }
    }
}
