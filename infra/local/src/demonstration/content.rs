//! What stands in the demonstration's files.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};
use domain::answers::Answers;
use domain::week::Week;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::weeks::Written;

/// An event or a story: what was typed, and how far it has come.
#[derive(Deserialize)]
pub(super) struct Sample {
    /// Tells it from the others.
    pub key: String,
    /// The day, counted from the week's first; none for what has no day.
    pub day: Option<i64>,
    /// The sessions after the first: the day, counted from the week's first, the start and the end.
    #[serde(default)]
    pub sessions: Vec<(i64, String, String)>,
    /// `published`, `cancelled`, `live` or `queue`.
    pub state: String,
    /// How many people register for it.
    #[serde(default)]
    pub people: usize,
    /// The event that a story is about, by its key.
    pub about: Option<String>,
    /// The last day to ask for an interpreter, counted from the event's own day.
    pub bsl_by: Option<i64>,
    /// The materials that come out after the week, by their numbers.
    #[serde(default)]
    pub launches: Vec<u8>,
    answers: BTreeMap<String, Typed>,
}

/// One answer, or several under one name.
#[derive(Deserialize)]
#[serde(untagged)]
enum Typed {
    One(String),
    Several(Vec<String>),
}

impl Sample {
    /// What was typed.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::new();
        for (name, typed) in &self.answers {
            match typed {
                Typed::One(value) => answers.add(name.clone(), value.clone()),
                Typed::Several(values) => values.iter().for_each(|value| answers.add(name.clone(), value.clone())),
            }
        }
        answers
    }
}

/// Somebody who registers.
#[derive(Deserialize)]
pub(super) struct Somebody {
    pub name: String,
}

/// All files.
pub(super) struct Content {
    pub events: Vec<Sample>,
    pub stories: Vec<Sample>,
    pub people: Vec<Somebody>,
}

impl Content {
    pub fn read() -> Result<Self> {
        Ok(Self {
            events: read("events", include_str!("../../../data/demonstration/events.json"))?,
            stories: read("stories", include_str!("../../../data/demonstration/stories.json"))?,
            people: read("people", include_str!("../../../data/demonstration/people.json"))?,
        })
    }

    /// The week that begins on a Monday.
    pub fn week(&self, monday: Date) -> Result<Week> {
        let text = include_str!("../../../data/demonstration/week.json");
        let written: Written = read("week", text)?;
        let sunday = monday.checked_add(jiff::Span::new().days(6))?;
        written.on(monday, sunday).week().context("demonstration/week.json names a nation that the hub doesn't know. Mend it.")
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| anyhow!("infra/data/demonstration/{name}.json can't be read ({error}). Mend it."))
}

/// Bytes that look random and are always the same for one name: at most 32.
pub(super) fn bytes<const N: usize>(name: &str) -> [u8; N] {
    let hash = Sha256::digest(format!("demonstration {name}"));
    let mut out = [0; N];
    out.copy_from_slice(&hash[..N]);
    out
}
