//! One look at what is due.

use jiff::{SignedDuration, Timestamp};
use mailer::Round;
use store::StoreError;
use store::retention::Step;

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
    /// Records of things due that can't be read.
    pub unreadable: usize,
    /// What came of the messages that waited.
    pub mails: Round,
    /// Messages that lie aside, at most a hundred.
    pub aside: usize,
    /// Records that were over and are gone.
    pub forgotten: usize,
}

/// How many steps of the daily walk through what may be over one tick takes: 500 records.
const STEPS: usize = 5;

/// Does what was due a second before `now`, at most 800 things, sends what waits in the outbox, and goes on with the day's walk
/// through what may be over.
/// One thing that fails does not keep the others from being done: the next tick tries it again, behind all that was due by then.
///
/// # Errors
/// Where the list or the outbox can't be read.
pub async fn tick(state: &State, now: Timestamp) -> Result<Ticked, StoreError> {
    let mut ticked = Ticked::default();
    if state.mailer.is_resting() {
        return Ok(ticked);
    }
    let looked = state.due.look(now - SETTLED).await?;
    ticked.unreadable = looked.unreadable;
    for due in looked.due {
        match work(state, &due, now).await {
            Ok(()) => ticked.done += 1,
            Err(error) => {
                tracing::warn!(due = ?due.due, %error, "left for the next tick");
                ticked.left += 1;
                if let Err(error) = state.due.put_off(&due, now).await {
                    tracing::warn!(due = ?due.due, %error, "stays at its place");
                }
            }
        }
    }
    ticked.mails = mailer::send_waiting(&state.mailer, now).await?;
    ticked.aside = state.mailer.aside().await?;
    ticked.forgotten = walk(state, now).await?;
    Ok(ticked)
}

/// Goes on with the day's walk. A tick that comes late, twice or not at all only moves it.
async fn walk(state: &State, now: Timestamp) -> Result<usize, StoreError> {
    let hash = |contact: &str| state.mailer.contact_hash(contact);
    let mut forgotten = 0;
    for _ in 0..STEPS {
        match state.retention.step(now, &hash).await? {
            Step::More(walked) => forgotten += walked.forgotten,
            Step::Done(walked) => return Ok(forgotten + walked.forgotten),
        }
    }
    Ok(forgotten)
}
