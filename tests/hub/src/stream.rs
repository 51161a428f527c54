//! The outbox's stream: brings what waits to the mailer, as a deployment does. [`TestHub::tick`] alone is the net under it.

use aws_lambda_events::event::dynamodb::Event;
use serde_json::{Value, json};
use store::Table;

use crate::hub::TestHub;

impl TestHub {
    /// Brings everything in the outbox to the mailer, in batches of ten, under the mailer's role.
    ///
    /// # Panics
    /// Where the mailer says that a record must come again.
    pub async fn stream(&self, mailer: &mailer::State) {
        let name = self.db.tables().name(Table::Outbox);
        let all = self.db.client().scan().table_name(&name).send().await.expect("a scan");
        let text =
            |item: &std::collections::HashMap<_, aws_sdk_dynamodb::types::AttributeValue>, part: &str| item[part].as_s().cloned().unwrap_or_default();
        let keys: Vec<(String, String)> = all.items().iter().map(|item| (text(item, "pk"), text(item, "sk"))).collect();
        for batch in keys.iter().filter(|(pk, _)| pk.starts_with("WAITING#")).collect::<Vec<_>>().chunks(10) {
            let event: Event =
                serde_json::from_value(json!({ "Records": batch.iter().map(|(pk, sk)| inserted(pk, sk)).collect::<Vec<_>>() })).expect("an event");
            let answer = mailer::handle(event, mailer, self.context.now()).await;
            assert!(answer.batch_item_failures.is_empty(), "the mailer wants {} records again", answer.batch_item_failures.len());
        }
    }
}

fn inserted(pk: &str, sk: &str) -> Value {
    let keys = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
    let change = json!({ "Keys": keys, "NewImage": keys, "SequenceNumber": "100000000000000000001", "SizeBytes": 26, "StreamViewType": "NEW_IMAGE", "ApproximateCreationDateTime": 1_795_000_000 });
    json!({ "eventID": "1", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "eu-west-2", "dynamodb": change })
}
