//! What each function is told when it starts: these settings, with these values, and no others. What a function is not told it does
//! without, sometimes without a word: an edge's secret that is missing lets everybody in.

use std::collections::BTreeMap;

use hub_tests::roles::FUNCTIONS;
use hub_tests::template::Template;
use serde_json::Value;

/// What every function is told.
const EVERYWHERE: [(&str, &str); 8] = [
    ("HUB_CONTACT_EMAIL", "team@example.org"),
    ("HUB_CONTACT_NAME", ""),
    ("HUB_CONTACT_PHONE", ""),
    ("HUB_MANIFEST", "/opt/manifest.json"),
    ("HUB_ORIGIN", "https://hub.example.org"),
    ("HUB_READ_ONLY", "no"),
    ("HUB_SECRETS_READ", ""),
    ("HUB_TABLE_PREFIX", "hub-"),
];

const CONTACT: (&str, &str) = ("HUB_CONTACT_SECRET", "arn:aws:secretsmanager:eu-west-2:111122223333:secret:ContactSecret");
const LINK: (&str, &str) = ("HUB_LINK_SECRET", "arn:aws:secretsmanager:eu-west-2:111122223333:secret:LinkSecret");
const EDGE: (&str, &str) = ("HUB_EDGE_SECRET", "arn:aws:secretsmanager:eu-west-2:111122223333:secret:EdgeSecret");
const SENDER: (&str, &str) = ("HUB_SENDER", "Co-production Week Hub <hub@example.org>");
const RETURNS: (&str, &str) = ("HUB_MAIL_SET", "hub");

/// What one function is told besides.
fn of_its_own(function: &str) -> &'static [(&'static str, &'static str)] {
    match function {
        "site" => &[("HUB_COMMIT", ""), EDGE],
        "events" | "registrations" | "stories" | "desk" => &[CONTACT, EDGE, LINK],
        "mailer" | "keeper" => &[CONTACT, LINK, SENDER, RETURNS],
        other => panic!("what is {other} told?"),
    }
}

fn told(settings: &Value) -> BTreeMap<String, String> {
    let settings = settings["Environment"]["Variables"].as_object().into_iter().flatten();
    settings.map(|(name, value)| (name.clone(), value.as_str().unwrap_or_else(|| panic!("{name} is no text: {value}")).to_owned())).collect()
}

fn wanted(settings: &[(&str, &str)]) -> BTreeMap<String, String> {
    settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn each_function_is_told_what_it_needs_and_nothing_else() {
    assert_eq!(told(Template::get().globals()), wanted(&EVERYWHERE));
    for function in FUNCTIONS {
        assert_eq!(told(Template::get().function(function)), wanted(of_its_own(function)), "{function}");
    }
}

/// What the settings of a deployment say reaches the functions.
#[test]
fn read_only_reaches_every_function() {
    let text = include_str!("../../../../infra/aws/template.yaml");
    let parameter = "  ReadOnly:\n    Type: String\n    Default: 'no'\n";
    assert_eq!(text.matches(parameter).count(), 1);
    let closed = Template::of(&text.replace(parameter, &parameter.replace("'no'", "'yes'")));
    assert_eq!(told(closed.globals())["HUB_READ_ONLY"], "yes");
    assert!(FUNCTIONS.iter().all(|function| !told(closed.function(function)).contains_key("HUB_READ_ONLY")), "no function says otherwise");
}

/// Where the account sends from the domain already, none is made; what comes back is told to this deployment all the same.
#[test]
fn a_sending_domain_that_is_there_is_not_made_again() {
    let template = Template::get();
    assert_eq!(template.resource("MailIdentity")["Condition"], "MakesMailIdentity");
    let mails = template.properties("Mails");
    assert_eq!(mails["Name"], RETURNS.1, "each mail names the set by which bounces come back");
    assert_eq!(template.properties("MailsReturned")["ConfigurationSetName"], RETURNS.1);
    let text = include_str!("../../../../infra/aws/template.yaml");
    assert!(text.contains("  MakesMailIdentity: !Equals [!Ref SendsAlready, 'no']\n"));
    let records: Vec<_> = text.lines().filter(|line| line.contains("${MailIdentity.")).collect();
    assert_eq!(records.len(), 3);
    assert!(records.iter().all(|line| line.contains("{ Condition: MakesMailIdentity,")), "{records:?}");
}
