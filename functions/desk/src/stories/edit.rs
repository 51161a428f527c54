//! Proposing edits to a story's author.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::story::{Edits, GiveAway, LINK_FIELDS, QUOTE_FIELDS, StoryState, editable};
use domain::text::passage;
use frontend::components::Check;
use frontend::pages::desk;
use store::Deed;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use super::StoryUnderReview;
use crate::decision::MOST;
use crate::frame::{changed, review_page};
use crate::state::State;
use crate::waiting::Waiting;
use crate::words;

/// The story's words in a form.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let story = StoryUnderReview::load(&state, &id).await?;
    if story.record.state != StoryState::Queued {
        return Ok(see_other(&story.path()));
    }
    let mut typed = Answers::new();
    typed.take(&editable(&story.record.answers), &story.record.answers);
    Ok(page(&state, &seat, &story, typed, Errors::default(), Vec::new()))
}

/// Sends them to the author. A press on an older version changes nothing.
pub(crate) async fn propose(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let quotes = QUOTE_FIELDS.iter().flat_map(|[words, named, who, _]| [*words, *named, *who]);
    let some = quotes.chain(LINK_FIELDS.iter().map(|[_, title, ..]| *title));
    let fields = ["title", "body", "content_note", "transcript_words", "words", "version", "sure"];
    form.only_with_many(&fields.into_iter().chain(some).collect::<Vec<_>>(), &["content_notes"])?;
    let story = StoryUnderReview::load(&state, &id).await?;
    if story.record.state == StoryState::EditsProposed {
        return Ok(see_other(&story.done()));
    }
    if form.answers.get("version") != story.version().to_string() {
        return Ok(changed(&state, &seat, &story.path()));
    }
    let mut errors = Errors::default();
    let edits = errors.join(Edits::parse(&form.answers, &story.record.answers, &story.week));
    let words = errors.keep_if_given(&form.answers, "words", |typed| passage(typed, MOST, "", "The line to its author"));
    let found = edits.as_ref().map(|edits| edits.give_aways(&story.record.answers)).unwrap_or_default();
    if !found.is_empty() && !form.answers.ticked("sure") {
        errors.add("sure", "Tick this box if these words should go to its author, or change them");
    }
    let Some(edits) = edits.filter(|_| errors.is_empty()) else {
        return Ok(page(&state, &seat, &story, form.answers, errors, found));
    };
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    match state.stories.propose_edits(&story.record, &edits, &words.unwrap_or_default(), &deed).await.map_err(words::story_problem) {
        Ok(_) => Ok(see_other(&story.done())),
        Err(Problem::Changed) => Ok(changed(&state, &seat, &story.path())),
        Err(problem) => Err(problem),
    }
}

/// The form again. `found` is what in the proposed words could give somebody away.
fn page(state: &State, seat: &Seat, story: &StoryUnderReview, typed: Answers, errors: Errors, found: Vec<GiveAway>) -> Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(format!("{}/edit", story.path())).wrong(errors);
    form.hidden = vec![("version".into(), story.version().to_string())];
    form.values = typed;
    let back = story.path();
    let line = |found: GiveAway| Check { good: false, words: format!("{}: “{}”. {}", found.kind.words(), found.words, found.kind.suggestion()) };
    let found = found.into_iter().map(line).collect();
    let fields = editable(&story.record.answers);
    review_page(state, seat, story.record.week, "Propose edits", wrong, move || desk::edit_story(form, &fields, found, back))
}
