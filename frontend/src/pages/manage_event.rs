//! A host's own pages of an event: how it stands, its private link, taking it back.

mod again;
mod change;
mod details;
mod happened;
mod leave;
mod link;
mod postpone;
mod state;

pub use again::{AgainPage, again};
pub use change::{ChangePage, change};
pub use details::{DetailsPage, details};
pub use happened::{HappenedPage, happened};
pub use leave::{CancelPage, cancel};
pub use link::{LinkPage, link};
pub use postpone::{PostponePage, postpone};
pub use state::{StatePage, state};
