//! Turns what waits in the outbox into mails (I6). Texts are made when they are sent, from what is then true.
//!
//! [`handle`] takes what the outbox's stream brings; [`send_waiting`] goes through all that waits: at home in place of the stream,
//! deployed as the keeper's net under it.

mod compose;
mod escape;
mod handle;
mod letter;
mod links;
mod mail;
mod mime;
mod post;
mod send;
mod ses;
mod state;
mod until;

pub use handle::{Refused, handle, handle_until};
pub use mail::{Attachment, Mail};
pub use mime::mime;
pub use post::{Post, PostError, Posting, Receipt};
pub use send::{Outcome, Round, TRIES, send_one, send_waiting, send_waiting_until};
pub use ses::{NoSender, Ses};
pub use state::State;
pub use until::Until;
