//! Taking a story off at once, with a reason.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::story::{StoryAct, StoryState};
use domain::text::passage;
use frontend::pages::desk;
use store::Deed;
use store::staff::Seat;
use store::stories::StoryError;
use web::{Answer, Form, Problem, see_other};

use super::StoryUnderReview;
use crate::decision::MOST;
use crate::frame::review_page;
use crate::state::State;
use crate::waiting::Waiting;
use crate::words;

/// How often it is tried anew when its author or the keeper does something at the same moment: it never loses.
const TRIES: usize = 10;

/// What it means, and the reason.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let story = StoryUnderReview::load(&state, &id).await?;
    if !may_be_taken_down(&story) {
        return Ok(see_other(&story.path()));
    }
    Ok(page(&state, &seat, &story, Answers::new(), Errors::default()))
}

/// Takes it off, whatever version was shown.
pub(crate) async fn take_down(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&["reason"])?;
    let mut errors = Errors::default();
    let reason = errors.keep("reason", passage(form.answers.get("reason"), MOST, "Write why it is taken off", "The reason"));
    for _ in 0..TRIES {
        let story = StoryUnderReview::load(&state, &id).await?;
        if !may_be_taken_down(&story) {
            return Ok(see_other(&story.done()));
        }
        let Some(reason) = &reason else { return Ok(page(&state, &seat, &story, form.answers, errors)) };
        let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
        match state.stories.take_down(&story.record, reason, &deed).await {
            Ok(_) => return Ok(see_other(&story.done())),
            Err(StoryError::Changed | StoryError::NotNow(_)) => {}
            Err(error) => return Err(words::story_problem(error)),
        }
    }
    Err(Problem::Busy)
}

/// Whether it is public, or will be.
pub(super) fn may_be_taken_down(story: &StoryUnderReview) -> bool {
    story.record.state != StoryState::TakenDown && story.record.state.after(StoryAct::TakeDown).is_some()
}

fn page(state: &State, seat: &Seat, story: &StoryUnderReview, typed: Answers, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(format!("{}/take-down", story.path())).wrong(errors);
    form.values = typed;
    let (title, back) = (story.title(), story.path());
    review_page(state, seat, story.record.week, "Take it off now", wrong, move || desk::take_down(title, form, back))
}
