//! The second key: a reviewer with lived experience records whether anybody could be recognised.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::story::{SecondReading, StoryState};
use frontend::pages::desk;
use store::Deed;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use super::StoryUnderReview;
use crate::frame::{changed, review_page};
use crate::state::State;
use crate::waiting::Waiting;
use crate::words;

/// The story, and the question.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let story = StoryUnderReview::load(&state, &id).await?;
    if story.record.state != StoryState::Queued {
        return Ok(see_other(&story.path()));
    }
    Ok(page(&state, &seat, &story, Answers::new(), Errors::default()))
}

/// Records what was found in the words that were shown.
pub(crate) async fn record(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&["recognised", "words", "version"])?;
    let story = StoryUnderReview::load(&state, &id).await?;
    if !story.record.state.is_open_to_desk() {
        return Ok(see_other(&story.path()));
    }
    let reading = match SecondReading::parse(&form.answers, seat.staff.id.clone(), state.context.today()) {
        Ok(reading) => reading,
        Err(errors) => return Ok(page(&state, &seat, &story, form.answers, errors)),
    };
    if story.record.reading.as_ref() == Some(&reading) {
        return Ok(see_other(&story.done()));
    }
    if form.answers.get("version") != story.version().to_string() {
        return Ok(changed(&state, &seat, &story.path()));
    }
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    match state.stories.read_second(&story.record, &reading, &deed).await.map_err(words::story_problem) {
        Ok(_) => Ok(see_other(&story.done())),
        Err(Problem::Changed) => Ok(changed(&state, &seat, &story.path())),
        Err(problem) => Err(problem),
    }
}

fn page(state: &State, seat: &Seat, story: &StoryUnderReview, typed: Answers, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(format!("{}/second-reading", story.path())).wrong(errors);
    form.hidden = vec![("version".into(), story.version().to_string())];
    form.values = typed;
    let (checks, back, preview) = (super::give_away_checks(&story.record), story.path(), story.preview(state));
    let title = format!("Second reading: {}", story.title());
    review_page(state, seat, story.record.week, &title, wrong, move || desk::second_reading(form, checks, back, preview))
}
