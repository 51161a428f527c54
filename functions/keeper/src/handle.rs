//! What the schedule brings.

use aws_lambda_events::event::eventbridge::EventBridgeEvent;
use jiff::Timestamp;
use store::StoreError;

use crate::state::State;
use crate::tick::tick;

/// One tick. What the event says does not matter; that it came does. A schedule that delivers twice does no harm.
///
/// # Errors
/// Those of [`tick`]; the platform shows and repeats them.
pub async fn handle(_scheduled: EventBridgeEvent, state: &State, now: Timestamp) -> Result<(), StoreError> {
    let ticked = tick(state, now).await?;
    tracing::info!(done = ticked.done, left = ticked.left, sent = ticked.mails.sent, set_aside = ticked.mails.set_aside, "ticked");
    Ok(())
}
