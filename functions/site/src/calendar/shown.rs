//! At most fifty rows a page: where more are found on several days, the first of each day and the way to the rest of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::calendar::{ANY_TIME, Filter, Meeting};
use domain::text::counted;
use domain::time::day_and_month;
use domain::week::{Phase, Week};
use frontend::components::{EventSummary, Link};
use frontend::pages::calendar::DayOfEvents;
use jiff::civil::Date;

use crate::links::{self, calendar_path};
use crate::memory::WeekInMemory;
use crate::told;

/// The most events on one page (quality-bar S-43).
const PAGE: usize = 50;

/// A day by its place on the page: what is told first, then the days that are not over, then what has no time, then the days that are over.
type OnDay = (Place, Option<Date>);

/// What comes first on a page.
#[derive(Clone, Copy)]
pub(crate) enum First<'a> {
    /// The first day.
    Monday,
    /// While the week is on: today, and what is over last.
    Today(Date),
    /// Once the week is over: the events of which something was told since.
    Told(&'a WeekInMemory),
}

impl<'a> First<'a> {
    /// By the week's phase, unless somebody asked for days.
    pub fn of(week: &Week, cards: &'a WeekInMemory, filter: &Filter, today: Date) -> Self {
        match week.phase(today) {
            _ if !filter.days.is_empty() || filter.any_time => Self::Monday,
            Phase::During => Self::Today(today),
            Phase::After => Self::Told(cards),
            Phase::Before | Phase::NotKnown => Self::Monday,
        }
    }

