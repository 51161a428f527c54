//! What every page of a host needs: the event that this browser may see, its week, its contact, who acts.

use axum::http::HeaderMap;
use axum::response::Response;
use domain::audit::Actor;
use domain::contact::Email;
use domain::event::{EventRecord, EventState, EventStep, Rules};
use domain::field::Errors;
use domain::ids::EventId;
use domain::time::local;
use domain::week::Week;
use frontend::shell::{Section, Shell};
use jiff::SignedDuration;
use store::Deed;
use store::events::{EventError, HostContact};
use store::rate::Bucket;
use web::{Problem, Purpose, see_other};

use crate::State;

/// How many mails about events one address gets in a day at most.
const MAILS_A_DAY: u32 = 10;

impl State {
    /// The event, where this browser was granted it.
    pub(crate) async fn mine(&self, headers: &HeaderMap, id: &str) -> Result<EventRecord, Problem> {
        let id = EventId::parse(id).ok_or(Problem::NotFound)?;
        let generation = self.context.granted(headers, Purpose::Event, id.as_str()).ok_or(Problem::LinkStale)?;
        let record = self.events.load(&id).await?.ok_or(Problem::LinkStale)?;
        if generation < record.generation {
            return Err(Problem::LinkStale);
        }
        Ok(record)
    }

    /// The week of an event.
    pub(crate) async fn week_of(&self, record: &EventRecord) -> Result<Week, Problem> {
        self.public.week(record.week).await?.ok_or(Problem::NotFound)
    }

    /// What the rules depend on.
    pub(crate) fn rules<'a>(&self, record: &EventRecord, week: &'a Week) -> Rules<'a> {
        Rules { week, today: self.context.today(), past_allowed: record.entered_by.is_some() || record.change.is_some() }
    }

    /// An act on an event, now: its host's, or that of the coordinator who fills in the form for somebody.
    pub(crate) fn deed(&self, record: &EventRecord) -> Deed {
        let by = match &record.entered_by {
            Some(staff) if record.state == EventState::Draft => Actor::Staff(staff.clone()),
            _ => Actor::Host,
        };
        Deed { by, at: self.context.now(), mark: self.context.mark() }
    }

    fn hash(&self, email: &Email) -> String {
        self.context.contact_hash(&format!("email:{}", email.folded()))
    }

    /// Where the host is reached, as far as the answers say.
    pub(crate) fn contact(&self, record: &EventRecord) -> Option<HostContact> {
        let email = Email::parse(record.answers.get("contact_email")).ok()?;
        let former = record.confirmed_email.as_ref().filter(|known| known.folded() != email.folded());
        Some(HostContact { hash: self.hash(&email), former: former.map(|known| self.hash(known)), email })
    }

    /// Whether one more mail may go to this address today.
    pub(crate) async fn may_mail(&self, contact: &HostContact) -> Result<bool, Problem> {
        let bucket = Bucket { what: "event-mail", whom: &contact.hash, most: MAILS_A_DAY, window: SignedDuration::from_hours(24) };
        Ok(self.rates.take(&bucket, self.context.now()).await?)
    }
}

/// The frame of a page about an event.
pub(crate) fn shell(record: &EventRecord, title: impl Into<String>) -> Shell {
    Shell { title: title.into(), section: Section::ListAnEvent, demonstration: record.week.is_demonstration(), ..Shell::default() }
}

/// Where an event's own page lies.
pub(crate) fn home(id: &EventId) -> String {
    format!("/manage/event/{id}")
}

/// What is wrong with a page of the form, in a draft or in a change of what is published.
pub(crate) fn page_errors(step: EventStep, record: &EventRecord, rules: &Rules<'_>) -> Errors {
    let mut errors = step.errors(record.working(), rules);
    if step == EventStep::Booking {
        errors.0.extend(record.booking_errors().0);
    }
    errors
}

/// The pages that still need an answer, with how many sentences each. A host who tells what happened is not asked anew how people
/// get in: it was as it was.
pub(crate) fn missing(record: &EventRecord, rules: &Rules<'_>) -> Vec<(EventStep, usize)> {
    let end = record.published.as_ref().and_then(|published| published.details.when.end());
    let over = end.is_some_and(|end| local(end).date() < rules.today);
    let errors = |step: &EventStep| match over && *step != EventStep::Booking {
        true => step.errors_as_read(record.working(), rules),
        false => page_errors(*step, record, rules),
    };
    let count = |step: &EventStep| (*step, errors(step).0.len());
    EventStep::ALL.iter().map(count).filter(|(_, errors)| *errors > 0).collect()
}

/// An act that came too late leads to how the event stands; anything else is a problem.
pub(crate) fn or_standing(id: &EventId, error: EventError) -> Result<Response, Problem> {
    match error {
        EventError::NotNow(EventState::Draft) | EventError::Changed => Err(Problem::Changed),
        EventError::NotNow(_) => Ok(see_other(&home(id))),
        EventError::FormUsed => Err(Problem::FormUsed),
        EventError::Store(error) => Err(error.into()),
    }
}
