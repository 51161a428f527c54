use super::*;
use crate::access::AccessFact;
use crate::answers::Answers;
use crate::event::Rules;
use crate::registration::{Ask, Queue};
use crate::week::Week;

/// An event of this format, on this day of November at ten, for twelve of whom two places are held back for a week before.
fn event(format: &str, day: &str) -> EventDetails {
    let week: Week = serde_json::from_value(serde_json::json!({
        "id": "scotland/2026", "name": "Week", "first": "2026-11-23", "last": "2026-11-29", "organiser": "Example Organiser"
    }))
    .unwrap();
    let mut answers = Answers::new();
    let typed = [
        ("title", "Circle"),
        ("summary", "Bring a drink."),
        ("description", "We sit in a circle."),
        ("kind", "workshop"),
        ("host", "Example Trust"),
        ("nation", "scotland"),
        ("contact_name", "Ann"),
        ("contact_email", "ann@example.org"),
        ("timing", if day.is_empty() { "any-time" } else { "timed" }),
        ("day", day),
        ("month", "11"),
        ("year", "2026"),
        ("start", "10:00"),
        ("end", "12:00"),
        ("format", format),
        ("venue", "House"),
        ("address", "1 Example Street"),
        ("postcode", "ZZ1 1ZZ"),
        ("platform", "Zoom"),
        ("joining", "https://meet.example/circle"),
        ("watch_link", "https://watch.example/circle"),
        ("booking", "required"),
        ("capacity", "12"),
        ("online_capacity", "40"),
        ("kept_back", "2"),
        ("cost", "free"),
    ];
    typed.iter().for_each(|(name, value)| answers.set(*name, *value));
    for fact in AccessFact::ALL {
        answers.set(format!("access_{}", fact.value()), "not-sure");
    }
    EventDetails::parse(&answers, &Rules { week: &week, today: jiff::civil::date(2026, 11, 1), past_allowed: false }).unwrap()
}

/// Its places, with people: nine come, and two who belong together wait.
fn places(of: &EventDetails) -> Places {
    let mut places = Places::planned(of.plan());
    places.room.confirmed = 9;
    places.room.left = places.room.left.map(|left| left - 9);
    places.room.waiting = 2;
    places.room.queue = Queue::nobody();
    places.room.queue.set(Ask { places: 2, support: false }, 1);
    assert!(places.is_consistent());
    places
}

fn at(text: &str) -> Option<Timestamp> {
    Some(text.parse().unwrap())
}

#[test]
fn places_held_back_come_free_as_many_days_before_the_new_day() {
    let (was, is) = (event("in-person", "26"), event("in-person", "24"));
    let before = places(&was);
    assert_eq!(before.room.kept_until, at("2026-11-19T09:00:00Z"));
    let after = follow(&before, &was, &is);
    assert_eq!((after.room.kept_back, after.room.kept_until), (2, at("2026-11-17T09:00:00Z")));
    assert!(after.settings > before.settings && after.is_consistent());
    assert_eq!(after.room.left, before.room.left);
    // What the host decided since is what moves, not what the form said once.
    let mut decided = before.clone();
    decided.room.plan(PoolPlan { capacity: Some(20), kept_back: 5, kept_until: at("2026-11-23T09:00:00Z") });
    let after = follow(&decided, &was, &is);
    assert_eq!((after.room.capacity, after.room.kept_back, after.room.kept_until), (Some(20), 5, at("2026-11-21T09:00:00Z")));
}

#[test]
fn nothing_else_about_an_event_touches_its_places() {
    let was = event("hybrid", "26");
    let mut is = was.clone();
    is.about.title = "Ring".into();
    is.booking.numbers.capacity = Some(3);
    assert_eq!(follow(&places(&was), &was, &is), places(&was));
    let (was, is) = (event("in-person", "26"), event("online", "26"));
    assert_eq!(follow(&places(&was), &was, &is), places(&was), "one count stays one count");
}

#[test]
fn without_a_day_nothing_is_held_back_and_with_one_it_is_again() {
    let (day, none) = (event("online", "26"), event("on-demand", ""));
    let without = follow(&places(&day), &day, &none);
    assert_eq!((without.room.kept_back, without.room.kept_until, without.room.capacity), (0, None, Some(12)));
    let again = follow(&without, &none, &day);
    assert_eq!((again.room.kept_back, again.room.kept_until), (2, at("2026-11-19T09:00:00Z")));
}

#[test]
fn who_comes_to_a_room_stays_there_when_it_is_online_too() {
    let (was, is) = (event("in-person", "26"), event("hybrid", "26"));
    let after = follow(&places(&was), &was, &is);
    assert_eq!((after.moving, after.room.confirmed, after.room.capacity), (None, 9, Some(12)));
    assert_eq!(after.online.map(|online| (online.capacity, online.confirmed)), Some((Some(40), 0)));
}

#[test]
fn who_takes_part_online_goes_on_online_when_there_is_a_room_too_and_no_place_is_given_meanwhile() {
    let (was, is) = (event("online", "26"), event("hybrid", "26"));
    let after = follow(&places(&was), &was, &is);
    assert_eq!((after.moving, after.takes_bookings()), (Some(Way::Room), false));
    assert!(!after.public(Timestamp::UNIX_EPOCH).open && !after.has_room(Way::Online, Ask { places: 1, support: false }, Timestamp::UNIX_EPOCH));
    assert_eq!(after.online.as_ref().map(|online| online.capacity), Some(Some(12)), "the places there were");
    assert!(after.is_consistent());
    let nobody = follow(&Places::planned(was.plan()), &was, &is);
    assert_eq!((nobody.moving, nobody.takes_bookings()), (None, true), "nobody has to be brought over");
}

#[test]
fn one_way_is_left_with_its_own_number_of_places() {
    let was = event("hybrid", "26");
    let mut before = places(&was);
    let online = before.online.as_mut().unwrap();
    (online.confirmed, online.left) = (5, Some(35));
    for (format, capacity) in [("in-person", 12), ("online", 40)] {
        let after = follow(&before, &was, &event(format, "26"));
        assert_eq!((after.room.capacity, after.moving), (Some(capacity), Some(Way::Online)), "{format}");
        assert!(after.online.is_some() && after.is_consistent(), "until everybody is counted together");
    }
    let nobody = follow(&places(&was), &was, &event("in-person", "26"));
    assert_eq!((nobody.online, nobody.moving), (None, None));
}
