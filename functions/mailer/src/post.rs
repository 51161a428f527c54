//! What carries a mail away: SES when deployed, the mailbox at home, a list in tests.

use std::pin::Pin;

use crate::mail::Mail;

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// This mail will not be taken, however often it is tried. The reason holds no personal data.
    #[error("refused: {0}")]
    Refused(String),
    /// Not now; it may be tried again.
    #[error("not now: {0}")]
    Later(String),
}

/// What is given for a mail that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// What the service calls it, where it has a name of its own for it.
    pub id: Option<String>,
}

/// Whether a mail was taken, once that is known.
pub type Posting<'a> = Pin<Box<dyn Future<Output = Result<Receipt, PostError>> + Send + 'a>>;

/// Takes mails.
pub trait Post: Send + Sync {
    /// Takes one mail. `Ok` means that it is kept or on its way; nothing tells whether it was read.
    fn send<'a>(&'a self, mail: &'a Mail) -> Posting<'a>;
}
