//! Mails around the day itself, and what a host writes to everybody.

use domain::event::{EventPage, EventRecord, Format, Moved, MovedWhat};
use domain::registration::{HostMessage, Placeholder, RegistrationRecord, RegistrationState, Way, fill};
use domain::retention::needs_until;
use domain::time::{local, long_date};

use super::about::{facts, facts_for_a_place, ics, on};
use super::deadline;
use crate::compose::With;
use crate::letter::Letter;

/// Two days before: everything somebody needs on the day. None once it has begun, or where it was moved to a later day.
pub(super) fn reminder(event: &EventRecord, page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Option<Letter> {
    let begins = page.when.start()?;
    if begins <= with.now || !page.when.is_near(with.now) {
        return None;
    }
    let letter = Letter::about(format!("You have a place soon{}", on(page))).say("You have a place at an event that is near. Here is what you need.");
    Some(
        facts_for_a_place(letter, event, page, with)
            .link("See, change or cancel your registration. This link is for you alone", with.links.registration(of))
            .say("If you can't come, cancel with this link, even at the last moment. Your place then goes to the next person."),
    )
}

/// How to join or to find it is another than the mails before said. None once it is over.
pub(super) fn changed(event: &EventRecord, page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Option<Letter> {
    if page.when.end().is_some_and(|end| end <= with.now) {
        return None;
    }
    let letter = Letter::about(format!("How to find or join your event has changed{}", on(page)))
        .say("The host of an event that you have a place at has changed how to find it or how to join it. The day and time are the same. Here is all of it as it is now.");
    Some(
        facts_for_a_place(letter, event, page, with)
            .link("See, change or cancel your registration. This link is for you alone", with.links.registration(of))
            .attach(ics(page, with)),
    )
}

/// Day, time, place or way to take part is another: what it was, and what it is. None once a newer change was made, or it is over, or
/// where all is again as they knew it; of an event put off since then nothing of its old day is told, and the rest with the new one.
pub(super) fn moved(event: &EventRecord, page: &EventPage, of: &RegistrationRecord, sequence: u32, with: &With<'_>) -> Option<Letter> {
    let put_off_since = |moved: &Moved| event.postponed.as_ref().is_some_and(|postponed| moved.at < postponed.at);
    let stands = |moved: &&Moved| moved.sequence == sequence && !moved.lines.is_empty() && !put_off_since(moved);
    let moved = page.moved.as_ref().filter(stands).filter(|_| page.ends().is_none_or(|end| end > with.now))?;
    let letter = Letter::about(format!("Your event has changed{}", on(page)))
        .say("The host of an event that you registered for has changed it. This is what is another now:");
    let letter =
        moved.lines.iter().fold(letter, |letter, line| letter.fact(line.what.words(), format!("It was: {}\nIt is now: {}", line.before, line.after)));
    let letter = letter.say(stays(of)).say(format!("{}Here is all of it:", takes_part(page, of, moved)));
    let letter = match of.state {
        RegistrationState::Confirmed => facts_for_a_place(letter, event, page, with),
        _ => facts(letter, page),
    };
    Some(
        letter
            .link("See, change or cancel your registration. This link is for you alone", with.links.registration(of))
            .say("If you can't come now, cancel with this link. Your place then goes to the next person.")
            .attach(ics(page, with).filter(|_| of.state == RegistrationState::Confirmed)),
    )
}

/// What somebody keeps of an event that was changed.
fn stays(of: &RegistrationRecord) -> String {
    match (of.state, of.until) {
        (RegistrationState::Confirmed, _) => "Your place stays yours.".into(),
        (RegistrationState::Waiting, _) => "Your turn on the waiting list stays yours.".into(),
        (RegistrationState::Offered, Some(until)) => {
            format!("The place that is offered to you is held until {}. Take it or turn it down by then.", deadline(until))
        }
        _ => "Your registration stays as it is.".into(),
    }
}

/// How they take part now, where that was changed.
fn takes_part(page: &EventPage, of: &RegistrationRecord, moved: &Moved) -> String {
    if !moved.lines.iter().any(|line| line.what == MovedWhat::Format) {
        return String::new();
    }
    let how = match (page.format, of.party.way) {
        (Format::Hybrid, Way::Room) => {
            "You are registered to take part in person. If you would rather take part online, say so behind the link below."
        }
        (Format::Hybrid, Way::Online) => "You are registered to take part online. If you would rather come in person, say so behind the link below.",
        (Format::InPerson, _) => "You are now registered to take part in person.",
        (Format::Online, _) => "You are now registered to take part online.",
        (Format::OnDemand, _) => "You can now take part at any time.",
    };
    format!("{how} ")
}

/// The host put it off: what stays, and that another date will come.
pub(super) fn postponed(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Letter {
    let stays = match of.state {
        RegistrationState::Waiting => "Your turn on the waiting list stays yours",
        RegistrationState::Offered => "The offer that was made to you stays as it is",
        _ => "Your place stays yours",
    };
    let letter = Letter::about(format!("Postponed: your event{}", on(page)))
        .say("The host of an event that you registered for has postponed it. It does not take place on the day you know. There is no new date yet.")
        .say(format!("{stays}. You need do nothing. When there is a new date, we write to you again, and you can then decide."));
    let letter = match page.cancel_words.as_deref() {
        Some(words) => letter.say("The host writes:").words(Some(words)),
        None => letter,
    };
    facts(letter, page)
        .link("See, change or cancel your registration. This link is for you alone", with.links.registration(of))
        .attach(ics(page, with))
}

/// When it is over: thanks, and when what they told us goes. None where it is not over.
pub(super) fn thanks(page: &EventPage, of: &RegistrationRecord, with: &With<'_>) -> Option<Letter> {
    let over = page.when.end().filter(|end| *end <= with.now)?;
    let letter = Letter::about("Thank you, and what happens to your data")
        .say("The event you had a place at is over. Thank you for taking part. Below stands what happens now to what you told us.");
    Some(
        facts(letter, page)
            .say(format!("If you told the host what would help you, that is deleted on {}.", long_date(local(needs_until(Some(over), over)).date())))
            .say("Your name and address are deleted 90 days after the event. You can see and delete everything now:")
            .link("See or delete what we hold about you. This link is for you alone", with.links.registration(of))
            .say("Do you want to tell others how it was? You can share your story, with your name or without.")
            .link("Share your story", with.links.page("/share-your-story")),
    )
}

/// What the host wrote. None for somebody it no longer concerns.
pub(in crate::compose) fn from_host(event: &EventRecord, of: &RegistrationRecord, message: &HostMessage, with: &With<'_>) -> Option<Letter> {
    let page = event.page().filter(|_| event.state.goes_ahead() && message.audience.takes_in(of.state))?;
    let words = fill(&message.words, |placeholder| match placeholder {
        Placeholder::Name => of.person.name.clone(),
        Placeholder::Event => page.title.clone(),
        Placeholder::When => page.when_words(),
    });
    let letter = Letter::about(format!("A message from your host{}", on(&page)))
        .say(format!("The host of an event that you registered for writes to {}:", message.audience.words().to_lowercase()))
        .words(Some(&words));
    Some(facts(letter, &page).link("See, change or cancel your registration. This link is for you alone", with.links.registration(of)))
}
