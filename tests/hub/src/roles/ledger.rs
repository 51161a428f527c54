//! Which calls were made under which role, and which grants nothing called for.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Call, Role, Statement, like};
use crate::data_map::Written;

/// The calls of each function, counted.
#[derive(Debug, Default)]
pub struct Ledger {
    calls: Mutex<BTreeMap<(String, Call), usize>>,
    refused: Mutex<Vec<String>>,
    /// What was written, whoever wrote it.
    pub written: Written,
}

impl Ledger {
    /// Notes a call.
    pub fn note(&self, function: &str, call: Call) {
        *self.calls.lock().unwrap_or_else(PoisonError::into_inner).entry((function.to_owned(), call)).or_default() += 1;
    }

    /// Notes a call that a role does not grant.
    pub fn refuse(&self, said: String) {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).push(said);
    }

    /// The calls that no role granted.
    pub fn refused(&self) -> Vec<String> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The calls of a function.
    pub fn of(&self, function: &str) -> Vec<(Call, usize)> {
        let noted = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        noted.iter().filter(|((whose, _), _)| whose == function).map(|((_, call), count)| (call.clone(), *count)).collect()
    }

    /// How many calls each statement of a role alone allows: without it they would be refused.
    pub fn alone(&self, role: &Role) -> Vec<(String, usize)> {
        let calls = self.of(&role.function);
        let needed = |statement: &Statement| calls.iter().filter(|(call, _)| only(role, call, statement)).map(|(_, count)| count).sum();
        role.statements.iter().map(|statement| (statement.sid.clone(), needed(statement))).collect()
    }

    /// What could be taken out of a role without any call being refused: an action on a resource, or on a collection of it.
    pub fn needless(&self, role: &Role) -> Vec<String> {
        let calls = self.of(&role.function);
        let mut out = Vec::new();
        for statement in &role.statements {
            let whole = vec!["*".to_owned()];
            let keys = statement.leading_keys().unwrap_or(&whole);
            for (action, resource, key) in parts(statement, keys) {
                let about = |call: &Call| {
                    let is = call.context.iter().find(|(name, _)| name == "dynamodb:LeadingKeys").map_or("", |(_, value)| value.as_str());
                    call.action == *action && like(resource, &call.resource) && like(key, is)
                };
                if !calls.iter().any(|(call, _)| about(call) && only(role, call, statement)) {
                    out.push(format!("{} {} of {key} in {resource}", statement.sid, action));
                }
            }
        }
        out
    }
}

fn parts<'a>(statement: &'a Statement, keys: &'a [String]) -> impl Iterator<Item = (&'a String, &'a String, &'a String)> {
    let on = move |action| statement.resources.iter().flat_map(move |resource| keys.iter().map(move |key| (action, resource, key)));
    statement.actions.iter().flat_map(on)
}

fn only(role: &Role, call: &Call, statement: &Statement) -> bool {
    let mut allowing = role.allowing(call);
    allowing.next().is_some_and(|first| first.sid == statement.sid) && allowing.next().is_none()
}
