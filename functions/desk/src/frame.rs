//! The frame of the desk's pages.

use axum::response::Response;
use domain::week::WeekId;
use frontend::IntoView;
use frontend::shell::{DeskBar, DeskPage, Section, Shell};
use http::StatusCode;
use store::staff::Seat;
use web::private_page;

use crate::state::State;

/// A page of the desk for somebody who is signed in. `wrong`: a form came back.
pub(crate) fn page<V: IntoView + 'static>(
    state: &State,
    seat: &Seat,
    here: DeskPage,
    title: &str,
    wrong: bool,
    body: impl FnOnce() -> V,
) -> Response {
    let shell = Shell { title: title.to_owned(), error: wrong, ..shell(state, seat, here) };
    private_page(&state.context, status(wrong), shell, body)
}

/// The page of something that waits, marked where its week is the demonstration.
pub(crate) fn review_page<V: IntoView + 'static>(
    state: &State,
    seat: &Seat,
    week: WeekId,
    title: &str,
    wrong: bool,
    body: impl FnOnce() -> V,
) -> Response {
    let frame = shell(state, seat, DeskPage::Queue);
    let shell = Shell { title: title.to_owned(), error: wrong, demonstration: week.is_demonstration(), ..frame };
    private_page(&state.context, status(wrong), shell, body)
}

fn shell(state: &State, seat: &Seat, here: DeskPage) -> Shell {
    let desk = DeskBar {
        name: seat.staff.name.clone(),
        administrator: seat.staff.role.may_invite(),
        page: here,
        form_key: state.context.new_form_key().to_string(),
    };
    Shell { section: Section::Desk, desk: Some(desk), ..Shell::default() }
}

/// A page of the desk before signing in is complete.
pub(crate) fn outside<V: IntoView + 'static>(state: &State, title: &str, wrong: bool, body: impl FnOnce() -> V) -> Response {
    let shell = Shell { title: title.to_owned(), section: Section::Desk, error: wrong, ..Shell::default() };
    private_page(&state.context, status(wrong), shell, body)
}

fn status(wrong: bool) -> StatusCode {
    if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

/// Somebody else decided in between: nothing was done, and here is how it stands now.
pub(crate) fn changed(state: &State, seat: &Seat, href: &str) -> Response {
    let problem = frontend::pages::problem::Problem {
        heading: "Somebody changed it meanwhile".into(),
        words: vec!["Nothing was done by your press. Look at it again, and decide then.".into()],
        ways_on: vec![("See it as it is now".into(), href.into()), ("Go to the queue".into(), "/desk".into())],
        reference: None,
        typed: Vec::new(),
    };
    let mut response = page(state, seat, DeskPage::Queue, "Somebody changed it meanwhile", false, move || frontend::pages::problem::problem(problem));
    *response.status_mut() = StatusCode::CONFLICT;
    response
}
