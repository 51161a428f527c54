//! One event under review: as it will look, the checks beside it, and the three acts.

mod alike;

use axum::response::Response;
use domain::answers::Answers;
use domain::contact::Email;
use domain::event::{EventDetails, EventPage, EventRecord, EventState, PublicState, Published, Rules, checks};
use domain::field::Errors;
use domain::ids::{EventId, Slug};
use domain::week::Week;
use frontend::components::{Check, Link};
use frontend::pages::desk::{self, Acts, Review};
use frontend::pages::event::{EventView, event_page};
use frontend::pages::list_event::differences;
use frontend::{AnyView, IntoAny};
use jiff::Timestamp;
use store::Deed;
use store::staff::Seat;
use web::Problem;

use crate::decision::{self, Verdict};
use crate::frame::review_page;
use crate::roles::{Act, may};
use crate::state::State;
use crate::trusted;
use crate::waiting::Waiting;
use crate::words;

/// An event, what its form says once it is read, and whether mail to its host came back.
pub(crate) struct EventUnderReview {
    record: EventRecord,
    week: Week,
    details: Result<EventDetails, Errors>,
    came_back: bool,
    /// The event of an earlier year that it began with.
    copied: Option<EventRecord>,
    /// What may be the same event.
    alike: Vec<Link>,
}

impl Waiting for EventUnderReview {
    async fn load(state: &State, id: &str) -> Result<Self, Problem> {
        let id = EventId::parse(id).ok_or(Problem::NotFound)?;
        let record = state.events.load(&id).await?.ok_or(Problem::NotFound)?;
        let week = state.weeks.get(record.week).await?.ok_or(Problem::Fault)?;
        let came_back = came_back(state, &record).await?;
        let copied = match &record.copied_from {
            Some(id) if record.published.is_none() => state.events.load(id).await?,
            _ => None,
        };
        // Its day may have gone by while it waited: a coordinator sees that and decides.
        let rules = Rules { week: &week, today: state.context.today(), past_allowed: true };
        let details = EventDetails::parse(&record.proposed(), &rules);
        let waits = record.state == EventState::Queued || record.sent_change().is_some();
        let alike = match &details {
            Ok(details) if waits => alike::alike(state, &record, details, &week).await?,
            _ => Vec::new(),
        };
        Ok(Self { record, week, details, came_back, copied, alike })
    }

    fn path(&self) -> String {
        format!("/desk/events/{}", self.record.id)
    }

    fn done(&self) -> String {
        format!("/desk?event={}", self.record.id)
    }

    fn version(&self) -> u64 {
        self.record.version
    }

    fn words(&self) -> Option<&str> {
        self.record.desk_words.as_deref()
    }

    fn stands_at(&self, verdict: &Verdict) -> bool {
        use EventState as S;
        let (state, change) = (self.record.state, self.record.change.as_ref());
        match verdict {
            Verdict::Publish => state.goes_ahead() && change.is_none(),
            Verdict::AskForChange(_) => state == S::ChangesAsked || self.record.open_change().is_some(),
            Verdict::Decline(_) => state == S::Declined || (state.goes_ahead() && change.is_none()),
        }
    }

    fn lacks(&self, _: &State) -> Errors {
        self.details.as_ref().err().cloned().unwrap_or_default()
    }

    async fn carry_out(&self, state: &State, verdict: &Verdict, deed: &Deed) -> Result<(), Problem> {
        let record = &self.record;
        if record.sent_change().is_some() {
            return self.carry_out_change(state, verdict, deed).await;
        }
        let done = match verdict {
            Verdict::Publish => {
                let details = self.details.as_ref().map_err(|_| Problem::Changed)?;
                state.events.publish(record, details, deed).await
            }
            Verdict::AskForChange(words) => state.events.ask_for_change(record, words, deed).await,
            Verdict::Decline(reason) => state.events.decline(record, reason, deed).await,
        };
        done.map(drop).map_err(words::event_problem)
    }

