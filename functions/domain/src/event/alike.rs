//! Whether two events of a week may be one that was listed twice: shown beside it at the desk, decided by nobody but a coordinator.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{EventCard, EventDetails};
use crate::search::fold;
use crate::time::local;

/// Words that say nothing about what an event is.
const SMALL: [&str; 14] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "our", "the", "to", "with", "your"];

/// What is compared of an event.
#[derive(Clone, Debug)]
pub struct Likeness {
    title: BTreeSet<String>,
    start: Option<Timestamp>,
    /// Its room in one line, folded; none where there is none, or where its address is private.
    room: Option<String>,
}

impl Likeness {
    /// Of an event as its host described it.
    pub fn of_details(details: &EventDetails) -> Self {
        let public = details.place.venue.as_ref().filter(|venue| !venue.private);
        let room = public.map(|_| room(&details.place.public_words()));
        Self { title: words(&details.about.title), start: details.when.start(), room }
    }

    /// Of one in the calendar.
    pub fn of_card(card: &EventCard) -> Self {
        let named = card.format.has_room() && card.region.is_some();
        Self { title: words(&card.title), start: card.start, room: named.then(|| room(&card.place)) }
    }

    /// Whether they may be the same: alike in their titles and on one day, or in one room from the same moment.
    pub fn may_be(&self, other: &Self) -> bool {
        let day = |start: Option<Timestamp>| start.map(|start| local(start).date());
        let one_room = self.room.is_some() && self.room == other.room && self.start.is_some() && self.start == other.start;
        one_room || (day(self.start) == day(other.start) && alike(&self.title, &other.title))
    }
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
        Likeness { title: words(title), start: Some(start.parse().unwrap()), room: room.map(super::room) }
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
