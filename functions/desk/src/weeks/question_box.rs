//! What people would like a week to ask: taken up or taken out.

use axum::Extension;
use axum::extract::{self, Path};
use domain::ids::SuggestionId;
use domain::time::long_date;
use domain::week::{MOST_QUESTIONS as MOST, Question, SuggestedQuestion, Week};
use frontend::pages::desk::{self, SuggestedLine};
use frontend::shell::DeskPage;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use super::{HERE, deed, load};
use crate::frame::page;
use crate::state::State;
use crate::words;

/// All that was suggested to a week.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<(String, String)>) -> Answer {
    let week = load(&state, &id).await?;
    let asked = state.question_box.of(week.id, state.context.now()).await?;
    let lines = asked.into_iter().map(|asked| line(&state, &week, asked)).collect();
    let (room, open) = (week.questions.len() < MOST, week.takes_questions(state.context.today()));
    let name = words::week(week.id);
    Ok(page(&state, &seat, DeskPage::Weeks, "Suggested questions", false, move || desk::question_box(name, lines, room, open)))
}

/// One is added to the week's questions, or taken out.
pub(crate) async fn settle(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<(String, String)>,
    form: Form,
) -> Answer {
    form.only(&["suggestion", "act"])?;
    let mut week = load(&state, &id).await?;
    let id = SuggestionId::parse(form.answers.get("suggestion")).ok_or(Problem::UnknownFields)?;
    let deed = deed(&state, &seat);
    match form.answers.get("act") {
        "add" => {
            let all = state.question_box.of(week.id, state.context.now()).await?;
            if let Some(asked) = all.into_iter().find(|asked| asked.id == id).filter(|_| week.questions.len() < MOST) {
                let number = week.highest_question().saturating_add(1);
                let more = week.questions.iter().cloned().chain([Question::new(number, asked.text)]).collect();
                week = week.asking(more);
                state.question_box.adopt(&week, &id, &deed).await?;
            }
        }
        "remove" => state.question_box.remove(week.id, &id, &deed).await?,
        _ => return Err(Problem::UnknownFields),
    }
    Ok(see_other(&format!("{HERE}/{}/suggested-questions", week.id)))
}

fn line(state: &State, week: &Week, asked: SuggestedQuestion) -> SuggestedLine {
    let mut form = state.context.form(format!("{HERE}/{}/suggested-questions", week.id));
    form.hidden.push(("suggestion".into(), asked.id.to_string()));
    SuggestedLine { text: asked.text, day: long_date(asked.day), form }
}
