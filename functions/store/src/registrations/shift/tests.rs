use domain::contact::Phone;
use domain::ids::RegistrationId;
use domain::registration::{Party, Person, RegistrationAct};

use super::*;

fn group(state: RegistrationState, places: u32) -> RegistrationRecord {
    let person = Person { name: "Ann".into(), email: None, phone: Phone::parse("01632 960 001").ok() };
    let party = Party { places, beside: 2, support: true, ..Party::default() };
    let (id, event) = (RegistrationId::from_random([1; 16]), EventId::from_random([2; 16]));
    let mut record = RegistrationRecord::new(id, event, person, party, state, Timestamp::UNIX_EPOCH);
    record.kept = if state == RegistrationState::Confirmed || state.holds() { 1 } else { 0 };
    record
}

#[test]
fn a_place_is_given_back_exactly_by_what_ends_a_held_or_taken_one() {
    for &state in RegistrationState::ALL {
        for &act in RegistrationAct::ALL {
            let Some(after) = state.after(act) else { continue };
            let uses = |s: RegistrationState| if s.holds() || s == RegistrationState::Confirmed { 3 } else { 0 };
            let shift = Shift::between(Some(&group(state, 3)), &group(after, 3));
            assert_eq!(shift.room.gives_back(), uses(state) - uses(after), "{state:?} {act:?}");
            assert_eq!(shift.room.by("#beside"), -shift.room.gives_back() / 3 * 2, "{state:?} {act:?}");
        }
    }
}

#[test]
fn a_smaller_group_gives_back_what_it_leaves_and_another_way_gives_back_all() {
    let before = group(RegistrationState::Confirmed, 3);
    let mut after = group(RegistrationState::Confirmed, 2);
    assert_eq!(Shift::between(Some(&before), &after).room.gives_back(), 1);
    after.party.way = Way::Online;
    let shift = Shift::between(Some(&before), &after);
    assert_eq!((shift.room.gives_back(), shift.online.gives_back(), shift.online.by("#kept_used")), (3, -2, 1));
    assert!(shift.may_serve() && Shift::between(Some(&before), &before).is_nothing());
}

#[test]
fn once_the_event_is_over_a_name_goes_and_the_counts_stay() {
    let gone = |mut was: RegistrationRecord| {
        let after = RegistrationRecord { state: RegistrationState::Cancelled, ..was.clone() };
        let stayed_away = Shift::nameless(&was, &after);
        was.came = Some(Timestamp::UNIX_EPOCH);
        (stayed_away, Shift::nameless(&was, &after))
    };
    let (stayed_away, came) = gone(group(RegistrationState::Confirmed, 3));
    assert!(stayed_away.is_nothing(), "the place is counted on");
    assert_eq!((came.room.by("#gone_came"), came.room.0.len()), (3, 1));
    let (waited, _) = gone(group(RegistrationState::Waiting, 3));
    assert_eq!((waited.room.by("#waiting"), waited.room.by("#gone_waited")), (-3, 3), "nobody is offered anything any more");
    let (held, _) = gone(group(RegistrationState::Offered, 3));
    assert_eq!(held, Shift::between(Some(&group(RegistrationState::Offered, 3)), &group(RegistrationState::Cancelled, 3)));
}
