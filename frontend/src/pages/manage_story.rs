//! Behind a story's private link: where it stands, taking it back.

mod state;
mod withdraw;

pub use state::{StatePage, state};
pub use withdraw::{WithdrawPage, withdraw};
