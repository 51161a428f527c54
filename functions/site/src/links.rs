//! What the pages of a week share: the shell, the navigation, the day strip.

use std::collections::HashMap;

use domain::calendar::{Filter, Listed, Meeting};
use domain::event::PublicState;
use domain::text::counted;
use domain::time::short_date;
use domain::week::{Phase, Week};
use frontend::components::{Day, EventSummary, Link};
use frontend::pages::calendar::WeekHead;
use frontend::pages::question::QuestionLine;
use frontend::shell::{Alternate, Section, Shell, WeekLinks};
use jiff::civil::Date;

use crate::memory::WeekInMemory;
use crate::told;

/// `England 2025`; the demonstration by its name.
pub fn week_name(week: &Week) -> String {
    match week.id.is_demonstration() {
        true => week.name.clone(),
        false => format!("{} {}", week.id.nation.words(), week.id.year),
    }
}

/// The frame around a page of a week.
pub fn shell(week: &Week, title: impl Into<String>, section: Section) -> Shell {
    let path = week.id.path();
    let links = WeekLinks { calendar: format!("{path}/calendar"), stories: format!("{path}/stories"), questions: format!("{path}#questions") };
    let alternates = alternates(week, &Filter::default());
    Shell { title: title.into(), section, week: Some(links), demonstration: week.id.is_demonstration(), alternates, ..Shell::default() }
}

/// The same in other formats: the events that answer a filter, and the stories.
pub fn alternates(week: &Week, filter: &Filter) -> Vec<Alternate> {
    let other = |kind: &str, title: &str, href: String| Alternate { kind: kind.into(), title: title.into(), href };
    vec![
        other("text/calendar", "Calendar file", calendar_path(week, "calendar.ics", filter)),
        other("application/json", "Events as data", calendar_path(week, "calendar.json", filter)),
        other("application/atom+xml", "Newly listed events", calendar_path(week, "calendar.atom", filter)),
        other("application/atom+xml", "Stories", format!("{}/stories.atom", week.id.path())),
    ]
}

/// The address of the calendar with a filter.
pub fn calendar_path(week: &Week, file: &str, filter: &Filter) -> String {
    let query: String = form_urlencoded(filter.pairs());
    let path = format!("{}/{file}", week.id.path());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Text as it may stand in a query.
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(b).to_string(),
            b => format!("%{b:02X}"),
        })
        .collect()
}

fn form_urlencoded(pairs: Vec<(&'static str, String)>) -> String {
    pairs.into_iter().map(|(name, value)| format!("{name}={}", encode(&value))).collect::<Vec<_>>().join("&")
}

/// The theme, name and dates, and the days with how full each is. Days count what the filter leaves, whatever its day.
pub fn head(week: &Week, cards: &WeekInMemory, filter: &Filter, today: Date) -> WeekHead {
    let mut on: HashMap<Date, usize> = HashMap::new();
    for day in cards.events.iter().flat_map(|event| filter.days_of(event, cards.places_of(event))) {
        *on.entry(day).or_default() += 1;
    }
    let counted_on = |day: Date| on.get(&day).copied().unwrap_or(0);
    // Of a past week without events nothing is known day by day; there were events, but not here.
    let days = if cards.events.is_empty() && week.phase(today) == Phase::After { Vec::new() } else { week.days() };
    let fullest = days.iter().map(|d| counted_on(*d)).max().unwrap_or(0).max(1);
    let chosen = match filter.days[..] {
        [] => days.contains(&today).then_some(today),
        [only] => Some(only),
        _ => None,
    };
    let days = days
        .iter()
        .map(|&day| {
            let count = counted_on(day);
            let date = short_date(day);
            Day {
                name: day.strftime("%A").to_string(),
                date: if day == today { format!("{date}, today") } else { date },
                count: counted(count as u64, "event", "events"),
                href: calendar_path(week, "calendar", &filter.on(Some(day))),
                fill: u8::try_from(count * 100 / fullest).unwrap_or(100),
                current: chosen == Some(day),
            }
        })
        .collect();
    WeekHead { heading: week.heading().to_owned(), when: when(week), words: words(week, cards), days }
}

/// Name and dates.
pub fn when(week: &Week) -> String {
    match week.id.is_demonstration() {
        true => format!("{}, {}", week.name, week.dates_in_words()),
        false => format!("{}, {}. {}", week.name, week.id.nation.words(), week.dates_in_words()),
    }
}

fn words(week: &Week, cards: &WeekInMemory) -> String {
    match cards.events.len() {
        0 if week.id.is_demonstration() => week.offered.clone(),
        0 => String::new(),
        n => format!(
            "{} by people who use services and people who run them, together. Every one says how you can get in and take part.",
            counted(n as u64, "event", "events")
        ),
    }
}

/// The week's questions with how many answers each has.
pub fn questions(week: &Week, cards: &WeekInMemory) -> Vec<QuestionLine> {
    let line = |q: &domain::week::Question| {
        let stories = cards.stories.iter().filter(|s| s.questions.contains(&q.number)).count();
        let n = stories + cards.events.iter().filter(|e| e.questions.contains(&q.number)).count();
        QuestionLine {
            number: q.number,
            text: q.text.clone(),
            href: format!("{}/questions/{}", week.id.path(), q.number),
            answers: match n {
                0 => "No answers yet. Yours can be the first.".into(),
                n => counted(n as u64, "answer", "answers"),
            },
        }
    };
    week.questions.iter().map(line).collect()
}

/// The questions of a week that something answers, each with its page.
pub fn answered(week: &Week, numbers: &[u8]) -> Vec<Link> {
    let asked = week.questions.iter().filter(|q| numbers.contains(&q.number));
    asked.map(|q| Link::new(q.text.clone(), format!("{}/questions/{}", week.id.path(), q.number))).collect()
}

/// A link to a week.
pub fn week_link(week: &Week) -> Link {
    Link::new(week_name(week), week.id.path())
}

/// Before a title, where the event does not take place as it is listed.
pub fn marked(state: PublicState) -> &'static str {
    match state {
        PublicState::Listed => "",
        PublicState::Cancelled => "Cancelled: ",
        PublicState::Postponed => "Postponed: ",
    }
}

/// A row under a day's heading, with its count of places.
pub fn row(meeting: &Meeting<'_>, cards: &WeekInMemory, today: Date) -> EventSummary {
    frontend::pages::calendar::row(meeting, cards.places_of(meeting.event), today)
}

/// A row in a list that is not by days: it says its day too.
pub fn row_with_day(event: &Listed, cards: &WeekInMemory, today: Date) -> EventSummary {
    frontend::pages::calendar::row_with_day(event, cards.places_of(event), today)
}

/// The same with what was told since.
pub fn row_with_what_was_told(event: &Listed, cards: &WeekInMemory, today: Date) -> EventSummary {
    EventSummary { told: told::words(event, cards), ..row_with_day(event, cards, today) }
}
