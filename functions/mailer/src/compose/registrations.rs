//! Mails to people who register. Access needs are never read here, so they can't be in a mail (I9).

mod about;
mod calls;
mod missed;
pub(super) mod near;

use domain::event::{EventPage, EventRecord, EventState};
use domain::message::Message;
use domain::registration::{OFFER_RULE, RegistrationRecord, RegistrationState};
use domain::time::date_and_time;
use jiff::Timestamp;

use super::With;
use crate::letter::Letter;
pub(super) use missed::with_what_was_missed;

use about::{facts, facts_for_a_place, ics, on};

/// The mail; none where the message is no longer true.
pub(super) fn letter(message: &Message, event: &EventRecord, of: &RegistrationRecord, with: &With<'_>) -> Option<Letter> {
    use RegistrationState as S;
    let page = event.page()?;
    if let Message::EventCancelled { .. } = message {
        let told = event.state == EventState::Cancelled && of.state.is_active();
        return told.then(|| event_cancelled(&page, of, with));
    }
    if !event.state.goes_ahead() {
        return None;
    }
    match (message, of.state) {
        (Message::EventPostponed { .. }, state) => (page.is_postponed() && state.is_active()).then(|| near::postponed(&page, of, with)),
        // They name a day that is no longer true.
        (Message::EventReminder { .. } | Message::EventChanged { .. } | Message::EventThanks { .. }, _) if page.is_postponed() => None,
        (Message::RegistrationConfirm { .. }, S::Unconfirmed | S::Waiting) if !of.address_confirmed => confirm(&page, of, with),
        (Message::RegistrationPlaced { .. }, S::Confirmed) => Some(placed(event, &page, of, with)),
        (Message::RegistrationWaiting { .. }, S::Waiting) => Some(waiting(&page, of, with)),
        (Message::RegistrationOffered { until, .. }, S::Offered) if of.until == Some(*until) && with.now < *until => {
            Some(offered(&page, of, *until, with))
        }
        (Message::RegistrationWarning { until, .. }, S::Offered) if of.until == Some(*until) && with.now < *until => {
            Some(warning(&page, of, *until, with))
        }
        (Message::OfferToCall { until, .. }, S::Offered) if of.until == Some(*until) && with.now < *until => {
            Some(calls::offer(event, of, *until, with))
        }
        (Message::EventReminder { .. }, S::Confirmed) => near::reminder(event, &page, of, with),
        (Message::EventChanged { sequence, .. }, S::Confirmed) if event.published.as_ref().is_some_and(|p| p.told_last(*sequence)) => {
            near::changed(event, &page, of, with)
        }
        (Message::EventMoved { sequence, .. }, state) if state.is_active() => near::moved(event, &page, of, *sequence, with),
        (Message::EventThanks { .. }, S::Confirmed) => near::thanks(&page, of, with),
        (Message::RegistrationLapsed { .. }, S::Lapsed) => Some(lapsed(&page, of, with)),
        (Message::RegistrationCancelled { .. }, S::Cancelled) => Some(cancelled(&page, of, with)),
        _ => None,
    }
}

fn deadline(until: Timestamp) -> String {
    format!("{}, UK time", date_and_time(until))
}

