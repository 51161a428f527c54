//! A registration: a place, a turn on the waiting list, an offer; and what would help the person take part.

mod needs;
mod person;
mod places;
mod record;
mod state;

pub use needs::{AccessRequest, CONSENT_VERSION, CONSENT_WORDS, parse_needs};
pub use person::Person;
pub use places::{Places, PublicPlaces};
pub use record::RegistrationRecord;
pub use state::{RegistrationAct, RegistrationState};

/// How long a place is held for an address to be confirmed (issue text and design, decision 14): two hours.
pub const CONFIRM_WITHIN: jiff::SignedDuration = jiff::SignedDuration::from_hours(2);

/// How long an offer holds a freed place: two days, but never past the start of the event.
pub const OFFER_LASTS: jiff::SignedDuration = jiff::SignedDuration::from_hours(48);
