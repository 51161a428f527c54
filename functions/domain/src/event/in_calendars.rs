//! How the sessions of an event are called in people's calendars. A session keeps its name when another is taken out or the order is
//! another; one that is taken out stays there as cancelled, because a program that heard of it asks for it again (conventions.md §5a).

use serde::{Deserialize, Serialize};

use super::{EventRecord, Session};

/// A session that is no longer to take place, while its event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOut {
    /// Its number in calendars.
    pub number: u16,
    /// When it was to be.
    pub session: Session,
}

/// The numbers of an event's sessions in calendars. Number 1 has the event's own name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InCalendars {
    /// The number of each session, in order of time; empty where that is 1, 2, 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<u16>,
    /// What was taken out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_out: Vec<TakenOut>,
}

/// A session, and the number under which its host typed it.
#[derive(Clone, Copy, Debug)]
struct Typed {
    session: Session,
    field: Option<usize>,
}

impl InCalendars {
    /// Whether the sessions are numbered in order of time and none was taken out, as it is in records of before this was kept.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The number of the session at a place in the order of time, from 0.
    pub fn number(&self, place: usize) -> u16 {
        self.numbers.get(place).copied().unwrap_or_else(|| u16::try_from(place + 1).unwrap_or(u16::MAX))
    }

    /// After a change. What begins when another began is the same session, also one that was taken out; then what was typed in the
    /// same place is the same session at another time; what is left is new.
    fn after(&self, was: &[Typed], is: &[Typed]) -> Self {
        let mut left: Vec<(u16, Typed)> = was.iter().enumerate().map(|(n, typed)| (self.number(n), *typed)).collect();
        let mut out = self.taken_out.clone();
        let highest = left.iter().map(|(number, _)| *number).chain(out.iter().map(|gone| gone.number)).max().unwrap_or(0);
        let mut unused = highest.saturating_add(1)..=u16::MAX;
        let mut numbers: Vec<Option<u16>> = vec![None; is.len()];
        for (number, typed) in numbers.iter_mut().zip(is) {
            *number = take(&mut left, |(_, old)| old.session.start == typed.session.start).map(|(number, _)| number);
        }
        for (number, typed) in unnamed(&mut numbers, is) {
            *number = take(&mut out, |gone| gone.session.start == typed.session.start).map(|gone| gone.number);
        }
        for (number, typed) in unnamed(&mut numbers, is) {
            *number = take(&mut left, |(_, old)| old.field.is_some() && old.field == typed.field).map(|(number, _)| number);
        }
        for (number, _) in unnamed(&mut numbers, is) {
            // What had no time for a while gets its own name back.
            let own = if was.is_empty() { take(&mut out, |gone| gone.number == 1).map(|gone| gone.number) } else { None };
            *number = own.or_else(|| unused.next());
        }
        out.extend(left.into_iter().map(|(number, old)| TakenOut { number, session: old.session }));
        let numbers: Vec<u16> = numbers.into_iter().flatten().collect();
        let in_order = numbers.iter().copied().eq((1..).take(numbers.len()));
        Self { numbers: if in_order { Vec::new() } else { numbers }, taken_out: out }
    }
}

/// The first that fits, taken out of the list.
fn take<T>(all: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> Option<T> {
    all.iter().position(fits).map(|at| all.remove(at))
}

/// The sessions that have no number yet.
fn unnamed<'a>(numbers: &'a mut [Option<u16>], is: &'a [Typed]) -> impl Iterator<Item = (&'a mut Option<u16>, &'a Typed)> {
    numbers.iter_mut().zip(is).filter(|(number, _)| number.is_none())
}

impl EventRecord {
    /// How its published sessions are called in calendars, now that they are in place of those of `before`.
    pub fn in_calendars_after(&self, before: &Self) -> InCalendars {
        before.in_calendars.after(&before.typed_sessions(), &self.typed_sessions())
    }

