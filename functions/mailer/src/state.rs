//! What the mailer works with, and nothing else: it reads records, keeps the outbox, and posts.

use std::sync::Arc;

use domain::contact::Email;
use jiff::Timestamp;
use store::mail_records::MailRecords;
use store::outbox::Outbox;
use store::returned::Returned;
use store::{Db, StoreError};
use web::Context;

use crate::post::Post;

/// Everything the mailer may do. Cheap to clone.
#[derive(Clone)]
pub struct State {
    pub(crate) context: Context,
    pub(crate) outbox: Outbox,
    pub(crate) records: MailRecords,
    pub(crate) returned: Returned,
    pub(crate) post: Arc<dyn Post>,
}

impl State {
    /// Over the database and what carries mails away.
    pub fn new(context: Context, db: Db, post: Arc<dyn Post>) -> Self {
        Self { context, outbox: Outbox::new(db.clone()), returned: Returned::new(db.clone()), records: MailRecords::new(db), post }
    }

    /// A folded address or number as records name it: `email:ann@example.org`.
    pub fn contact_hash(&self, contact: &str) -> String {
        self.context.contact_hash(contact)
    }

    pub(crate) fn hash(&self, email: &Email) -> String {
        self.contact_hash(&format!("email:{}", email.folded()))
    }

    /// Since when the oldest message waits.
    ///
    /// # Errors
    /// Where the outbox can't be read.
    pub async fn oldest(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        self.outbox.oldest(now).await
    }

    /// How many messages lie aside and wait for somebody to look at them, at most a hundred.
    ///
    /// # Errors
    /// Where the outbox can't be read.
    pub async fn aside(&self) -> Result<usize, StoreError> {
        self.outbox.how_many_aside().await
    }

    /// Whether nothing may be sent or noted for now: the hub is read-only. What waits goes on waiting.
    pub fn is_resting(&self) -> bool {
        self.context.settings().read_only
    }
}
