//! Which events answer a filter.

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
    /// has no time answers every day and every time of day.
    pub fn matches(&self, event: &Listed, places: Option<&PublicPlaces>) -> bool {
        self.day_matches(event) && self.matches_but_day(event, places)
    }

    fn day_matches(&self, event: &Listed) -> bool {
        match event.day {
            Some(day) => (self.days.is_empty() && !self.any_time) || self.days.contains(&day),
            None => true,
        }
    }

    /// As [`Filter::matches`], whatever the day: the day strip counts with it.
    pub fn matches_but_day(&self, event: &Listed, places: Option<&PublicPlaces>) -> bool {
        let hybrid = event.format == Format::Hybrid && self.formats.iter().any(|f| matches!(f, Format::InPerson | Format::Online));
        let room =
            || event.state == PublicState::Listed && event.open_to.is_bookable() && places.is_none_or(|places| places.open && !places.is_full());
        (hybrid || any(&self.formats, &event.format))
            && event.time.is_none_or(|time| any(&self.times, &time))
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
