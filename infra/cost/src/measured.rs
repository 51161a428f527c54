//! What one step of a person uses: measured by `tests/hub` (`operating/units.rs`), which holds the file to what it measures.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// What a step used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Used {
    /// Read request units of DynamoDB.
    pub reads: f64,
    /// Write request units of DynamoDB.
    pub writes: f64,
    /// Requests that reached a function.
    pub requests: usize,
    /// Mails.
    pub mails: usize,
}

/// Everything that was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The engine that told the units.
    pub engine: String,
    /// What each step used, by its name.
    pub steps: BTreeMap<String, Used>,
    /// Read units for reading a week's cards once, by how many events the week has.
    pub cards: BTreeMap<u32, f64>,
}

impl Measured {
    /// As it is written down.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub fn written() -> Result<Self> {
        serde_json::from_str(include_str!("../data/measured.json")).context("infra/cost/data/measured.json can't be read")
    }

    /// What a step used.
    ///
    /// # Errors
    /// Where it was not measured.
    pub fn step(&self, name: &str) -> Result<Used> {
        self.steps.get(name).copied().with_context(|| format!("\"{name}\" was not measured"))
    }

    /// Read units for the cards of a week with so many events: on the line through the smallest and the largest week measured.
    ///
    /// # Errors
    /// Where fewer than two weeks were measured.
    pub fn cards(&self, events: f64) -> Result<f64> {
        let least = self.cards.first_key_value().context("no week was measured")?;
        let most = self.cards.last_key_value().filter(|most| most.0 > least.0).context("only one week was measured")?;
        let each = (most.1 - least.1) / f64::from(most.0 - least.0);
        Ok((least.1 + each * (events - f64::from(*least.0))).max(1.0))
    }
}
