//! An event: what a host tells about it, how it lives, and what of it is public.

mod about;
mod access;
mod at_once;
mod booking;
mod card;
mod checks;
mod details;
mod host;
mod numbers;
mod page;
mod place;
mod record;
mod state;
mod step;
mod when;

pub use about::{About, EventKind};
pub use access::{facts_asked, parse_access};
pub use at_once::{AT_ONCE, ChangedAtOnce};
pub use booking::{Booking, BookingType, Cost};
pub use card::EventCard;
pub use checks::{Check, checks};
pub use details::{EventDetails, Rules};
pub use host::Host;
pub use numbers::Numbers;
pub use page::{EventPage, PublicState};
pub use place::{Format, Place, Venue};
pub use record::{EventRecord, Published};
pub use state::{EventAct, EventState};
pub use step::EventStep;
pub use when::{NEAR, When};
