//! The evaluator on a role made up for it.

use serde_json::json;

use super::{Call, Role, Statement, like};

fn role() -> Role {
    let table = "arn:aws:dynamodb:eu-west-2:111122223333:table/hub-hub";
    let statement = json!({ "Sid": "Reads", "Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": table,
        "Condition": { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["EVENT#*", "QUEUE"] } } });
    let mail = json!({ "Sid": "Mail", "Effect": "Allow", "Action": "ses:SendRawEmail", "Resource": ["arn:identity/a"],
        "Condition": { "StringEquals": { "ses:FromAddress": "hub@example.org" } } });
    Role { function: "made-up".into(), statements: vec![Statement::of(&statement), Statement::of(&mail)] }
}

fn call(action: &str, resource: &str, context: &[(&str, &str)]) -> Call {
    let context = context.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Call { action: action.into(), resource: resource.into(), context }
}

#[test]
fn a_call_is_allowed_by_action_resource_and_every_condition() {
    let table = "arn:aws:dynamodb:eu-west-2:111122223333:table/hub-hub";
    for (action, resource, key, allowed) in [
        ("dynamodb:GetItem", table, "EVENT#a", true),
        ("dynamodb:GetItem", table, "QUEUE", true),
        ("dynamodb:GetItem", table, "QUEUE#1", false),
        ("dynamodb:GetItem", table, "STORY#a", false),
        ("dynamodb:PutItem", table, "EVENT#a", false),
        ("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-2:111122223333:table/hub-public", "EVENT#a", false),
    ] {
        let asked = call(action, resource, &[("dynamodb:LeadingKeys", key)]);
        assert_eq!(role().allowing(&asked).next().is_some(), allowed, "{action} {resource} {key}");
    }
    assert!(role().allowing(&call("ses:SendRawEmail", "arn:identity/a", &[("ses:FromAddress", "hub@example.org")])).next().is_some());
    assert!(role().allowing(&call("ses:SendRawEmail", "arn:identity/a", &[("ses:FromAddress", "other@example.org")])).next().is_none());
    assert!(role().allowing(&call("ses:SendRawEmail", "arn:identity/a", &[])).next().is_none(), "what is not there equals nothing");
    assert!(role().without("Mail").allowing(&call("ses:SendRawEmail", "arn:identity/a", &[("ses:FromAddress", "hub@example.org")])).next().is_none());
}

#[test]
#[should_panic(expected = "don't know the condition")]
fn a_condition_that_is_not_understood_stops_the_test() {
    Statement::of(
        &json!({ "Sid": "A", "Effect": "Allow", "Action": "a:B", "Resource": "r", "Condition": { "IpAddress": { "aws:SourceIp": "::" } } }),
    );
}

#[test]
fn stars_and_question_marks() {
    assert!(like("EVENT#*", "EVENT#") && like("a*c", "abbc") && like("a?c", "abc") && like("*", ""));
    assert!(!like("a?c", "ac") && !like("a*c", "abd") && !like("", "a"));
}
