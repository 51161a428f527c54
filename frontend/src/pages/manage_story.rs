//! Behind a story's private link: where it stands, taking it back.

mod agreed;
mod state;
mod withdraw;

pub use agreed::{AgreedLine, AgreedPage, agreed};
pub use state::{StatePage, state};
pub use withdraw::{WithdrawPage, withdraw};
