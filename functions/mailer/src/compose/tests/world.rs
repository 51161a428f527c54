//! An event, a registration, a story, as records would hold them.

use std::sync::Arc;

use domain::answers::Answers;
use domain::contact::Email;
use domain::event::{EventDetails, EventRecord, EventState, Postponed, Published, Rules};
use domain::ids::{EventId, RegistrationId, Slug, StoryId};
use domain::registration::{Party, Person, RegistrationRecord, RegistrationState};
use domain::story::{GoesLive, StoryRecord, StoryState};
use domain::week::{Week, WeekId};
use jiff::Timestamp;
use web::{Context, Keys, Settings, SystemRandom};

/// Stands in every text that people typed and that no subject and no lock screen may show.
pub const TITLE: &str = "Living with dementia <b>together</b>";

pub fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

pub fn now() -> Timestamp {
    at("2026-11-20T12:00:00Z")
}

pub fn to() -> Email {
    Email::parse("ann@example.org").unwrap()
}

pub fn context() -> Context {
    let settings = Settings {
        origin: "https://hub.example".into(),
        also: Vec::new(),
        assets: Default::default(),
        page_seconds: 0,
        memory: std::time::Duration::ZERO,
        demonstration_allowed: false,
        read_only: false,
        contact: Default::default(),
    };
    let keys = Keys { links: vec![vec![7; 32]], contacts: vec![8; 32] };
    Context::new(settings, keys, Arc::new(domain::time::SystemClock), Arc::new(SystemRandom))
}

fn week() -> Week {
    let week = serde_json::json!({
        "id": "scotland/2026", "name": "Week", "first": "2026-11-23", "last": "2026-11-29", "organiser": "Example Organiser"
    });
    serde_json::from_value(week).unwrap()
}

fn answers(more: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::new();
    let typed = [
        ("title", TITLE),
        ("summary", "Bring a drink."),
        ("description", "We sit in a circle."),
        ("kind", "workshop"),
        ("host", "Example Trust"),
        ("nation", "scotland"),
        ("contact_name", "Ann"),
        ("contact_email", "ann@example.org"),
        ("timing", "timed"),
        ("day", "25"),
        ("month", "11"),
        ("year", "2026"),
        ("start", "10:00"),
        ("end", "12:00"),
        ("format", "hybrid"),
        ("venue", "Secret House"),
        ("address", "1 Hidden Street\nExampletown"),
        ("postcode", "ZZ1 1ZZ"),
        ("directions", "The blue door"),
        ("address_private", "yes"),
        ("platform", "Zoom"),
        ("joining", "https://meet.example/secret"),
        ("booking", "required"),
        ("capacity", "12"),
        ("cost", "free"),
    ];
    typed.iter().chain(more).for_each(|(name, value)| answers.set(*name, *value));
    for fact in domain::access::AccessFact::ALL {
        answers.set(format!("access_{}", fact.value()), "not-sure");
    }
    answers
}

pub fn event(state: EventState) -> EventRecord {
    event_with(state, &[])
}

pub fn event_with(state: EventState, more: &[(&str, &str)]) -> EventRecord {
    let week = week();
    let mut event = EventRecord::draft(EventId::from_random([1; 16]), week.id, now());
    event.state = state;
    event.answers = answers(more);
    event.confirmed_email = Some(to());
    event.desk_words = Some("Say which <i>floor</i> it is on.".into());
    if matches!(state, EventState::Published | EventState::Postponed | EventState::Cancelled) {
        let rules = Rules { week: &week, today: jiff::civil::date(2026, 11, 1), past_allowed: false };
        let details = EventDetails::parse(&event.answers, &rules).unwrap();
        event.published = Some(Published { sequence: 2, ..Published::new(Slug::from_title("Circle"), details, now()) });
    }
    if state == EventState::Postponed {
        event.postponed = Some(Postponed { at: now(), words: Some("Our cook is ill.".into()) });
    }
    if state == EventState::Cancelled {
        event.cancel_words = Some("The hall is flooded.".into());
    }
    event
}

pub fn registration(state: RegistrationState) -> RegistrationRecord {
    let person = Person { name: "Visit evil.example now".into(), email: Some(to()), phone: None };
    let (id, event) = (RegistrationId::from_random([2; 16]), EventId::from_random([1; 16]));
    let mut record = RegistrationRecord::new(id, event, person, Party::default(), state, now());
    record.until = Some(at("2026-11-20T14:00:00Z"));
    record.address_confirmed = !matches!(state, RegistrationState::Unconfirmed);
    record.has_needs = true;
    record
}

pub fn story(state: StoryState) -> StoryRecord {
    let mut story = StoryRecord::draft(StoryId::from_random([3; 16]), WeekId::parse("scotland/2026").unwrap(), now());
    story.state = state;
    story.answers.set("title", TITLE);
    story.answers.set("body", "My secret body");
    story.desk_words = Some("You name your son.".into());
    if state == StoryState::Scheduled {
        story.goes_live = Some(GoesLive { day: jiff::civil::date(2026, 11, 22), excerpt: "My secret body".into() });
    }
    if state == StoryState::Live {
        let live = serde_json::json!({
            "slug": "abcdefghjkmn",
            "details": {
                "byline": { "naming": "nothing" },
                "text": { "kind": "blog", "title": TITLE, "body": "My secret body" },
                "consent": { "purposes": ["publish"], "version": 1, "day": "2026-11-01" },
            },
            "month": "2026-11-01",
        });
        story.live = Some(serde_json::from_value(live).unwrap());
    }
    story
}