    fn review(&self, state: &State, seat: &Seat, typed: &Answers, errors: &Errors) -> Response {
        let Self { record, details, .. } = self;
        let acts = match record.state {
            _ if self.waits() && may(&seat.staff, Act::Decide) => decision::acts(state, &self.path(), record.version, details.is_ok(), typed, errors),
            _ if self.waits() => Acts::ReadOnly,
            other => Acts::Settled { state: standing(other).into(), page: record.page().map(|page| page.path()) },
        };
        let (mut checks, private, preview) = match details {
            Ok(details) => (found(details, state), desk::host_facts(details), as_it_will_look(state, record, details, &self.week)),
            Err(errors) => (missing(errors), Vec::new(), desk::as_typed(record.title(), &record.answers)),
        };
        let preview = match record.sent_change() {
            Some(_) => desk::changed(differences(&record.answers, &record.proposed()), "from what is published".into(), preview),
            None => match &self.copied {
                Some(old) => desk::changed(differences(&old.answers, &record.answers), format!("from {}", words::week(old.week)), preview),
                None => preview,
            },
        };
        if self.came_back {
            checks.insert(0, Check { good: false, words: "Mail to its host came back. Phone them, or write another way.".into() });
        }
        let ways = trusted::way(record).filter(|_| may(&seat.staff, Act::Decide)).into_iter().collect();
        let view = Review {
            lead: lead(record, state.context.now()),
            asked_before: record.desk_words.clone(),
            private,
            checks,
            alike: self.alike.clone(),
            acts,
            ways,
        };
        review_page(state, seat, record.week, &record.title(), !errors.is_empty(), move || desk::review(view, preview))
    }
}

impl EventUnderReview {
    /// Whether something of it waits for a decision.
    fn waits(&self) -> bool {
        self.record.state == EventState::Queued || self.record.sent_change().is_some()
    }

    async fn carry_out_change(&self, state: &State, verdict: &Verdict, deed: &Deed) -> Result<(), Problem> {
        let record = &self.record;
        let done = match verdict {
            Verdict::Publish => {
                let details = self.details.as_ref().map_err(|_| Problem::Changed)?;
                state.events.approve_change(record, details, deed).await
            }
            Verdict::AskForChange(words) => state.events.return_change(record, words, deed).await,
            Verdict::Decline(reason) => state.events.refuse_change(record, reason, deed).await,
        };
        done.map(drop).map_err(words::event_problem)
    }
}

/// The line above everything: its week, how long it waits, and who entered it.
fn lead(record: &EventRecord, now: Timestamp) -> String {
    let waits = record.waiting_since.map(|since| format!(" Waiting: {}.", words::age(since, now, false).to_lowercase())).unwrap_or_default();
    let entered = if record.entered_by.is_some() { " A coordinator entered it for its host." } else { "" };
    let what = if record.sent_change().is_some() { "Change of a published event of" } else { "Event for" };
    format!("{what} {}.{waits}{entered}", words::week(record.week))
}

/// Whether mail to its host came back, so that what the desk decides reaches nobody.
async fn came_back(state: &State, record: &EventRecord) -> Result<bool, Problem> {
    let typed = || Email::parse(record.answers.get("contact_email")).ok();
    match record.confirmed_email.clone().or_else(typed) {
        Some(email) => Ok(state.returned.of(&state.email_hash(&email), state.context.now()).await?.is_some()),
        None => Ok(false),
    }
}

/// The event's public page, in the words that wait.
fn as_it_will_look(state: &State, record: &EventRecord, details: &EventDetails, week: &Week) -> AnyView {
    let now = state.context.now();
    let published = Published::new(Slug::from_title(&details.about.title), details.clone(), now);
    let event = EventPage::new(&record.id, &published, PublicState::Listed, None);
    let past = event.is_over(now);
    let asked = week.questions.iter().filter(|q| event.more.questions.contains(&q.number));
    let questions = asked.map(|q| Link::new(q.text.clone(), format!("{}/questions/{}", week.id.path(), q.number))).collect();
    let stories = Vec::new();
    let (today, week) = (state.context.today(), words::week(record.week));
    event_page(EventView { event, places: None, today, past, week, stories, questions, ways_in: None, preview: true }).into_any()
}

fn found(details: &EventDetails, state: &State) -> Vec<Check> {
    let mut out: Vec<Check> = checks(details).into_iter().map(|c| Check { good: c.fine, words: c.sentence }).collect();
    if let Some(why) = &details.outside {
        out.push(Check { good: false, words: format!("Its day is outside the week. The host says: {why}") });
    }
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
