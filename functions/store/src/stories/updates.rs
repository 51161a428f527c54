//! What an author adds to a public story, and what the desk says to it.

use domain::message::Message;
use domain::story::{StoryAct, StoryRecord, Update, UpdateState};
use domain::time::today;

use super::act::{after, refused, write};
use super::{Stories, StoryDesk, StoryError, letters};
use crate::deed::Deed;
use crate::public;
use crate::tx::Tx;

impl Stories {
    /// Keeps an update for the desk to read. Refused while another waits.
    pub async fn write_update(&self, record: &StoryRecord, words: String, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, StoryAct::Update)?;
        if !record.may_update() {
            return Err(StoryError::NotNow(record.state));
        }
        next.updates.push(Update { words, state: UpdateState::Waiting, day: today(deed.at), reason: None });
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, StoryAct::Update, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

impl StoryDesk {
    /// Puts the update that waits at the end of its story's page. `excerpt` as for publication.
    pub async fn show_update(&self, record: &StoryRecord, excerpt: String, deed: &Deed) -> Result<StoryRecord, StoryError> {
        self.answer_update(record, StoryAct::ShowUpdate, (UpdateState::Shown, None), Some(excerpt), deed).await
    }

    /// Declines it, with the reason in words for its author.
    pub async fn decline_update(&self, record: &StoryRecord, reason: &str, deed: &Deed) -> Result<StoryRecord, StoryError> {
        self.answer_update(record, StoryAct::DeclineUpdate, (UpdateState::Declined, Some(reason.to_owned())), None, deed).await
    }

    async fn answer_update(
        &self,
        record: &StoryRecord,
        act: StoryAct,
        (state, reason): (UpdateState, Option<String>),
        excerpt: Option<String>,
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        let mut next = after(record, act)?;
        let waits = |update: &&mut Update| update.state == UpdateState::Waiting;
        let update = next.updates.iter_mut().find(waits).ok_or(StoryError::NotNow(record.state))?;
        (update.state, update.reason, update.day) = (state, reason, today(deed.at));
        let mut tx = Tx::new(&self.db);
        if let Some((page, excerpt)) = next.page().zip(excerpt) {
            public::change_story(&mut tx, &page, &page.card(excerpt));
        }
        write(&mut tx, record, &next, act, deed);
        letters::news(&mut tx, &next, Message::StoryUpdateRead { story: next.id.clone() }, deed.at);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}
