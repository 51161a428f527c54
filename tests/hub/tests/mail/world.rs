//! One engine for all tests of this file, tables of its own for each; a post that does as it is told.

use std::sync::{Arc, LazyLock, Mutex};

use aws_sdk_dynamodb::Client;
use domain::contact::Email;
use domain::event::{EventRecord, EventState};
use domain::ids::{EventId, RegistrationId, StaffId};
use domain::message::{Message, Waiting};
use domain::registration::{Party, Person, RegistrationRecord, RegistrationState};
use domain::staff::{Role, StaffRecord};
use domain::week::WeekId;
use hub_tests::TestClock;
use hub_tests::fixtures::{keys, settings};
use jiff::{SignedDuration, Timestamp};
use mailer::{Mail, Post, PostError, Posting, Receipt};
use store::outbox::{self, Outbox};
use store::{Db, Key, Table, Tables, Tx};
use web::{Context, SystemRandom};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

/// Where the engine answers.
pub fn endpoint() -> String {
    ENGINE.lock().unwrap().endpoint()
}

pub fn random<const N: usize>() -> [u8; N] {
    std::array::from_fn(|_| rand::random())
}

pub fn now() -> Timestamp {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

pub fn seconds(n: i64) -> SignedDuration {
    SignedDuration::from_secs(n)
}

/// Takes mails, unless it is told to answer otherwise.
#[derive(Default)]
pub struct Pile {
    pub mails: Mutex<Vec<Mail>>,
    pub answer: Mutex<Option<PostError>>,
    /// The one address whose mails are always refused.
    pub refuses: Mutex<Option<String>>,
    /// So long each mail takes, on this clock.
    pub slow: Mutex<Option<(Arc<TestClock>, SignedDuration)>>,
}

impl Pile {
    async fn take(&self, mail: &Mail) -> Result<Receipt, PostError> {
        if let Some(error) = self.answer.lock().unwrap().clone() {
            return Err(error);
        }
        if self.refuses.lock().unwrap().as_deref() == Some(mail.to.as_str()) {
            return Err(PostError::Refused("test".into()));
        }
        if let Some((clock, long)) = self.slow.lock().unwrap().as_ref() {
            clock.advance(*long);
        }
        self.mails.lock().unwrap().push(mail.clone());
        // Others come in while this one is on its way.
        tokio::task::yield_now().await;
        Ok(Receipt { id: Some(format!("service-{}", mail.to.as_str())) })
    }

    pub fn ids(&self) -> Vec<String> {
        self.mails.lock().unwrap().iter().map(|mail| mail.message_id.clone()).collect()
    }
}

impl Post for Pile {
    fn send<'a>(&'a self, mail: &'a Mail) -> Posting<'a> {
        Box::pin(self.take(mail))
    }
}

/// A mailer and a keeper over tables of their own.
pub struct World {
    pub db: Db,
    pub pile: Arc<Pile>,
    pub mailer: mailer::State,
    pub keeper: keeper::State,
    pub outbox: Outbox,
    context: Context,
}

impl World {
    pub async fn new() -> Self {
        let prefix = format!("{}-", domain::ids::spell(&random::<10>()));
        let client = ENGINE.lock().unwrap().client();
        let tables = Tables::with_prefix(prefix);
        local::fresh_tables(&client, &tables).await.unwrap();
        Self::over(Db::new(client, tables))
    }

    /// Over tables that another test's world has filled.
    pub fn over(db: Db) -> Self {
        let settings = settings("https://hub.example");
        let keys = keys();
        let context = Context::new(settings, keys, Arc::new(domain::time::SystemClock), Arc::new(SystemRandom));
        let pile = Arc::new(Pile::default());
        let mailer = mailer::State::new(context.clone(), db.clone(), pile.clone());
        let keeper = keeper::State::new(db.clone(), mailer.clone());
        Self { outbox: Outbox::new(db.clone()), db, pile, mailer, keeper, context }
    }

    /// Two keepers' ticks at once.
    pub async fn two_ticks(&self, at: Timestamp) {
        let (a, b) = tokio::join!(keeper::tick(&self.keeper, at), keeper::tick(&self.keeper, at));
        a.unwrap();
        b.unwrap();
    }

    /// How many mails went out for messages whose id begins so.
    pub fn sent(&self, kind: &str) -> usize {
        self.pile.ids().iter().filter(|id| id.starts_with(&format!("<{kind}"))).count()
    }

    /// An address as records name it.
    pub fn hash(&self, address: &str) -> String {
        self.context.contact_hash(&format!("email:{}", address.to_lowercase()))
    }

    /// The same mailer, its database out of reach.
    pub fn cut_off(&self) -> mailer::State {
        self.by_way_of(local::client::at("http://127.0.0.1:9"))
    }

    /// The same mailer, which reaches the same tables by another way.
    pub fn by_way_of(&self, client: Client) -> mailer::State {
        mailer::State::new(self.context.clone(), Db::new(client, self.db.tables().clone()), self.pile.clone())
    }

    /// Somebody at the desk with a mail that waits: true as long as the account is there. Gives the message's id.
    pub async fn invited(&self, email: &str) -> String {
        self.invited_at(email, now()).await
    }

    /// The same, at another moment.
    pub async fn invited_at(&self, email: &str, at: Timestamp) -> String {
        let staff = StaffRecord {
            id: StaffId::from_random(random()),
            name: "Bo".into(),
            email: Email::parse(email).unwrap(),
            role: Role::Reviewer,
            totp_secret: None,
            totp_last_step: 0,
            removed: false,
            sessions_after: None,
            version: 1,
            created: now(),
        };
        let id = format!("staff-invited#{}", staff.id);
        let mut tx = Tx::new(&self.db);
        tx.put(Table::Hub, &Key::new("STAFF", staff.id.as_str()), &staff);
        let message = Message::StaffInvited { staff: staff.id.clone() };
        outbox::add(&mut tx, &Waiting { id: id.clone(), to: staff.email.clone().into(), message, created: at });
        tx.commit().await.unwrap();
        id
    }

    /// A cancelled event without a page, and `n` people who had a place, one of whom cancelled before.
    pub async fn cancelled(&self, n: usize) -> EventId {
        let mut event = EventRecord::draft(EventId::from_random(random()), WeekId::parse("scotland/2026").unwrap(), now());
        event.state = EventState::Cancelled;
        let mut tx = Tx::new(&self.db);
        tx.put(Table::Hub, &Key::new(format!("EVENT#{}", event.id), "META"), &event);
        tx.commit().await.unwrap();
        for i in 0..n {
            let state = if i == 3 { RegistrationState::Cancelled } else { RegistrationState::Confirmed };
            let of = registration(&event.id, i, state);
            let mut tx = Tx::new(&self.db);
            tx.put(Table::Hub, &Key::new(format!("EVENT#{}", event.id), format!("REG#{}", of.id)), &of);
            tx.commit().await.unwrap();
        }
        event.id
    }
}

pub fn registration(event: &EventId, i: usize, state: RegistrationState) -> RegistrationRecord {
    let person = Person { name: "Cy".into(), email: Some(Email::parse(&format!("cy{i}@example.org")).unwrap()), phone: None };
    let mut record = RegistrationRecord::new(RegistrationId::from_random(random()), event.clone(), person, Party::default(), state, now());
    record.address_confirmed = true;
    record
}
