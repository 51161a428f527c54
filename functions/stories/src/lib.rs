//! The function `stories`: an author writes a story, says what may be done with it, sends it,
//! answers edits, stops it before it is live, and takes it back.
//!
//! It works without an account and without an address. Nothing about the sender is kept beside a story: the only trace is a
//! counter under a hash that is another one tomorrow, so that nobody fills the queue.

mod address;
mod agreed;
mod ask;
mod author;
mod check;
mod close;
mod code;
mod concern;
mod contact;
mod edits;
mod event;
mod give_away;
mod message;
mod messages;
mod open;
mod plainer;
mod rows;
mod start;
mod state;
mod step;
mod stop;
mod update;
mod weeks;
mod withdraw;
mod wrote;

use axum::Router;
use axum::routing::get;
use store::Db;
use store::concerns::Concerns;
use store::public::PublicReader;
use store::rate::Rates;
use store::stories::{AuthorAddresses, Relays, Stories};
use store::suggestions::QuestionBox;
use web::Context;

/// What this function may do: read weeks, write stories, read the addresses behind one back to its author, pass readers' messages on,
/// count drafts.
#[derive(Clone, Debug)]
pub struct State {
    context: Context,
    weeks: PublicReader,
    stories: Stories,
    addresses: AuthorAddresses,
    relays: Relays,
    rates: Rates,
    concerns: Concerns,
    question_box: QuestionBox,
}

impl State {
    /// Over the database.
    pub fn new(context: Context, db: Db) -> Self {
        Self {
            context,
            weeks: PublicReader::new(db.clone()),
            stories: Stories::new(db.clone()),
            addresses: AuthorAddresses::new(db.clone()),
            relays: Relays::new(db.clone()),
            rates: Rates::new(db.clone()),
            concerns: Concerns::new(db.clone()),
            question_box: QuestionBox::new(db),
        }
    }
}

/// The routes, without the frame around them.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/report-a-concern", get(concern::show).post(concern::send))
        .route("/report-a-concern/sent", get(concern::sent))
        .route("/suggest-a-question", get(ask::show).post(ask::send))
        .route("/suggest-a-question/sent", get(ask::sent))
        .route("/stories/{slug}/message", get(message::show).post(message::send))
        .route("/stories/{slug}/message/sent", get(message::sent))
        .route("/share-your-story", get(start::show).post(start::begin))
        .route("/manage/story/open/{token}", get(open::show).post(open::redeem))
        .route("/manage/story/code", get(code::ask).post(code::open))
        .route("/manage/story/{id}", get(state::show))
        .route("/manage/story/{id}/close", get(close::show).post(close::close))
        .route("/manage/story/{id}/code", get(code::show).post(code::change))
        .route("/manage/story/{id}/address", get(address::show).post(address::change))
        .route("/manage/story/{id}/agreed", get(agreed::show).post(agreed::take_back))
        .route("/manage/story/{id}/edits", get(edits::show).post(edits::answer))
        .route("/manage/story/{id}/stop", get(stop::show).post(stop::stop))
        .route("/manage/story/{id}/update", get(update::show).post(update::send))
        .route("/manage/story/{id}/messages", get(messages::show).post(messages::end))
        .route("/manage/story/{id}/sent", get(state::sent))
        .route("/manage/story/{id}/check", get(check::show).post(check::send))
        .route("/manage/story/{id}/withdraw", get(withdraw::show).post(withdraw::withdraw))
        .route("/manage/story/{id}/{step}", get(step::show).post(step::save))
        .with_state(state)
}

/// The whole function.
pub fn router(state: State) -> Router {
    let context = state.context.clone();
    web::finish(&context, routes(state))
}
