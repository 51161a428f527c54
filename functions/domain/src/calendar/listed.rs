//! An event in a week's list, with what filters ask of it worked out once: of 2,000 each request asks the day and the time.

use std::ops::Deref;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::TimeOfDay;
use crate::event::{EventCard, Session};
use crate::search;

/// When one session is, as filters ask.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub session: Session,
    pub day: Date,
    pub time: TimeOfDay,
}

/// A card, ready to be filtered.
#[derive(Debug)]
pub struct Listed {
    card: EventCard,
    /// The day of the first session, on British clocks; none is any time.
    pub day: Option<Date>,
    /// One for each session; empty is any time.
    pub(super) slots: Vec<Slot>,
    /// What is searched, folded; made when somebody first searches.
    text: OnceLock<String>,
}

impl Listed {
    /// Ready to be filtered.
    pub fn new(card: EventCard) -> Self {
        let slot = |session: Session| Slot { session, day: session.day(), time: TimeOfDay::of(session.start) };
        let slots: Vec<Slot> = card.sessions().into_iter().map(slot).collect();
        Self { day: slots.first().map(|slot| slot.day), slots, text: OnceLock::new(), card }
    }

    /// The day of the last session; none is any time.
    pub fn last_day(&self) -> Option<Date> {
        self.slots.last().map(|slot| slot.day)
    }

    /// Whether its title, summary, host or place holds every word.
    pub(super) fn says(&self, words: &str) -> bool {
        let text = || search::fold(&format!("{} {} {} {}", self.title, self.summary, self.host, self.place));
        search::matches(self.text.get_or_init(text), words)
    }
}

impl Deref for Listed {
    type Target = EventCard;

    fn deref(&self) -> &EventCard {
        &self.card
    }
}
