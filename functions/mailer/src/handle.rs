//! What the outbox's stream brings. Delivered at least once, in any grouping: each message is looked up by its id and sent
//! only if it still waits.

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::event::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use jiff::Timestamp;

use crate::send::send_one;
use crate::state::State;

/// Sends what was put into the outbox. The answer names the records to deliver again: those whose message could not be looked up
/// or claimed. A mail that could not be posted is not among them, so that the stream goes on; the keeper's rounds find it.
pub async fn handle(event: Event, state: &State, now: Timestamp) -> DynamoDbEventResponse {
    let mut answer = DynamoDbEventResponse::default();
    for record in &event.records {
        let Some(id) = waiting_id(record) else { continue };
        if let Err(error) = send_one(state, &id, now).await {
            tracing::warn!(id, %error, "a message is left for another delivery");
            let mut failure = DynamoDbBatchItemFailure::default();
            failure.item_identifier = record.change.sequence_number.clone();
            answer.batch_item_failures.push(failure);
        }
    }
    answer
}

/// The id of a message that was just written; none for what the mailer wrote itself.
fn waiting_id(record: &EventRecord) -> Option<String> {
    if record.event_name != "INSERT" {
        return None;
    }
    let text = |name: &str| match record.change.keys.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    };
    text("pk").filter(|pk| pk.starts_with("WAITING#"))?;
    text("sk").map(str::to_owned)
}
