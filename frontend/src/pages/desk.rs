//! The coordinators' side: a tool used under pressure. Denser than the public pages, and every act always in the same place.

mod as_typed;
mod audit;
mod changed;
mod concerns;
mod edit_story;
mod enter;
mod only_desk;
mod people;
mod question_box;
mod queue;
mod review;
mod second_factor;
mod second_reading;
mod sign_in;
mod signed_out;
mod take_down;
mod update_review;
mod weeks;

pub use as_typed::as_typed;
pub use audit::{AuditDay, AuditLine, audit};
pub use changed::changed;
pub use concerns::{ConcernLine, concerns};
pub use edit_story::edit_story;
pub use enter::{enter_event, enter_registration, enter_story};
pub use only_desk::{consent_facts, host_facts};
pub use people::{Confirmation, Person, confirm, people};
pub use question_box::{SuggestedLine, question_box};
pub use queue::{Done, QueuePage, Waiting, queue};
pub use review::{Acts, Review, review};
pub use second_factor::{second_factor, set_up};
pub use second_reading::second_reading;
pub use sign_in::{link_over, link_sent, open_link, sign_in};
pub use signed_out::{Kept, signed_out};
pub use take_down::take_down;
pub use update_review::{UpdateReview, update_review};
pub use weeks::{WeekLine, change_week, weeks};
