//! What the schedule brings.

use jiff::Timestamp;
use store::StoreError;
use web::log::METRICS;

use crate::state::State;
use crate::tick::tick;

/// One tick. What the event says does not matter, so nobody reads it; that it came does. A schedule that delivers twice does no harm.
///
/// # Errors
/// Those of [`tick`]; the platform shows and repeats them.
pub async fn handle(state: &State, now: Timestamp) -> Result<(), StoreError> {
    let ticked = tick(state, now).await?;
    let oldest = state.mailer.oldest(now).await?.map_or(0, |since| now.duration_since(since).as_secs().max(0));
    let (done, left, mails) = (ticked.done, ticked.left, ticked.mails);
    tracing::info!(
        target: METRICS,
        Ticks = 1,
        TasksDone = done,
        TasksLeft = left,
        DueUnreadable = ticked.unreadable,
        RecordsForgotten = ticked.forgotten,
        MessagesSent = mails.sent,
        MessagesAside = mails.set_aside,
        MessagesLyingAside = ticked.aside,
        OldestWaitingSeconds = oldest,
        "ticked"
    );
    Ok(())
}
