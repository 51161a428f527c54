//! What one request to DynamoDB asks for, as IAM sees it: each step of a transaction is a call of its own, and a table with a key of its
//! own needs that key too.

use serde_json::Value;

use super::Call;
use crate::template::Template;

/// The calls in a request. `table` gives a table's name without its prefix.
pub fn calls(operation: &str, asked: &Value, table: impl Fn(&str) -> String) -> Vec<Call> {
    let one = |action: &str, about: &Value, key: Option<&Value>| {
        let name = table(about["TableName"].as_str().unwrap_or_default());
        on_table(action, &name, key.and_then(|key| key["S"].as_str()))
    };
    match operation {
        "GetItem" | "UpdateItem" | "DeleteItem" => one(operation, asked, Some(&asked["Key"]["pk"])),
        "PutItem" => one(operation, asked, Some(&asked["Item"]["pk"])),
        "Query" => one(operation, asked, Some(&asked["ExpressionAttributeValues"][":pk"])),
        "TransactWriteItems" => {
            let steps = asked["TransactItems"].as_array().into_iter().flatten().filter_map(|step| step.as_object()?.iter().next());
            let parts = steps.map(|(kind, step)| match kind.as_str() {
                "Put" => one("PutItem", step, Some(&step["Item"]["pk"])),
                "ConditionCheck" => one("ConditionCheckItem", step, Some(&step["Key"]["pk"])),
                other => one(&format!("{other}Item"), step, Some(&step["Key"]["pk"])),
            });
            parts.flatten().collect()
        }
        // What names no collection: allowed only by a statement that names none either, and no role has one for these.
        other => one(other, asked, None),
    }
}

fn on_table(action: &str, name: &str, pk: Option<&str>) -> Vec<Call> {
    let context = pk.map(|pk| ("dynamodb:LeadingKeys".to_owned(), pk.to_owned())).into_iter().collect();
    let resource = format!("arn:aws:dynamodb:eu-west-2:111122223333:table/hub-{name}");
    let mut all = vec![Call { action: format!("dynamodb:{action}"), resource, context }];
    let table = Template::get().of_type("AWS::DynamoDB::Table").find(|(_, p)| p["TableName"] == format!("hub-{name}").as_str());
    if let Some(key) = table.and_then(|(_, p)| p["SSESpecification"]["KMSMasterKeyId"].as_str()) {
        let writes = !matches!(action, "GetItem" | "Query" | "ConditionCheckItem");
        let needed = ["Decrypt", "DescribeKey"].into_iter().chain(["Encrypt", "GenerateDataKey"].into_iter().filter(|_| writes));
        let via = ("kms:ViaService".to_owned(), "dynamodb.eu-west-2.amazonaws.com".to_owned());
        all.extend(needed.map(|act| Call { action: format!("kms:{act}"), resource: key.to_owned(), context: vec![via.clone()] }));
    }
    all
}
