//! A hub for one test.

use std::ops::Deref;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::{SignedDuration, Timestamp};
use local::{Data, Engine, Hub, Options};

use crate::browser::Browser;
use crate::clock::TestClock;
use crate::demonstration::{self, Folder};
use crate::mail::Received;
use crate::page::{Fields, Page};
use crate::proxy::Faults;
use crate::roles::{Guards, Role};
use crate::seed::Seed;

/// The moment at which tests begin: a Wednesday in autumn, eleven in the morning.
pub const BEGIN: &str = "2026-11-18T11:00:00Z";

/// A running hub with a clock to turn and a browser. Each function reaches the tables under its role of the deployment's template:
/// what is not granted there is refused here. Everything [`Hub`] has is there too.
pub struct TestHub {
    hub: Hub,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its randomness; tests draw names and titles from it.
    pub seed: Arc<Seed>,
    /// Each function's way to the tables, under its role.
    pub guards: Guards,
    browser: Browser,
    folder: Option<Folder>,
}

impl Deref for TestHub {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.hub
    }
}

/// The engine that all tests of one program share; each hub has tables of its own in it.
fn engine() -> Arc<Engine> {
    static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
    ENGINE.get_or_init(|| Arc::new(Engine::memory().expect("an engine in memory starts"))).clone()
}

fn fresh_tables() -> Data {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    Data::Shared(engine(), format!("t{}-", NEXT.fetch_add(1, Ordering::Relaxed)))
}

impl TestHub {
    /// A hub with the real weeks and nothing else.
    pub async fn start() -> Self {
        Self::with(fresh_tables(), |_| {}).await
    }

    /// A hub with the real weeks that keeps what it read, as a deployed one does for 20 seconds of its clock.
    pub async fn keeping_cards() -> Self {
        Self::with(fresh_tables(), |options| options.kept_seconds = 20).await
    }

    /// A hub with the demonstration week, which begins on Monday 23 November 2026.
    pub async fn with_demonstration() -> Self {
        let folder = demonstration::folder().await;
        let hub = Self::with(Data::Folder(folder.to_owned()), |options| options.demonstration = true).await;
        Self { folder: Some(folder), ..hub }
    }

    /// A hub on a data folder, to be stopped and started again.
    pub async fn in_folder(folder: &Path) -> Self {
        Self::with(Data::Folder(folder.to_owned()), |_| {}).await
    }

    /// A hub with the demonstration week whose roles a test changes.
    pub async fn under(change: impl Fn(Role) -> Role + Send + Sync + 'static) -> Self {
        let guards = Guards::default();
        let door = guards.door(change);
        let hub = Self::with(fresh_tables(), |options| {
            options.demonstration = true;
            options.door = Some(door);
        });
        Self { guards, ..hub.await }
    }

    /// A hub with the demonstration week between which and the database things go wrong when a test says so.
    pub async fn with_faults(faults: Arc<Faults>) -> Self {
        let guards = Guards::failing(faults);
        let door = guards.door(|role| role);
        let hub = Self::with(fresh_tables(), |options| {
            options.demonstration = true;
            options.door = Some(door);
        });
        Self { guards, ..hub.await }
    }

    /// One function's way to the tables, under its role.
    pub fn way_of(&self, function: &str) -> store::Db {
        let endpoint = self.hub.endpoint();
        self.guards.door(|role| role)(function, endpoint, self.hub.db.tables())
    }

    /// A hub with options of the test's own.
    pub async fn with(data: Data, change: impl FnOnce(&mut Options)) -> Self {
        let clock = Arc::new(TestClock::at(BEGIN.parse::<Timestamp>().expect("a moment")));
        let seed = Arc::new(Seed::from_environment());
        let guards = Guards::default();
        let mut options = Options::for_tests(data, clock.clone(), seed.clone());
        options.door = Some(guards.door(|role| role));
        change(&mut options);
        let hub = Hub::start(options).await.expect("the hub starts");
        let browser = Browser::new(hub.address);
        Self { hub, clock, seed, guards, browser, folder: None }
    }

    /// Another browser, with cookies of its own.
    pub fn browser(&self) -> Browser {
        Browser::new(self.hub.address)
    }

    /// Opens a page in the hub's first browser.
    pub async fn get(&self, path: &str) -> Page {
        self.browser.get(path).await
    }

    /// Sends a form from the hub's first browser.
    pub async fn post(&self, path: &str, fields: &Fields) -> Page {
        self.browser.post(path, fields).await
    }

    /// Lets two seconds pass, does what is due and sends what waits. The keeper leaves alone what was noted this very second.
    pub async fn tick(&self) {
        self.clock.advance(SignedDuration::from_secs(2));
        self.hub.tick().await.expect("mailer and keeper do their round");
    }

    /// The mails to an address, the oldest first, after a [`TestHub::tick`].
    pub fn mails_to(&self, address: &str) -> Vec<Received> {
        self.hub.mailbox.letters().into_iter().filter(|letter| letter.mail.to.as_str() == address).map(Received).collect()
    }

    /// The newest mail to an address.
    ///
    /// # Panics
    /// Where there is none; the test learns who did get mail.
    pub fn mail_to(&self, address: &str) -> Received {
        self.mails_to(address).pop().unwrap_or_else(|| {
            let all: Vec<_> = self.hub.mailbox.letters().into_iter().map(|l| format!("{}: {}", l.mail.to.as_str(), l.mail.subject)).collect();
            panic!("no mail to {address}, only {all:#?}")
        })
    }

    /// Stops it in order.
    pub async fn stop(self) {
        self.hub.stop().await;
        drop(self.folder);
    }
}
