//! What people worry about: read here, seen to, deleted.

use axum::Extension;
use axum::extract;
use domain::concern::Concern;
use domain::ids::ConcernId;
use domain::time::date_and_time;
use frontend::pages::desk;
use frontend::shell::DeskPage;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use crate::frame::page;
use crate::state::State;

/// All that nobody has seen to.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    let lines = state.concerns.open().await?.into_iter().map(|concern| line(&state, concern)).collect();
    Ok(page(&state, &seat, DeskPage::Queue, "Worries", false, move || desk::concerns(lines)))
}

/// One was seen to: it is deleted.
pub(crate) async fn settle(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&["concern"])?;
    let id = ConcernId::parse(form.answers.get("concern")).ok_or(Problem::UnknownFields)?;
    state.concerns.settle(&id, &seat.staff.id, state.context.now()).await?;
    Ok(see_other("/desk/concerns"))
}

fn line(state: &State, concern: Concern) -> desk::ConcernLine {
    let mut form = state.context.form("/desk/concerns");
    form.hidden.push(("concern".into(), concern.id.to_string()));
    desk::ConcernLine {
        about: concern.about.words().into(),
        when: date_and_time(concern.at),
        words: concern.words,
        page: concern.page,
        reach: concern.reach,
        form,
    }
}
