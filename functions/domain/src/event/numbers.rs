//! How many places an event has: in the room, online, and held back for people who need support to come.

use jiff::Timestamp;
use jiff::civil::time;
use serde::{Deserialize, Serialize};

use super::Format;
use crate::answers::Answers;
use crate::field::Errors;
use crate::registration::{Plan, PoolPlan};
use crate::text::one_line;
use crate::time::{local, zone};

/// How many days before the event held-back places come free for all, where the host says nothing.
const KEPT_DAYS: u32 = 7;

/// The numbers as a host gives them, when listing an event and at any time later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Places in the room, or all places where people take part in one way: 1–5,000; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Places online, where people can be in the room too; none is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_capacity: Option<u32>,
    /// Places held back for people who need support to come.
    #[serde(default, skip_serializing_if = "is_none")]
    pub kept_back: u32,
    /// How many days before the event they come free for all.
    #[serde(default, skip_serializing_if = "is_none")]
    pub kept_days: u32,
}

fn is_none(number: &u32) -> bool {
    *number == 0
}

impl Numbers {
    /// Reads `capacity`, `online_capacity`, `kept_back`, `kept_days`.
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let many = "Leave it empty if there is no limit";
        let capacity = errors.keep_if_given(answers, "capacity", |t| number(t, 1, 5_000, "Places", many));
        let online_capacity = errors.keep_if_given(answers, "online_capacity", |t| number(t, 1, 5_000, "Places online", many));
        let kept_back = errors.keep_if_given(answers, "kept_back", |t| number(t, 0, 5_000, "Places held back", "Leave it empty for none"));
        let kept_days = errors.keep_if_given(answers, "kept_days", |t| number(t, 1, 60, "Days", "Leave it empty for 7"));
        let kept_back = kept_back.unwrap_or(0);
        match capacity {
            _ if kept_back == 0 => {}
            None if !answers.has("capacity") => errors.add("kept_back", "Enter how many places there are, if some are held back"),
            Some(all) if kept_back > all => errors.add("kept_back", format!("Places held back must be {all} or fewer: there are no more places")),
            _ => {}
        }
        let kept_days = if kept_back > 0 { kept_days.unwrap_or(KEPT_DAYS) } else { 0 };
        errors.or(Some(Self { capacity, online_capacity, kept_back, kept_days }))
    }

    /// What that means for an event of this format that starts then. Held-back places come free at nine in the morning.
    pub fn plan(&self, format: Format, start: Option<Timestamp>) -> Plan {
        let kept_until = start.and_then(|start| release(start, self.kept_days)).filter(|_| self.kept_back > 0);
        let room = PoolPlan { capacity: self.capacity, kept_back: kept_until.map_or(0, |_| self.kept_back), kept_until };
        let online = PoolPlan { capacity: self.online_capacity, ..PoolPlan::default() };
        Plan { room, online: (format == Format::Hybrid).then_some(online) }
    }
}

pub(super) fn release(start: Timestamp, days: u32) -> Option<Timestamp> {
    let date = local(start).date().checked_sub(jiff::Span::new().days(days)).ok()?;
    date.to_datetime(time(9, 0, 0, 0)).to_zoned(zone()).ok().map(|zoned| zoned.timestamp())
}

fn number(typed: &str, least: u32, most: u32, name: &str, way_out: &str) -> Result<u32, String> {
    let digits: String = one_line(typed).chars().filter(|c| !matches!(c, ' ' | ',')).collect();
    match digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten() {
        Some(n) if (least..=most).contains(&n) => Ok(n),
        _ => Err(format!("{name} must be a whole number from {least} to {}. {way_out}", thousands(most))),
    }
}

fn thousands(n: u32) -> String {
    if n < 1_000 { n.to_string() } else { format!("{},{:03}", n / 1_000, n % 1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Result<Numbers, Errors> {
        Numbers::parse(&pairs.iter().copied().collect())
    }

    #[test]
    fn held_back_places_are_among_the_places_and_come_free_a_week_before() {
        let numbers = typed(&[("capacity", "1,200"), ("kept_back", "4")]).unwrap();
        let plan = numbers.plan(Format::InPerson, Some("2026-11-25T10:00:00Z".parse().unwrap()));
        assert_eq!((plan.room.capacity, plan.room.kept_back, plan.online), (Some(1_200), 4, None));
        assert_eq!(plan.room.kept_until, Some("2026-11-18T09:00:00Z".parse().unwrap()));
        assert_eq!(numbers.plan(Format::OnDemand, None).room.kept_back, 0, "without a day nothing would ever come free");
        assert!(numbers.plan(Format::Hybrid, None).online.is_some());
    }

    #[test]
    fn numbers_that_make_no_sense_are_refused_beside_their_field() {
        for (field, pairs) in [
            ("capacity", vec![("capacity", "0")]),
            ("online_capacity", vec![("online_capacity", "5001")]),
            ("kept_back", vec![("kept_back", "2")]),
            ("kept_back", vec![("capacity", "2"), ("kept_back", "3")]),
            ("kept_days", vec![("capacity", "2"), ("kept_back", "1"), ("kept_days", "0")]),
        ] {
            let errors = typed(&pairs).unwrap_err();
            assert_eq!(errors.0.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), [field]);
        }
    }
}
