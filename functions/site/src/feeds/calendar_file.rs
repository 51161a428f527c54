//! Calendar files, for one event and for a filter (conventions.md §5a).

use axum::extract::{Path, RawQuery, State as From};
use axum::http::HeaderMap;
use domain::calendar::Filter;
use domain::event::EventPage;
use web::ics::{self, EventParts};
use web::{Answer, Problem, file_unless_known};

use crate::calendar::query;
use crate::links;
use crate::state::State;

/// The most entries of a file: a function's answer holds six megabytes, an entry up to a kilobyte and some.
const MOST: usize = 4_000;

/// One event as a calendar file; an event without a time has none.
pub fn event_file(state: &State, asked: &HeaderMap, event: &EventPage) -> Answer {
    let text = ics::event_ics(event, &state.context.settings().origin).ok_or(Problem::NotFound)?;
    Ok(file_unless_known(&state.context, asked, ics::CONTENT_TYPE, &format!("{}.ics", event.slug), text))
}

/// The events that answer a filter as a calendar file, in order of time. Programs ask for it again and again, so it says whether
/// it changed.
pub async fn calendar_file(
    From(state): From<State>,
    Path((nation, year)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
    asked: HeaderMap,
) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let entries: Vec<EventParts> = cards.found(&filter).flat_map(|card| EventParts::of_card(card, &state.context.settings().origin)).collect();
    let mut name = format!("Co-production Week: {}", links::week_name(&week));
    if !filter.is_empty() {
        name = format!("{name}: {}", filter.words().join(", "));
    }
    let (name, entries) = limited(name, entries, MOST);
    let text = ics::calendar_ics(Some(&name), &entries);
    Ok(file_unless_known(&state.context, &asked, ics::CONTENT_TYPE, "co-production-week.ics", text))
}

/// The first of them, where there are more than a file may hold; its name says so then.
fn limited<T>(name: String, mut entries: Vec<T>, most: usize) -> (String, Vec<T>) {
    let all = entries.len();
    entries.truncate(most);
    let name = if all > most { format!("{name} (the first {most} of {all}: choose fewer on the calendar)") } else { name };
    (name, entries)
}

#[cfg(test)]
mod tests {
    use super::limited;

    #[test]
    fn a_file_holds_no_more_than_its_limit_and_says_so() {
        let name = "Co-production Week".to_owned();
        assert_eq!(limited(name.clone(), vec![1, 2, 3], 3), (name.clone(), vec![1, 2, 3]));
        let (said, kept) = limited(name, vec![1, 2, 3, 4], 3);
        assert_eq!((said.as_str(), kept), ("Co-production Week (the first 3 of 4: choose fewer on the calendar)", vec![1, 2, 3]));
    }
}
