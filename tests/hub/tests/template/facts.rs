//! What the deployment promises: what survives a mistake, how long logs are kept, what is tried again.

use hub_tests::roles::FUNCTIONS;
use hub_tests::template::Template;

#[test]
fn every_table_is_paid_by_use_and_outlives_mistakes() {
    for (name, table) in Template::get().of_type("AWS::DynamoDB::Table") {
        let whole = Template::get().resource(name);
        assert_eq!(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], true, "{name}");
        assert_eq!(table["DeletionProtectionEnabled"], true, "{name}");
        assert_eq!((&whole["DeletionPolicy"], &whole["UpdateReplacePolicy"]), (&"Retain".into(), &"Retain".into()), "{name}");
        assert_eq!(table["StreamSpecification"]["StreamViewType"] == "NEW_IMAGE", name == "OutboxTable", "{name}: the outbox alone has a stream");
        assert_eq!(table["SSESpecification"]["SSEType"] == "KMS", name == "ConfidentialTable", "{name}: a key of its own where it matters");
    }
}

#[test]
fn functions_start_fast_and_end_before_the_gateway_gives_up() {
    let globals = Template::get().globals();
    assert_eq!(globals["Runtime"], "provided.al2023");
    assert_eq!(globals["Architectures"], serde_json::json!(["arm64"]));
    assert!(globals["ReservedConcurrentExecutions"].is_null(), "by default nothing is reserved: an account with a limit of 10 can be deployed to");
    for function in FUNCTIONS {
        let own = Template::get().function(function);
        let setting = |name: &str| own[name].as_u64().or(globals[name].as_u64()).unwrap_or_default();
        assert!((256..=512).contains(&setting("MemorySize")), "{function}");
        let serves = own["Events"].as_object().into_iter().flatten().any(|(_, e)| e["Type"] == "HttpApi");
        assert!(setting("Timeout") < if serves { 30 } else { 60 }, "{function}: {} s", setting("Timeout"));
    }
}

/// The twin: a default that reserves something shows.
#[test]
fn a_default_that_reserves_functions_would_be_noticed() {
    let text = include_str!("../../../../infra/aws/template.yaml");
    assert_eq!(text.matches("    Default: 0\n").count(), 1, "Concurrency alone");
    let reserving = Template::of(&text.replace("    Default: 0\n", "    Default: 5\n"));
    assert_eq!(reserving.globals()["ReservedConcurrentExecutions"], 5);
}

#[test]
fn logs_are_kept_thirty_days_and_know_no_addresses() {
    let template = Template::get();
    assert_eq!(template.of_type("AWS::Logs::LogGroup").count(), FUNCTIONS.len() + 1);
    assert!(template.of_type("AWS::Logs::LogGroup").all(|(_, log)| log["RetentionInDays"] == 30));
    let access = template.properties("HttpApi")["AccessLogSettings"]["Format"].as_str().unwrap();
    let line: serde_json::Value = serde_json::from_str(access).expect("one JSON object a line");
    for field in line.as_object().unwrap().values() {
        let field = field.as_str().unwrap();
        let shown = ["path", "query", "protocol", "identity", "domain", "header", "length"];
        assert!(!shown.iter().any(|part| field.to_lowercase().contains(part)), "{field} may hold a token or a person, or tell which story is whose");
    }
}

#[test]
fn the_stream_stops_for_nobody() {
    let events = &Template::get().function("mailer")["Events"];
    let stream = &events["Outbox"]["Properties"];
    assert_eq!(stream["FunctionResponseTypes"], serde_json::json!(["ReportBatchItemFailures"]));
    assert_eq!(stream["BisectBatchOnFunctionError"], true);
    assert!(
        stream["MaximumRetryAttempts"].as_u64().is_some_and(|tries| (1..=10).contains(&tries)),
        "by default it is tried until the record is gone"
    );
    assert_eq!(stream["DestinationConfig"]["OnFailure"]["Destination"], "arn:aws:sqs:eu-west-2:111122223333:hub-mailer-dead");
    for (name, event) in events.as_object().unwrap().iter().chain(Template::get().function("keeper")["Events"].as_object().unwrap()) {
        if event["Type"] != "DynamoDB" {
            assert!(!event["Properties"]["DeadLetterConfig"]["Arn"].is_null() && !event["Properties"]["RetryPolicy"].is_null(), "{name}");
        }
    }
}

/// Lambda takes bounces, complaints and the clock at once and calls the function later: what it fails at then is lost unless a queue takes
/// it. A minute is not tried again, the next one does its work.
#[test]
fn what_a_function_failed_at_waits_two_weeks_for_somebody() {
    for (function, tries, queue) in [("mailer", 2, "MailerDead"), ("keeper", 0, "KeeperDead")] {
        let later = &Template::get().function(function)["EventInvokeConfig"];
        assert_eq!(later["MaximumRetryAttempts"], tries, "{function}");
        let wanted = serde_json::json!({ "Type": "SQS", "Destination": format!("arn:aws:sqs:eu-west-2:111122223333:hub-{function}-dead") });
        assert_eq!(later["DestinationConfig"]["OnFailure"], wanted, "{function}");
        assert_eq!(Template::get().properties(queue)["MessageRetentionPeriod"], 14 * 24 * 60 * 60, "{queue}");
    }
}