fn confirm(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Option<Letter> {
    let until = of.until.filter(|until| with.now < *until)?;
    let (kept, lost) = match of.state {
        RegistrationState::Waiting => ("you are on the waiting list", "your turn on the waiting list goes"),
        _ => ("the place is yours", "the place goes to somebody else"),
    };
    Some(
        Letter::about(format!("Confirm your email address{}", on(page)))
            .say("Somebody registered for an event in the Co-production Week Hub with this email address. If it was you, open this link and press the button.")
            .link("Confirm your email address", with.links.registration_confirm(of))
            .say(format!("You have two hours, until {}. Then {kept}. If you do not press the button by then, {lost}.", deadline(until)))
            .fact("What", &page.title)
            .fact("When", page.when_words())
            .say("If it was not you, you need do nothing. What was entered will be deleted."),
    )
}

fn placed(event: &EventRecord, page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let file = ics(page, with);
    let said = match file {
        Some(_) => "You have a place. The details are below, and a file for your calendar is attached to this mail.",
        None => "You have a place. The details are below. There is no set time: take part when it suits you.",
    };
    facts_for_a_place(Letter::about(format!("You have a place{}", on(page))).say(said), event, page, with)
        .link("See, change or cancel your registration. This link is for you alone", with.links.registration(of))
        .say("If you can't come, cancel with this link. Your place then goes to the next person.")
        .attach(file)
}

fn waiting(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about(format!("You are on the waiting list{}", on(page)))
        .say("You are on the waiting list. All places are taken at the moment. When places come free, they are offered to the first person or group that they are enough for.")
        .say("When it is your turn, we write to you at this address.");
    facts(letter, page).link("See your registration, or leave the waiting list", with.links.registration(of))
}

fn offered(page: &EventPage, of: &RegistrationRecord, until: Timestamp, with: &With<'_>) -> Letter {
    let letter = Letter::about(format!("A place is held for you{}", on(page)))
        .say(format!("{} free, and held for you until {}.", came(of), deadline(until)))
        .link("Take the place. Open this link and press the button", with.links.offer_accept(of))
        .link("Turn it down. Open this link and press the button", with.links.offer_decline(of))
        .link("See your registration first. This link is for you alone", with.links.registration(of))
        .say("If we don't hear from you by then, the place goes to the next person.")
        .say(offer_rule(of, until));
    facts(by_hand(letter, of), page)
}

/// The rule of offers. It is another for an address that nobody confirmed: that has two hours, however long others have.
fn offer_rule(of: &RegistrationRecord, until: Timestamp) -> String {
    match of.address_confirmed {
        true => OFFER_RULE.into(),
        false => {
            format!("You did not confirm your email address yet, so the time is short: until {}. Taking the place confirms it.", deadline(until))
        }
    }
}

fn came(of: &RegistrationRecord) -> String {
    match of.party.places {
        1 => "A place is".into(),
        n => format!("{n} places are"),
    }
}

/// The host's reason, where they did it by hand.
fn by_hand(letter: Letter, of: &RegistrationRecord) -> Letter {
    match of.reason.as_deref() {
        Some(reason) => letter.say("The host did this by hand, and gives this reason:").words(Some(reason)),
        None => letter,
    }
}

fn warning(page: &EventPage, of: &RegistrationRecord, until: Timestamp, with: &With<'_>) -> Letter {
    let letter = Letter::about(format!("Your time to answer runs out soon{}", on(page)))
        .say(format!("{} still held for you, but only until {}.", came(of), deadline(until)))
        .link("Take the place. Open this link and press the button", with.links.offer_accept(of))
        .link("Turn it down. Open this link and press the button", with.links.offer_decline(of))
        .link("See your registration first. This link is for you alone", with.links.registration(of))
        .say("If we don't hear from you by then, the place goes to the next person.");
    facts(letter, page)
}

fn lapsed(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let why = match of.address_confirmed {
        true => "A place was held for you, and the time to take it has run out. The place has gone to the next person.",
        false => "Somebody registered for an event with this email address, and did not confirm the address in time. Nothing is booked.",
    };
    let letter = facts(Letter::about("Your time to answer has run out").say(why), page)
        .say("If you still want to come, you can register again. If all places are taken, that puts you on the waiting list.")
        .link("The event's page", with.links.page(&page.path()));
    yours(letter, of, with)
}

/// The private link, when nothing is booked any more: only to an address that somebody has shown to be theirs.
fn yours(letter: Letter, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    match of.address_confirmed {
        true => letter.link("See or erase what we hold about you. This link is for you alone", with.links.registration(of)),
        false => letter,
    }
}

fn cancelled(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let said = match of.reason {
        Some(_) => "The host has cancelled your registration. You need do nothing more. Your place or your turn goes to the next person.",
        None => "Your registration is cancelled, as you asked. You need do nothing more. Your place or your turn goes to the next person.",
    };
    let letter = by_hand(Letter::about(format!("Your registration is cancelled{}", on(page))).say(said), of);
    let letter = facts(letter, page).say("If you change your mind, you can register again.").link("The event's page", with.links.page(&page.path()));
    yours(letter, of, with)
}

fn event_cancelled(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about(format!("Cancelled: your event{}", on(page)))
        .say("An event that you registered for is cancelled. It will not take place. You need do nothing: your registration ends with it.");
    let letter = facts(letter, page);
    let letter = match page.cancel_words.as_deref() {
        Some(words) => letter.say("The host writes:").words(Some(words)),
        None => letter,
    };
    yours(letter.link("Find other events", with.links.page(&page.week.path())), of, with).attach(ics(page, with))
}
