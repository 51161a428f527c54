//! What a host changes after publication without asking the desk (I8): how people get in and whom they ring, never what the event says
//! of itself. Materials carry links, so they go through the desk.

use super::{EventRecord, Host, Place};
use crate::answers::Answers;
use crate::field::Errors;

/// The fields that change at once.
pub const AT_ONCE: [&str; 4] = ["joining", "directions", "enquiries_phone", "contact_phone"];

/// A published event with other details.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedAtOnce {
    /// The record as it becomes; its version and sequence are as they were.
    pub record: EventRecord,
    /// Whether it concerns anybody but the desk: how to find it, how to join it or whom to ring is another.
    pub concerns_people: bool,
}

impl EventRecord {
    /// The fields of [`AT_ONCE`] as they are typed now, for those that this event has.
    pub fn at_once(&self) -> Answers {
        let mut answers = Answers::new();
        answers.take(&self.at_once_fields(), &self.answers);
        answers
    }

    /// The fields of [`AT_ONCE`] that this event has: directions where there is a room, joining where it is online too, the
    /// number that visitors ring where there is one.
    pub fn at_once_fields(&self) -> Vec<&'static str> {
        let place = self.published.as_ref().map(|published| &published.details.place);
        let enquiries = self.published.as_ref().and_then(|published| published.details.host.enquiries.as_ref());
        let has = |field: &&str| match *field {
            "joining" => place.is_some_and(|place| place.platform.is_some()),
            "directions" => place.is_some_and(|place| place.venue.is_some()),
            "enquiries_phone" => enquiries.is_some_and(|who| who.phone.is_some()),
            _ => place.is_some(),
        };
        AT_ONCE.into_iter().filter(has).collect()
    }

    /// Reads those fields from a form; one that it doesn't hold stays as it is. Whatever else it holds changes nothing. None where
    /// nothing is another.
    pub fn changed_at_once(&self, typed: &Answers) -> Result<Option<ChangedAtOnce>, Errors> {
        let Some(published) = &self.published else { return Ok(None) };
        let mut fields = self.at_once_fields();
        fields.retain(|field| !typed.all(field).is_empty());
        let mut answers = self.answers.clone();
        answers.take(&fields, typed);
        let before = &published.details;
        let mut errors = Errors::default();
        // Another number is there at once; none is for the desk.
        if fields.contains(&"enquiries_phone") && !answers.has("enquiries_phone") {
            errors.add("enquiries_phone", "Enter a phone number for visitors");
        }
        let (place, host) = (errors.join(Place::parse(&answers)), errors.join(Host::parse(&answers)));
        let (place, host) = errors.or(place.zip(host))?;
        if before.place == place && before.host == host {
            return Ok(None);
        }
        let concerns_people = before.place != place || before.host.enquiries != host.enquiries;
        let mut record = self.clone();
        // A change that waits would bring the old ones back.
        if let Some(change) = &mut record.change {
            change.answers.take(&fields, &answers);
        }
        record.answers = answers;
        if let Some(published) = &mut record.published {
            (published.details.place, published.details.host) = (place, host);
        }
        Ok(Some(ChangedAtOnce { record, concerns_people }))
    }
}
