//! Alarms: that each is there, tells somebody, looks at what it should, and goes off when it should.

use hub_tests::roles::FUNCTIONS;
use hub_tests::template::Template;
use serde_json::{Value, json};

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
        assert!(!alarm["AlarmDescription"].as_str().unwrap_or_default().is_empty(), "{name}");
    }
    assert_eq!(template.of_type("AWS::Budgets::Budget").count(), 1);
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