    fn today(self) -> Option<Date> {
        match self {
            Self::Today(today) => Some(today),
            Self::Monday | Self::Told(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Told,
    ToCome,
    AnyTime,
    Over,
}

impl Place {
    fn of(meeting: &Meeting<'_>, first: First<'_>) -> Self {
        match (meeting.day, first) {
            (_, First::Told(cards)) if told::any(meeting.event, cards) => Self::Told,
            (None, _) => Self::AnyTime,
            (Some(day), First::Today(today)) if day < today => Self::Over,
            (Some(_), _) => Self::ToCome,
        }
    }
}

/// What a page shows of the events that were found, and the ways to the rest.
#[derive(Default)]
pub(crate) struct Shown {
    pub days: Vec<DayOfEvents>,
    pub before: Option<Link>,
    pub after: Option<Link>,
    /// `Page 2 of 5`.
    pub place: Option<String>,
    /// From the days to all of them in one list.
    pub whole: Option<Link>,
}

impl Shown {
    /// `page` is the one that the address names, from 1. While the week is on, what is over comes last; once it is over, what was told
    /// comes first; unless days were asked for.
    pub fn of(found: Vec<Meeting<'_>>, cards: &WeekInMemory, week: &Week, filter: &Filter, today: Date, page: Option<usize>) -> Self {
        let first = First::of(week, cards, filter, today);
        let found = in_order(found, first);
        let groups = by_day(&found, first);
        let path = calendar_path(week, "calendar", filter);
        let at = |n: usize| format!("{path}{}page={n}", if path.contains('?') { '&' } else { '?' });
        // What has no time is part of every day: one day beside it is still one day. What is told is no day either.
        let days = groups.keys().filter(|(_, day)| day.is_some()).count();
        if page.is_none() && found.len() > PAGE && days > 1 {
            let most = (PAGE / groups.len()).max(1);
            let some = |(day, events): (&OnDay, &Vec<Meeting<'_>>)| {
                let more = (events.len() > most).then(|| match day.0 {
                    Place::Told => Link::new(format!("See all {} that tell what happened", events.len()), at(1)),
                    _ => rest(day.1, events.len(), week, filter),
                });
                DayOfEvents { more, ..of_day(*day, week, first, events, &events[..events.len().min(most)], cards, today) }
            };
            let whole = Link::new(format!("See all {} in one list, {PAGE} at a time", counted(found.len() as u64, "event", "events")), at(1));
            return Self { days: groups.iter().map(some).collect(), whole: Some(whole), ..Self::default() };
        }
        let pages = found.len().div_ceil(PAGE).max(1);
        let page = page.unwrap_or(1).clamp(1, pages);
        let shown = by_day(&found[(page - 1) * PAGE..(page * PAGE).min(found.len())], first);
        Self {
            days: shown.iter().map(|(day, events)| of_day(*day, week, first, groups.get(day).unwrap_or(events), events, cards, today)).collect(),
            before: (page > 1).then(|| Link::new("Earlier", at(page - 1))),
            after: (page < pages).then(|| Link::new("Later", at(page + 1))),
            place: (pages > 1).then(|| format!("Page {page} of {pages}")),
            whole: None,
        }
    }
}

/// In order of place on the page; of an event of which something is told, one row for all its sessions.
pub(crate) fn in_order<'a>(mut found: Vec<Meeting<'a>>, first: First<'_>) -> Vec<Meeting<'a>> {
    found.sort_by_key(|meeting| Place::of(meeting, first));
    let mut told = BTreeSet::new();
    found.retain(|meeting| Place::of(meeting, first) != Place::Told || told.insert(&meeting.event.id));
    found
}

/// Events day by day, in the order in which they come.
pub(crate) fn days(week: &Week, shown: &[Meeting<'_>], cards: &WeekInMemory, first: First<'_>, today: Date) -> Vec<DayOfEvents> {
    by_day(shown, first).into_iter().map(|(day, events)| of_day(day, week, first, &events, &events, cards, today)).collect()
}

fn by_day<'a>(meetings: &[Meeting<'a>], first: First<'_>) -> BTreeMap<OnDay, Vec<Meeting<'a>>> {
    let mut out: BTreeMap<OnDay, Vec<Meeting<'_>>> = BTreeMap::new();
    for meeting in meetings {
        let place = Place::of(meeting, first);
        out.entry((place, meeting.day.filter(|_| place != Place::Told))).or_default().push(*meeting);
    }
    out
}

/// One day: how much there is in all, and the rows of those that are shown.
fn of_day(
    (place, day): OnDay,
    week: &Week,
    first: First<'_>,
    all: &[Meeting<'_>],
    shown: &[Meeting<'_>],
    cards: &WeekInMemory,
    today: Date,
) -> DayOfEvents {
    let booked = all.iter().filter(|meeting| meeting.event.bsl_comes()).count();
    let on_request = all.iter().filter(|meeting| meeting.event.bsl_if_asked()).count();
    let outside = day.is_some_and(|day| week.is_outside(day));
    let count = counted(all.len() as u64, "event", "events");
    DayOfEvents {
        id: match day {
            None if place == Place::Told => "what-happened".into(),
            None => ANY_TIME.into(),
            Some(day) => day.strftime("%A-%-d").to_string().to_lowercase(),
        },
        heading: match day {
            None if place == Place::Told => "What happened".into(),
            None => "Any time, on demand".into(),
            Some(day) if first.today() == Some(day) => format!("Today, {}", day_and_month(day)),
            Some(day) => day_and_month(day),
        },
        small: [
            Some(count),
            (booked > 0).then(|| format!("{booked} with BSL")),
            (on_request > 0).then(|| format!("{on_request} with BSL on request")),
            outside.then(|| "outside the week".into()),
            (place == Place::Over).then(|| "over".into()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", "),
        events: shown.iter().map(|meeting| row(meeting, place, week, cards, today)).collect(),
        more: None,
    }
}

/// What was told of an event stands on its row wherever that is, once it is over.
fn row(meeting: &Meeting<'_>, place: Place, week: &Week, cards: &WeekInMemory, today: Date) -> EventSummary {
    let over = meeting.event.last_day().or(week.last).is_some_and(|last| last < today);
    let row = match place {
        Place::Told => links::row_with_what_was_told(meeting.event, cards, today),
        _ => EventSummary { told: told::words(meeting.event, cards).filter(|_| over), ..links::row(meeting, cards, today) },
    };
    EventSummary { collect: Some(meeting.event.id.to_string()), ..row }
}

/// The way to a day's other events. What has no time is part of every day, so the words name the day only.
fn rest(day: Option<Date>, many: usize, week: &Week, filter: &Filter) -> Link {
    let words = match day {
        Some(day) => format!("See all {many} on {}", day_and_month(day)),
        None => format!("See all {many} at any time"),
    };
    Link::new(words, calendar_path(week, "calendar", &filter.on(day)))
}
