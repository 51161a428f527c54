//! A line of a list by days: an event, or one session of an event that has several.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::{Filter, Listed};
use crate::event::Session;

/// An event on one of its days; an event without a time as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// The event.
    pub event: &'a Listed,
    /// When; none is any time.
    pub session: Option<Session>,
    /// The day on British clocks; none is any time.
    pub day: Option<Date>,
    /// Which of its sessions, from 1.
    pub number: usize,
}

impl Meeting<'_> {
    /// `Session 2 of 3`, where there are several.
    pub fn words(&self) -> Option<String> {
        let all = self.event.slots.len();
        (all > 1).then(|| format!("Session {} of {all}", self.number))
    }

    /// In order of time, then of titles; what has no time comes last.
    pub fn in_order(&self, other: &Self) -> Ordering {
        let key = |of: &Self| (of.session.is_none(), of.session.map(|session| session.start));
        key(self).cmp(&key(other)).then_with(|| self.event.title.cmp(&other.event.title))
    }
}

impl Listed {
    /// All its meetings, in order of time.
    pub fn meetings(&self) -> Vec<Meeting<'_>> {
        match self.slots.is_empty() {
            true => vec![Meeting { event: self, session: None, day: None, number: 1 }],
            false => {
                let of = |(n, slot): (usize, &super::listed::Slot)| Meeting {
                    event: self,
                    session: Some(slot.session),
                    day: Some(slot.day),
                    number: n + 1,
                };
                self.slots.iter().enumerate().map(of).collect()
            }
        }
    }
}

impl Filter {
    /// The meetings of events that answer this filter, in order of time: of each event those on the days and at the times that are asked for.
    pub fn meetings<'a>(&self, events: impl IntoIterator<Item = &'a Listed>) -> Vec<Meeting<'a>> {
        let mut all: Vec<Meeting<'a>> = events.into_iter().flat_map(Listed::meetings).filter(|meeting| self.meets(meeting)).collect();
        all.sort_by(Meeting::in_order);
        all
    }

    fn meets(&self, meeting: &Meeting<'_>) -> bool {
        let slot = meeting.event.slots.get(meeting.number - 1);
        slot.is_none_or(|slot| self.day_answers(slot) && self.time_answers(slot))
    }
}
