//! The README's table of who may do what is what the template's roles grant, in words.

use std::collections::BTreeSet;

use hub_tests::roles::{FUNCTIONS, Role};
use hub_tests::template::Template;
use store::Table;

/// Collections as people call them.
const WORDS: [(&str, &str); 33] = [
    ("EVENT#*", "events and places"),
    ("STORY#*", "stories"),
    ("CODE#*", "withdrawal codes"),
    ("CONTACT#*", "contacts' hashes"),
    ("FORM#*", "forms' keys"),
    ("IMPORT#*", "imports"),
    ("QUEUE", "the queue"),
    ("WAITED#*", "waiting times"),
    ("DUE#*", "what is due"),
    ("AUDIT#*", "the audit"),
    ("RATE#*", "counters"),
    ("TRUSTED", "trusted hosts"),
    ("ASKED#*", "suggested questions"),
    ("STAFF", "accounts"),
    ("STAFF-EMAIL#*", "accounts"),
    ("SESSION#*", "sessions"),
    ("SIGNIN#*", "sign-ins"),
    ("SIGNIN-OF#*", "sign-ins"),
    ("WEEKS", "weeks"),
    ("EVENTS#*", "events' cards"),
    ("PAGE#events/*", "events' pages"),
    ("PLACES#*", "counts of places"),
    ("STORIES#*", "stories' cards"),
    ("PAGE#stories/*", "stories' pages"),
    ("ACCESS#*", "access answers"),
    ("AUTHOR#*", "authors' addresses"),
    ("RELAY#*", "where readers' messages go"),
    ("CONCERN", "concerns"),
    ("ERASED#*", "what was erased"),
    ("WAITING#*", "waiting messages"),
    ("SENT#*", "what was sent"),
    ("ASIDE", "what lies aside"),
    ("RETURNED#*", "addresses mail came back from"),
];

const READS: &[&str] = &["GetItem", "BatchGetItem", "Query", "Scan", "ConditionCheckItem"];
const WRITES: &[&str] = &["PutItem", "UpdateItem"];
const DELETES: &[&str] = &["DeleteItem"];

/// What a role may do in a table by these actions.
fn cell(role: &Role, table: &str, actions: &[&str]) -> String {
    let arn = format!("arn:aws:dynamodb:eu-west-2:111122223333:table/hub-{table}");
    let mut keys = BTreeSet::new();
    for statement in role.statements.iter().filter(|statement| statement.resources.contains(&arn)) {
        if statement.actions.iter().any(|action| actions.contains(&action.trim_start_matches("dynamodb:"))) {
            keys.extend(statement.leading_keys().map_or_else(|| vec!["*".to_owned()], <[String]>::to_vec));
        }
    }
    if keys.contains("*") {
        return "everything".to_owned();
    }
    let unknown: Vec<_> = keys.iter().filter(|key| !WORDS.iter().any(|(known, _)| known == key)).collect();
    assert!(unknown.is_empty(), "say what people call {unknown:?}");
    let mut words: Vec<_> = WORDS.iter().filter(|(key, _)| keys.contains(*key)).map(|(_, words)| *words).collect();
    words.dedup();
    words.join(", ")
}

/// One line for each function and table; then what else it may use.
fn table() -> String {
    let mut lines = vec!["| function | table | reads | writes | deletes |".to_owned(), "|---|---|---|---|---|".to_owned()];
    for role in FUNCTIONS.map(|function| Role::of(Template::get(), function)) {
        let may = |action: &str| role.statements.iter().any(|statement| statement.actions.iter().any(|one| one == action));
        for table in Table::ALL.map(Table::name) {
            let [mut reads, writes, deletes] = [READS, WRITES, DELETES].map(|actions| cell(&role, table, actions));
            if table == "outbox" && may("dynamodb:GetRecords") {
                reads += ", its stream";
            }
            if [&reads, &writes, &deletes].iter().any(|cell| !cell.is_empty()) {
                lines.push(format!("| {} | `{table}` | {reads} | {writes} | {deletes} |", role.function));
            }
        }
        if may("ses:SendRawEmail") {
            lines.push(format!("| {} | mail | | sends from one address | |", role.function));
        }
        let secrets = role.statements.iter().filter(|statement| statement.actions == ["secretsmanager:GetSecretValue"]);
        let secrets = secrets.flat_map(|statement| &statement.resources).map(|arn| arn.rsplit(':').next().unwrap_or_default());
        let secrets: Vec<_> = secrets.map(|name| name.trim_end_matches("Secret").to_lowercase()).collect();
        lines.push(format!("| {} | secrets | {} | | |", role.function, secrets.join(", ")));
    }
    lines.join("\n").replace("|  |", "| |").replace("|  |", "| |")
}

#[test]
fn the_readme_says_who_may_do_what() {
    let table = table();
    assert!(include_str!("../../../../README.md").contains(&table), "put this into the README:\n{table}");
}

/// The twin: a grant more is a line that the README does not have.
#[test]
fn another_grant_would_be_noticed() {
    let mut role = Role::of(Template::get(), "site");
    let before = cell(&role, "confidential", READS);
    role.statements.extend(Role::of(Template::get(), "registrations").statements);
    assert_eq!((before.as_str(), cell(&role, "confidential", READS).as_str()), ("", "access answers"));
}
