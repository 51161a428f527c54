//! "Send my link again": all private links of one address, in one mail.

use domain::contact::Email;
use domain::event::{EventRecord, EventState};
use domain::ids::{EventId, RegistrationId, StoryId};
use domain::registration::RegistrationRecord;
use domain::story::{StoryRecord, StoryState};
use store::StoreError;
use store::mail_records::MailRecords;

use super::With;
use crate::letter::Letter;

/// What the address is known for, as of now. Each record is asked again whether the address is its own.
#[derive(Default)]
pub(super) struct Known {
    pub events: Vec<EventRecord>,
    pub registrations: Vec<(EventRecord, RegistrationRecord)>,
    pub stories: Vec<StoryRecord>,
}

impl Known {
    pub async fn read(
        records: &MailRecords,
        events: &[EventId],
        registrations: &[(EventId, RegistrationId)],
        stories: &[StoryId],
        to: &Email,
    ) -> Result<Self, StoreError> {
        let mut known = Self::default();
        let same = |email: Option<&Email>| email.is_some_and(|email| email.folded() == to.folded());
        for id in events {
            let event = records.event(id).await?;
            known.events.extend(event.filter(|e| same(e.confirmed_email.as_ref()) && e.state != EventState::Withdrawn));
        }
        for (event, id) in registrations {
            let registration = records.registration(event, id).await?;
            let registration = registration.filter(|r| same(r.person.email.as_ref()) && r.state.is_active());
            let Some(registration) = registration else { continue };
            known.registrations.extend(records.event(event).await?.map(|event| (event, registration)));
        }
        for id in stories {
            let author = records.author(id).await?;
            let story = records.story(id).await?;
            known.stories.extend(story.filter(|s| same(author.as_ref()) && s.state != StoryState::Withdrawn));
        }
        Ok(known)
    }
}

/// The mail; none where there is no link left to send.
pub(super) fn letter(known: &Known, with: &With<'_>) -> Option<Letter> {
    let mut letter = Letter::about("Your private links").say(
        "Here are your private links in the Co-production Week Hub, as you asked. Keep this mail to yourself: the links open without a password.",
    );
    let mut any = false;
    for event in &known.events {
        any = true;
        letter = letter.link(named("The event you listed", event), with.links.event_now(event));
    }
    for (event, registration) in &known.registrations {
        any = true;
        letter = letter.link(named("Your registration", event), with.links.registration_now(registration));
    }
    for story in &known.stories {
        any = true;
        letter = letter.link("What you wrote", with.links.story(story));
    }
    any.then(|| letter.say("If you did not ask for this mail, you need do nothing. Nobody else got the links."))
}

/// Only a title that a coordinator has read is named.
fn named(what: &str, event: &EventRecord) -> String {
    match event.page() {
        Some(page) => {
            format!("{what}, \u{201c}{}\u{201d}, {}", page.title, if page.is_postponed() { "postponed".to_owned() } else { page.when.short_words() })
        }
        None => what.to_owned(),
    }
}
