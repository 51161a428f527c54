//! One event under review: as it will look, the checks beside it, and the three acts.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::contact::Email;
use domain::event::{EventDetails, EventPage, EventRecord, EventState, PublicState, Published, Rules, checks};
use domain::field::Errors;
use domain::ids::{EventId, Slug};
use domain::week::Week;
use frontend::components::Check;
use frontend::pages::desk::{self, Acts, Review};
use frontend::pages::event::{EventView, event_page};
use frontend::{AnyView, IntoAny};
use store::Deed;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use crate::decision::{self, Decision, Verdict};
use crate::frame::{changed, review_page};
use crate::roles::{Act, may};
use crate::state::State;
use crate::words;

/// The event and what may be done.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let (record, week) = load(&state, &id).await?;
    let back = came_back(&state, &record).await?;
    Ok(review(&state, &seat, &record, &week, back, &Answers::new(), &Errors::default()))
}

/// Publishes, asks or declines. The same press again gives the same answer; a decision on an older version changes nothing.
pub(crate) async fn decide(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let (record, week) = load(&state, &id).await?;
    let back = came_back(&state, &record).await?;
    form.form_use()?;
    let decision = match decision::read(&form)? {
        Ok(decision) => decision,
        Err(errors) => return Ok(review(&state, &seat, &record, &week, back, &form.answers, &errors)),
    };
    let done = see_other(&format!("/desk?event={id}"));
    if is_done(&record, &decision) {
        return Ok(done);
    }
    let here = path(&record);
    if record.version != decision.shown {
        return Ok(changed(&state, &seat, &here));
    }
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    let did = match &decision.verdict {
        Verdict::Publish => match parse(&state, &record, &week) {
            Ok(details) => state.events.publish(&record, &details, &deed).await,
            Err(_) => return Ok(review(&state, &seat, &record, &week, back, &form.answers, &Errors::default())),
        },
        Verdict::AskForChange(words) => state.events.ask_for_change(&record, words, &deed).await,
        Verdict::Decline(reason) => state.events.decline(&record, reason, &deed).await,
    };
    match did.map_err(words::event_problem) {
        Ok(_) => Ok(done),
        // Perhaps the twin of this very press was quicker.
        Err(Problem::Changed) => match state.events.load(&record.id).await? {
            Some(now) if is_done(&now, &decision) => Ok(done),
            _ => Ok(changed(&state, &seat, &here)),
        },
        Err(problem) => Err(problem),
    }
}

fn path(record: &EventRecord) -> String {
    format!("/desk/events/{}", record.id)
}

async fn load(state: &State, id: &str) -> Result<(EventRecord, Week), Problem> {
    let id = EventId::parse(id).ok_or(Problem::NotFound)?;
    let record = state.events.load(&id).await?.ok_or(Problem::NotFound)?;
    let week = state.weeks.get(record.week).await?.ok_or(Problem::Fault)?;
    Ok((record, week))
}

/// Whether mail to its host came back, so that what the desk decides reaches nobody.
async fn came_back(state: &State, record: &EventRecord) -> Result<bool, Problem> {
    let typed = || Email::parse(record.answers.get("contact_email")).ok();
    match record.confirmed_email.clone().or_else(typed) {
        Some(email) => Ok(state.returned.of(&state.email_hash(&email)).await?.is_some()),
        None => Ok(false),
    }
}

/// Its day may have gone by while it waited: a coordinator sees that and decides.
fn parse(state: &State, record: &EventRecord, week: &Week) -> Result<EventDetails, Errors> {
    EventDetails::parse(&record.answers, &Rules { week, today: state.context.today(), past_allowed: true })
}

fn is_done(record: &EventRecord, decision: &Decision) -> bool {
    let words = record.desk_words.as_deref();
    let state = record.state;
    record.version == decision.shown + 1
        && match &decision.verdict {
            Verdict::Publish => state == EventState::Published,
            Verdict::AskForChange(asked) => state == EventState::ChangesAsked && words == Some(asked),
            Verdict::Decline(reason) => state == EventState::Declined && words == Some(reason),
        }
}

fn review(state: &State, seat: &Seat, record: &EventRecord, week: &Week, back: bool, typed: &Answers, errors: &Errors) -> Response {
    let now = state.context.now();
    let details = parse(state, record, week);
    let waits = record.waiting_since.map(|since| format!(" Waiting: {}.", words::age(since, now, false).to_lowercase())).unwrap_or_default();
    let entered = if record.entered_by.is_some() { " A coordinator entered it for its host." } else { "" };
    let acts = match record.state {
        EventState::Queued if may(&seat.staff, Act::Decide) => decision::acts(state, &path(record), record.version, details.is_ok(), typed, errors),
        EventState::Queued => Acts::ReadOnly,
        other => Acts::Settled { state: standing(other).into(), page: record.page().map(|page| page.path()) },
    };
    let (mut checks, private, preview) = match &details {
        Ok(details) => (found(details, state), desk::host_facts(details), as_it_will_look(state, record, details)),
        Err(errors) => (missing(errors), Vec::new(), desk::as_typed(record.title(), &record.answers)),
    };
    if back {
        checks.insert(0, Check { good: false, words: "Mail to its host came back. Phone them, or write another way.".into() });
    }
    let view = Review {
        lead: format!("Event for {}.{waits}{entered}", words::week(record.week)),
        asked_before: record.desk_words.clone(),
        private,
        checks,
        acts,
    };
    review_page(state, seat, record.week, &record.title(), !errors.is_empty(), move || desk::review(view, preview))
}

/// The event's public page, in the words that wait.
fn as_it_will_look(state: &State, record: &EventRecord, details: &EventDetails) -> AnyView {
    let now = state.context.now();
    let published = Published { slug: Slug::from_title(&details.about.title), details: details.clone(), at: now, sequence: 0, changed: now };
    let event = EventPage::new(&record.id, &published, PublicState::Listed, None);
    let past = details.when.end().is_some_and(|end| end < now);
    event_page(EventView { event, places: None, past, week: words::week(record.week), preview: true }).into_any()
}

fn found(details: &EventDetails, state: &State) -> Vec<Check> {
    let mut out: Vec<Check> = checks(details).into_iter().map(|c| Check { good: c.fine, words: c.sentence }).collect();
    if let Some(start) = details.when.start() {
        let past = start < state.context.now();
        out.push(Check { good: !past, words: if past { "Its day has gone by." } else { "Its day is to come." }.into() });
    }
    out
}

/// What keeps it from being published, as sentences.
pub(crate) fn missing(errors: &Errors) -> Vec<Check> {
    errors
        .0
        .iter()
        .map(|e| Check { good: false, words: format!("Something is missing. The form says: {}.", e.sentence.trim_end_matches('.')) })
        .collect()
}

/// Where it stands, as the desk says it.
fn standing(state: EventState) -> &'static str {
    match state {
        EventState::Draft => "Not sent yet",
        EventState::Sent => "Waiting for its host to confirm the email address",
        other => other.words(),
    }
}
