//! The event that a story is about: what its author typed, and which event of the week that is.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::event::EventCard;
use crate::field::Errors;
use crate::ids::{EventId, Slug};
use crate::text::one_line;

/// How many events are offered to choose from.
const OFFERED: usize = 10;

/// What the hub found by what its author typed into `event`. Nobody types them: whoever saves a form sets them.
pub const FOUND: [&str; 2] = ["event_id", "event_title"];

/// What is typed in place of `event` where none of those offered was meant. Not kept: it is `event` from then on.
pub const OTHER_WORDS: &str = "event_words";

/// An event as a story leads to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryEvent {
    /// Its name in records, by which its page finds its stories, whatever its address becomes.
    pub id: EventId,
    /// Its address when the story was written; an old one leads on to the new.
    pub slug: Slug,
}

impl StoryEvent {
    /// Reads `event` and what was found by it. An event that was not found is asked about.
    pub(super) fn parse(answers: &Answers, errors: &mut Errors) -> Option<Self> {
        if !answers.has("event") {
            return None;
        }
        let id = EventId::parse(answers.get("event_id"));
        let slug = slug_in(answers.get("event"));
        if id.is_none() || slug.is_none() {
            errors.add("event", "Choose the event, enter other words of its title, or leave this empty");
        }
        Some(Self { id: id?, slug: slug? })
    }
}

/// Which events somebody may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventMeant<'a> {
    /// This one.
    One(&'a EventCard),
    /// One of these; none where nothing fits.
    OneOf(Vec<&'a EventCard>),
}

/// Which of a week's events is meant by an address or by words of a title, at most ten.
pub fn event_meant<'a>(typed: &str, cards: &'a [EventCard]) -> EventMeant<'a> {
    if let Some(slug) = slug_in(typed) {
        return cards.iter().find(|card| card.slug == slug).map_or(EventMeant::OneOf(Vec::new()), EventMeant::One);
    }
    let fold = |text: &str| one_line(text).to_lowercase();
    let typed = fold(typed);
    let mut exact = cards.iter().filter(|card| fold(&card.title) == typed);
    if let (Some(only), None) = (exact.next(), exact.next()) {
        return EventMeant::One(only);
    }
    let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let holds = |card: &&EventCard| words.iter().all(|word| fold(&card.title).contains(word));
    EventMeant::OneOf(cards.iter().filter(holds).take(OFFERED).collect())
}

/// The last part of an address of an event's page.
fn slug_in(typed: &str) -> Option<Slug> {
    let (_, rest) = typed.split_once("/events/")?;
    Slug::parse(rest.trim().split(['/', '?', '#', '.']).next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str) -> EventCard {
        let slug = Slug::from_title(title);
        serde_json::from_value(serde_json::json!({
            "i": "0123456789abcdef", "v": 0, "g": "2026-11-20T09:00:00Z", "l": slug.as_str(), "t": title, "s": "", "h": "", "n": "wales",
            "f": "online", "k": "workshop", "w": "", "c": "free", "o": "not-needed", "z": "listed"
        }))
        .unwrap()
    }

    #[test]
    fn an_address_or_a_title_is_one_event_and_words_are_those_that_hold_them() {
        let cards = ["Tea and talk", "Tea and cake", "A walk"].map(card);
        for typed in ["https://hub.example/events/tea-and-talk", " /events/tea-and-talk?x=1 ", "tea  AND talk"] {
            assert_eq!(event_meant(typed, &cards), EventMeant::One(&cards[0]), "{typed}");
        }
        assert_eq!(event_meant("tea", &cards), EventMeant::OneOf(vec![&cards[0], &cards[1]]));
        for none in ["/events/no-such-event", "coffee", "/events/"] {
            assert_eq!(event_meant(none, &cards), EventMeant::OneOf(Vec::new()), "{none}");
        }
        let many: Vec<EventCard> = (0..2_000).map(|n| card(&format!("Tea {n}"))).collect();
        assert!(matches!(event_meant("tea", &many), EventMeant::OneOf(some) if some.len() == OFFERED));
    }

    #[test]
    fn an_event_that_was_not_found_is_asked_about() {
        let mut errors = Errors::default();
        let typed = [("event", "tea"), ("event_id", "")];
        assert!(StoryEvent::parse(&typed.into_iter().collect(), &mut errors).is_none() && errors.0[0].field == "event");
        let found = [("event", "/events/tea"), ("event_id", "0123456789abcdef")];
        let event = StoryEvent::parse(&found.into_iter().collect(), &mut Errors::default()).unwrap();
        assert_eq!(event.slug.as_str(), "tea");
    }
}
