//! The tables as the engine makes them and as the template makes them are the same.

use hub_tests::template::Template;
use local::{Engine, fresh_db};
use serde_json::{Value, json};
use store::Table;

/// A table as the template has it: keys, their types, what is over, how it is paid.
fn in_template(table: Table) -> Value {
    let name = format!("hub-{}", table.name());
    let (_, made) = Template::get().of_type("AWS::DynamoDB::Table").find(|(_, p)| p["TableName"] == name.as_str()).expect("every table is deployed");
    let keys = pairs(&made["KeySchema"], "AttributeName", "KeyType");
    let attributes = pairs(&made["AttributeDefinitions"], "AttributeName", "AttributeType");
    let expires = &made["TimeToLiveSpecification"];
    json!({ "keys": keys, "attributes": attributes, "expires": [expires["AttributeName"], expires["Enabled"]], "paid": made["BillingMode"] })
}

fn pairs(list: &Value, name: &str, what: &str) -> Vec<[String; 2]> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().map(|one| [text(&one[name]), text(&one[what])]).collect()
}

/// A table as the engine has it.
async fn in_engine(client: &aws_sdk_dynamodb::Client, name: &str) -> Value {
    let table = client.describe_table().table_name(name).send().await.expect("it is there").table.expect("it is described");
    let keys: Vec<_> = table.key_schema().iter().map(|k| [k.attribute_name().to_owned(), k.key_type().as_str().to_owned()]).collect();
    let attributes = table.attribute_definitions().iter().map(|a| [a.attribute_name().to_owned(), a.attribute_type().as_str().to_owned()]);
    let attributes: Vec<_> = attributes.collect();
    let paid = table.billing_mode_summary().and_then(|b| b.billing_mode()).map(|mode| mode.as_str().to_owned());
    let ttl = client.describe_time_to_live().table_name(name).send().await.expect("it is described").time_to_live_description.expect("it has one");
    let enabled = ttl.time_to_live_status().is_some_and(|status| status.as_str() == "ENABLED");
    json!({ "keys": keys, "attributes": attributes, "expires": [ttl.attribute_name(), enabled], "paid": paid })
}

#[tokio::test]
async fn the_engine_and_the_deployment_have_the_same_tables() {
    let engine = Engine::memory().unwrap();
    let db = fresh_db(&engine, "same-").await.unwrap();
    assert_eq!(Template::get().of_type("AWS::DynamoDB::Table").count(), Table::ALL.len());
    for table in Table::ALL {
        assert_eq!(in_engine(db.client(), &db.tables().name(table)).await, in_template(table), "{}", table.name());
    }
}

/// The twin: a table that is made otherwise is another one.
#[tokio::test]
async fn another_key_would_be_noticed() {
    use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
    let engine = Engine::memory().unwrap();
    let client = engine.client();
    let element = KeySchemaElement::builder().attribute_name("pk").key_type(KeyType::Hash).build().unwrap();
    let attribute = AttributeDefinition::builder().attribute_name("pk").attribute_type(ScalarAttributeType::S).build().unwrap();
    let made =
        client.create_table().table_name("other").billing_mode(BillingMode::PayPerRequest).key_schema(element).attribute_definitions(attribute);
    made.send().await.unwrap();
    assert_ne!(in_engine(&client, "other").await, in_template(Table::Hub));
}
