//! Reads and shows what is public: home, weeks, calendar, events, stories, questions, feeds. Its role may only read the table
//! `public`: what isn't there can't leak from here.

mod archive;
mod calendar;
mod embed;
mod event;
mod feeds;
mod home;
mod last_good;
mod links;
mod memory;
mod my_week;
mod programme;
mod question;
mod related;
mod state;
mod still;
mod stories;
mod story;
mod subscribe;
mod told;
mod ways_in;
mod week;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

pub use state::State;

/// Its routes, without the frame, so that one process can hold several functions.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/", get(home::show))
        .route("/weeks", get(archive::show))
        .route("/embed", get(embed::how_to))
        .route("/embed.js", get(embed::script))
        .route("/embed/{nation}/{year}", get(embed::frame))
        .route("/{nation}/{year}", get(week::show))
        .route("/{nation}/{year}/calendar", get(calendar::show))
        .route("/{nation}/{year}/calendar.ics", get(feeds::calendar_file))
        .route("/{nation}/{year}/calendar.json", get(feeds::calendar_json))
        .route("/{nation}/{year}/calendar.atom", get(feeds::events_atom))
        .route("/{nation}/{year}/add-to-calendar", get(subscribe::show))
        .route("/{nation}/{year}/my-week", get(my_week::show))
        .route("/{nation}/{year}/my-week.ics", get(my_week::as_file))
        .route("/{nation}/{year}/programme", get(programme::show))
        .route("/{nation}/{year}/stories", get(stories::show))
        .route("/{nation}/{year}/stories.atom", get(feeds::stories_atom))
        .route("/{nation}/{year}/questions/{number}", get(question::show))
        .route("/events/{slug}", get(event::show))
        .route("/stories/{slug}", get(story::show))
        .route("/about", get(still::about))
        .route("/accessibility", get(still::accessibility))
        .route("/privacy", get(still::privacy))
        .route("/cookies", get(still::cookies))
        .route("/help", get(still::help))
        .route("/open-data", get(embed::open_data))
        .route("/robots.txt", get(still::robots))
        .route("/sitemap.xml", get(feeds::sitemap))
        .route("/openapi.json", get(feeds::open_api))
        .route("/healthz", get(still::healthz))
        .layer(from_fn_with_state(state.clone(), last_good::serve))
        .with_state(state)
}

/// The whole function.
pub fn router(state: State) -> Router {
    let context = state.context.clone();
    web::finish(&context, routes(state))
}
