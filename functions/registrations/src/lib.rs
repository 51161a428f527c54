//! Registrations: places, the waiting list, access answers, what a person changes, what a host sees, and how many places are left.

mod events;
mod host;
mod links;
mod manage;
mod places;
mod problems;
mod register;
mod returned;
mod shell;

pub use manage::held::label as held_label;

use axum::Router;
use axum::routing::{get, post};
use store::Db;
use store::public::PublicReader;
use store::rate::Rates;
use store::registrations::{AccessAnswers, Registrations};
use store::returned::Returned;
use web::Context;

/// What this function may do.
#[derive(Clone, Debug)]
pub struct State {
    context: Context,
    registrations: Registrations,
    access: AccessAnswers,
    public: PublicReader,
    rates: Rates,
    returned: Returned,
}

impl State {
    /// Over the database.
    pub fn new(context: Context, db: Db) -> Self {
        Self {
            context,
            registrations: Registrations::new(db.clone()),
            access: AccessAnswers::new(db.clone()),
            public: PublicReader::new(db.clone()),
            rates: Rates::new(db.clone()),
            returned: Returned::new(db),
        }
    }
}

/// The routes alone, to be merged with others.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/events/{slug}/register", get(register::show).post(register::take))
        .route("/events/{slug}/places", get(places::left))
        .route("/manage/registration/open/{token}", get(manage::open::ask).post(manage::open::open))
        .route("/manage/registration/confirm/{token}", get(manage::confirm::ask).post(manage::confirm::confirm))
        .route("/manage/registration/accept/{token}", get(manage::offer::ask_to_accept).post(manage::offer::accept))
        .route("/manage/registration/decline/{token}", get(manage::offer::ask_to_decline).post(manage::offer::decline))
        .route("/manage/registration/{id}", get(manage::show::show))
        .route("/manage/registration/{id}/calendar.ics", get(manage::show::calendar))
        .route("/manage/registration/{id}/change", get(manage::change::ask).post(manage::change::change))
        .route("/manage/registration/{id}/cancel", get(manage::leave::ask).post(manage::leave::cancel))
        .route("/manage/registration/{id}/held", get(manage::held::show).post(manage::held::erase))
        .route("/manage/registration/{id}/held.json", get(manage::held::download))
        .route("/manage/registration/{id}/accept", post(manage::leave::accept))
        .route("/manage/registration/{id}/decline", post(manage::leave::decline))
        .route("/manage/event/{id}/registrations", get(host::list::show))
        .route("/manage/event/{id}/registrations/add", get(host::add::ask).post(host::add::add))
        .route("/manage/event/{id}/registrations/door", get(host::door::show).post(host::door::note))
        .route("/manage/event/{id}/registrations/download", get(host::download::ask).post(host::download::download))
        .route("/manage/event/{id}/registrations/message", get(host::message::ask).post(host::message::write))
        .route("/manage/event/{id}/registrations/paper", get(host::paper::show))
        .route("/manage/event/{id}/registrations/places", get(host::places::ask).post(host::places::decide))
        .route("/manage/event/{id}/registrations/{who}", get(host::person::ask).post(host::person::act))
        .route("/manage/event/{id}/registrations/{who}/letter", get(host::letter::show))
        .route("/manage/event/{id}/register-for-somebody/{coordinator}", get(host::coordinator::ask).post(host::coordinator::add))
        .route("/manage/event/{id}/register-for-somebody/{coordinator}/{who}", get(host::coordinator::entered))
        .route("/links", get(links::ask).post(links::send))
        .with_state(state)
}

/// The whole function.
pub fn router(state: State) -> Router {
    let context = state.context.clone();
    web::finish(&context, routes(state))
}
