//! Entering an event or a story for somebody who phoned or wrote: a draft of theirs, opened to this browser alone.

pub(crate) mod registration;

use axum::Extension;
use axum::extract;
use domain::answers::Answers;
use domain::event::EventRecord;
use domain::field::Errors;
use domain::story::StoryRecord;
use domain::text::passage;
use domain::week::{Week, WeekId};
use frontend::components::Choice;
use frontend::pages::desk;
use frontend::shell::DeskPage;
use store::StoreError;
use store::staff::{OnBehalf, Seat};
use web::grants::{Granted, with};
use web::{Answer, Form, Problem, Purpose, see_other};

use crate::frame::page;
use crate::state::State;
use crate::words;

const EVENT: &str = "/desk/enter-event";
const STORY: &str = "/desk/enter-story";

/// Asks for the week, and how the host agreed.
pub(crate) async fn event_form(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    show_event(&state, &seat, Answers::new(), Errors::default()).await
}

/// Begins the event, and goes on with the form that hosts use.
pub(crate) async fn event(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    let used = form.form_use()?;
    let (week, agreed) = match read(&state, &form).await? {
        Ok(read) => read,
        Err(errors) => return show_event(&state, &seat, form.answers, errors).await,
    };
    let now = state.context.now();
    let mut record = EventRecord::draft(state.context.new_event_id(), week, now);
    record.entered_by = Some(seat.staff.id.clone());
    let mark = state.context.mark();
    let on_behalf = OnBehalf { by: &seat.staff.id, agreed: &agreed, mark: &mark };
    let id = state.staff.enter_event(&record, &on_behalf, &used, now).await.map_err(words::problem)?;
    let grant = state.context.grant(Purpose::Event, id.as_str(), record.generation);
    Ok(with(see_other(&format!("/manage/event/{id}/about")), grant))
}

/// Asks for the week, and how the author agreed.
pub(crate) async fn story_form(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    show_story(&state, &seat, Answers::new(), Errors::default()).await
}

/// Begins the story, and goes on with the form that authors use.
pub(crate) async fn story(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    let used = form.form_use()?;
    let (week, agreed) = match read(&state, &form).await? {
        Ok(read) => read,
        Err(errors) => return show_story(&state, &seat, form.answers, errors).await,
    };
    let now = state.context.now();
    let mut record = StoryRecord::draft(state.context.new_story_id(), week, now);
    record.entered_by = Some(seat.staff.id.clone());
    let mark = state.context.mark();
    let on_behalf = OnBehalf { by: &seat.staff.id, agreed: &agreed, mark: &mark };
    let id = state.staff.enter_story(&record, &on_behalf, &used, now).await.map_err(words::problem)?;
    let grant = state.context.grant(Granted::Entered, id.as_str(), record.generation);
    Ok(with(see_other(&format!("/manage/story/{id}/naming")), grant))
}

async fn read(state: &State, form: &Form) -> Result<Result<(WeekId, String), Errors>, Problem> {
    form.only(&["week", "agreed"])?;
    let mut errors = Errors::default();
    let typed = &form.answers;
    let week = match WeekId::parse(typed.get("week")) {
        Some(id) => weeks(state).await?.into_iter().find(|week| week.id == id).map(|week| week.id),
        None => None,
    };
    let week = errors.keep("week", week.ok_or_else(|| "Choose the week".to_owned()));
    let agreed = errors.keep("agreed", passage(typed.get("agreed"), 300, "Write how they agreed, like by phone on 3 November", "This"));
    Ok(errors.or(week.zip(agreed)))
}

/// Every week, past ones too, the newest first.
pub(crate) async fn weeks(state: &State) -> Result<Vec<Week>, StoreError> {
    let mut weeks = state.weeks.all().await?;
    weeks.retain(|week| state.context.settings().demonstration_allowed || !week.id.is_demonstration());
    weeks.sort_by_key(|week| (std::cmp::Reverse(week.id.year), week.id.nation));
    Ok(weeks)
}

pub(crate) async fn choices(state: &State) -> Result<Vec<Choice>, StoreError> {
    let weeks = weeks(state).await?;
    let known = weeks.iter().map(|week| Choice::new(week.id.to_string(), format!("{}: {}", words::week(week.id), week.dates_in_words())));
    Ok([Choice::new("", "Choose one")].into_iter().chain(known).collect())
}

async fn show_event(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> Answer {
    let (weeks, wrong) = (choices(state).await?, !errors.is_empty());
    let mut form = state.context.form(EVENT).wrong(errors);
    form.values = typed;
    Ok(page(state, seat, DeskPage::EnterEvent, "Enter an event for somebody", wrong, move || desk::enter_event(form, weeks)))
}

async fn show_story(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> Answer {
    let (weeks, wrong) = (choices(state).await?, !errors.is_empty());
    let mut form = state.context.form(STORY).wrong(errors);
    form.values = typed;
    Ok(page(state, seat, DeskPage::EnterStory, "Enter a story for somebody", wrong, move || desk::enter_story(form, weeks)))
}
