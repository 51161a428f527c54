//! The outbox's stream, as its mapping brings it to the mailer.

use serde_json::{Value, json};
use store::Table;

use crate::deployment::Deployment;

const RECORDED: &str = include_str!("../mail/recorded/stream-record.json");

/// A record of the stream: this was put into the outbox.
pub fn inserted(pk: &str, sk: &str, number: usize) -> Value {
    let mut record: Value = serde_json::from_str(RECORDED).expect("the recorded event is JSON");
    let keys = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
    record["eventID"] = json!(number.to_string());
    record["dynamodb"]["Keys"] = keys.clone();
    record["dynamodb"]["NewImage"] = keys;
    record["dynamodb"]["SequenceNumber"] = json!(format!("{number:021}"));
    record
}

impl Deployment {
    /// Brings what was put into the outbox to the mailer.
    pub async fn stream(&self) {
        let records = self.waiting().await;
        self.seen.lock().expect("a lock").extend(records.clone());
        self.take(records).await;
    }

    /// Brings everything again that the stream ever brought, the last first.
    pub async fn stream_again(&self) {
        let mut records = self.seen.lock().expect("a lock").clone();
        records.reverse();
        self.take(records).await;
    }

    /// A record for each message that waits.
    pub async fn waiting(&self) -> Vec<Value> {
        let all = self.db.client().scan().table_name(self.db.tables().name(Table::Outbox)).send().await.expect("a scan");
        let part =
            |item: &std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>, name: &str| item[name].as_s().expect("text").clone();
        let keys = all.items().iter().map(|item| (part(item, "pk"), part(item, "sk"))).filter(|(pk, _)| pk.starts_with("WAITING#"));
        keys.enumerate().map(|(n, (pk, sk))| inserted(&pk, &sk, n)).collect()
    }

    /// Brings a batch; the mailer wants none of it again.
    pub async fn take(&self, records: Vec<Value>) {
        let answer = self.invoke("mailer", &json!({ "Records": records })).await.expect("the mailer answers");
        assert_eq!(answer, json!({ "batchItemFailures": [] }));
    }
}
