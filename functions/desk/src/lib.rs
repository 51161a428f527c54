//! The desk: the coordinators' side of the hub. Signing in, the queue, review, the audit, people, weeks.
//!
//! Its state holds no store that answers with access needs or with an author's address: the desk can't show what it can't read.
//! Of what is confidential it reads what people worry about, and nothing else.

mod address;
mod audit;
mod bring_in;
mod concerns;
mod decision;
mod enter;
mod events;
mod frame;
mod guard;
mod people;
mod queue;
mod roles;
mod second_factor;
mod sign_in;
mod state;
mod stories;
mod totp;
mod trusted;
mod waiting;
mod weeks;
mod words;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use events::EventUnderReview;
pub use roles::{Act, ROUTES, may};
pub use state::State;
use stories::StoryUnderReview;
use waiting::{decide, show};

/// The desk's routes. Every one passes the guard, which knows only what stands in [`ROUTES`].
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/desk/sign-in", get(sign_in::form).post(sign_in::ask))
        .route("/desk/sign-in/sent", get(sign_in::sent))
        .route("/desk/sign-in/{token}", get(sign_in::open).post(sign_in::redeem))
        .route("/desk/second-factor", get(second_factor::form).post(second_factor::pass))
        .route("/desk/second-factor/set-up", get(second_factor::set_up_form).post(second_factor::set_up))
        .route("/desk/sign-out", post(sign_in::sign_out))
        .route("/desk", get(queue::show))
        .route("/desk/events/{id}", get(show::<EventUnderReview>).post(decide::<EventUnderReview>))
        .route("/desk/events/{id}/trust", get(trusted::ask).post(trusted::trust))
        .route("/desk/trusted", get(trusted::show).post(trusted::take_back))
        .route("/desk/stories/{id}", get(show::<StoryUnderReview>).post(decide::<StoryUnderReview>))
        .route("/desk/stories/{id}/second-reading", get(stories::second_reading::show).post(stories::second_reading::record))
        .route("/desk/stories/{id}/edit", get(stories::edit::show).post(stories::edit::propose))
        .route("/desk/stories/{id}/take-down", get(stories::take_down::show).post(stories::take_down::take_down))
        .route("/desk/stories/{id}/update", get(stories::update::show).post(stories::update::decide))
        .route("/desk/concerns", get(concerns::show).post(concerns::settle))
        .route("/desk/audit", get(audit::show))
        .route("/desk/people", get(people::show).post(people::invite))
        .route("/desk/people/{id}/remove", get(people::remove_form).post(people::remove))
        .route("/desk/people/{id}/end-sessions", get(people::end_sessions_form).post(people::end_sessions))
        .route("/desk/weeks", get(weeks::show).post(weeks::open))
        .route("/desk/weeks/{nation}/{year}", get(weeks::change_form).post(weeks::change))
        .route("/desk/weeks/{nation}/{year}/suggested-questions", get(weeks::question_box::show).post(weeks::question_box::settle))
        .route("/desk/enter-event", get(enter::event_form).post(enter::event))
        .route("/desk/bring-in", get(bring_in::show).post(bring_in::bring_in))
        .route("/desk/bring-in/template.csv", get(bring_in::template))
        .route("/desk/enter-registration", get(enter::registration::ask).post(enter::registration::begin))
        .route("/desk/enter-story", get(enter::story_form).post(enter::story))
        .route_layer(from_fn_with_state(state.clone(), guard::check))
        .with_state(state)
}

/// The desk as a whole application.
pub fn router(state: State) -> Router {
    web::finish(&state.context.clone(), routes(state))
}
