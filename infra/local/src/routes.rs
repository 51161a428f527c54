//! Every function's routes in one router.

use std::sync::Arc;

use axum::Router;
use web::Context;

use crate::doors::Doors;
use crate::mailbox::{self, Mailbox};

/// All of them. What a function may not do when deployed is decided by its role there; here by its door, and at home all share one.
pub fn all(context: &Context, doors: &Doors<'_>, mailbox: Arc<Mailbox>) -> Router {
    Router::new()
        .merge(site::routes(site::State::new(context.clone(), doors.of("site"))))
        .merge(desk::routes(desk::State::new(context.clone(), &doors.of("desk"))))
        .merge(mailbox::routes(context, mailbox))
        .merge(events::routes(events::State::new(context.clone(), doors.of("events"))))
        .merge(registrations::routes(registrations::State::new(context.clone(), doors.of("registrations"))))
        .merge(stories::routes(stories::State::new(context.clone(), doors.of("stories"))))
}
