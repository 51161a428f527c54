//! Everything an address is known for: "send my link again".

use domain::contact::Email;
use domain::ids::{EventId, RegistrationId, StoryId};
use domain::message::{Message, Waiting};
use jiff::Timestamp;
use serde::Deserialize;

use super::{RegistrationError, Registrations, outcome};
use crate::error::StoreError;
use crate::form_keys::FormUse;
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, outbox};

/// What an address is known for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownFor {
    /// Events it is the host of.
    pub events: Vec<EventId>,
    /// Active registrations.
    pub registrations: Vec<(EventId, RegistrationId)>,
    /// Stories it wrote.
    pub stories: Vec<StoryId>,
}

#[derive(Deserialize)]
struct Known {
    #[serde(default)]
    registration: Option<RegistrationId>,
}

impl KnownFor {
    fn note(&mut self, place: &str, known: Known) {
        match place.split_once('#') {
            Some(("REG", event)) => self.registrations.extend(EventId::parse(event).zip(known.registration)),
            Some(("HOST", event)) => self.events.extend(EventId::parse(event)),
            Some(("STORY", story)) => self.stories.extend(StoryId::parse(story)),
            _ => {}
        }
    }

    /// Whether it is known for nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Registrations {
    /// What the address of this hash is known for.
    pub async fn known_for(&self, hash: &str) -> Result<KnownFor, StoreError> {
        let mut known = KnownFor::default();
        let mut after: Option<String> = None;
        loop {
            let page = self.db.list::<Known>(Table::Hub, &keys::contact_pk(hash), "", 200, after.as_deref(), false).await?;
            page.records.into_iter().for_each(|(place, record)| known.note(&place, record));
            match page.more {
                Some(place) => after = Some(place),
                None => return Ok(known),
            }
        }
    }

    /// Sends an address all its private links. The answer, and the work, is the same where it is known for nothing.
    pub async fn links_again(&self, to: &Email, hash: &str, form: &FormUse, now: Timestamp) -> Result<(), RegistrationError> {
        let known = self.known_for(hash).await?;
        let mut tx = Tx::new(&self.db);
        form.use_up(&mut tx, &(), now);
        if !known.is_nothing() {
            let KnownFor { events, registrations, stories } = known;
            let message = Message::LinksAgain { events, registrations, stories };
            outbox::add(&mut tx, &Waiting { id: format!("links-again-{}", form.key), to: to.clone().into(), message, created: now });
        }
        match outcome(tx.commit().await)? {
            Ok(()) => Ok(()),
            Err(_) => self.earlier(form).await,
        }
    }
}
