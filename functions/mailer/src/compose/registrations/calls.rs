//! Mails to a host about people whom no mail reaches. Names and numbers stand on the host's list, not in the mail (quality-bar P-22).

use domain::event::EventRecord;
use domain::registration::RegistrationRecord;
use jiff::Timestamp;

use super::deadline;
use crate::compose::With;
use crate::letter::Letter;

/// A place is held for somebody who has to be called.
pub(super) fn offer(event: &EventRecord, of: &RegistrationRecord, until: Timestamp, with: &With<'_>) -> Letter {
    let soon = of.warn.is_some_and(|warn| warn <= with.now);
    let letter = match soon {
        true => Letter::about("Call somebody soon: a place is held for them, and the time runs out")
            .say("A place is still held for somebody, and nobody has noted their answer."),
        false => Letter::about("Please call somebody: a place is held for them")
            .say("A place came free, and it is the turn of somebody on your waiting list."),
    };
    letter
        .say("They gave no email address, so only you can tell them. Please call them, and note what they say.")
        .say(format!("The place is held for them until {}. After that it goes to the next person.", deadline(until)))
        .link("See whom to call, under “Who is coming”. This link is for you alone", with.links.event(event))
        .fact("What", event.title())
}
