//! The roles of the deployment's template, and what they allow: enough of how AWS evaluates a policy to run every journey
//! under the very statements that are deployed. Whatever a statement holds that is not understood here stops the test.

mod calls;
mod guard;
mod implied;
mod ledger;

use serde_json::Value;

use crate::template::Template;

pub use calls::calls;
pub use guard::{Guards, Watch, guarded};
pub use implied::implied;
pub use ledger::Ledger;

/// The seven functions.
pub const FUNCTIONS: [&str; 7] = ["site", "events", "registrations", "stories", "desk", "mailer", "keeper"];

/// One thing that is asked of AWS.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// The action: `dynamodb:GetItem`.
    pub action: String,
    /// The ARN of what it is done to.
    pub resource: String,
    /// What conditions look at: names and values.
    pub context: Vec<(String, String)>,
}

/// One statement of a role.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its name.
    pub sid: String,
    /// What it allows.
    pub actions: Vec<String>,
    /// To what.
    pub resources: Vec<String>,
    conditions: Vec<Condition>,
}

/// What must hold beside action and resource.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Holds too where nothing is there to look at.
    for_all: bool,
    like: bool,
    /// What is looked at.
    pub key: String,
    /// Any of these will do.
    pub values: Vec<String>,
}

/// A function's role.
#[derive(Clone, Debug)]
pub struct Role {
    /// The function.
    pub function: String,
    /// All it may do.
    pub statements: Vec<Statement>,
}

impl Role {
    /// The role that the template gives a function.
    ///
    /// # Panics
    /// Where the template gives none.
    pub fn of(template: &Template, function: &str) -> Self {
        let arn = template.function(function)["Role"].as_str().unwrap_or_default();
        let role = template.properties(arn.rsplit('/').next().unwrap_or_default());
        assert!(role["ManagedPolicyArns"].is_null(), "{function}: what a role may do stands in the template");
        let policies = role["Policies"].as_array().unwrap_or_else(|| panic!("{function} has no role"));
        let statements = policies.iter().flat_map(|p| texts_or_all(&p["PolicyDocument"]["Statement"])).map(Statement::of).collect();
        Self { function: function.to_owned(), statements }
    }

    /// The same role without the statements of this name.
    #[must_use]
    pub fn without(mut self, sid: &str) -> Self {
        self.statements.retain(|statement| statement.sid != sid);
        self
    }

    /// The statements that allow a call.
    pub fn allowing<'a>(&'a self, call: &'a Call) -> impl Iterator<Item = &'a Statement> {
        self.statements.iter().filter(|statement| statement.allows(call))
    }
}

impl Statement {
    fn of(statement: &Value) -> Self {
        assert_eq!(statement["Effect"], "Allow", "these tests know statements that allow");
        let known = ["Sid", "Effect", "Action", "Resource", "Condition"];
        assert!(statement.as_object().is_some_and(|s| s.keys().all(|k| known.contains(&k.as_str()))), "not understood: {statement}");
        let conditions = statement["Condition"].as_object().into_iter().flatten();
        Self {
            sid: statement["Sid"].as_str().expect("every statement has a name").to_owned(),
            actions: words(&statement["Action"]),
            resources: words(&statement["Resource"]),
            conditions: conditions
                .flat_map(|(operator, keys)| keys.as_object().into_iter().flatten().map(|(k, v)| Condition::of(operator, k, v)))
                .collect(),
        }
    }

    /// Whether it allows a call.
    pub fn allows(&self, call: &Call) -> bool {
        self.actions.contains(&call.action)
            && self.resources.iter().any(|pattern| like(pattern, &call.resource))
            && self.conditions.iter().all(|condition| condition.holds(call))
    }

    /// The collections that a call may be about, where the statement names them.
    pub fn leading_keys(&self) -> Option<&[String]> {
        self.conditions.iter().find(|c| c.key == "dynamodb:LeadingKeys").map(|c| c.values.as_slice())
    }

    /// Everything that must hold beside action and resource.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }
}

impl Condition {
    fn of(operator: &str, key: &str, values: &Value) -> Self {
        let (for_all, plain) = operator.strip_prefix("ForAllValues:").map_or((false, operator), |plain| (true, plain));
        let like = match plain {
            "StringLike" => true,
            "StringEquals" => false,
            other => panic!("these tests don't know the condition {other}"),
        };
        Self { for_all, like, key: key.to_owned(), values: words(values) }
    }

    fn holds(&self, call: &Call) -> bool {
        let mut there = call.context.iter().filter(|(key, _)| *key == self.key).map(|(_, value)| value).peekable();
        if there.peek().is_none() {
            return self.for_all;
        }
        let one = |value: &String| self.values.iter().any(|wanted| if self.like { like(wanted, value) } else { wanted == value });
        if self.for_all { there.all(one) } else { there.any(one) }
    }
}

/// A text like a pattern: `*` is anything, `?` any one letter.
pub fn like(pattern: &str, text: &str) -> bool {
    match (pattern.chars().next(), text.chars().next()) {
        (None, None) => true,
        (Some('*'), _) => like(&pattern[1..], text) || text.chars().next().is_some_and(|c| like(pattern, &text[c.len_utf8()..])),
        (Some('?'), Some(c)) => like(&pattern[1..], &text[c.len_utf8()..]),
        (Some(p), Some(c)) if p == c => like(&pattern[p.len_utf8()..], &text[c.len_utf8()..]),
        _ => false,
    }
}

fn texts_or_all(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |all| all.iter().collect())
}

fn words(value: &Value) -> Vec<String> {
    texts_or_all(value).into_iter().map(|one| one.as_str().unwrap_or_else(|| panic!("not a word: {one}")).to_owned()).collect()
}

#[cfg(test)]
mod tests;
