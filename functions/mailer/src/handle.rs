//! What comes in: what the outbox's stream brings, and news of mails that came back.

mod returned;
mod stream;

use jiff::Timestamp;
use serde_json::Value;
use store::StoreError;

use crate::state::State;
use crate::until::Until;

/// Why an event was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It is neither of what the mailer knows. Nothing in it is repeated here: it may hold an address.
    #[error("an event of no kind that the mailer knows")]
    Unknown,
    /// The database did not answer; the platform brings the event again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// [`handle_until`], in the usual time.
///
/// # Errors
/// Those of [`handle_until`].
pub async fn handle(event: Value, state: &State, now: Timestamp) -> Result<Value, Refused> {
    handle_until(event, state, now, &Until::usual()).await
}

/// Takes one event and gives the platform's answer to it. No mail is begun when the time is over.
///
/// # Errors
/// Where it is of no known kind, or a mark could not be written. A stream's batch is never refused as a whole: its answer names
/// the records to bring again.
pub async fn handle_until(event: Value, state: &State, now: Timestamp, until: &Until) -> Result<Value, Refused> {
    if let Some(records) = event["Records"].as_array() {
        return Ok(stream::take(records, state, now, until).await);
    }
    if event["source"] == "aws.ses" {
        returned::take(&event["detail"], state, now).await?;
        return Ok(Value::Null);
    }
    Err(Refused::Unknown)
}
