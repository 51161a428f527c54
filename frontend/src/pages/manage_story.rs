//! Behind a story's private link: where it stands, what was agreed to, edits to answer, taking it back.

mod address;
mod agreed;
mod close;
mod edits;
mod state;
mod update;
mod withdraw;

pub use address::{AddressPage, address};
pub use agreed::{AgreedLine, AgreedPage, agreed};
pub(crate) use close::close_here;
pub use close::{ClosePage, close};
pub use edits::{Change, EditsPage, edits};
pub use state::{StatePage, state};
pub use update::{UpdateLine, UpdatePage, update};
pub use withdraw::{WithdrawPage, withdraw};