    fn typed_sessions(&self) -> Vec<Typed> {
        let sessions = self.published.as_ref().map(|published| published.details.when.sessions()).unwrap_or_default();
        sessions.into_iter().map(|session| Typed { session, field: session.number_in(&self.answers) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A session on a day of November, from ten to twelve, typed in a place of the form.
    fn on(day: i8, field: usize) -> Typed {
        let at = |hour| crate::time::moment(jiff::civil::date(2026, 11, day), jiff::civil::time(hour, 0, 0, 0)).unwrap();
        Typed { session: Session { start: at(10), end: at(12) }, field: Some(field) }
    }

    fn numbers(of: &InCalendars, many: usize) -> Vec<u16> {
        (0..many).map(|place| of.number(place)).collect()
    }

    fn out(of: &InCalendars) -> Vec<u16> {
        of.taken_out.iter().map(|gone| gone.number).collect()
    }

    #[test]
    fn the_others_keep_their_numbers_when_one_is_taken_out_however_the_form_is_filled_in_then() {
        let three = [on(24, 1), on(25, 2), on(26, 3)];
        for typed in [[on(24, 1), on(26, 3)], [on(24, 1), on(26, 2)], [on(24, 2), on(26, 1)]] {
            let after = InCalendars::default().after(&three, &typed);
            assert_eq!((numbers(&after, 2), out(&after)), (vec![1, 3], vec![2]), "{typed:?}");
            assert_eq!(after.taken_out[0].session, three[1].session);
        }
        let without_the_first = InCalendars::default().after(&three, &[on(25, 1), on(26, 2)]);
        assert_eq!((numbers(&without_the_first, 2), out(&without_the_first)), (vec![2, 3], vec![1]));
    }

    #[test]
    fn a_session_that_is_put_before_the_others_or_moved_keeps_its_number_and_a_new_one_has_another() {
        let three = [on(24, 1), on(25, 2), on(26, 3)];
        let third_moved_to_the_front = InCalendars::default().after(&three, &[on(23, 3), on(24, 1), on(25, 2)]);
        assert_eq!((numbers(&third_moved_to_the_front, 3), out(&third_moved_to_the_front)), (vec![3, 1, 2], vec![]));
        let all_moved = InCalendars::default().after(&three, &[on(27, 1), on(28, 2), on(29, 3)]);
        assert!(all_moved.is_plain(), "{all_moved:?}");
        let another_between = InCalendars::default().after(&[on(24, 1), on(26, 2)], &[on(24, 1), on(25, 3), on(26, 2)]);
        assert_eq!(numbers(&another_between, 3), [1, 3, 2]);
    }

    #[test]
    fn no_number_is_given_twice_and_what_comes_back_has_its_own_again() {
        let without = InCalendars::default().after(&[on(24, 1), on(25, 2)], &[on(24, 1)]);
        assert_eq!((numbers(&without, 1), out(&without)), (vec![1], vec![2]));
        let another = without.after(&[on(24, 1)], &[on(24, 1), on(27, 2)]);
        assert_eq!((numbers(&another, 2), out(&another)), (vec![1, 3], vec![2]));
        let back = another.after(&[on(24, 1), on(27, 2)], &[on(24, 1), on(25, 3), on(27, 2)]);
        assert_eq!((numbers(&back, 3), out(&back)), (vec![1, 2, 3], vec![]));
    }

    #[test]
    fn an_event_that_has_no_time_for_a_while_has_its_own_name_again_with_the_next() {
        let none = InCalendars::default().after(&[on(24, 1)], &[]);
        assert_eq!(out(&none), [1]);
        assert!(none.after(&[], &[on(26, 1)]).is_plain());
    }

    #[test]
    fn what_was_kept_of_the_order_comes_back_as_it_was() {
        let kept = InCalendars::default().after(&[on(24, 1), on(25, 2), on(26, 3)], &[on(24, 1), on(26, 3)]);
        let text = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<InCalendars>(&text).unwrap(), kept);
        assert_eq!(serde_json::from_str::<InCalendars>("{}").unwrap(), InCalendars::default());
    }
}
