//! Bringing in many events from a table. Nothing is brought in until every line of it is right; then all of them wait at the desk.

mod table;

use axum::Extension;
use axum::extract;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::event::{EventRecord, Rules};
use domain::field::Errors;
use domain::ids::EventId;
use domain::text::{counted, passage};
use domain::week::WeekId;
use frontend::pages::desk::{self, BringInPage, WrongRow};
use frontend::shell::DeskPage;
use store::Deed;
use store::events::{AT_ONCE, HostContact};
use store::imports;
use store::staff::Seat;
use web::{Answer, Form, csv, file, see_other};

use crate::enter;
use crate::frame::page;
use crate::state::State;
use crate::words;
use table::Row;

const HERE: &str = "/desk/bring-in";

/// The form.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    answer(&state, &seat, Answers::new(), Errors::default(), Vec::new()).await
}

/// An empty table with the names of every field.
pub(crate) async fn template(extract::State(state): extract::State<State>) -> Answer {
    let fields = table::fields();
    let head: Vec<&str> = fields.iter().map(String::as_str).collect();
    Ok(file(&state.context, csv::CONTENT_TYPE, Some("events.csv"), false, csv::table(&head, std::iter::empty())))
}

/// Reads the table, and brings it in where all of it is right.
pub(crate) async fn bring_in(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&["week", "agreed", "table"])?;
    let used = form.form_use()?;
    let typed = &form.answers;
    let mut errors = Errors::default();
    let week = match WeekId::parse(typed.get("week")) {
        Some(id) => enter::weeks(&state).await?.into_iter().find(|week| week.id == id),
        None => None,
    };
    let week = errors.keep("week", week.ok_or_else(|| "Choose the week".to_owned()));
    let agreed = errors.keep("agreed", passage(typed.get("agreed"), 300, "Write how their hosts agreed, like by email on 3 November", "This"));
    let (Some(week), Some(agreed)) = (week, agreed) else { return answer(&state, &seat, form.answers, errors, Vec::new()).await };
    let rules = Rules { week: &week, today: state.context.today(), past_allowed: true };
    let rows = errors.keep("table", table::read(typed.get("table"), &rules).and_then(few)).unwrap_or_default();
    let wrong: Vec<WrongRow> = rows.iter().filter(|row| !row.wrong.is_empty()).map(wrong).collect();
    if !wrong.is_empty() {
        let lines = counted(wrong.len() as u64, "event is not right yet", "events are not right yet");
        errors.add("table", format!("{lines}, so nothing was brought in. See below the form what to change"));
    }
    if !errors.is_empty() {
        return answer(&state, &seat, form.answers, errors, wrong).await;
    }
    let import = imports::of(&used);
    let drafts: Vec<_> = rows.iter().enumerate().filter_map(|(nth, row)| draft(&state, &seat, &week.id, imports::event(&import, nth), row)).collect();
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    let ids = state.events.bring_in(&drafts, &agreed, &used, &deed).await.map_err(words::event_problem)?;
    Ok(see_other(&format!("/desk?brought={}", ids.len())))
}

/// So many as one form can bring in, and at least one.
fn few(rows: Vec<Row>) -> Result<Vec<Row>, String> {
    match rows.len() {
        0 => Err("The table has no event yet. Write one on each line below the names".into()),
        n if n > AT_ONCE => Err(format!("You can bring in {AT_ONCE} events at a time. The table has {n}. Bring in the others after these")),
        _ => Ok(rows),
    }
}

fn wrong(row: &Row) -> WrongRow {
    let sentence = |(field, sentence): &(String, String)| match field.as_str() {
        "" => sentence.clone(),
        field => format!("{field}: {sentence}"),
    };
    WrongRow { line: row.line, title: row.title(), sentences: row.wrong.iter().map(sentence).collect() }
}

/// A draft that the coordinator entered for its host.
fn draft(state: &State, seat: &Seat, week: &WeekId, id: EventId, row: &Row) -> Option<(EventRecord, HostContact)> {
    let email = row.details.as_ref()?.host.contact_email.clone();
    let mut record = EventRecord::draft(id, *week, state.context.now());
    record.answers = row.answers.clone();
    record.entered_by = Some(seat.staff.id.clone());
    Some((record, HostContact { hash: state.email_hash(&email), email, former: None }))
}

async fn answer(state: &State, seat: &Seat, typed: Answers, errors: Errors, rows: Vec<WrongRow>) -> Answer {
    let (weeks, is_wrong) = (enter::choices(state).await?, !errors.is_empty());
    let mut form = state.context.form(HERE).wrong(errors);
    form.values = typed;
    let view = BringInPage { form, weeks, rows, template: format!("{HERE}/template.csv"), most: AT_ONCE };
    Ok(page(state, seat, DeskPage::EnterEvent, "Bring in many events", is_wrong, move || desk::bring_in(view)))
}
