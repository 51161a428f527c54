use jiff::Timestamp;

use super::Model;
use crate::registration::{RegistrationState as Is, Way};

impl Model {
    /// The rules of the design that a list of people can break: I1 and I4 for what is given, I3, I5. Told by name.
    ///
    /// `taken_before` is what was taken before the step: lowering the capacity takes nobody's place, and gives none.
    pub fn broken(&self, taken_before: [u32; 2], now: Timestamp) -> Option<String> {
        for way in Way::ALL {
            let (taken, before) = (self.taken(*way), taken_before[*way as usize]);
            if self.left(*way).is_some_and(|left| left < 0) && taken > before {
                return Some(format!("I1: {way:?} gave a place that was not there: {taken} after {before}"));
            }
            if self.open && now < self.start && self.first(*way, now).is_some() {
                return Some(format!("I5: {way:?} has a place for somebody who waits"));
            }
        }
        let mut active: Vec<usize> = self.people.iter().filter(|s| s.state.is_active() && !s.erased).map(|s| s.contact).collect();
        let all = active.len();
        active.sort_unstable();
        active.dedup();
        if active.len() != all {
            return Some("I3: somebody has two places".into());
        }
        let odd = self.people.iter().find(|s| s.kept > s.ask.places || (s.kept > 0 && !(s.state == Is::Confirmed || s.state.holds())));
        odd.map(|s| format!("places held back are counted for {s:?}"))
    }

    /// What is taken, by way: to be handed to [`Model::broken`] after the next step.
    pub fn taken_by_way(&self) -> [u32; 2] {
        [self.taken(Way::Room), self.taken(Way::Online)]
    }
}
