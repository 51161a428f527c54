//! What holds for every role, whatever is done.

use hub_tests::roles::{FUNCTIONS, Role};
use hub_tests::template::Template;

fn roles() -> impl Iterator<Item = Role> {
    FUNCTIONS.into_iter().map(|function| Role::of(Template::get(), function))
}

#[test]
fn no_action_and_no_resource_has_a_star() {
    for role in roles() {
        for statement in &role.statements {
            for word in statement.actions.iter().chain(&statement.resources) {
                // The streams inside a function's own log group, as AWS itself writes their ARN.
                let own_log = word.starts_with("arn:aws:logs:") && word.ends_with(":*");
                assert!(own_log || !word.contains('*'), "{} {}: {word}", role.function, statement.sid);
            }
        }
    }
}

#[test]
fn one_role_a_function_and_only_lambda_takes_it() {
    let template = Template::get();
    let mut arns: Vec<_> = FUNCTIONS.iter().map(|function| template.function(function)["Role"].as_str().unwrap().to_owned()).collect();
    arns.sort();
    arns.dedup();
    assert_eq!(arns.len(), 7);
    for (name, role) in template.of_type("AWS::IAM::Role") {
        let trusted = &role["AssumeRolePolicyDocument"]["Statement"];
        assert_eq!(trusted[0]["Principal"], serde_json::json!({ "Service": "lambda.amazonaws.com" }), "{name}");
    }
}

/// Who may touch which collections of `confidential`: the promise the design makes about roles (decision 5).
#[test]
fn access_answers_and_authors_addresses_are_for_the_few() {
    let allowed = |sid: &str| -> Vec<(String, Vec<String>)> {
        roles().flat_map(|role| role.statements.into_iter().filter(|s| s.sid == sid).map(move |s| (role.function.clone(), s.actions))).collect()
    };
    let short = |grants: Vec<(String, Vec<String>)>| -> Vec<String> {
        grants.into_iter().map(|(f, actions)| format!("{f} {}", actions.join(" ").replace("dynamodb:", ""))).collect()
    };
    // The keeper writes until when they are kept, where their event moves.
    assert_eq!(short(allowed("AccessAnswers")), ["registrations GetItem Query PutItem UpdateItem DeleteItem", "keeper DeleteItem UpdateItem"]);
    assert_eq!(short(allowed("AuthorsAddresses")), ["stories GetItem PutItem DeleteItem", "mailer GetItem", "keeper GetItem DeleteItem"]);
    assert_eq!(short(allowed("Concerns")), ["stories PutItem", "desk Query DeleteItem"]);
    assert_eq!(short(allowed("Relays")), ["stories GetItem PutItem DeleteItem", "mailer GetItem", "keeper GetItem DeleteItem"]);
    // Whoever erases notes it there, and no function reads it.
    assert_eq!(short(allowed("Erased")), ["registrations PutItem", "stories PutItem", "desk PutItem", "keeper PutItem"]);
    for role in roles() {
        for statement in role.statements.iter().filter(|s| s.resources.iter().any(|r| r.ends_with("table/hub-confidential"))) {
            assert!(
                ["AccessAnswers", "AuthorsAddresses", "Concerns", "Relays", "Erased"].contains(&statement.sid.as_str()),
                "{} {}",
                role.function,
                statement.sid
            );
            let keys = statement.leading_keys().expect("confidential is never granted as a whole");
            let kind = match statement.sid.as_str() {
                "AccessAnswers" => "ACCESS#*",
                "Concerns" => "CONCERN",
                "Relays" => "RELAY#*",
                "Erased" => "ERASED#*",
                _ => "AUTHOR#*",
            };
            assert_eq!(keys, [kind], "{} {}", role.function, statement.sid);
        }
    }
}

#[test]
fn the_mailer_writes_no_content() {
    let role = Role::of(Template::get(), "mailer");
    for statement in &role.statements {
        let writes =
            statement.actions.iter().any(|a| a.starts_with("dynamodb:") && !a.contains("Get") && !a.ends_with("Check") && !a.contains("Stream"));
        let tables: Vec<_> = statement.resources.iter().filter(|r| r.contains(":table/") && !r.contains("/stream/")).collect();
        if writes && !statement.actions.iter().all(|a| a.ends_with("ConditionCheckItem")) {
            assert!(tables.iter().all(|t| t.ends_with("hub-outbox")), "{}: {tables:?}", statement.sid);
        }
    }
}
