//! What AWS asks, as published: each price with the list and the line that it stands in, and the day.

use anyhow::{Context, Result};
use serde::Deserialize;

/// One price.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Price {
    /// How the bill calls it.
    pub name: String,
    /// What it is for, in words.
    pub what: String,
    /// US dollars, without tax, for [`Price::per`] of it.
    pub dollars: f64,
    /// How many of it that is.
    pub per: f64,
    /// How many of it every account has for nothing each month, without end.
    #[serde(default)]
    pub free: f64,
    /// Whether what it counts is kept for the whole month, so that a week costs a share of the month's price.
    #[serde(default)]
    pub monthly: bool,
    /// Where it is published.
    pub list: String,
    /// The line in that list.
    pub line: String,
    /// The day on which that list was published.
    pub published: String,
    /// How it is known: when somebody who read the list quoted it, or why it is not sure.
    pub known: String,
    /// Whether it was quoted from the list itself.
    pub sure: bool,
}

/// All prices.
#[derive(Clone, Debug, Deserialize)]
pub struct Prices {
    /// The region.
    pub region: String,
    /// One for each line of a bill.
    pub prices: Vec<Price>,
}

impl Prices {
    /// As they are written down.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub fn written() -> Result<Self> {
        serde_json::from_str(include_str!("../data/prices.json")).context("infra/cost/data/prices.json can't be read")
    }

    /// A price by its name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn of(&self, name: &str) -> Result<&Price> {
        self.prices.iter().find(|price| price.name == name).with_context(|| format!("there is no price for {name}"))
    }
}
