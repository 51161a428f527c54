//! What an author says to edits: yes, no, or other words still.

use domain::story::{Edits, EditsState, StoryAct, StoryRecord};
use domain::time::today;

use super::act::{after, refused, write};
use super::{Stories, StoryError};
use crate::deed::Deed;
use crate::tx::Tx;

/// An author's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditsAnswer {
    /// The proposed words are theirs now.
    Yes,
    /// Their own words stay.
    No,
    /// The proposed words go into the form, and they go on from there.
    Change,
}

impl Stories {
    /// Answers the edits that wait, with a word to the desk if its author wants. With yes and no the story waits at the desk again.
    pub async fn answer_edits(
        &self,
        record: &StoryRecord,
        answer: EditsAnswer,
        reply: Option<String>,
        deed: &Deed,
    ) -> Result<StoryRecord, StoryError> {
        let (act, state) = match answer {
            EditsAnswer::Yes => (StoryAct::AgreeToEdits, Some(EditsState::Agreed)),
            EditsAnswer::No => (StoryAct::RefuseEdits, Some(EditsState::Refused)),
            EditsAnswer::Change => (StoryAct::ChangeEdits, None),
        };
        let mut next = after(record, act)?;
        let edits: Edits = next.edits.take().ok_or(StoryError::NotNow(record.state))?;
        if answer != EditsAnswer::No {
            next.answers = edits.onto(&next.answers);
            // Other words need another reading.
            next.reading = None;
        }
        next.edits = state.map(|state| edits.answered(state, reply));
        if state.is_some() {
            next.sent = Some(today(deed.at));
        }
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, act, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}
