//! Behind a story's private link: opening it, where it stands, taking it back.

mod open;
mod state;
mod withdraw;

pub use open::{OpenPage, open};
pub use state::{StatePage, state};
pub use withdraw::{WithdrawPage, withdraw};
