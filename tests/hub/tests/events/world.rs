//! One engine for all tests of this file, tables of its own for each.

use std::sync::{LazyLock, Mutex};

use domain::answers::Answers;
use domain::audit::Actor;
use domain::contact::Email;
use domain::event::{EventDetails, EventRecord, EventStep, Rules};
use domain::ids::{EventId, FormKey, StaffId, spell};
pub use hub_tests::fixtures::week;
use hub_tests::proxy::{Proxy, Rules as Conditions};
use jiff::Timestamp;
use store::events::{Events, HostContact};
use store::form_keys::FormUse;
use store::{Db, Deed, Table, Tables};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

/// What must never be public: it stands in every private field.
pub const CANARY: &str = "canary7private";

/// A store of its own, and a clock that stands still.
pub struct World {
    pub db: Db,
    pub events: Events,
    _proxy: Option<Proxy>,
}

pub fn random<const N: usize>() -> [u8; N] {
    std::array::from_fn(|_| rand::random())
}

pub fn now() -> Timestamp {
    "2026-11-01T09:00:00Z".parse().unwrap()
}

pub fn answers(title: &str) -> Answers {
    let mut answers = Answers::new();
    let plain = [
        ("title", title),
        ("summary", "Bring a drink and one question."),
        ("description", "We sit **in a circle**."),
        ("kind", "workshop"),
        ("host", "Example Trust"),
        ("nation", "scotland"),
        ("contact_name", "Ann canary7private"),
        ("contact_email", "ann.canary7private@example.org"),
        ("contact_phone", "01632 960 001 canary7private"),
        ("enquiries", "Reception, 01632 960 002"),
        ("timing", "timed"),
        ("day", "25"),
        ("month", "11"),
        ("year", "2026"),
        ("start", "10:00"),
        ("end", "12:00"),
        ("format", "hybrid"),
        ("venue", "House canary7private"),
        ("address", "1 canary7private Street\nExampletown"),
        ("postcode", "ZZ1 1ZZ"),
        ("directions", "Past the canary7private"),
        ("address_private", "yes"),
        ("platform", "Zoom"),
        ("joining", "https://example.org/canary7private"),
        ("booking", "required"),
        ("capacity", "12"),
        ("cost", "free"),
    ];
    plain.into_iter().for_each(|(name, value)| answers.set(name, value));
    EventStep::Access.fields().iter().filter(|f| !f.ends_with("_note")).for_each(|field| answers.set(field, "yes"));
    answers
}

pub fn details(record: &EventRecord) -> EventDetails {
    let week = week();
    let rules = Rules { week: &week, today: jiff::civil::date(2026, 11, 1), past_allowed: false };
    EventDetails::parse(&record.answers, &rules).unwrap()
}

pub fn form() -> FormUse {
    FormUse { key: FormKey::from_random(random()), hash: "answers".into() }
}

pub fn by(actor: Actor) -> Deed {
    Deed { by: actor, at: now(), mark: spell(&random::<16>()) }
}

pub fn host() -> Deed {
    by(Actor::Host)
}

pub fn desk() -> Deed {
    by(Actor::Staff(StaffId::from_random(random())))
}

pub fn contact() -> HostContact {
    HostContact { email: Email::parse("ann.canary7private@example.org").unwrap(), hash: "aa11".into(), former: None }
}

impl World {
    pub async fn new() -> Self {
        let prefix = format!("e{}-", spell(&random::<8>()));
        let client = ENGINE.lock().unwrap().client();
        let tables = Tables::with_prefix(&prefix);
        local::fresh_tables(&client, &tables).await.unwrap();
        let db = Db::new(client, tables);
        Self { events: Events::new(db.clone()), db, _proxy: None }
    }

    /// The same, with conditions taken out on the way to the database.
    pub async fn unguarded(rules: Conditions) -> Self {
        let world = Self::new().await;
        let endpoint = ENGINE.lock().unwrap().endpoint();
        let proxy = Proxy::before(&endpoint, rules).await.unwrap();
        let through = Db::new(local::client::at(&proxy.endpoint()), world.db.tables().clone());
        Self { events: Events::new(through), db: world.db, _proxy: Some(proxy) }
    }

    pub async fn load(&self, id: &EventId) -> EventRecord {
        self.events.load(id).await.unwrap().unwrap()
    }

    /// A complete draft.
    pub async fn draft(&self, title: &str) -> EventRecord {
        let mut record = EventRecord::draft(EventId::from_random(random()), week().id, now());
        record.answers = answers(title);
        self.events.begin(&record, &form(), &host()).await.unwrap();
        record
    }

    /// An event that waits at the desk.
    pub async fn queued(&self, title: &str) -> EventRecord {
        let draft = self.draft(title).await;
        self.events.send(&draft, &contact(), &form(), &host()).await.unwrap();
        let sent = self.load(&draft.id).await;
        self.events.confirm(&sent, &contact(), &form(), &host()).await.unwrap();
        self.load(&draft.id).await
    }

    /// A published event.
    pub async fn published(&self, title: &str) -> EventRecord {
        let queued = self.queued(title).await;
        self.events.publish(&queued, &details(&queued), &desk()).await.unwrap()
    }

    /// Everything in a table, as text.
    pub async fn everything(&self, table: Table) -> String {
        let scan = self.db.client().scan().table_name(self.db.tables().name(table)).send().await.unwrap();
        format!("{:?}", scan.items())
    }
}
