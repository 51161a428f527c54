//! One story under review. Its author's address is nowhere here: the desk can't read it.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::ids::StoryId;
use domain::markup::plain_excerpt;
use domain::story::{GiveAway, LiveStory, StoryDetails, StoryRecord, StoryState, give_aways, parse_story, story_checks};
use domain::week::Week;
use frontend::components::{Check, Link};
use frontend::pages::desk::{self, Acts, Review};
use frontend::pages::story::{StoryView, story_page};
use frontend::{AnyView, IntoAny};
use store::Deed;
use store::staff::Seat;
use store::stories::StoryError;
use web::{Answer, Form, Problem, see_other};

use crate::decision::{self, Decision, Verdict};
use crate::events::missing;
use crate::frame::{changed, review_page};
use crate::roles::{Act, may};
use crate::state::State;
use crate::words;

/// How often another random address is tried; one is enough in practice.
const ADDRESSES: usize = 3;

/// How many things that could give somebody away are listed beside a story.
const SHOWN: usize = 20;

/// The story and what may be done.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let (record, week) = load(&state, &id).await?;
    Ok(review(&state, &seat, &record, &week, &Answers::new(), &Errors::default()))
}

/// Publishes, asks or declines, as for events.
pub(crate) async fn decide(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let (record, week) = load(&state, &id).await?;
    form.form_use()?;
    let decision = match decision::read(&form)? {
        Ok(decision) => decision,
        Err(errors) => return Ok(review(&state, &seat, &record, &week, &form.answers, &errors)),
    };
    let done = see_other(&format!("/desk?story={id}"));
    if is_done(&record, &decision) {
        return Ok(done);
    }
    let here = path(&record);
    if record.version != decision.shown {
        return Ok(changed(&state, &seat, &here));
    }
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    let did = match &decision.verdict {
        Verdict::Publish => publish(&state, &record, &week, &deed).await,
        Verdict::AskForChange(words) => state.stories.ask_for_change(&record, words, &deed).await,
        Verdict::Decline(reason) => state.stories.decline(&record, reason, &deed).await,
    };
    match did.map_err(words::story_problem) {
        Ok(_) => Ok(done),
        Err(Problem::Changed) => match state.stories.load(&record.id).await? {
            Some(now) if is_done(&now, &decision) => Ok(done),
            _ => Ok(changed(&state, &seat, &here)),
        },
        Err(problem) => Err(problem),
    }
}

async fn publish(state: &State, record: &StoryRecord, week: &Week, deed: &Deed) -> Result<StoryRecord, StoryError> {
    let details = parse_story(&record.answers, week, deed.at).map_err(|_| StoryError::NotNow(record.state))?;
    let excerpt = plain_excerpt(&details.text.body, 200);
    for _ in 1..ADDRESSES {
        match state.stories.publish(record, &details, state.context.new_story_slug(), excerpt.clone(), deed).await {
            Err(StoryError::AddressTaken) => {}
            other => return other,
        }
    }
    state.stories.publish(record, &details, state.context.new_story_slug(), excerpt, deed).await
}

fn path(record: &StoryRecord) -> String {
    format!("/desk/stories/{}", record.id)
}

async fn load(state: &State, id: &str) -> Result<(StoryRecord, Week), Problem> {
    let id = StoryId::parse(id).ok_or(Problem::NotFound)?;
    let record = state.stories.load(&id).await?.ok_or(Problem::NotFound)?;
    let week = state.weeks.get(record.week).await?.ok_or(Problem::Fault)?;
    Ok((record, week))
}

fn is_done(record: &StoryRecord, decision: &Decision) -> bool {
    let words = record.desk_words.as_deref();
    let state = record.state;
    record.version == decision.shown + 1
        && match &decision.verdict {
            Verdict::Publish => state == StoryState::Live,
            Verdict::AskForChange(asked) => state == StoryState::ChangesAsked && words == Some(asked),
            Verdict::Decline(reason) => state == StoryState::Declined && words == Some(reason),
        }
}

fn review(state: &State, seat: &Seat, record: &StoryRecord, week: &Week, typed: &Answers, errors: &Errors) -> Response {
    let details = parse_story(&record.answers, week, state.context.now());
    let sent = record.sent.map(|day| format!(" Sent on {}.", domain::time::long_date(day))).unwrap_or_default();
    let entered = if record.entered_by.is_some() { " A coordinator entered it for its author." } else { "" };
    let reach = if record.has_contact { "" } else { " Its author left no email address: words from here reach them through their private link." };
    let acts = match record.state {
        StoryState::Queued if may(&seat.staff, Act::Decide) => decision::acts(state, &path(record), record.version, details.is_ok(), typed, errors),
        StoryState::Queued => Acts::ReadOnly,
        other => Acts::Settled { state: other.words().into(), page: record.page().map(|page| page.path()) },
    };
    let title = if record.answers.has("title") { record.title() } else { "A story without a title".into() };
    let (checks, private, preview) = match &details {
        Ok(details) => {
            let mut checks: Vec<Check> = story_checks(details).into_iter().map(|c| Check { good: c.fine, words: c.sentence }).collect();
            checks.extend(give_away_checks(record));
            (checks, desk::consent_facts(details), as_it_will_look(state, record, details, week))
        }
        Err(errors) => (missing(errors), Vec::new(), desk::as_typed(title.clone(), &record.answers)),
    };
    let view = Review {
        lead: format!("Story for {}.{sent}{entered}{reach}", words::week(record.week)),
        asked_before: record.desk_words.clone(),
        private,
        checks,
        acts,
    };
    review_page(state, seat, record.week, &title, !errors.is_empty(), move || desk::review(view, preview))
}

/// What could give somebody away, as its author saw it and decided.
fn give_away_checks(record: &StoryRecord) -> Vec<Check> {
    let found = give_aways(&record.answers);
    if found.is_empty() {
        return vec![Check { good: true, words: "Nothing was found that could give somebody away. The check does not find everything.".into() }];
    }
    let more = found.len().saturating_sub(SHOWN);
    let mut checks: Vec<Check> = found.into_iter().take(SHOWN).map(give_away_check).collect();
    if more > 0 {
        checks.push(Check { good: false, words: format!("And {more} more of this kind.") });
    }
    checks
}

fn give_away_check(found: GiveAway) -> Check {
    let decided = if found.kept { "Its author wants to keep it." } else { "Its author was not asked." };
    Check { good: false, words: format!("{}: “{}”. {decided} {}", found.kind.words(), found.words, found.kind.suggestion()) }
}

/// The story's public page, in the words that wait.
fn as_it_will_look(state: &State, record: &StoryRecord, details: &StoryDetails, week: &Week) -> AnyView {
    let month = state.context.today().first_of_month();
    let live = LiveStory { slug: state.context.new_story_slug(), details: details.clone(), month };
    let record = StoryRecord { state: StoryState::Live, live: Some(live), ..record.clone() };
    let question = details.text.question.and_then(|n| week.question(n));
    let question = question.map(|q| Link::new(q.text.clone(), format!("{}/questions/{}", week.id.path(), q.number)));
    match record.page() {
        Some(story) => story_page(StoryView { story, question, back: None, preview: true }).into_any(),
        None => desk::as_typed(record.title(), &record.answers),
    }
}
