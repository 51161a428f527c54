//! How long what never became public, or is over, is kept (quality-bar P-09). What is public stays; counts stay.

use jiff::{SignedDuration, Timestamp};

use crate::event::{EventRecord, EventState};
use crate::registration::{RegistrationRecord, RegistrationState};
use crate::story::StoryState;

/// How long a registration is kept after its event. Then only counts are left.
pub const AFTER_EVENT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How long what would help somebody is kept after the event.
const NEEDS_AFTER_EVENT: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long that is kept where an event has no end.
const NEEDS_OF_ANY_TIME: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Until when what would help somebody may be read, who told it at `told` for an event that ends at `ends`.
pub fn needs_until(ends: Option<Timestamp>, told: Timestamp) -> Timestamp {
    ends.map_or(told + NEEDS_OF_ANY_TIME, |ends| ends + NEEDS_AFTER_EVENT)
}

/// How long a postponed event is waited for: then it counts as ended, and with [`AFTER_EVENT`] a registration is kept a year for it.
const NEW_DATE_WITHIN: SignedDuration = SignedDuration::from_hours(275 * 24);

/// When an event ended or ends, as far as keeping its registrations goes; none where it has no time of its own.
pub fn ends(event: &EventRecord) -> Option<Timestamp> {
    match event.postponed.as_ref().filter(|_| event.state == EventState::Postponed) {
        Some(postponed) => Some(postponed.at + NEW_DATE_WITHIN),
        None => event.published.as_ref()?.details.when.end(),
    }
}

/// How long somebody is kept who never confirmed their address.
pub const UNCONFIRMED: SignedDuration = SignedDuration::from_hours(24);

/// For how many days an event that is not public is kept while nobody touches it; none where it waits for us, or is public.
/// Hosts begin months before a week, so their drafts are kept longer than stories.
pub fn event_rests(state: EventState) -> Option<i32> {
    match state {
        EventState::Draft | EventState::Sent | EventState::ChangesAsked => Some(90),
        EventState::Declined | EventState::Withdrawn => Some(30),
        EventState::Queued | EventState::Published | EventState::Postponed | EventState::Cancelled => None,
    }
}

/// The same for a story. A withdrawn one has no words left: its notice stays.
pub fn story_rests(state: StoryState) -> Option<i32> {
    match state {
        // Edits whose author does not come back lapse with their story.
        StoryState::Draft | StoryState::ChangesAsked | StoryState::EditsProposed => Some(30),
        StoryState::Declined | StoryState::TakenDown => Some(30),
        _ => None,
    }
}

/// Whether a registration is over. `ends`: when its event ends, or where it has no end, when its week does.
pub fn is_over(of: &RegistrationRecord, ends: Option<Timestamp>, now: Timestamp) -> bool {
    let lapsed_unseen = of.state == RegistrationState::Lapsed && !of.address_confirmed;
    (lapsed_unseen && of.changed + UNCONFIRMED <= now) || ends.is_some_and(|ends| ends + AFTER_EVENT <= now)
}
