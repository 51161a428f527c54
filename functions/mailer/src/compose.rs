//! A message and the records as they are now become a mail; or nothing, where it is no longer true (I6).

mod concerns;
mod events;
mod links;
mod readers;
mod registrations;
mod staff;
mod stories;

use domain::contact::Email;
use domain::message::{Message, Recipient, Waiting};
use jiff::Timestamp;
use store::StoreError;

use crate::letter::Letter;
use crate::links::Links;
use crate::mail::Mail;
use crate::state::State;
use registrations::near;

/// What every family of mails is written with.
pub(crate) struct With<'a> {
    pub links: Links<'a>,
    pub to: &'a Email,
    pub now: Timestamp,
}

/// The mail; none where the message is no longer true, or there is nobody to write to any more.
pub(crate) async fn compose(state: &State, waiting: &Waiting, now: Timestamp) -> Result<Option<Mail>, StoreError> {
    let to = match &waiting.to {
        Recipient::Address(email) => Some(email.clone()),
        Recipient::Author(story) => state.records.author(story).await?,
        Recipient::Relay(relay) => state.records.behind_relay(relay).await?.map(|behind| behind.email),
    };
    let Some(to) = to else { return Ok(None) };
    let with = With { links: Links(&state.context), to: &to, now };
    let letter = letter(state, waiting, &with).await?;
    let origin = &state.context.settings().origin;
    Ok(letter.map(|letter| letter.finish(message_id(&waiting.id, origin), to.clone(), origin)))
}

async fn letter(state: &State, waiting: &Waiting, with: &With<'_>) -> Result<Option<Letter>, StoreError> {
    use Message as M;
    let records = &state.records;
    match &waiting.message {
        M::EventDraft { event }
        | M::EventConfirm { event }
        | M::EventReceived { event }
        | M::EventChangesAsked { event }
        | M::EventPublished { event }
        | M::EventChangePublished { event }
        | M::EventChangeReturned { event }
        | M::EventChangeRefused { event }
        | M::EventOver { event }
        | M::EventDeclined { event } => {
            let event = records.event(event).await?;
            Ok(event.and_then(|event| events::letter(&waiting.message, &event, with)))
        }
        M::RegistrationConfirm { event, registration }
        | M::RegistrationPlaced { event, registration }
        | M::RegistrationWaiting { event, registration }
        | M::RegistrationOffered { event, registration, .. }
        | M::RegistrationWarning { event, registration, .. }
        | M::OfferToCall { event, registration, .. }
        | M::RegistrationLapsed { event, registration }
        | M::RegistrationCancelled { event, registration }
        | M::EventReminder { event, registration }
        | M::EventChanged { event, registration, .. }
        | M::EventPostponed { event, registration, .. }
        | M::EventThanks { event, registration }
        | M::EventCancelled { event, registration } => {
            let registration = records.registration(event, registration).await?;
            let event = records.event(event).await?;
            Ok(event.zip(registration).and_then(|(event, of)| registrations::letter(&waiting.message, &event, &of, with)))
        }
        M::EventMoved { event, registration, sequence } => {
            let registration = records.registration(event, registration).await?;
            let Some((mut event, of)) = records.event(event).await?.zip(registration) else { return Ok(None) };
            registrations::with_what_was_missed(&mut event, &of, *sequence, &state.outbox).await?;
            Ok(registrations::letter(&waiting.message, &event, &of, with))
        }
        M::FromHost { event, registration, message } => {
            let registration = records.registration(event, registration).await?;
            let words = records.host_message(event, message).await?;
            let event = records.event(event).await?;
            Ok(event.zip(registration).zip(words).and_then(|((event, of), words)| near::from_host(&event, &of, &words, with)))
        }
        M::StoryReceived { story }
        | M::StoryChangesAsked { story }
        | M::StoryEditsProposed { story }
        | M::StoryScheduled { story }
        | M::StoryTakenDown { story }
        | M::StoryLive { story }
        | M::StoryDeclined { story }
        | M::StoryUpdateRead { story }
        | M::StoryWithdrawn { story } => {
            let story = records.story(story).await?;
            Ok(story.and_then(|story| stories::letter(&waiting.message, &story, with)))
        }
        M::FromReader { relay, words, reach } => {
            let Some(behind) = records.behind_relay(relay).await? else { return Ok(None) };
            let story = records.story(&behind.story).await?;
            Ok(story.and_then(|story| readers::letter(&story, relay, words, reach.as_ref(), with)))
        }
        M::LinksAgain { events, registrations, stories } => {
            let known = links::Known::read(records, events, registrations, stories, with.to).await?;
            Ok(links::letter(&known, with))
        }
        M::ConcernRaised { .. } => Ok(Some(concerns::raised(with))),
        M::StaffSignIn { staff, .. } | M::StaffInvited { staff } => {
            let staff = records.staff(staff).await?;
            Ok(staff.and_then(|staff| staff::letter(waiting, &staff, with)))
        }
    }
}

/// The same for the same message, always (I6). Ids hold letters that a Message-ID may not; they become dots.
fn message_id(id: &str, origin: &str) -> String {
    let id: String = id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '.' }).collect();
    format!("<{}@{}>", id.trim_matches('.'), web::ics::host(origin))
}

#[cfg(test)]
mod tests;
