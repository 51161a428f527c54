//! The outbox's stream. It delivers at least once, in any grouping: each message is looked up by its id and sent only if it waits.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use store::outbox::WAITING;
use web::log::METRICS;

use crate::send::{Round, send_one};
use crate::state::State;
use crate::until::Until;

/// As much of a record as the mailer looks at: what its keys say. The message itself is read from the table, as it is now.
#[derive(Deserialize)]
struct Record {
    #[serde(rename = "eventName")]
    name: String,
    dynamodb: Change,
}

#[derive(Deserialize)]
struct Change {
    #[serde(rename = "Keys")]
    keys: Keys,
}

#[derive(Deserialize)]
struct Keys {
    pk: Text,
    sk: Text,
}

#[derive(Deserialize)]
struct Text {
    #[serde(rename = "S")]
    s: String,
}

/// Sends what was put into the outbox. The answer names the records to deliver again: those whose message could not be looked up
/// or claimed. What can't be read is left out, so that the others flow; and so is a mail that could not be posted, or that there was no
/// time for because the post was slow. The keeper's rounds go through the table itself and find them.
pub(super) async fn take(records: &[Value], state: &State, now: Timestamp, until: &Until) -> Value {
    let mut round = Round::default();
    let mut again = Vec::new();
    for record in records.iter().filter(|_| !state.is_resting()) {
        let Some(id) = waiting_id(record) else { continue };
        if until.is_over() {
            round.unreached += 1;
            continue;
        }
        match send_one(state, &id, now).await {
            Ok(outcome) => round.note(outcome),
            Err(error) => {
                tracing::warn!(id, %error, "a message is left for another delivery");
                again.push(json!({ "itemIdentifier": record["dynamodb"]["SequenceNumber"] }));
            }
        }
    }
    if round.unreached > 0 {
        tracing::warn!(unreached = round.unreached, "the time was over; the keeper's next round sends the rest");
    }
    let left = again.len();
    tracing::info!(target: METRICS, MessagesSent = round.sent, MessagesAside = round.set_aside, MessagesLeft = left, "took a batch of the stream");
    json!({ "batchItemFailures": again })
}

/// The id of a message that was just written; none for what the mailer wrote itself, and for what is no record at all.
fn waiting_id(record: &Value) -> Option<String> {
    let Ok(record) = Record::deserialize(record) else {
        tracing::warn!("a record of the stream can't be read; the keeper's round sends what it stood for");
        return None;
    };
    let Keys { pk, sk } = record.dynamodb.keys;
    (record.name == "INSERT" && pk.s.starts_with(WAITING)).then_some(sk.s)
}
