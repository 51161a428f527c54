//! What the mailer works with, and nothing else: it reads records, keeps the outbox, and posts.

use std::sync::Arc;

use store::Db;
use store::mail_records::MailRecords;
use store::outbox::Outbox;
use web::Context;

use crate::post::Post;

/// Everything the mailer may do. Cheap to clone.
#[derive(Clone)]
pub struct State {
    pub(crate) context: Context,
    pub(crate) outbox: Outbox,
    pub(crate) records: MailRecords,
    pub(crate) post: Arc<dyn Post>,
}

impl State {
    /// Over the database and what carries mails away.
    pub fn new(context: Context, db: Db, post: Arc<dyn Post>) -> Self {
        Self { context, outbox: Outbox::new(db.clone()), records: MailRecords::new(db), post }
    }

    /// Whether nothing may be sent or noted for now: the hub is read-only. What waits goes on waiting.
    pub fn is_resting(&self) -> bool {
        self.context.settings().read_only
    }
}
