use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn until(now: &str, support: bool) -> Timestamp {
    offer_times(at(now), support, true, None).until
}

#[test]
fn two_days_and_four_days_by_the_hours_people_are_up() {
    assert_eq!(until("2026-11-01T09:00:00Z", false), at("2026-11-03T09:00:00Z"));
    assert_eq!(until("2026-11-01T09:00:00Z", true), at("2026-11-05T09:00:00Z"));
    assert_eq!(until("2026-11-01T23:30:00Z", false), at("2026-11-03T20:00:00Z"), "made at night, it begins in the morning");
    assert_eq!(until("2026-11-02T03:00:00Z", false), at("2026-11-03T20:00:00Z"));
}

#[test]
fn the_nights_on_which_the_clocks_change_take_nothing_away() {
    assert_eq!(until("2026-10-24T09:00:00Z", false), at("2026-10-26T10:00:00Z"), "ten by the clock on both days");
    assert_eq!(until("2026-03-28T10:00:00Z", false), at("2026-03-30T09:00:00Z"));
}

#[test]
fn never_past_the_start_and_a_warning_in_daylight() {
    let start = Some(at("2026-11-02T10:00:00Z"));
    let short = offer_times(at("2026-11-01T18:00:00Z"), true, true, start);
    assert_eq!((short.until, short.warn), (at("2026-11-02T10:00:00Z"), None));
    let long = offer_times(at("2026-11-01T09:00:00Z"), false, true, None);
    assert_eq!(long.warn, Some(at("2026-11-02T15:00:00Z")));
    let unconfirmed = offer_times(at("2026-11-01T09:00:00Z"), true, false, None);
    assert_eq!((unconfirmed.until, unconfirmed.warn), (at("2026-11-01T11:00:00Z"), None));
}

#[test]
fn an_event_that_is_moved_to_an_earlier_start_ends_its_offers_with_it() {
    let made = at("2026-11-01T09:00:00Z");
    let times = offer_times(made, true, true, Some(at("2026-11-25T10:00:00Z")));
    assert_eq!(times.by(at("2026-11-20T10:00:00Z"), made), times, "it ends before that anyway");
    let earlier = times.by(at("2026-11-04T10:00:00Z"), made);
    assert_eq!((earlier.until, earlier.warn), (at("2026-11-04T10:00:00Z"), Some(at("2026-11-03T16:00:00Z"))));
    let near = times.by(at("2026-11-01T15:00:00Z"), made);
    assert_eq!((near.until, near.warn), (at("2026-11-01T15:00:00Z"), None), "the mail about the new day says it");
}

proptest! {
    #[test]
    fn an_offer_ends_by_day_is_never_shorter_than_promised_and_warns_before(second in 1_760_000_000i64..1_860_000_000, support in any::<bool>()) {
        let now = Timestamp::from_second(second).unwrap();
        let times = offer_times(now, support, true, None);
        let clock = local(times.until).time();
        prop_assert!(clock >= FROM && clock <= UNTIL, "{}", times.until);
        let days = if support { 4 } else { 2 };
        let lasts = times.until.duration_since(now);
        // A day of 23 hours may be among them.
        prop_assert!(lasts >= SignedDuration::from_hours(24 * (days - 1) + 11) && lasts <= SignedDuration::from_hours(24 * days + 13));
        let warn = times.warn.unwrap();
        let clock = local(warn).time();
        prop_assert!(now < warn && warn + WARN_BEFORE <= times.until && clock >= FROM && clock <= UNTIL);
    }
}
