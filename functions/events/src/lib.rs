//! Listing an event, and managing one: drafts saved page by page, private links, sending, cancelling.

mod again;
mod amend;
mod check;
mod details;
mod happened;
mod leave;
mod link;
mod mine;
mod opening;
mod postpone;
mod standing;
mod start;
mod step;
mod trusted;

use axum::Router;
use axum::routing::get;
use store::Db;
use store::events::Events;
use store::public::PublicReader;
use store::rate::Rates;
use web::Context;

/// What this function may do: keep events, read weeks, count.
#[derive(Clone, Debug)]
pub struct State {
    /// Clock, randomness, links, settings.
    pub context: Context,
    /// The events.
    pub events: Events,
    /// The weeks, as anyone may read them.
    pub public: PublicReader,
    /// How often something may be done.
    pub rates: Rates,
}

impl State {
    /// Over the database.
    pub fn new(context: Context, db: Db) -> Self {
        Self { context, events: Events::new(db.clone()), public: PublicReader::new(db.clone()), rates: Rates::new(db) }
    }
}

/// The routes, to be merged with other functions' or finished by [`router`].
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/list-an-event", get(start::show).post(start::begin))
        .route("/manage/event/open/{token}", get(opening::show).post(opening::open))
        .route("/manage/event/confirm/{token}", get(opening::show_confirm).post(opening::confirm))
        .route("/manage/event/{id}", get(standing::show))
        .route("/manage/event/{id}/check", get(check::show).post(check::send))
        .route("/manage/event/{id}/link", get(link::show).post(link::mail))
        .route("/manage/event/{id}/details", get(details::show).post(details::change))
        .route("/manage/event/{id}/happened", get(happened::show).post(happened::save))
        .route("/manage/event/{id}/again", get(again::show).post(again::begin))
        .route("/manage/event/{id}/amend", get(amend::show).post(amend::act))
        .route("/manage/event/{id}/postpone", get(postpone::show).post(postpone::act))
        .route("/manage/event/{id}/cancel", get(leave::show_cancel).post(leave::cancel))
        .route("/manage/event/{id}/withdraw", get(leave::show_withdraw).post(leave::withdraw))
        .route("/manage/event/{id}/{step}", get(step::show).post(step::save))
        .with_state(state)
}

/// The whole function.
pub fn router(state: State) -> Router {
    let context = state.context.clone();
    web::finish(&context, routes(state))
}
