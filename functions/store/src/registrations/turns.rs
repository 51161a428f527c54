//! Turns on the waiting list: a number each, in the order in which people came.

use std::time::Duration;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::ReturnValue;
use domain::ids::EventId;

use super::{Registrations, TRIES};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::n;

impl Registrations {
    /// Takes the next turn. A number of its own, before the transaction that uses it: so nobody waits for an exact count, and
    /// a turn that is never used leaves a gap that means nothing.
    pub(super) async fn take_turn(&self, event: &EventId) -> Result<u64, StoreError> {
        for attempt in 0..TRIES {
            let sent = self
                .db
                .client()
                .update_item()
                .table_name(self.db.tables().name(Table::Hub))
                .set_key(Some(keys::places(event).item()))
                .update_expression("SET next_turn = next_turn + :one")
                .condition_expression("attribute_exists(next_turn)")
                .expression_attribute_values(":one", n(1))
                .return_values(ReturnValue::UpdatedOld)
                .send()
                .await;
            match sent {
                Ok(answer) => {
                    let turn = answer.attributes().and_then(|a| a.get("next_turn")).and_then(|v| v.as_n().ok());
                    return turn.and_then(|t| t.parse().ok()).ok_or_else(|| StoreError::Unreadable("next_turn".into()));
                }
                Err(error) if error.code() == Some("TransactionConflictException") => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt.min(6))).await;
                }
                Err(error) => return Err(StoreError::sdk("UpdateItem", &error)),
            }
        }
        Err(StoreError::Busy)
    }
}
