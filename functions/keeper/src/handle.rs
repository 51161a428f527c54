//! What the schedule brings.

use jiff::Timestamp;
use mailer::Until;
use store::StoreError;
use web::log::METRICS;

use crate::state::State;
use crate::tick::tick_until;

/// [`handle_until`], in the usual time.
///
/// # Errors
/// Those of [`tick_until`].
pub async fn handle(state: &State, now: Timestamp) -> Result<(), StoreError> {
    handle_until(state, now, &Until::usual()).await
}

/// One tick. What the event says does not matter, so nobody reads it; that it came does. A schedule that delivers twice does no harm.
///
/// # Errors
/// Those of [`tick_until`]; the platform shows and repeats them.
pub async fn handle_until(state: &State, now: Timestamp, until: &Until) -> Result<(), StoreError> {
    let ticked = tick_until(state, now, until).await?;
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
