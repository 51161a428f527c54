//! One story under review. Its author's address is nowhere here: the desk can't read it.

pub(crate) mod edit;
mod keys;
pub(crate) mod second_reading;
pub(crate) mod take_down;
pub(crate) mod update;

use axum::response::Response;
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::StoryId;
use domain::story::{GiveAway, LiveStory, StoryDetails, StoryRecord, StoryState, give_aways, parse_story, story_checks};
use domain::week::Week;
use frontend::components::{Check, Link};
use frontend::pages::desk::{self, Acts, Review};
use frontend::pages::story::{StoryView, story_page};
use frontend::{AnyView, IntoAny};
use store::Deed;
use store::staff::Seat;
use store::stories::StoryError;
use web::Problem;

use crate::decision::{self, Verdict};
use crate::events::missing;
use crate::frame::review_page;
use crate::roles::{Act, may};
use crate::state::State;
use crate::waiting::Waiting;
use crate::words;

/// How often another random address is tried; one is enough in practice.
const ADDRESSES: usize = 3;

/// How many things that could give somebody away are listed beside a story.
const SHOWN: usize = 20;

/// A story with its week, and what its form says once it is read.
pub(crate) struct StoryUnderReview {
    record: StoryRecord,
    week: Week,
    details: Result<StoryDetails, Errors>,
}

impl Waiting for StoryUnderReview {
    async fn load(state: &State, id: &str) -> Result<Self, Problem> {
        let id = StoryId::parse(id).ok_or(Problem::NotFound)?;
        let record = state.stories.load(&id).await?.ok_or(Problem::NotFound)?;
        let week = state.weeks.get(record.week).await?.ok_or(Problem::Fault)?;
        let details = parse_story(&record.answers, &week, state.context.now());
        Ok(Self { record, week, details })
    }

    fn path(&self) -> String {
        format!("/desk/stories/{}", self.record.id)
    }

    fn done(&self) -> String {
        format!("/desk?story={}", self.record.id)
    }

    fn has_come(&self) -> bool {
        self.record.state != StoryState::Draft
    }

    fn version(&self) -> u64 {
        self.record.version
    }

    fn words(&self) -> Option<&str> {
        self.record.desk_words.as_deref()
    }

    fn stands_at(&self, verdict: &Verdict) -> bool {
        match verdict {
            Verdict::Publish => matches!(self.record.state, StoryState::Live | StoryState::Scheduled),
            Verdict::AskForChange(_) => self.record.state == StoryState::ChangesAsked,
            Verdict::Decline(_) => self.record.state == StoryState::Declined,
        }
    }

    fn lacks(&self, state: &State) -> Errors {
        let mut errors = self.details.as_ref().err().cloned().unwrap_or_default();
        for lack in self.record.lacks(self.week.story_rules, state.context.now()) {
            errors.add("publish", lack.words());
        }
        errors
    }

    async fn carry_out(&self, state: &State, verdict: &Verdict, deed: &Deed) -> Result<(), Problem> {
        let done = match verdict {
            Verdict::Publish => self.publish(state, deed).await,
            Verdict::AskForChange(words) => state.stories.ask_for_change(&self.record, words, deed).await,
            Verdict::Decline(reason) => state.stories.decline(&self.record, reason, deed).await,
        };
        done.map(drop).map_err(words::story_problem)
    }

    fn review(&self, state: &State, seat: &Seat, typed: &Answers, errors: &Errors) -> Response {
        let Self { record, week, details } = self;
        let acts = match record.state {
            StoryState::Queued if may(&seat.staff, Act::Decide) => {
                decision::acts(state, &self.path(), record.version, self.lacks(state).is_empty(), typed, errors)
            }
            StoryState::Queued => Acts::ReadOnly,
            other => Acts::Settled { state: other.words().into(), page: record.page().map(|page| page.path()) },
        };
        let title = self.title();
        let (mut checks, private) = match details {
            _ if !record.state.is_open_to_desk() => (Vec::new(), Vec::new()),
            Ok(details) => {
                let mut checks: Vec<Check> = story_checks(details).into_iter().map(|c| Check { good: c.fine, words: c.sentence }).collect();
                checks.extend(give_away_checks(record));
                (checks, desk::consent_facts(details))
            }
            Err(errors) => (missing(errors), Vec::new()),
        };
        if record.state.is_open_to_desk() {
            checks.extend(keys::checks(record, week, state.context.now()));
        }
        let (preview, ways) = (self.preview(state), keys::ways(self, &seat.staff));
        let view = Review { lead: lead(record), asked_before: record.desk_words.clone(), private, checks, alike: Vec::new(), acts, ways };
        review_page(state, seat, record.week, &title, !errors.is_empty(), move || desk::review(view, preview))
    }
}

impl StoryUnderReview {
    fn title(&self) -> String {
        if !self.record.state.is_open_to_desk() {
            "A story that is its author’s alone".into()
        } else if self.record.answers.has("title") {
            self.record.title()
        } else {
            "A story without a title".into()
        }
    }

    /// The story's public page, in the words that wait; word for word where they can't be shown so.
    fn preview(&self, state: &State) -> AnyView {
        match &self.details {
            _ if !self.record.state.is_open_to_desk() => desk::authors_alone().into_any(),
            Ok(details) => as_it_will_look(state, &self.record, details, &self.week),
            Err(_) => desk::as_typed(self.title(), &self.record.answers),
        }
    }

    async fn publish(&self, state: &State, deed: &Deed) -> Result<StoryRecord, StoryError> {
        let record = &self.record;
        let details = self.details.as_ref().map_err(|_| StoryError::NotNow(record.state))?;
        let excerpt = details.excerpt();
        for _ in 1..ADDRESSES {
            match state.stories.publish(record, details, state.context.new_story_slug(), excerpt.clone(), deed).await {
                Err(StoryError::AddressTaken) => {}
                other => return other,
            }
        }
        state.stories.publish(record, details, state.context.new_story_slug(), excerpt, deed).await
    }
}

/// The line above everything: its week, the day it was sent, and how its author is reached.
fn lead(record: &StoryRecord) -> String {
    let sent = record.sent.map(|day| format!(" Sent on {}.", domain::time::long_date(day))).unwrap_or_default();
    let entered = if record.entered_by.is_some() { " A coordinator entered it for its author." } else { "" };
    let reach = if record.has_contact { "" } else { " Its author left no email address: words from here reach them through their private link." };
    format!("Story for {}.{sent}{entered}{reach}", words::week(record.week))
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
    let asked = week.questions.iter().filter(|question| details.text.questions.contains(&question.number));
    let questions = asked.map(|q| Link::new(q.text.clone(), format!("{}/questions/{}", week.id.path(), q.number))).collect();
    match record.page() {
        Some(story) => {
            let title = record.answers.get("event_title").to_owned();
            let event = story.event.as_ref().map(|event| Link::new(title, format!("/events/{}", event.slug)));
            story_page(StoryView {
                story,
                questions,
                event,
                today: state.context.today(),
                back: None,
                share: None,
                related: Vec::new(),
                preview: true,
            })
            .into_any()
        }
        None => desk::as_typed(record.title(), &record.answers),
    }
}
