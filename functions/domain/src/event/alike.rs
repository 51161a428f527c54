//! Whether two events of a week may be one that was listed twice: shown beside it at the desk, decided by nobody but a coordinator.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{EventCard, EventDetails, Session};
use crate::search::fold;
use crate::time::local;

/// Words that say nothing about what an event is.
const SMALL: [&str; 14] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "our", "the", "to", "with", "your"];

/// What is compared of an event.
#[derive(Clone, Debug)]
pub struct Likeness {
    title: BTreeSet<String>,
    /// When its sessions start; none is any time.
    starts: Vec<Timestamp>,
    /// Its room in one line, folded; none where there is none, or where its address is private.
    room: Option<String>,
}

impl Likeness {
    /// Of an event as its host described it.
    pub fn of_details(details: &EventDetails) -> Self {
        let public = details.place.venue.as_ref().filter(|venue| !venue.private);
        let room = public.map(|_| room(&details.place.public_words()));
        Self { title: words(&details.about.title), starts: starts(&details.when.sessions()), room }
    }

    /// Of one in the calendar.
    pub fn of_card(card: &EventCard) -> Self {
        let named = card.format.has_room() && card.region.is_some();
        Self { title: words(&card.title), starts: starts(&card.sessions()), room: named.then(|| room(&card.place)) }
    }

    /// Whether they may be the same: alike in their titles and on one day, or in one room from the same moment.
    pub fn may_be(&self, other: &Self) -> bool {
        let common = |same: fn(Timestamp) -> Timestamp| self.starts.iter().any(|one| other.starts.iter().any(|another| same(*one) == same(*another)));
        let one_day = (self.starts.is_empty() && other.starts.is_empty()) || common(midnight);
        let one_room = self.room.is_some() && self.room == other.room && common(|start| start);
        one_room || (one_day && alike(&self.title, &other.title))
    }
}

fn starts(sessions: &[Session]) -> Vec<Timestamp> {
    sessions.iter().map(|session| session.start).collect()
}

/// The beginning of its day on British clocks.
fn midnight(at: Timestamp) -> Timestamp {
    local(at).start_of_day().map_or(at, |day| day.timestamp())
}

/// Whether two titles say much the same.
pub fn titles_alike(one: &str, other: &str) -> bool {
    alike(&words(one), &words(other))
}

fn words(title: &str) -> BTreeSet<String> {
    let all = fold(title);
    let said: BTreeSet<String> = all.split(' ').filter(|word| !SMALL.contains(word)).map(str::to_owned).collect();
    if said.is_empty() { all.split(' ').map(str::to_owned).collect() } else { said }
}

/// As many words as a card has room for.
fn room(place: &str) -> String {
    fold(&place.chars().take(90).collect::<String>())
}

/// Of all their words, three in five stand in both.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.intersection(other).count() * 5 >= one.union(other).count() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(title: &str, start: &str, room: Option<&str>) -> Likeness {
        Likeness { title: words(title), starts: vec![start.parse().unwrap()], room: room.map(super::room) }
    }

    #[test]
    fn titles_that_say_the_same_are_alike_and_others_are_not() {
        for (one, other, same) in [
            ("Plan a day centre together", "Planning a Day Centre, together!", true),
            ("Co-production café", "The coproduction cafe", true),
            ("Tea and talk", "Tea and cake", false),
            ("A", "The", false),
            ("Who decides?", "Who decides: an evening about money, power and trust", false),
        ] {
            assert_eq!(titles_alike(one, other), same, "{one} / {other}");
        }
    }

    #[test]
    fn one_title_on_one_day_or_one_room_at_one_time() {
        let (morning, noon, next) = ("2026-11-25T10:00:00Z", "2026-11-25T12:00:00Z", "2026-11-26T10:00:00Z");
        let event = |title, start, room| event(title, start, room);
        let here = event("Tea and talk", morning, Some("Example Hall, ZZ1 1ZZ"));
        assert!(here.may_be(&event("Tea & Talk", noon, None)));
        assert!(!here.may_be(&event("Tea & Talk", next, None)), "another day is another event");
        assert!(here.may_be(&event("A film", morning, Some("EXAMPLE HALL, zz1 1zz"))));
        assert!(!here.may_be(&event("A film", noon, Some("Example Hall, ZZ1 1ZZ"))));
        assert!(!event("A", morning, None).may_be(&event("B", morning, None)), "no room is not one room");
    }
}
