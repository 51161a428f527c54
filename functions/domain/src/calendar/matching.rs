//! Which events answer a filter.

use jiff::civil::Date;

use super::listed::Slot;
use super::{Filter, Listed};
use crate::event::{Audience, Cost, Format, PublicState};
use crate::registration::PublicPlaces;

/// Whether one of the wanted is there; where none is wanted, anything answers.
fn any<T: PartialEq>(wanted: &[T], there: &T) -> bool {
    wanted.is_empty() || wanted.contains(there)
}

/// Whether one of the wanted is among those that are there.
fn one_of<T: PartialEq>(wanted: &[T], there: &[T]) -> bool {
    wanted.is_empty() || wanted.iter().any(|one| there.contains(one))
}

impl Filter {
    /// Whether an event answers it; `places` are its own, where the hub books it. A hybrid event is both in person and online. What
    /// has no time answers every day and every time of day; what has several sessions answers with any of them.
    pub fn matches(&self, event: &Listed, places: Option<&PublicPlaces>) -> bool {
        (event.slots.is_empty() || event.slots.iter().any(|slot| self.day_answers(slot) && self.time_answers(slot)))
            && self.matches_whenever(event, places)
    }

    pub(super) fn day_answers(&self, slot: &Slot) -> bool {
        (self.days.is_empty() && !self.any_time) || self.days.contains(&slot.day)
    }

    pub(super) fn time_answers(&self, slot: &Slot) -> bool {
        any(&self.times, &slot.time)
    }

    /// The days on which an event answers it, were no day asked for: the day strip counts with it. Each day once.
    pub fn days_of(&self, event: &Listed, places: Option<&PublicPlaces>) -> Vec<Date> {
        let at_times = event.slots.iter().filter(|slot| self.time_answers(slot));
        let mut days: Vec<Date> = at_times.map(|slot| slot.day).collect();
        days.dedup();
        if !days.is_empty() && !self.matches_whenever(event, places) {
            days.clear();
        }
        days
    }

    /// Whether an event answers all of it that is not about days and times.
    fn matches_whenever(&self, event: &Listed, places: Option<&PublicPlaces>) -> bool {
        let hybrid = event.format == Format::Hybrid && self.formats.iter().any(|f| matches!(f, Format::InPerson | Format::Online));
        let room =
            || event.state == PublicState::Listed && event.open_to.is_bookable() && places.is_none_or(|places| places.open && !places.is_full());
        (hybrid || any(&self.formats, &event.format))
            && any(&self.kinds, &event.kind)
            && any(&self.nations, &event.nation)
            && (self.regions.is_empty() || event.region.is_some_and(|region| self.regions.contains(&region)))
            && (event.audience.contains(&Audience::Everyone) || one_of(&self.audiences, &event.audience))
            && one_of(&self.languages, &event.languages)
            && one_of(&self.questions, &event.questions)
            && self.access.iter().all(|fact| event.access.contains(fact))
            && (!self.free || event.cost == Cost::Free)
            && (!self.expenses || event.expenses)
            && (!self.places_left || room())
            && (self.text.is_empty() || event.says(&self.text))
    }
}
