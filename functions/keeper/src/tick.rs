//! One look at what is due.

use jiff::{SignedDuration, Timestamp};
use mailer::{Round, Until};
use store::StoreError;
use store::retention::Step;

use crate::state::State;
use crate::task::work;

/// A note is left alone for this long: in the second in which it was written somebody may write the same note again, and
/// taking it off the list would take off both.
const SETTLED: SignedDuration = SignedDuration::from_secs(1);

/// So much of a tick's time is left for the walk and the mails, however much is due.
const FOR_THE_OTHERS: SignedDuration = SignedDuration::from_secs(10);

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Things done.
    pub done: usize,
    /// Things that could not be done, or that there was no time for; the next tick goes on with them.
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

/// [`tick_until`], in the usual time.
///
/// # Errors
/// As [`tick_until`].
pub async fn tick(state: &State, now: Timestamp) -> Result<Ticked, StoreError> {
    tick_until(state, now, &Until::usual()).await
}

/// Does what was due a second before `now`, at most 800 things, goes on with the day's walk through what may be over, and sends what
/// waits in the outbox. Nothing is begun when the time is over; but for one step of the walk, which has its turn in every tick.
/// One thing that fails does not keep the others from being done: the next tick tries it again, behind all that was due by then.
///
/// # Errors
/// Where the list, the records or the outbox can't be read. Each of the three is tried all the same.
pub async fn tick_until(state: &State, now: Timestamp, until: &Until) -> Result<Ticked, StoreError> {
    let mut ticked = Ticked::default();
    if state.mailer.is_resting() {
        return Ok(ticked);
    }
    let worked = work_through(state, now, &until.sooner(FOR_THE_OTHERS), &mut ticked).await;
    let walked = walk(state, now, until).await;
    let sent = mailer::send_waiting_until(&state.mailer, now, until).await;
    worked?;
    ticked.forgotten = walked?;
    ticked.mails = sent?;
    ticked.aside = state.mailer.aside().await?;
    Ok(ticked)
}

async fn work_through(state: &State, now: Timestamp, until: &Until, ticked: &mut Ticked) -> Result<(), StoreError> {
    let looked = state.due.look(now - SETTLED).await?;
    ticked.unreadable = looked.unreadable;
    for due in looked.due {
        if until.is_over() {
            ticked.left += 1;
            continue;
        }
        match work(state, &due, now, until).await {
            Ok(true) => ticked.done += 1,
            Ok(false) => ticked.left += 1,
            Err(error) => {
                tracing::warn!(due = ?due.due, %error, "left for the next tick");
                ticked.left += 1;
                if let Err(error) = state.due.put_off(&due, now).await {
                    tracing::warn!(due = ?due.due, %error, "stays at its place");
                }
            }
        }
    }
    Ok(())
}

/// Goes on with the day's walk. A tick that comes late, twice or not at all only moves it.
async fn walk(state: &State, now: Timestamp, until: &Until) -> Result<usize, StoreError> {
    let hash = |contact: &str| state.mailer.contact_hash(contact);
    let mut forgotten = 0;
    for _ in 0..STEPS {
        match state.retention.step(now, &hash).await? {
            Step::More(walked) => forgotten += walked.forgotten,
            Step::Done(walked) => return Ok(forgotten + walked.forgotten),
        }
        if until.is_over() {
            break;
        }
    }
    Ok(forgotten)
}
