//! A finished mail: what is sent, before it is put into a form of transport.

use domain::contact::Email;
use serde::{Deserialize, Serialize};

/// One mail to one address. The plain text is always there; the HTML says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The Message-ID with its angle brackets. The same message always has the same, so a repeat can be told (I6).
    pub message_id: String,
    /// To whom.
    pub to: Email,
    /// One neutral line (quality-bar P-22).
    pub subject: String,
    /// The plain text, lines ended by `\n`.
    pub text: String,
    /// The same as a whole HTML page; every text of people is escaped in it.
    pub html: String,
    /// What is attached.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// Something attached to a mail. Always text: the hub attaches calendar files and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its file name: letters, digits, `.`, `-`.
    pub name: String,
    /// Its media type, e.g. `text/calendar; method=PUBLISH; charset=utf-8`.
    pub content_type: String,
    /// What is in it.
    pub body: String,
}
