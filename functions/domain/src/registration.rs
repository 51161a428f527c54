//! A registration: a place, a turn on the waiting list, an offer; and what would help the person take part.

mod arranging;
mod call;
mod fairness;
mod gone;
mod host_message;
#[cfg(feature = "model")]
pub mod model;
mod needs;
mod offer;
mod on_behalf;
mod party;
mod person;
mod places;
mod pool;
mod public;
mod queue;
mod record;
mod state;
mod to_say;
mod way;

pub use arranging::{Arrangements, Arranging, OTHER, ToArrange};
pub use call::{Call, CallAbout, CallOutcome};
pub use fairness::{FAIRNESS, Next, Turn};
pub use gone::Gone;
pub use host_message::{Audience, HostMessage, Placeholder, fill, known as known_placeholders, parse_host_message};
pub use needs::{AccessRequest, CONSENT_VERSION, CONSENT_WORDS, needs_support, parse_needs};
pub use offer::{OFFER_LASTS, OFFER_RULE, OfferTimes, SUPPORT_LASTS, WARN_BEFORE, offer_times};
pub use on_behalf::{AskedBy, ON_BEHALF_VERSION, ON_BEHALF_WORDS, OnBehalf};
pub use party::{MOST_TOGETHER, Party};
pub use person::Person;
pub use places::{Places, Plan};
pub use pool::{Pool, PoolPlan};
pub use public::{OnlinePlaces, PublicPlaces};
pub use queue::{Ask, Queue};
pub use record::RegistrationRecord;
pub use state::{RegistrationAct, RegistrationState};
pub use to_say::ToSay;
pub use way::Way;

/// How long a place is held for an address to be confirmed (issue text and design, decision 14): two hours.
pub const CONFIRM_WITHIN: jiff::SignedDuration = jiff::SignedDuration::from_hours(2);
