//! What waits, longest first.

use axum::Extension;
use axum::extract::{self, Query};
use domain::event::EventState;
use domain::ids::{EventId, StoryId};
use domain::story::StoryState;
use frontend::pages::desk::{self, Done, QueuePage, Waiting};
use frontend::shell::DeskPage;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::StoreError;
use store::queue::{QueueEntry, Queued};
use store::staff::Seat;
use web::Answer;

use crate::frame::page;
use crate::roles::{Act, may};
use crate::state::State;
use crate::words;

/// People should have an answer within two days.
const LATE: SignedDuration = SignedDuration::from_hours(48);

/// What was just decided, to say so.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Just {
    event: Option<String>,
    story: Option<String>,
    brought: Option<u64>,
}

/// The queue.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Query(just): Query<Just>) -> Answer {
    let now = state.context.now();
    let waiting: Vec<Waiting> = state.queue.all().await?.into_iter().map(|entry| line(entry, now)).collect();
    let done = done(&state, &just).await?;
    let title = match waiting.len() {
        0 => "Queue: nothing is waiting".to_owned(),
        n => format!("Queue: {n} waiting"),
    };
    let may_decide = may(&seat.staff, Act::Decide);
    let worries = if may_decide { state.concerns.open().await?.len() } else { 0 };
    let queue = QueuePage { waiting, done, worries, may_decide };
    Ok(page(&state, &seat, DeskPage::Queue, &title, false, move || desk::queue(queue)))
}

fn line(entry: QueueEntry, now: Timestamp) -> Waiting {
    let (what, href, whole_days) = match &entry.what {
        Queued::Event(id) => ("Event", format!("/desk/events/{id}"), false),
        Queued::Story(id) => ("Story", format!("/desk/stories/{id}"), true),
    };
    Waiting {
        age: words::age(entry.since, now, whole_days),
        what,
        title: entry.title,
        href,
        who: entry.who,
        week: words::week(entry.week),
        late: now.duration_since(entry.since) > LATE,
    }
}

async fn done(state: &State, just: &Just) -> Result<Option<Done>, StoreError> {
    if let Some(many) = just.brought {
        let words = format!("{} brought in. They wait here to be read.", domain::text::counted(many, "event was", "events were"));
        return Ok(Some(Done { words, page: None }));
    }
    if let Some(id) = just.event.as_deref().and_then(EventId::parse) {
        let Some(record) = state.events.load(&id).await? else { return Ok(None) };
        let did = match record.state {
            EventState::Published | EventState::Postponed => "Published",
            EventState::ChangesAsked => "A change was asked for",
            EventState::Declined => "Declined",
            _ => return Ok(None),
        };
        let page = record.page().map(|page| page.path());
        return Ok(Some(Done { words: format!("{did}: {}.", record.title()), page }));
    }
    if let Some(id) = just.story.as_deref().and_then(StoryId::parse) {
        let Some(record) = state.stories.load(&id).await? else { return Ok(None) };
        let did = match record.state {
            StoryState::Live => "Published",
            StoryState::Scheduled => "It goes live after a day’s notice to its author",
            StoryState::EditsProposed => "Edits were sent to its author",
            StoryState::TakenDown => "Taken off",
            StoryState::Queued if record.reading.is_some() => "Your reading is recorded",
            StoryState::ChangesAsked => "A change was asked for",
            StoryState::Declined => "Declined",
            _ => return Ok(None),
        };
        let page = record.page().map(|page| page.path());
        return Ok(Some(Done { words: format!("{did}: {}.", record.title()), page }));
    }
    Ok(None)
}
