//! An event in a week's list, with what filters ask of it worked out once: of 2,000 each request asks the day and the time.

use std::ops::Deref;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::TimeOfDay;
use crate::event::EventCard;
use crate::search;

/// A card, ready to be filtered.
#[derive(Debug)]
pub struct Listed {
    card: EventCard,
    /// The day on British clocks; none is any time.
    pub day: Option<Date>,
    /// When on that day it begins.
    pub time: Option<TimeOfDay>,
    /// What is searched, folded; made when somebody first searches.
    text: OnceLock<String>,
}

impl Listed {
    /// Ready to be filtered.
    pub fn new(card: EventCard) -> Self {
        Self { day: card.day(), time: card.start.map(TimeOfDay::of), text: OnceLock::new(), card }
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
