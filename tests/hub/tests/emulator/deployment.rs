//! All seven functions as processes under the emulator, beside an embedded database, a gateway and something that takes mail.

use std::net::{SocketAddr, TcpListener};
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use data_encoding::BASE32_NOPAD;
use domain::contact::Email;
use domain::time::{Clock, SystemClock, today};
use domain::week::{Week, WeekId};
use hub_tests::Browser;
use hub_tests::fixtures::{keys, settings};
use hub_tests::roles::{FUNCTIONS, Guards};
use jiff::ToSpan;
use jiff::civil::Date;
use local::engine::fresh_db;
use serde_json::{Value, json};
use store::Db;
use web::{Context, SystemRandom};

use crate::function::World;
use crate::gateway;
use crate::invoke::{Invoke, emulate};
use crate::ses::Ses;
use hub_tests::walk::Visitor;

/// A running deployment. Its processes end with it.
pub struct Deployment {
    world: World,
    pub db: Db,
    context: Context,
    guards: Guards,
    pub ses: Ses,
    /// A week that is open for listing, and a day in it.
    pub week: String,
    pub day: Date,
    emulator: Invoke,
    gateway: SocketAddr,
    /// The emulator's, and each function's under its name.
    processes: Mutex<Vec<(String, Child)>>,
    /// Every record that the stream brought.
    pub seen: Mutex<Vec<Value>>,
}

impl Deployment {
    pub async fn start() -> Self {
        let world = World::with_weeks().await;
        let db = fresh_db(&world.engine, &world.prefix).await.expect("tables");
        let first = today(SystemClock.now()).saturating_add(10.days());
        let week = week(first);
        store::weeks::Weeks::new(db.clone()).put(&week).await.expect("a week");
        let ses = Ses::start().await;
        let port = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address").port();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let emulator = Invoke::at(address);
        let gateway = gateway::start(emulator.clone(), world.origin.clone()).await;
        let child = emulate(port);
        let processes = Mutex::new(vec![("emulator".to_owned(), child)]);
        let (day, context) = (first.saturating_add(2.days()), context(&world.origin));
        let seen = Mutex::default();
        let guards = Guards::default();
        let hub = Self { world, db, context, guards, ses, week: week.id.to_string(), day, emulator, gateway, processes, seen };
        hub.emulator.answers().await;
        FUNCTIONS.iter().for_each(|name| hub.start_function(name));
        hub
    }

    /// Starts a function's binary under the emulator. One of the seven reaches the tables under its role of the template.
    pub fn start_function(&self, name: &str) {
        let api = format!("http://{}/.rt/{name}", self.emulator.address);
        let mut command = self.world.command(name, &api);
        if FUNCTIONS.contains(&name) {
            command.env("AWS_ENDPOINT_URL_DYNAMODB", self.guards.endpoint(name, &self.world.engine.endpoint(), self.db.tables()));
        }
        command.env("AWS_ENDPOINT_URL_SESV2", &self.ses.endpoint).env("HUB_SENDER", "Hub <hub@hub.example>").env("HUB_MAIL_SET", "hub");
        self.processes.lock().expect("a lock").push((name.to_owned(), command.spawn().expect("the function starts")));
    }

    /// Ends a function's process without a word, as Lambda does with one whose time is over.
    pub fn end_function(&self, name: &str) {
        let mut processes = self.processes.lock().expect("a lock");
        let at = processes.iter().position(|(one, _)| one == name).expect("it was started");
        let (_, mut child) = processes.remove(at);
        assert!(child.try_wait().expect("a state").is_none(), "it still runs");
        child.kill().expect("it ends");
        child.wait().expect("it has ended");
    }

    /// What functions asked for that their roles don't grant.
    pub fn refused(&self) -> Vec<String> {
        self.guards.ledger.refused()
    }

    /// One event, one answer.
    pub async fn invoke(&self, name: &str, event: &Value) -> Result<Value, String> {
        self.invoke_within(name, event, Duration::from_secs(30)).await
    }

    /// The same for somebody who doesn't wait longer than this.
    pub async fn invoke_within(&self, name: &str, event: &Value, within: Duration) -> Result<Value, String> {
        self.emulator.invoke(name, event, within).await
    }

    /// A browser at the gateway.
    pub fn browser(&self) -> Browser {
        Browser::new(self.gateway)
    }

    /// Wakes the keeper, as its schedule does.
    pub async fn schedule(&self) {
        let event = json!({ "version": "0", "source": "aws.scheduler", "detail-type": "Scheduled Event", "detail": {}, "time": SystemClock.now() });
        self.invoke("keeper", &event).await.expect("the keeper answers");
    }

    /// The path of a link in the newest mail to an address that has one.
    pub fn mail_to(&self, address: &str, link: &str) -> String {
        self.ses.link(address, link)
    }

    /// The address under which a list of the week shows this title. The function keeps a week for twenty seconds.
    pub async fn listed(&self, list: &str, title: &str) -> String {
        for _ in 0..30 {
            let page = self.browser().get(&format!("/{}/{list}", self.week)).await.expect_status(200);
            if let Some(at) = page.select("h3 a").iter().position(|t| t.contains(title)) {
                return page.attributes("h3 a", "href")[at].clone();
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        panic!("{title} is not in the list of {list}")
    }

    /// Signs in as the first administrator, with a second factor.
    pub async fn at_the_desk(&self) -> Visitor {
        let email = Email::parse("ada@example.org").expect("an address");
        let path = local::administrator::sign_in_link(&self.context, &self.db, email, "Ada").await.expect("a link");
        let desk = Visitor::of(self.browser());
        let page = desk.press(&path, &[]).await;
        let secret = page.first("span.code").unwrap_or_else(|| panic!("no key on:\n{}", page.text())).replace(' ', "");
        let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.to_uppercase().as_bytes()).expect("base 32").try_into().expect("20 bytes");
        let totp = totp_rs::Builder::new().with_secret(bytes).build().expect("a generator");
        let code = totp.generate(SystemClock.now().as_second() as u64).to_string();
        desk.send(&page, &[("code", &code)]).await.expect_status(200);
        desk
    }
}

impl Drop for Deployment {
    fn drop(&mut self) {
        for (_, child) in self.processes.lock().expect("a lock").iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A week whose stories go live at once: the processes go by the machine's own clock, which nobody turns on by a day.
fn week(first: Date) -> Week {
    let written = json!({ "id": WeekId::parse(&format!("scotland/{}", first.year())).expect("a week"), "name": "Co-production Week",
        "first": first, "last": first.saturating_add(6.days()), "dates_note": null, "theme": null, "theme_note": null,
        "organiser": "Example Organiser", "source": null, "offered": "", "hashtag": null, "questions": [],
        "story_rules": { "two_keys": false, "notice": false } });
    serde_json::from_value(written).expect("a week")
}

/// The same keys as the functions have.
fn context(origin: &str) -> Context {
    let settings = settings(origin);
    Context::new(settings, keys(), Arc::new(SystemClock), Arc::new(SystemRandom))
}
