//! The eighteen known weeks: written where they aren't there yet, never over what the desk changed.

use anyhow::{Context, Result, anyhow};
use domain::story::StoryRules;
use domain::week::{Question, Week, WeekId};
use jiff::civil::Date;
use serde::Deserialize;
use store::Db;
use store::weeks::Weeks;

const WEEKS: &str = include_str!("../../data/weeks.json");

/// A week as the file has it. `first` and `last` are missing in the demonstration, whose days are fixed when it is loaded.
#[derive(Deserialize)]
pub(crate) struct Written {
    nation: String,
    #[serde(default)]
    year: i16,
    name: String,
    first: Option<Date>,
    last: Option<Date>,
    dates_note: Option<String>,
    theme: Option<String>,
    theme_note: Option<String>,
    organiser: String,
    source: Option<String>,
    offered: String,
    hashtag: Option<String>,
    questions: Vec<Question>,
    #[serde(default)]
    story_rules: StoryRules,
}

impl Written {
    /// The week, where nation and year are known ones.
    pub(crate) fn week(self) -> Option<Week> {
        let id = WeekId::from_parts(&self.nation, &self.year.to_string())?;
        let Self { name, first, last, dates_note, theme, theme_note, organiser, source, offered, hashtag, questions, story_rules, .. } = self;
        Some(Week {
            id,
            name,
            first,
            last,
            dates_note,
            theme,
            theme_note,
            organiser,
            source,
            offered,
            hashtag,
            questions,
            last_question: 0,
            deadlines: Vec::new(),
            featured: Vec::new(),
            concerns_read: None,
            story_rules,
        })
    }

    /// The same week from one day to another, in the year of the first.
    pub(crate) fn on(self, first: Date, last: Date) -> Self {
        Self { year: first.year(), first: Some(first), last: Some(last), ..self }
    }
}

/// The known weeks.
fn known() -> Result<Vec<Week>> {
    let written: Vec<Written> = serde_json::from_str(WEEKS).context("infra/data/weeks.json can't be read. Mend it.")?;
    let weeks: Option<Vec<_>> = written.into_iter().map(Written::week).collect();
    weeks.ok_or_else(|| anyhow!("infra/data/weeks.json names a nation or year that the hub doesn't know. Mend it."))
}

/// Writes the known weeks that are missing, and tells how many.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn load(db: &Db) -> Result<usize> {
    let weeks = Weeks::new(db.clone());
    let there: Vec<WeekId> = weeks.all().await?.iter().map(|week| week.id).collect();
    let missing: Vec<Week> = known()?.into_iter().filter(|week| !there.contains(&week.id)).collect();
    for week in &missing {
        weeks.put(week).await?;
    }
    Ok(missing.len())
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn there_are_eighteen_weeks_and_none_is_there_twice() {
        let mut ids: Vec<_> = known().unwrap().iter().map(|week| week.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 18);
    }
}
