//! The calls that follow from how the template sets a function up: its log, its secrets, its stream, where failures go, its sender.

use serde_json::Value;

use super::Call;
use crate::template::Template;

/// What a function, or the platform in its name, calls besides the tables.
pub fn implied(template: &Template, function: &str) -> Vec<Call> {
    let properties = template.function(function);
    let mut all = Vec::new();
    let mut call = |action: &str, resource: &str, context: &[(&str, &str)]| {
        let context = context.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        all.push(Call { action: action.to_owned(), resource: resource.to_owned(), context });
    };

    let log = format!("arn:aws:logs:eu-west-2:111122223333:log-group:{}:log-stream:today", text(&properties["LoggingConfig"]["LogGroup"]));
    call("logs:CreateLogStream", &log, &[]);
    call("logs:PutLogEvents", &log, &[]);

    let settings = properties["Environment"]["Variables"].as_object().into_iter().flatten();
    for (_, secret) in settings.filter(|(name, _)| name.ends_with("_SECRET")) {
        call("secretsmanager:GetSecretValue", text(secret), &[]);
    }

    if !properties["Environment"]["Variables"]["HUB_SENDER"].is_null() {
        let identity = template.properties("MailIdentity");
        let from = format!("{}@{}", "hub", text(&identity["EmailIdentity"]));
        for resource in [
            format!("identity/{}", text(&identity["EmailIdentity"])),
            format!("configuration-set/{}", text(&properties["Environment"]["Variables"]["HUB_MAIL_SET"])),
        ] {
            call("ses:SendRawEmail", &format!("arn:aws:ses:eu-west-2:111122223333:{resource}"), &[("ses:FromAddress", &from)]);
        }
    }

    let invoked = text(&properties["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]["Destination"]);
    if !invoked.is_empty() {
        call("sqs:SendMessage", invoked, &[]);
    }
    for source in properties["Events"].as_object().into_iter().flatten().map(|(_, event)| event).filter(|e| e["Type"] == "DynamoDB") {
        for action in ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"] {
            call(&format!("dynamodb:{action}"), text(&source["Properties"]["Stream"]), &[]);
        }
        call("sqs:SendMessage", text(&source["Properties"]["DestinationConfig"]["OnFailure"]["Destination"]), &[]);
    }
    all
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
