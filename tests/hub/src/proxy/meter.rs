//! Read and write units, as the database itself tells them with each answer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

const READS: [&str; 4] = ["GetItem", "BatchGetItem", "Query", "Scan"];
const WRITES: [&str; 4] = ["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"];

/// Adds up the units that calls use, while it is on.
#[derive(Debug, Default)]
pub struct Meter {
    on: AtomicBool,
    used: Mutex<(f64, f64)>,
}

impl Meter {
    /// From now on.
    pub fn turn_on(&self) {
        self.on.store(true, Ordering::Relaxed);
    }

    /// Read and write units since the last time that somebody asked.
    pub fn taken(&self) -> (f64, f64) {
        std::mem::take(&mut *self.used.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts the question to a call, where it is on and the call is of a kind that uses units.
    pub(super) fn asks(&self, operation: &str, asked: &mut Value) -> bool {
        let counts = self.on.load(Ordering::Relaxed) && (READS.contains(&operation) || WRITES.contains(&operation));
        if counts {
            asked["ReturnConsumedCapacity"] = json!("TOTAL");
        }
        counts
    }

    /// Adds what an answer tells: for one table, or for each.
    pub(super) fn note(&self, operation: &str, answer: &[u8]) {
        let answer: Value = serde_json::from_slice(answer).unwrap_or_default();
        let told = &answer["ConsumedCapacity"];
        let each = told.as_array().map_or_else(|| vec![told], |all| all.iter().collect());
        let units: f64 = each.into_iter().filter_map(|table| table["CapacityUnits"].as_f64()).sum();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        match READS.contains(&operation) {
            true => used.0 += units,
            false => used.1 += units,
        }
    }
}
