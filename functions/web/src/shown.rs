//! When a form was shown, signed into it: programs fill one in at once, people read first (quality-bar S-22). Whoever was too quick, or
//! comes back after a day, is shown what they typed once more; nothing is lost.

use jiff::{SignedDuration, Timestamp};

use crate::context::Context;

/// Nobody reads a form and fills it in faster.
const LEAST: SignedDuration = SignedDuration::from_secs(3);

/// How long a form may lie open.
const MOST: SignedDuration = SignedDuration::from_hours(24);

/// How often a form was shown to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Once.
    First,
    /// Once more, with what they typed: now it may go as quickly as they like.
    Second,
}

impl Look {
    fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }
}

impl Context {
    /// The mark for a form that is about to be shown.
    pub fn shown_now(&self, form: &str, look: Look) -> String {
        let at = self.now().as_second();
        format!("{at}.{}", self.mac(0, &format!("shown|{form}|{}|{at}", look.name())))
    }

    /// Whether a form with this mark was before somebody for long enough, and not for too long.
    pub fn was_read(&self, form: &str, mark: &str) -> bool {
        let Some((at, mac)) = mark.split_once('.') else { return false };
        let Some(age) = at.parse().ok().and_then(|at| Timestamp::from_second(at).ok()).map(|at| self.now().duration_since(at)) else { return false };
        let genuine = |look: Look| self.is_mac(&format!("shown|{form}|{}|{at}", look.name()), mac);
        age <= MOST && ((genuine(Look::First) && age >= LEAST) || (genuine(Look::Second) && age >= SignedDuration::ZERO))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use domain::time::Clock;

    use super::*;
    use crate::context::SystemRandom;
    use crate::context::tests::context;

    struct Turned(Arc<AtomicI64>);

    impl Clock for Turned {
        fn now(&self) -> Timestamp {
            Timestamp::from_second(self.0.load(Ordering::Relaxed)).unwrap()
        }
    }

    #[test]
    fn a_form_is_read_from_three_seconds_on_for_a_day_and_the_second_time_at_once() {
        let time = Arc::new(AtomicI64::new(1_800_000_000));
        let keys = context().keys().clone();
        let context = Context::new(context().settings().clone(), keys, Arc::new(Turned(time.clone())), Arc::new(SystemRandom));
        let (first, second) = (context.shown_now("message", Look::First), context.shown_now("message", Look::Second));
        let read = |after: i64, mark: &str| {
            time.store(1_800_000_000 + after, Ordering::Relaxed);
            context.was_read("message", mark)
        };
        assert_eq!([0, 2, 3, 86_400, 86_401, -5].map(|after| read(after, &first)), [false, false, true, true, false, false]);
        assert_eq!([0, 86_400, 86_401, -5].map(|after| read(after, &second)), [true, true, false, false]);
        let moved = first.replace("1800000000", "1799999000");
        for forged in ["", "1800000000", "1800000000.", moved.as_str(), &context.shown_now("another", Look::Second)] {
            assert!(!read(10, forged), "{forged}");
        }
    }
}
