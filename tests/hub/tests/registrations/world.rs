//! A published event with places, people, and a clock that the test moves.

use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use domain::access::AccessNeed;
use domain::contact::{Email, Phone};
use domain::event::{EventRecord, EventState, Published};
use domain::ids::{EventId, FormKey, RegistrationId, Slug, spell};
use domain::message::{Message, Waiting};
use domain::registration::{AccessRequest, CONSENT_VERSION, Party, Person, Places, Plan, RegistrationRecord, RegistrationState};
use hub_tests::clients::{in_a_hurry, quick_to_retry};
use hub_tests::proxy::{Proxy, Rules};
use jiff::Timestamp;
use store::form_keys::FormUse;
use store::outbox::Outbox;
use store::registrations::{NewRegistration, Registered, RegistrationError, Registrations};
use store::{Db, Key, Table, Tables, Tx};

use crate::events_world::{answers, details, now, random, week};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

/// An event that takes registrations.
pub struct World {
    pub db: Db,
    pub registrations: Registrations,
    pub event: EventId,
    pub slug: Slug,
    proxy: Option<Proxy>,
}

impl World {
    /// With so many places; none is no limit.
    pub async fn with_places(capacity: Option<u32>) -> Self {
        Self::made(capacity, None).await
    }

    /// The same without a limit, in an engine of the test's own.
    pub async fn in_engine(engine: &local::Engine) -> Self {
        Self::made_at(&engine.endpoint(), None, None).await
    }

    /// The same, with conditions taken out on the way to the database.
    pub async fn unguarded(capacity: Option<u32>, rules: Rules) -> Self {
        Self::made(capacity, Some(rules)).await
    }

    /// With places as a host may plan them: split, held back.
    pub async fn planned(plan: Plan) -> Self {
        let mut world = Self::made(None, None).await;
        world.renew(plan).await;
        world
    }

    /// Another event in the same tables.
    pub async fn renew(&mut self, plan: Plan) {
        (self.event, self.slug) = publish(&self.db, plan).await;
    }

    async fn made(capacity: Option<u32>, rules: Option<Rules>) -> Self {
        let endpoint = ENGINE.lock().unwrap().endpoint();
        Self::made_at(&endpoint, capacity, rules).await
    }

    async fn made_at(endpoint: &str, capacity: Option<u32>, rules: Option<Rules>) -> Self {
        let prefix = format!("r{}-", spell(&random::<8>()));
        let (client, tables) = (patient(local::client::at(endpoint)), Tables::with_prefix(prefix.clone()));
        local::fresh_tables(&client, &tables).await.unwrap();
        let db = Db::new(client, tables);
        let proxy = match rules {
            Some(rules) => Some(Proxy::before(endpoint, rules).await.unwrap()),
            None => None,
        };
        let client = proxy.as_ref().map(|proxy| quick_to_retry(patient(local::client::at(&proxy.endpoint()))));
        let (event, slug) = publish(&db, Places::new(capacity).plan()).await;
        let db = client.map_or(db, |client| Db::new(client, Tables::with_prefix(prefix)));
        Self { registrations: Registrations::new(db.clone()), db, event, slug, proxy }
    }

    /// The way to the same tables of a function that has little time: what is not answered within a second counts as failed.
    pub fn in_a_hurry(&self) -> Db {
        let proxy = self.proxy.as_ref().expect("a proxy in front of the database");
        let client = in_a_hurry(quick_to_retry(local::client::at(&proxy.endpoint())));
        Db::new(client, self.db.tables().clone())
    }

    pub async fn places(&self) -> Places {
        self.registrations.places(&self.event).await.unwrap().unwrap()
    }

    pub async fn load(&self, id: &RegistrationId) -> RegistrationRecord {
        self.registrations.load(&self.event, id).await.unwrap().unwrap()
    }

    pub async fn state(&self, id: &RegistrationId) -> RegistrationState {
        self.load(id).await.state
    }

    pub async fn register(&self, new: &NewRegistration, at: Timestamp) -> Result<Registered, RegistrationError> {
        self.registrations.register(&self.event, new, at).await
    }

    /// Somebody new registers by mail and confirms.
    pub async fn comes(&self, name: &str, at: Timestamp) -> RegistrationId {
        let new = by_mail(name);
        self.register(&new, at).await.unwrap();
        self.registrations.confirm(&self.event, &new.id, at).await.unwrap();
        new.id
    }

    /// The messages that wait, about one registration.
    pub async fn mails(&self, id: &RegistrationId) -> Vec<Message> {
        let waiting: Vec<Waiting> = Outbox::new(self.db.clone()).waiting().await.unwrap();
        waiting.into_iter().map(|w| w.message).filter(|m| format!("{m:?}").contains(id.as_str())).collect()
    }

