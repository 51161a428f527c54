//! The weeks a story can be for: those to come or on, and always the latest past ones, because people write afterwards.

use domain::week::{Week, WeekId};
use frontend::components::Choice;
use jiff::civil::Date;
use web::Problem;

use crate::State;

/// How many past weeks are offered.
const PAST: usize = 4;

impl State {
    /// Every week that may be shown in this deployment.
    pub(crate) async fn all_weeks(&self) -> Result<Vec<Week>, Problem> {
        let mut weeks = self.weeks.weeks().await?;
        weeks.retain(|week| self.context.settings().demonstration_allowed || !week.id.is_demonstration());
        Ok(weeks)
    }
}

/// The choices of the form, open weeks first. `asked` is offered however long it is past: somebody answers its question.
pub(crate) fn offered(weeks: &[Week], asked: Option<WeekId>, today: Date) -> Vec<Choice> {
    let (mut open, mut past): (Vec<&Week>, Vec<&Week>) = weeks.iter().partition(|week| week.is_open(today));
    open.sort_by_key(|week| (week.first.is_none(), week.first));
    past.sort_by_key(|week| std::cmp::Reverse((week.id.year, week.last)));
    let past = past.into_iter().enumerate().filter(|(place, week)| *place < PAST || asked == Some(week.id)).map(|(_, week)| week);
    open.into_iter().chain(past).map(choice).collect()
}

fn choice(week: &Week) -> Choice {
    Choice::new(week.id.to_string(), format!("{}, {}", week.name, week.id.nation.words())).hint(week.dates_in_words())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(id: &str, first: &str, last: &str) -> Week {
        let id = WeekId::parse(id).unwrap();
        serde_json::from_value(serde_json::json!({ "id": id, "name": "Co-production Week", "first": first, "last": last, "organiser": "x" })).unwrap()
    }

    #[test]
    fn the_latest_past_weeks_are_always_offered() {
        let weeks: Vec<Week> = (2018..=2026).map(|y| week(&format!("england/{y}"), &format!("{y}-07-06"), &format!("{y}-07-10"))).collect();
        let today = "2026-07-07".parse().unwrap();
        let offered: Vec<String> = super::offered(&weeks, WeekId::parse("england/2018"), today).into_iter().map(|c| c.value).collect();
        assert_eq!(offered, ["england/2026", "england/2025", "england/2024", "england/2023", "england/2022", "england/2018"]);
    }
}
