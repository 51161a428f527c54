//! The private links that mails carry.

use domain::event::{EventRecord, EventState};
use domain::registration::RegistrationRecord;
use domain::story::StoryRecord;
use web::{Context, Purpose};

/// Whole addresses, made for one mail.
#[derive(Clone, Copy)]
pub(crate) struct Links<'a>(pub &'a Context);

impl Links<'_> {
    /// A page of the hub.
    pub fn page(self, path: &str) -> String {
        self.0.absolute(path)
    }

    /// The host's link to an event.
    pub fn event(self, event: &EventRecord) -> String {
        self.private(Purpose::Event, event.id.as_str(), event.generation)
    }

    /// The link by which a host confirms their address.
    pub fn event_confirm(self, event: &EventRecord) -> String {
        self.private(Purpose::EventConfirm, event.id.as_str(), event.generation)
    }

    /// The link that a host needs now.
    pub fn event_now(self, event: &EventRecord) -> String {
        match event.state {
            EventState::Sent => self.event_confirm(event),
            _ => self.event(event),
        }
    }

    /// The link to a registration.
    pub fn registration(self, registration: &RegistrationRecord) -> String {
        self.private(Purpose::Registration, &id(registration), registration.generation)
    }

    /// The link by which somebody who registers confirms their address.
    pub fn registration_confirm(self, registration: &RegistrationRecord) -> String {
        self.private(Purpose::RegistrationConfirm, &id(registration), registration.generation)
    }

    /// The link by which somebody takes the place that is offered to them.
    pub fn offer_accept(self, registration: &RegistrationRecord) -> String {
        self.private(Purpose::RegistrationAccept, &id(registration), registration.generation)
    }

    /// The link by which they turn it down.
    pub fn offer_decline(self, registration: &RegistrationRecord) -> String {
        self.private(Purpose::RegistrationDecline, &id(registration), registration.generation)
    }

    /// The link that somebody who registered needs now.
    pub fn registration_now(self, registration: &RegistrationRecord) -> String {
        match registration.address_confirmed {
            true => self.registration(registration),
            false => self.registration_confirm(registration),
        }
    }

    /// The author's link to a story.
    pub fn story(self, story: &StoryRecord) -> String {
        self.private(Purpose::Story, story.id.as_str(), story.generation)
    }

    fn private(self, purpose: Purpose, id: &str, generation: u32) -> String {
        self.page(&self.0.link(purpose, id, generation))
    }
}

fn id(registration: &RegistrationRecord) -> String {
    format!("{}.{}", registration.event, registration.id)
}