    /// I1, I3, I4 and I5: what the counts say is what the registrations say.
    pub async fn holds_together(&self) {
        let capacity = self.places().await.room.capacity;
        self.holds_together_when_lowered(capacity.unwrap_or(u32::MAX)).await;
    }

    /// The same, where a free place may wait for somebody while booking is closed.
    pub async fn holds_together_after(&self, closed: bool) {
        let places = self.places().await;
        assert!(closed || places.open);
        self.holds_together_when_lowered(u32::MAX).await;
    }

    /// The same where so many were there before the host lowered the number: nobody loses a place.
    pub async fn holds_together_when_lowered(&self, most: u32) {
        let (places, all) = (self.places().await, self.registrations.of_event(&self.event).await.unwrap());
        assert!(places.is_consistent(), "{places:?}");
        for way in places.ways() {
            let here = || all.iter().filter(|r| r.party.way == *way);
            let count = |states: &[RegistrationState]| here().filter(|r| states.contains(&r.state)).map(|r| r.party.places).sum::<u32>();
            let pool = places.of(*way);
            assert_eq!(pool.confirmed, count(&[RegistrationState::Confirmed]));
            assert_eq!(pool.held, count(&[RegistrationState::Unconfirmed, RegistrationState::Offered]));
            assert_eq!(pool.waiting, count(&[RegistrationState::Waiting]));
            assert!(pool.confirmed + pool.held <= most.max(pool.capacity.unwrap_or(0)), "{places:?}");
        }
        assert!(!places.can_offer(now()), "a place is free and somebody waits: {places:?}");
        let active = all.iter().filter(|r| r.state.is_active());
        let mut people: Vec<String> = active.flat_map(|r| r.person.contacts()).collect();
        let all_people = people.len();
        people.sort();
        people.dedup();
        assert_eq!(people.len(), all_people, "somebody has two places");
    }
}

/// The same client, which waits as long as a database of one process may take while another test sends it a thousand people at once.
fn patient(client: Client) -> Client {
    let limits = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(120)).operation_timeout(Duration::from_secs(240)).build();
    Client::from_conf(client.config().to_builder().timeout_config(limits).build())
}

async fn publish(db: &Db, plan: Plan) -> (EventId, Slug) {
    let mut record = EventRecord::draft(EventId::from_random(random()), week().id, now());
    record.answers = answers("Power, passed round the table");
    let slug = Slug::from_title(&format!("power {}", spell(&random::<8>())));
    let mut details = details(&record);
    details.booking.numbers.capacity = plan.room.capacity;
    record.published = Some(Published::new(slug.clone(), details, now()));
    record.state = EventState::Published;
    put_event(db, &record).await;
    let mut tx = Tx::new(db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", record.id), "PLACES"), &Places::planned(plan));
    store::public::add_event(&mut tx, &record.page().unwrap());
    tx.commit().await.unwrap();
    (record.id, slug)
}

/// Writes an event as it is given.
pub async fn put_event(db: &Db, record: &EventRecord) {
    let mut tx = Tx::new(db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", record.id), "META"), record);
    tx.commit().await.unwrap();
}

/// A fresh form with these answers.
pub fn form(answers: &str) -> FormUse {
    FormUse { key: FormKey::from_random(random()), hash: answers.into() }
}

/// What would help somebody: an interpreter, and what they said besides.
pub fn asks_for_bsl(other: &str, consented: Timestamp) -> AccessRequest {
    AccessRequest { needs: vec![AccessNeed::Bsl], other: other.into(), arrangements: Default::default(), consent_version: CONSENT_VERSION, consented }
}

/// Somebody with an address.
pub fn by_mail(name: &str) -> NewRegistration {
    new(Person { name: name.into(), email: Some(Email::parse(&format!("{name}@example.org")).unwrap()), phone: None })
}

/// The same for a group.
pub fn group(name: &str, places: u32) -> NewRegistration {
    let one = by_mail(name);
    NewRegistration { party: Party { places, ..Party::default() }, ..one }
}

/// The same, for somebody who needs support to come.
pub fn with_support(name: &str, places: u32) -> NewRegistration {
    let one = by_mail(name);
    NewRegistration { party: Party { places, support: true, ..Party::default() }, ..one }
}

/// Somebody with a number only.
pub fn by_phone(name: &str, number: &str) -> NewRegistration {
    new(Person { name: name.into(), email: None, phone: Some(Phone::parse(number).unwrap()) })
}

fn new(person: Person) -> NewRegistration {
    let contacts = person.contacts();
    let event_ends = Some("2026-11-25T12:00:00Z".parse().unwrap());
    NewRegistration {
        id: RegistrationId::from_random(random()),
        form: form(&person.name),
        person,
        party: Party::default(),
        contacts,
        needs: None,
        on_behalf: None,
        event_ends,
    }
}
