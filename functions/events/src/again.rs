//! Listing an event of a past week again: a new draft that begins with its answers.

use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::event::EventRecord;
use domain::week::{Phase, Week, WeekId};
use frontend::pages::manage_event::{self, AgainPage};
use web::grants::with;
use web::{Answer, Form, Problem, Purpose, Sender, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

impl State {
    /// The weeks in which an event can be listed again, those of its own nation first; none while its own week is not over.
    pub(crate) async fn weeks_for_again(&self, record: &EventRecord, week: &Week) -> Result<Vec<Week>, Problem> {
        if record.published.is_none() || week.phase(self.context.today()) != Phase::After {
            return Ok(Vec::new());
        }
        let (_, mut open) = self.weeks().await?;
        open.sort_by_key(|other| other.id.nation != record.week.nation);
        Ok(open)
    }
}

/// GET: which week, and what is taken over.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = state.mine(&headers, &id).await?;
    let weeks = state.weeks_for_again(&record, &state.week_of(&record).await?).await?;
    match weeks.is_empty() {
        true => Ok(see_other(&home(&record.id))),
        false => Ok(page(&state, &record, weeks, None)),
    }
}

fn page(state: &State, record: &EventRecord, weeks: Vec<Week>, refused: Option<&Form>) -> Response {
    let mut shell = shell(record, "List it again");
    let mut form = state.context.form(format!("{}/again", home(&record.id)));
    let mut status = StatusCode::OK;
    if let Some(sent) = refused {
        form.values = sent.answers.clone();
        form.errors = vec![("week".into(), "Choose the week your event is part of".into())];
        shell.error = true;
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let page = AgainPage { title: record.title(), back: home(&record.id), weeks, form };
    private_page(&state.context, status, shell, || manage_event::again(page))
}

/// POST: begins the draft, and opens it for this browser.
pub(crate) async fn begin(
    extract::State(state): extract::State<State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    sender: Sender,
    form: Form,
) -> Answer {
    form.only(&["week"])?;
    let record = state.mine(&headers, &id).await?;
    let form_use = form.form_use()?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let weeks = state.weeks_for_again(&record, &state.week_of(&record).await?).await?;
    let chosen = WeekId::parse(form.answers.get("week")).filter(|id| weeks.iter().any(|week| week.id == *id));
    let Some(week) = chosen else {
        return Ok(if weeks.is_empty() { see_other(&home(&record.id)) } else { page(&state, &record, weeks, Some(&form)) });
    };
    if !state.may_begin(&sender).await? {
        return Err(Problem::TooMany);
    }
    let draft = record.again(state.context.new_event_id(), week, state.context.now());
    match state.events.begin(&draft, &form_use, &state.deed(&draft)).await {
        Ok(id) => {
            let grant = state.context.grant(Purpose::Event, id.as_str(), draft.generation);
            Ok(with(see_other(&home(&id)), grant))
        }
        Err(error) => or_standing(&draft.id, error),
    }
}
