//! How a registration stands, in words for its person.

use domain::registration::{FAIRNESS, OFFER_RULE, RegistrationRecord, RegistrationState as Is};
use domain::text::counted;
use domain::time::date_and_time;
use frontend::components::TagKind;

use crate::manage::Own;

pub(super) fn words(record: &RegistrationRecord, ahead: usize) -> (String, Vec<String>) {
    let until = record.until.map(|until| format!("{}, UK time", date_and_time(until))).unwrap_or_default();
    let (heading, words) = match record.state {
        Is::Unconfirmed => (
            "Confirm your email address",
            vec![format!("A place is held for you until {until}. Press the button behind the link we sent you, and the place is yours.")],
        ),
        Is::Confirmed => ("You have a place", vec!["Can’t come after all? Cancel your booking, and somebody else can have the place.".into()]),
        Is::Waiting => ("You are on the waiting list", waiting(record, ahead, &until)),
        Is::Offered if record.reason.is_some() => ("A place is held for you", vec!["The host offers you a place. Do you want it?".into()]),
        Is::Offered => {
            ("A place is held for you", vec!["What came free is enough for you, and nobody it is enough for is before you. Do you want it?".into()])
        }
        Is::Cancelled if record.reason.is_some() => ("The host cancelled your booking", vec!["You can register again on the event’s page.".into()]),
        Is::Cancelled => ("You cancelled your booking", vec!["Changed your mind? You can register again on the event’s page.".into()]),
        Is::Lapsed => {
            let again = "If you still want to come, register again on the event’s page. If all places are taken, that puts you on the waiting list.";
            let went = match record.turn.is_some() && !record.address_confirmed {
                true => "You did not confirm your email address in time. Your turn goes to the next person.",
                false => "The place went back, so that somebody else can come.",
            };
            ("The time ran out", vec![went.into(), again.into()])
        }
        Is::Declined => ("You turned the place down", vec!["It goes to the next person. You can register again on the event’s page.".into()]),
    };
    (heading.into(), words)
}

fn waiting(record: &RegistrationRecord, ahead: usize, until: &str) -> Vec<String> {
    let turn = match ahead {
        0 => "You are first in the queue.".to_owned(),
        n => format!("{} before you in the queue.", counted(n as u64, "person is", "people are")),
    };
    let how = match record.person.email {
        Some(_) => "When a place is offered to you, we write to you. We can’t say when, or whether, that happens.",
        None => "When a place is offered to you, the host calls you. We can’t say when, or whether, that happens.",
    };
    let confirm = (!record.address_confirmed).then(|| format!("Press the button behind the link we sent you by {until}, or you lose your turn."));
    confirm.into_iter().chain([turn, how.to_owned()]).collect()
}

/// How it stood, once the event is over: nothing of it is still to come.
pub(super) fn past(record: &RegistrationRecord) -> (String, Vec<String>) {
    let stood = match record.state {
        Is::Confirmed => "You had a place. Were you there? On the event’s page you can share how it was.",
        Is::Waiting => "You were on the waiting list, and no place came free for you in time.",
        Is::Cancelled if record.reason.is_some() => "The host cancelled your booking.",
        Is::Cancelled => "You cancelled your booking.",
        Is::Declined => "You turned the place down.",
        Is::Unconfirmed | Is::Offered | Is::Lapsed => "A place was held for you, and the time to answer ran out.",
    };
    ("This event is over".into(), vec![stood.into()])
}

/// The rules that matter where it stands now.
pub(super) fn rules(record: &RegistrationRecord) -> Vec<String> {
    match record.state {
        Is::Waiting => FAIRNESS.iter().map(|rule| (*rule).to_owned()).chain([OFFER_RULE.to_owned()]).collect(),
        // An address that nobody confirmed has a shorter time than the rule says; the time itself stands above.
        Is::Offered if !record.address_confirmed => Vec::new(),
        Is::Offered => vec![OFFER_RULE.to_owned()],
        _ => Vec::new(),
    }
}

pub(super) fn called_off(own: &Own) -> (String, Vec<String>) {
    let mut words = vec!["You don’t need to do anything.".to_owned()];
    words.extend(own.event.cancel_words.clone().map(|said| format!("The host says: {said}")));
    ("This event was cancelled".into(), words)
}

/// That the event is postponed, and that the registration stays.
pub(super) fn put_off(own: &Own) -> Option<String> {
    let postponed = own.event.postponed.as_ref()?;
    let said = postponed.words.as_ref().map(|said| format!(" The host says: {said}")).unwrap_or_default();
    Some(format!("The event is postponed, and there is no new date yet. What you have stays yours. We write to you when there is a date.{said}"))
}

pub(super) fn tag(state: Is) -> (String, TagKind) {
    let (label, kind) = match state {
        Is::Confirmed => ("Place booked", TagKind::Good),
        Is::Offered => ("Place offered", TagKind::Good),
        Is::Unconfirmed => ("Place held", TagKind::Mind),
        Is::Waiting => ("Waiting list", TagKind::Mind),
        Is::Cancelled => ("Cancelled", TagKind::Stopped),
        Is::Lapsed => ("Ran out", TagKind::Stopped),
        Is::Declined => ("Turned down", TagKind::Stopped),
    };
    (label.into(), kind)
}
