//! One look at what is due.

use jiff::{SignedDuration, Timestamp};
use mailer::Round;
use store::StoreError;

use crate::state::State;
use crate::task::work;

/// A note is left alone for this long: in the second in which it was written somebody may write the same note again, and
/// taking it off the list would take off both.
const SETTLED: SignedDuration = SignedDuration::from_secs(1);

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Things done.
    pub done: usize,
    /// Things that could not be done; they are tried again with the next tick.
    pub left: usize,
    /// What came of the messages that waited.
    pub mails: Round,
}

/// Does what was due a second before `now`, at most 800 things, and sends what waits in the outbox.
/// One thing that fails does not keep the others from being done.
///
/// # Errors
/// Where the list or the outbox can't be read.
pub async fn tick(state: &State, now: Timestamp) -> Result<Ticked, StoreError> {
    let mut ticked = Ticked::default();
    if state.mailer.is_resting() {
        return Ok(ticked);
    }
    for due in state.due.by(now - SETTLED).await? {
        match work(state, &due, now).await {
            Ok(()) => ticked.done += 1,
            Err(error) => {
                tracing::warn!(due = ?due.due, %error, "left for the next tick");
                ticked.left += 1;
            }
        }
    }
    ticked.mails = mailer::send_waiting(&state.mailer, now).await?;
    Ok(ticked)
}
