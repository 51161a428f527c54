//! The seven pages of the form. What is typed is saved first, whatever it is, and looked at after.

mod typed;

use axum::extract::{self, Path, Query};
use axum::http::{HeaderMap, StatusCode};
use domain::event::{EventRecord, EventStep, Host, More};
use domain::markup;
use domain::week::Week;
use frontend::pages::list_event::{self, StepPage, check_path, step_path};
use serde::Deserialize;
use store::events::{EventError, HostContact};
use web::grants::with;
use web::{Answer, Form, Problem, Purpose, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, page_errors, shell};

/// How often a page is saved anew when another page of the same draft is saved at the same moment.
const TRIES: usize = 4;

/// Where the person came from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct From {
    #[serde(default)]
    from: String,
}

impl From {
    fn check(&self) -> bool {
        self.from == "check"
    }
}

/// GET: a page of the form with what is saved.
pub(crate) async fn show(
    extract::State(state): extract::State<State>,
    Path((id, step)): Path<(String, String)>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Answer {
    let step = EventStep::from_value(&step).ok_or(Problem::NotFound)?;
    let record = state.mine(&headers, &id).await?;
    if !record.is_editable() {
        return Ok(see_other(&home(&record.id)));
    }
    let week = state.week_of(&record).await?;
    answer(&state, StatusCode::OK, view(&state, &record, week, step, from.check()))
}

/// The page with what is saved.
fn view(state: &State, record: &EventRecord, week: Week, step: EventStep, from_check: bool) -> StepPage {
    let mut form = state.context.form("");
    form.values = record.working().clone();
    form.hidden.push(("seen".into(), typed::seen(step, record.working())));
    StepPage {
        id: record.id.clone(),
        step,
        form,
        week,
        from_check,
        desk_words: record.desk_words.clone(),
        changed_elsewhere: false,
        preview: None,
        on_behalf: record.entered_by.is_some() && record.change.is_none(),
        amending: record.change.is_some(),
    }
}

fn answer(state: &State, status: StatusCode, page: StepPage) -> Answer {
    let mut shell = list_shell(&page);
    shell.error = !page.form.errors.is_empty();
    shell.islands = page.step == EventStep::About;
    Ok(private_page(&state.context, status, shell, || list_event::step(page)))
}

fn list_shell(page: &StepPage) -> frontend::shell::Shell {
    let record = EventRecord::draft(page.id.clone(), page.week.id, jiff::Timestamp::UNIX_EPOCH);
    let step = page.step;
    shell(&record, format!("{} Step {} of {}, list an event", step.words(), step.number(), EventStep::ALL.len()))
}

/// POST: saves the page, then leads on.
pub(crate) async fn save(
    extract::State(state): extract::State<State>,
    Path((id, step)): Path<(String, String)>,
    Query(from): Query<From>,
    headers: HeaderMap,
    form: Form,
) -> Answer {
    let step = EventStep::from_value(&step).ok_or(Problem::NotFound)?;
    let mut record = state.mine(&headers, &id).await?;
    let mut fields = step.fields();
    fields.extend(["seen", "preview", "later"].map(str::to_owned));
    let many: &[&str] = if step == EventStep::More { &More::SEVERAL } else { &[] };
    form.only_with_many(&fields, many)?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    for _ in 0..TRIES {
        if !record.is_editable() {
            return Ok(see_other(&home(&record.id)));
        }
        let week = state.week_of(&record).await?;
        let candidate = typed::over(&record, step, &form.answers);
        if typed::too_long(step, candidate.working()) {
            return too_long(&state, &candidate, week, step, from.check());
        }
        if typed::changed_elsewhere(&form, step, &record, &candidate) {
            return changed_elsewhere(&state, &record, &candidate, week, step, from.check());
        }
        let link_to = state.first_link(step, &record, &candidate).await?;
        match state.events.save(&record, step, candidate.working(), link_to.as_ref(), &state.deed(&record)).await {
            Ok(saved) => return after(&state, saved, week, step, from.check(), &form),
            Err(EventError::Changed) => record = state.mine(&headers, &id).await?,
            Err(error) => return or_standing(&record.id, error),
        }
    }
    Err(Problem::Busy)
}

/// Where to go from a saved page.
fn after(state: &State, saved: EventRecord, week: Week, step: EventStep, from_check: bool, form: &Form) -> Answer {
    let errors = page_errors(step, &saved, &state.rules(&saved, &week));
    let onward = match step.next() {
        _ if form.answers.ticked("later") => format!("{}/link", home(&saved.id)),
        Some(next) if !from_check => step_path(&saved.id, next),
        _ => check_path(&saved.id),
    };
    let grant = state.context.grant(Purpose::Event, saved.id.as_str(), saved.generation);
    let response = if form.answers.ticked("preview") {
        let html = markup::render(saved.working().get("description"));
        let page = StepPage { preview: Some(html), ..view(state, &saved, week, step, from_check) };
        answer(state, StatusCode::OK, page)
    } else if errors.is_empty() || form.answers.ticked("later") {
        Ok(see_other(&onward))
    } else {
        let mut page = view(state, &saved, week, step, from_check);
        page.form = page.form.wrong(errors);
        answer(state, StatusCode::UNPROCESSABLE_ENTITY, page)
    }?;
    // The host's address may just have revoked older links; this browser goes on.
    Ok(with(response, grant))
}

fn too_long(state: &State, candidate: &EventRecord, week: Week, step: EventStep, from_check: bool) -> Answer {
    let errors = step.errors(candidate.working(), &state.rules(candidate, &week));
    let mut page = view(state, candidate, week, step, from_check);
    page.form = page.form.wrong(errors);
    if page.form.errors.is_empty() {
        page.form.errors.push((String::new(), "This page holds too much text to save. Make the longest answer shorter".into()));
    }
    answer(state, StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// What was typed stays in the form; what is saved is marked as seen, so that pressing once more keeps the new.
fn changed_elsewhere(state: &State, record: &EventRecord, candidate: &EventRecord, week: Week, step: EventStep, from_check: bool) -> Answer {
    let mut page = view(state, record, week, step, from_check);
    page.form.values = candidate.working().clone();
    page.changed_elsewhere = true;
    answer(state, StatusCode::CONFLICT, page)
}

impl State {
    /// Whom the private link goes to because this page gives the host's address for the first time, or another one.
    async fn first_link(&self, step: EventStep, before: &EventRecord, now: &EventRecord) -> Result<Option<HostContact>, Problem> {
        if step != EventStep::Host || now.entered_by.is_some() {
            return Ok(None);
        }
        let (Ok(host), Some(contact)) = (Host::parse(&now.answers), self.contact(now)) else { return Ok(None) };
        let same = Host::parse(&before.answers).is_ok_and(|known| known.contact_email.folded() == host.contact_email.folded());
        if same || !self.may_mail(&contact).await? {
            return Ok(None);
        }
        Ok(Some(contact))
    }
}
