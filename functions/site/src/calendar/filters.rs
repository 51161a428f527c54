//! What the form offers: of long lists only what occurs in the week.

use domain::answers::Answers;
use domain::calendar::{ANY_TIME, Filter, Listed};
use domain::event::{Audience, EventKind, Language};
use domain::nation::Nation;
use domain::region::Region;
use domain::time::day_and_month;
use domain::week::Week;
use frontend::pages::calendar::Filters;

use crate::memory::WeekInMemory;

/// Those of all choices that at least one event of the week answers.
fn occurring<T: Copy>(all: &[T], cards: &WeekInMemory, has: impl Fn(&Listed, T) -> bool) -> Vec<T> {
    all.iter().copied().filter(|choice| cards.events.iter().any(|event| has(event, *choice))).collect()
}

/// The week's questions that an event answers.
fn questions(week: &Week, cards: &WeekInMemory) -> Vec<(String, String)> {
    let answered = week.questions.iter().filter(|q| cards.events.iter().any(|event| event.questions.contains(&q.number)));
    answered.map(|q| (q.number.to_string(), format!("{}. {}", q.number, q.text))).collect()
}

pub(super) fn filters(week: &Week, cards: &WeekInMemory, query: Answers, filter: &Filter) -> Filters {
    let mut days: Vec<_> = week.days().iter().map(|d| (d.to_string(), day_and_month(*d))).collect();
    if cards.events.iter().any(|event| event.day.is_none()) {
        days.push((ANY_TIME.to_owned(), "Any time, on demand".to_owned()));
    }
    Filters {
        action: format!("{}/calendar", week.id.path()),
        query,
        words: filter.words(),
        days,
        kinds: occurring(EventKind::ALL, cards, |event, kind| event.kind == kind),
        nations: occurring(Nation::ALL, cards, |event, nation| event.nation == nation),
        audiences: occurring(Audience::ALL, cards, |event, audience| event.audience.contains(&audience)),
        languages: occurring(Language::ALL, cards, |event, language| event.languages.contains(&language)),
        questions: questions(week, cards),
        regions: occurring(Region::ALL, cards, |event, region| event.region == Some(region)),
    }
}
