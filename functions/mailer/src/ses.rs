//! Posting by Amazon SES. Made in `main` only.

use std::time::Duration;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::timeout::TimeoutConfig;
use aws_sdk_sesv2::error::SdkError;
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Destination, EmailContent, RawMessage};
use lettre::message::Mailbox;

use crate::mail::Mail;
use crate::mime::mime;
use crate::post::{Post, PostError, Posting, Receipt};

/// How long a mail may take to be taken. No single try ends before: one that was only slow was taken all the same, and a second try
/// would be a second mail. What is not taken by then waits for a later round.
const LONGEST: Duration = Duration::from_secs(15);

/// There is no sender, or nobody who reads what people answer.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum NoSender {
    /// Nobody that mails come from.
    #[error("set HUB_SENDER: the name and address that mails come from, like Co-production Week Hub <hub@example.org>")]
    From,
    /// Nobody that answers go to.
    #[error("set HUB_CONTACT_EMAIL: the address of the team, which gets what people answer to a mail, like team@example.org")]
    Replies,
}

/// Sends through SES, from one sender. What people answer goes to the team.
#[derive(Clone, Debug)]
pub struct Ses {
    client: Client,
    from: Mailbox,
    replies: Mailbox,
    set: Option<String>,
}

impl Ses {
    /// Over a client. `from` is a name and an address that SES has verified: `Co-production Week Hub <hub@example.org>`. `replies` is
    /// where somebody reads. `set` is the configuration set that says what becomes of bounces; without one it is the sending domain's own.
    pub fn new(client: Client, from: Mailbox, replies: Mailbox, set: Option<String>) -> Self {
        Self { client, from, replies, set }
    }

    /// From the environment: `HUB_SENDER` and `HUB_MAIL_SET`, with the SDK's own settings; and from the context the team's address.
    ///
    /// # Errors
    /// Where the sender is missing, or one of the two can't be read; says how to set it.
    pub fn from_environment(aws: &aws_config::SdkConfig, context: &web::Context) -> Result<Self, NoSender> {
        let from = std::env::var("HUB_SENDER").ok().and_then(|sender| sender.parse().ok()).ok_or(NoSender::From)?;
        let replies = context.settings().contact.email.parse().map_err(|_| NoSender::Replies)?;
        let set = std::env::var("HUB_MAIL_SET").ok().filter(|name| !name.is_empty());
        let timeouts = TimeoutConfig::builder().operation_timeout(LONGEST).disable_operation_attempt_timeout().build();
        let config = aws_sdk_sesv2::config::Builder::from(aws).timeout_config(timeouts).build();
        Ok(Self::new(Client::from_conf(config), from, replies, set))
    }

    async fn take(&self, mail: &Mail) -> Result<Receipt, PostError> {
        let raw = RawMessage::builder().data(Blob::new(mime(mail, &self.from, &self.replies)?)).build();
        let raw = raw.map_err(|_| PostError::Refused("the mail can't be built".into()))?;
        self.client
            .send_email()
            .from_email_address(self.from.to_string())
            .destination(Destination::builder().to_addresses(mail.to.as_str()).build())
            .content(EmailContent::builder().raw(raw).build())
            .set_configuration_set_name(self.set.clone())
            .send()
            .await
            .map(|taken| Receipt { id: taken.message_id })
            .map_err(why)
    }
}

impl Post for Ses {
    fn send<'a>(&'a self, mail: &'a Mail) -> Posting<'a> {
        Box::pin(self.take(mail))
    }
}

/// What is wrong with this mail will stay wrong; everything else may pass. Only the code is kept: a message may name the address.
fn why<R>(error: SdkError<SendEmailError, R>) -> PostError {
    use aws_sdk_sesv2::error::ProvideErrorMetadata;
    match &error {
        SdkError::ServiceError(service) => match service.err() {
            SendEmailError::MessageRejected(_) => PostError::Refused("rejected".into()),
            SendEmailError::BadRequestException(_) => PostError::Refused("bad request".into()),
            other => PostError::Later(other.code().unwrap_or("unnamed").to_owned()),
        },
        SdkError::TimeoutError(_) => PostError::Later("time ran out".into()),
        _ => PostError::Later("no connection".into()),
    }
}
