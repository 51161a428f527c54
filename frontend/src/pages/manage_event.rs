//! A host's own pages of an event: how it stands, its private link, taking it back.

mod leave;
mod link;
mod opening;
mod state;

pub use leave::{CancelPage, WithdrawPage, cancel, withdraw};
pub use link::{LinkPage, link};
pub use opening::{ConfirmPage, OpenPage, confirm, open};
pub use state::{StatePage, state};
