//! Turns what waits in the outbox into mails (I6). Texts are made when they are sent, from what is then true.

mod mail;
mod post;

pub use mail::{Attachment, Mail};
pub use post::{Post, PostError, Posting};
