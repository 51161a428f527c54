//! A person's own registration: how it stands, what to know, what to change.

mod change;
mod held;
mod state;

pub use change::{ChangePage, change};
pub use held::{Held, HeldPage, held};
pub use state::{Offer, RegistrationPage, registration};
