//! Alarms: that each is there, tells somebody, looks at what it should, and goes off when it should.

use hub_tests::roles::FUNCTIONS;
use hub_tests::template::Template;
use serde_json::{Value, json};

use crate::sums::value;

/// Each alarm with the comparison, the threshold, the seconds that it looks at, and what counts when there is no figure.
const ALARMS: [(&str, &str, u64, u64, &str); 9] = [
    ("PagesFail", "GreaterThanThreshold", 1, 300, "notBreaching"),
    ("MailerGaveUp", "GreaterThanThreshold", 0, 300, "notBreaching"),
    ("KeeperGaveUp", "GreaterThanThreshold", 0, 300, "notBreaching"),
    ("SetAside", "GreaterThanThreshold", 0, 300, "notBreaching"),
    ("MailsWait", "GreaterThanThreshold", 600, 300, "notBreaching"),
    ("OutboxBehind", "GreaterThanThreshold", 600_000, 300, "notBreaching"),
    ("FunctionsThrottled", "GreaterThanThreshold", 0, 300, "notBreaching"),
    ("TablesThrottled", "GreaterThanThreshold", 0, 300, "notBreaching"),
    ("KeeperMissed", "LessThanThreshold", 1, 900, "breaching"),
];

/// The figures of an alarm that is computed from several.
fn figures(alarm: &Value) -> impl Iterator<Item = &Value> {
    alarm["Metrics"].as_array().into_iter().flatten().map(|metric| &metric["MetricStat"]).filter(|figure| !figure.is_null())
}

#[test]
fn each_alarm_tells_somebody() {
    let template = Template::get();
    for (name, alarm) in template.of_type("AWS::CloudWatch::Alarm") {
        assert!(ALARMS.iter().any(|(known, ..)| *known == name), "{name} stands in no table here");
        assert_eq!(alarm["AlarmActions"], json!(["Alarms"]), "{name}");
        assert_eq!(alarm["OKActions"], json!(["Alarms"]), "{name}: whoever was told is told that it is over");
        assert!(!alarm["AlarmDescription"].as_str().unwrap_or_default().is_empty(), "{name}");
    }
}

/// Somebody reads the topic, and whoever has something to say may write to it.
#[test]
fn the_topic_reaches_the_alarm_address_and_takes_alarms_and_the_budget() {
    let template = Template::get();
    assert_eq!(template.properties("Alarms")["Subscription"], json!([{ "Protocol": "email", "Endpoint": "team@example.org" }]));
    let policy = template.properties("AlarmsPolicy");
    assert_eq!(policy["Topics"], json!(["Alarms"]));
    let statements = policy["PolicyDocument"]["Statement"].as_array().unwrap();
    let [statement] = &statements[..] else { panic!("one statement: {statements:?}") };
    assert_eq!((&statement["Effect"], &statement["Action"], &statement["Resource"]), (&json!("Allow"), &json!("sns:Publish"), &json!("Alarms")));
    assert_eq!(statement["Principal"], json!({ "Service": ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] }));
    assert_eq!(statement["Condition"], json!({ "StringEquals": { "aws:SourceAccount": "111122223333" } }));
}

#[test]
fn the_budget_tells_at_four_fifths_and_when_all_of_it_will_be_used() {
    let budgets: Vec<_> = Template::get().of_type("AWS::Budgets::Budget").map(|(_, budget)| budget).collect();
    let [budget] = budgets[..] else { panic!("one budget: {budgets:?}") };
    let about = &budget["Budget"];
    assert_eq!((&about["BudgetType"], &about["TimeUnit"]), (&json!("COST"), &json!("MONTHLY")));
    assert_eq!(about["BudgetLimit"], json!({ "Amount": 50, "Unit": "USD" }));
    let told = budget["NotificationsWithSubscribers"].as_array().unwrap().iter().map(|told| {
        assert_eq!(told["Subscribers"], json!([{ "SubscriptionType": "SNS", "Address": "Alarms" }]));
        let what = &told["Notification"];
        assert_eq!((&what["ComparisonOperator"], &what["ThresholdType"]), (&json!("GREATER_THAN"), &json!("PERCENTAGE")));
        (what["NotificationType"].as_str().unwrap(), what["Threshold"].as_u64().unwrap())
    });
    let told: Vec<_> = told.collect();
    assert_eq!(told, [("ACTUAL", 80), ("FORECASTED", 100)]);
}

/// What alarms of one figure, and those computed from several, look at: namespace, figures, and whose.
#[test]
fn each_alarm_looks_at_the_figures_that_it_is_about() {
    let one = |figure: &Value| format!("{} {} {}", figure["Namespace"], figure["MetricName"], figure["Dimensions"]).replace('"', "");
    let of = |name: &str| -> Vec<String> {
        let alarm = Template::get().properties(name);
        let several: Vec<_> = figures(alarm).map(|figure| format!("{} {}", figure["Stat"], one(&figure["Metric"])).replace('"', "")).collect();
        if several.is_empty() { vec![format!("{} {}", alarm["Statistic"], one(alarm)).replace('"', "")] } else { several }
    };
    let api = "[{Name:ApiId,Value:HttpApi}]";
    assert_eq!(of("PagesFail"), [format!("Sum AWS/ApiGateway 5xx {api}"), format!("Sum AWS/ApiGateway Count {api}")]);
    for (name, queue) in [("MailerGaveUp", "MailerDead"), ("KeeperGaveUp", "KeeperDead")] {
        assert_eq!(of(name), [format!("Maximum AWS/SQS ApproximateNumberOfMessagesVisible [{{Name:QueueName,Value:{queue}.QueueName}}]")]);
    }
    assert_eq!(of("OutboxBehind"), ["Maximum AWS/Lambda IteratorAge [{Name:FunctionName,Value:hub-mailer}]"]);
    let keeper = "[{Name:FunctionName,Value:hub-keeper}]";
    assert_eq!(of("KeeperMissed"), [format!("Sum AWS/Lambda Invocations {keeper}"), format!("Sum AWS/Lambda Errors {keeper}")]);
}

