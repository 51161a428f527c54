//! What an author wants to add to a story that is public.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::story::give_aways_in;
use domain::text::passage;
use frontend::pages::desk;
use store::Deed;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use super::{StoryUnderReview, give_away_check};
use crate::decision::MOST;
use crate::frame::{changed, review_page};
use crate::state::State;
use crate::waiting::Waiting;
use crate::words;

/// The update that waits, under its story's title.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let story = StoryUnderReview::load(&state, &id).await?;
    Ok(page(&state, &seat, &story, &Answers::new(), Errors::default()))
}

/// Shows it, or declines it with a reason. A press on an older version changes nothing.
pub(crate) async fn decide(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&["act", "reason", "version"])?;
    let story = StoryUnderReview::load(&state, &id).await?;
    let record = &story.record;
    if record.waiting_update().is_none() {
        return Ok(see_other(&story.path()));
    }
    if form.answers.get("version") != story.version().to_string() {
        return Ok(changed(&state, &seat, &story.path()));
    }
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    let done = match form.answers.get("act") {
        "show" => {
            let excerpt = record.live.as_ref().map(|live| live.details.excerpt()).unwrap_or_default();
            state.stories.show_update(record, excerpt, &deed).await
        }
        "decline" => {
            let mut errors = Errors::default();
            let reason = errors.keep("reason", passage(form.answers.get("reason"), MOST, "Write why it is not shown", "The reason"));
            let Some(reason) = reason else { return Ok(page(&state, &seat, &story, &form.answers, errors)) };
            state.stories.decline_update(record, &reason, &deed).await
        }
        _ => return Err(Problem::UnknownFields),
    };
    match done.map_err(words::story_problem) {
        Ok(_) => Ok(see_other(&story.path())),
        Err(Problem::Changed) => Ok(changed(&state, &seat, &story.path())),
        Err(problem) => Err(problem),
    }
}

fn page(state: &State, seat: &Seat, story: &StoryUnderReview, typed: &Answers, errors: Errors) -> Response {
    let Some(waiting) = story.record.waiting_update() else { return see_other(&story.path()) };
    let wrong = !errors.is_empty();
    let form = |act: &str| {
        let mut form = state.context.form(format!("{}/update", story.path()));
        form.hidden = vec![("act".into(), act.into()), ("version".into(), story.version().to_string())];
        form
    };
    let mut decline = form("decline").wrong(errors);
    decline.values.set("reason", typed.get("reason"));
    let view = desk::UpdateReview {
        title: story.title(),
        words: waiting.words.clone(),
        checks: give_aways_in(&waiting.words).into_iter().map(give_away_check).collect(),
        show: form("show"),
        decline,
        back: story.path(),
    };
    review_page(state, seat, story.record.week, "An update to a story", wrong, move || desk::update_review(view))
}
