//! What a database far away does to calls now and then.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::StatusCode;
use serde_json::{Value, json};

/// What goes wrong with one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The table takes no more for the moment.
    Throttled,
    /// Somebody else writes the same record at the same time. Databases for tests never say so.
    Conflict,
    /// The same call came a moment ago and is still being done.
    InProgress,
    /// The database is broken for the moment.
    Broken,
    /// It does nothing of what was asked, and says so: the rest is to be asked again.
    Unprocessed,
    /// A list ends after its first record, and says where it goes on.
    Cut,
    /// The call is lost on its way.
    LostBefore,
    /// The call is done, and its answer is lost.
    LostAfter,
    /// The call is never done, and never answered: whoever asked must give up by themselves.
    HangsBefore,
    /// The call is done, and never answered.
    HangsAfter,
    /// A read answers what was true the last time it was asked.
    Stale,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Throttled,
        Self::Conflict,
        Self::InProgress,
        Self::Broken,
        Self::Unprocessed,
        Self::Cut,
        Self::LostBefore,
        Self::LostAfter,
        Self::HangsBefore,
        Self::HangsAfter,
        Self::Stale,
    ];

    /// Whether nobody is told that something went wrong: only a time limit of their own ends it.
    pub fn hangs(self) -> bool {
        matches!(self, Self::HangsBefore | Self::HangsAfter)
    }

    /// Whether it can happen to this operation.
    pub fn concerns(self, operation: &str) -> bool {
        let reads = matches!(operation, "GetItem" | "Query" | "Scan" | "BatchGetItem");
        match self {
            Self::Conflict | Self::InProgress => operation == "TransactWriteItems",
            Self::Unprocessed => matches!(operation, "BatchGetItem" | "BatchWriteItem"),
            Self::Cut => matches!(operation, "Query" | "Scan"),
            Self::Stale => reads,
            Self::Broken | Self::Throttled | Self::LostBefore | Self::LostAfter | Self::HangsBefore | Self::HangsAfter => true,
        }
    }

    /// What the database answers, where it does nothing else.
    pub(super) fn answer(self, asked: &Value) -> Option<(StatusCode, Value)> {
        let refusal = |kind: &str| json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{kind}"), "message": "not now" });
        Some(match self {
            Self::Throttled => (StatusCode::BAD_REQUEST, refusal("ProvisionedThroughputExceededException")),
            Self::InProgress => (StatusCode::BAD_REQUEST, refusal("TransactionInProgressException")),
            Self::Broken => (StatusCode::INTERNAL_SERVER_ERROR, refusal("InternalServerError")),
            Self::Unprocessed => {
                let left = &asked["RequestItems"];
                (StatusCode::OK, json!({ "Responses": {}, "UnprocessedKeys": left, "UnprocessedItems": left }))
            }
            Self::Conflict => {
                let steps = asked["TransactItems"].as_array().map_or(0, Vec::len);
                let reason = |at: usize| if at == 0 { json!({ "Code": "TransactionConflict" }) } else { json!({ "Code": "None" }) };
                let reasons: Vec<Value> = (0..steps).map(reason).collect();
                let mut answer = refusal("TransactionCanceledException");
                answer["CancellationReasons"] = reasons.into();
                (StatusCode::BAD_REQUEST, answer)
            }
            Self::Cut | Self::LostBefore | Self::LostAfter | Self::HangsBefore | Self::HangsAfter | Self::Stale => return None,
        })
    }

    /// What is asked of the database in place of what was.
    pub(super) fn changes(self, asked: &mut Value) {
        if self == Self::Cut {
            asked["Limit"] = 1.into();
        }
    }
}

/// Which calls go wrong.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Plan>);

#[derive(Debug, Default)]
struct Plan {
    armed: Option<(Fault, usize, usize)>,
    calls: Vec<String>,
    struck: usize,
    seen: BTreeMap<String, Vec<u8>>,
}

impl Faults {
    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on the calls are counted from 0; `times` of them go wrong, from number `from` on.
    pub fn arm(&self, fault: Fault, from: usize, times: usize) {
        let mut plan = self.plan();
        (plan.armed, plan.struck) = (Some((fault, from, times)), 0);
        plan.calls.clear();
    }

    /// Nothing goes wrong from now on. Gives how often something did, and the operations that were called since it was armed.
    pub fn disarm(&self) -> (usize, Vec<String>) {
        let mut plan = self.plan();
        plan.armed = None;
        (plan.struck, std::mem::take(&mut plan.calls))
    }

    /// What goes wrong with this call.
    pub(super) fn strikes(&self, operation: &str) -> Option<Fault> {
        let mut plan = self.plan();
        let number = plan.calls.len();
        plan.calls.push(operation.to_owned());
        let (fault, from, times) = plan.armed?;
        let strikes = number >= from && number < from + times && fault.concerns(operation);
        plan.struck += usize::from(strikes);
        strikes.then_some(fault)
    }

    /// What the same read answered the last time, which is what a stale one answers now.
    pub(super) fn before(&self, asked: &Value) -> Option<Vec<u8>> {
        self.plan().seen.get(&asked.to_string()).cloned()
    }

    pub(super) fn remember(&self, asked: &Value, answer: &[u8]) {
        self.plan().seen.insert(asked.to_string(), answer.to_vec());
    }
}
