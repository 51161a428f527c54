use jiff::Timestamp;

use crate::choices;
use crate::time::local;

choices! {
    /// When on a day something begins, on British clocks.
    TimeOfDay {
        Morning = "morning", "Morning";
        Afternoon = "afternoon", "Afternoon";
        Evening = "evening", "Evening, from 5pm";
    }
}

impl TimeOfDay {
    /// What a start is: before noon, before five, or later.
    pub fn of(start: Timestamp) -> Self {
        match local(start).hour() {
            ..12 => Self::Morning,
            12..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_parted_by_british_clocks_in_summer_too() {
        let of = |moment: &str| TimeOfDay::of(moment.parse().unwrap());
        assert_eq!(of("2026-07-07T10:59:00Z"), TimeOfDay::Morning);
        assert_eq!(of("2026-07-07T11:00:00Z"), TimeOfDay::Afternoon, "noon in London");
        assert_eq!(of("2026-11-24T16:59:00Z"), TimeOfDay::Afternoon);
        assert_eq!(of("2026-11-24T17:00:00Z"), TimeOfDay::Evening);
    }
}
