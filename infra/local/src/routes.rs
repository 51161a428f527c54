//! Every function's routes in one router.

use std::sync::Arc;

use axum::Router;
use store::Db;
use web::Context;

use crate::mailbox::{self, Mailbox};

/// All of them. What a function may not do when deployed is decided by its role there; here they share one database.
pub fn all(context: &Context, db: &Db, mailbox: Arc<Mailbox>) -> Router {
    Router::new()
        .merge(site::routes(site::State::new(context.clone(), db.clone())))
        .merge(desk::routes(desk::State::new(context.clone(), db)))
        .merge(mailbox::routes(context, mailbox))
        .merge(events::routes(events::State::new(context.clone(), db.clone())))
        .merge(registrations::routes(registrations::State::new(context.clone(), db.clone())))
        .merge(stories::routes(stories::State::new(context.clone(), db.clone())))
}
