//! A parameter that makes no sense is refused before anything is deployed, in words.

use hub_tests::template::Template;
use regex::Regex;

fn text(parameter: &str, part: &str) -> Option<String> {
    Template::get().parameters()[parameter].get(part).and_then(|value| value.as_str()).map(str::to_owned)
}

#[test]
fn every_parameter_says_what_it_is_and_what_it_takes() {
    for (name, parameter) in Template::get().parameters().as_mapping().unwrap() {
        let name = name.as_str().unwrap();
        assert!(text(name, "Description").is_some_and(|words| words.ends_with('.')), "{name}");
        let limited = ["AllowedPattern", "AllowedValues", "MinValue", "MaxLength"].iter().any(|limit| parameter.get(limit).is_some());
        assert!(limited, "{name} takes anything");
        if parameter.get("AllowedPattern").is_some() || parameter.get("MinValue").is_some() {
            assert!(text(name, "ConstraintDescription").is_some(), "{name} refuses without a word");
        }
        assert_eq!(parameter.get("MinValue").is_some(), parameter.get("MaxValue").is_some(), "{name}");
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (name, good, bad) in [
        (
            "Domain",
            &["hub.example.org", "week.co-production.example"][..],
            &["https://hub.example.org", "Hub.example.org", "hub", "hub.example.org/", "-a.example"][..],
        ),
        (
            "Certificate",
            &["arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0000-0000-0000-000000000000"],
            &["arn:aws:acm:eu-west-2:111122223333:certificate/0a1b2c3d-0000-0000-0000-000000000000", "my certificate", ""],
        ),
        ("MailDomain", &["example.org"], &["hub@example.org", "example", ""]),
        ("SenderBox", &["hub", "no-reply"], &["hub@example.org", "", "Hub <hub>"]),
        ("SenderName", &["Co-production Week Hub"], &["", "Hub <hub@example.org>", "a\nb"]),
        ("ContactEmail", &["team@example.org"], &["team", "a@b", "a@example.org, b@example.org"]),
        ("AlarmEmail", &["alarms@example.org"], &["nobody", ""]),
        ("ContactPhone", &["", "01632 960 000", "+44 1632 960000"], &["call us", "1"]),
        ("EdgeSecretVersion", &["", "0a1b2c3d-0000-0000-0000-000000000000"], &["AWSCURRENT", "{{resolve}}"]),
        ("Commit", &["", "fd75bb8", "none"], &["the newest", "fd75bb8; rm"]),
        ("SecretsRead", &["", "0a1b2c3d-0000-0000-0000-000000000000"], &["again", "{{resolve}}"]),
    ] {
        // CloudFormation wants the whole value to match.
        let pattern = Regex::new(&format!("^(?:{})$", text(name, "AllowedPattern").unwrap())).unwrap();
        assert!(good.iter().all(|value| pattern.is_match(value)), "{name} refuses what it should take");
        let taken: Vec<_> = bad.iter().filter(|value| pattern.is_match(value)).collect();
        assert!(taken.is_empty(), "{name} takes {taken:?}");
    }
}
