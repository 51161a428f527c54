//! A mail as bytes, by a typed builder: no text of anybody can begin a header (quality-bar S-27).

use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};

use crate::mail::Mail;
use crate::post::PostError;

/// Writes a mail down, from one sender to one recipient: plain text, HTML, and what is attached. Who answers it writes to `replies`.
///
/// # Errors
/// [`PostError::Refused`] where an address or a media type can't stand in a mail.
pub fn mime(mail: &Mail, from: &Mailbox, replies: &Mailbox) -> Result<Vec<u8>, PostError> {
    let to = mail.to.as_str().parse().map_err(|_| refused("the address can't stand in a mail"))?;
    let mut parts = MultiPart::mixed().multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()));
    for attached in &mail.attachments {
        let content_type = ContentType::parse(&attached.content_type).map_err(|_| refused("what is attached has no media type"))?;
        parts = parts.singlepart(Attachment::new(one_line(&attached.name)).body(attached.body.clone(), content_type));
    }
    let message = Message::builder()
        .from(from.clone())
        .reply_to(replies.clone())
        .to(Mailbox::new(None, to))
        .subject(one_line(&mail.subject))
        .message_id(Some(one_line(&mail.message_id)))
        .raw_header(automatic())
        .multipart(parts)
        .map_err(|_| refused("the mail can't be built"))?;
    Ok(message.formatted())
}

/// Keeps holiday notices from being answered to us (RFC 3834).
fn automatic() -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into())
}

/// The builder encodes what it is given; what can't be seen is taken out before all the same.
fn one_line(text: &str) -> String {
    domain::text::one_line(text)
}

fn refused(why: &str) -> PostError {
    PostError::Refused(why.into())
}

#[cfg(test)]
#[path = "mime/tests.rs"]
mod tests;