/// The one expression of an alarm that is computed, and whether it goes off for these figures, which are all that it looks at.
fn goes_off(name: &str, given: &[(&str, Option<f64>)]) -> bool {
    let alarm = Template::get().properties(name);
    let metrics = alarm["Metrics"].as_array().unwrap();
    let computed: Vec<_> = metrics.iter().filter_map(|metric| metric["Expression"].as_str()).collect();
    let [expression] = computed[..] else { panic!("{name}: one is computed: {computed:?}") };
    let ids: Vec<_> = metrics.iter().filter(|metric| metric["Expression"].is_null()).map(|metric| metric["Id"].as_str().unwrap()).collect();
    assert_eq!(ids, given.iter().map(|(id, _)| *id).collect::<Vec<_>>(), "{name}");
    assert!(metrics.iter().all(|metric| metric["Expression"].is_null() == (metric["ReturnData"] == false)), "{name}: what is computed counts");
    let (is, threshold) = (value(expression, given), alarm["Threshold"].as_f64().unwrap());
    if alarm["ComparisonOperator"] == "LessThanThreshold" { is < threshold } else { is > threshold }
}

#[test]
fn pages_fail_where_a_share_of_many_or_three_of_few_failed() {
    for (failed, asked, told) in [
        (0, 0, false),
        (2, 100, true),
        (1, 100, false),
        (1, 20, true),
        (10, 1_000, false),
        (11, 1_000, true),
        (5, 5, true),
        (3, 19, true),
        (2, 19, false),
        (1, 1, false),
    ] {
        assert_eq!(goes_off("PagesFail", &[("failed", Some(f64::from(failed))), ("asked", Some(f64::from(asked)))]), told, "{failed} of {asked}");
    }
}

#[test]
fn the_keeper_is_missed_where_no_minute_of_it_was_worked_through() {
    for (begun, failed, told) in [(None, None, true), (Some(15.0), None, false), (Some(15.0), Some(15.0), true), (Some(15.0), Some(14.0), false)] {
        assert_eq!(goes_off("KeeperMissed", &[("begun", begun), ("failed", failed)]), told, "{begun:?} {failed:?}");
    }
}

#[test]
fn one_throttled_function_or_table_is_enough() {
    for (name, ids) in [
        ("FunctionsThrottled", &FUNCTIONS[..]),
        (
            "TablesThrottled",
            &["hubReads", "hubWrites", "publicReads", "publicWrites", "confidentialReads", "confidentialWrites", "outboxReads", "outboxWrites"],
        ),
    ] {
        for one in ids {
            let figures: Vec<_> = ids.iter().map(|id| (*id, (id == one).then_some(1.0))).collect();
            assert!(goes_off(name, &figures), "{name}: {one}");
        }
        let none: Vec<_> = ids.iter().map(|id| (*id, Some(0.0))).collect();
        assert!(!goes_off(name, &none), "{name}");
    }
}

#[test]
fn each_alarm_goes_off_when_it_should() {
    for (name, comparison, threshold, seconds, missing) in ALARMS {
        let alarm = Template::get().properties(name);
        assert!(!alarm.is_null(), "there is no alarm {name}");
        let is = (&alarm["ComparisonOperator"], &alarm["Threshold"], &alarm["EvaluationPeriods"], &alarm["TreatMissingData"]);
        assert_eq!(is, (&json!(comparison), &json!(threshold), &json!(1), &json!(missing)), "{name}");
        let periods: Vec<_> = figures(alarm).map(|figure| &figure["Period"]).chain([&alarm["Period"]]).filter(|p| !p.is_null()).collect();
        assert!(!periods.is_empty() && periods.iter().all(|period| **period == json!(seconds)), "{name}: {periods:?}");
    }
}

/// More is refused when the alarm is made.
#[test]
fn no_alarm_looks_at_more_than_ten_figures() {
    for (name, alarm) in Template::get().of_type("AWS::CloudWatch::Alarm") {
        assert!(figures(alarm).count() <= 10, "{name}");
    }
}

#[test]
fn every_function_and_every_table_is_looked_at() {
    let looked_at = |name: &str| -> Vec<String> {
        let about = |figure: &Value| format!("{} {}", figure["Metric"]["MetricName"], figure["Metric"]["Dimensions"][0]["Value"]).replace('"', "");
        figures(Template::get().properties(name)).map(about).collect()
    };
    assert_eq!(looked_at("FunctionsThrottled"), FUNCTIONS.map(|function| format!("Throttles hub-{function}")));
    let tables = ["hub", "public", "confidential", "outbox"];
    let both = tables.into_iter().flat_map(|table| ["Read", "Write"].map(|what| format!("{what}ThrottleEvents hub-{table}")));
    assert_eq!(looked_at("TablesThrottled"), both.collect::<Vec<_>>());
}
