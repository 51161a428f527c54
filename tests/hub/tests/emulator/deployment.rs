//! All seven functions as processes under the emulator, beside an embedded database, a gateway and something that takes mail.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use data_encoding::BASE32_NOPAD;
use domain::contact::Email;
use domain::time::{Clock, SystemClock, today};
use domain::week::{Week, WeekId};
use hub_tests::Browser;
use hub_tests::fixtures::{keys, settings};
use jiff::ToSpan;
use jiff::civil::Date;
use local::engine::fresh_db;
use serde_json::{Value, json};
use store::{Db, Table};
use web::{Context, SystemRandom};

use crate::function::World;
use crate::gateway;
use crate::ses::Ses;
use hub_tests::walk::Visitor;

/// The functions, as their binaries are called.
const FUNCTIONS: [&str; 7] = ["site", "events", "registrations", "stories", "desk", "mailer", "keeper"];

/// How to reach the emulator's own interface.
#[derive(Clone)]
pub struct Invoke {
    http: reqwest::Client,
    address: SocketAddr,
}

impl Invoke {
    /// One event, one answer; an error where the function reported one or nobody answered in time.
    pub async fn invoke(&self, name: &str, event: &Value, within: Duration) -> Result<Value, String> {
        let url = format!("http://{}/2015-03-31/functions/{name}/invocations", self.address);
        let sent = self.http.post(url).timeout(within).body(event.to_string()).send().await.map_err(|e| e.to_string())?;
        let (status, failed) = (sent.status(), sent.headers().contains_key("x-amz-function-error"));
        let text = sent.text().await.map_err(|e| e.to_string())?;
        let answer: Value = serde_json::from_str(&text).unwrap_or(Value::String(text.clone()));
        if !status.is_success() || failed || answer.get("errorType").is_some() {
            return Err(text);
        }
        Ok(answer)
    }
}

/// A running deployment. Its processes end with it.
pub struct Deployment {
    world: World,
    db: Db,
    context: Context,
    pub ses: Ses,
    /// A week that is open for listing, and a day in it.
    pub week: String,
    pub day: Date,
    emulator: Invoke,
    gateway: SocketAddr,
    processes: Mutex<Vec<Child>>,
    seen: Mutex<Vec<Value>>,
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
        let emulator = Invoke { http: reqwest::Client::builder().no_proxy().build().expect("a client"), address };
        let gateway = gateway::start(emulator.clone(), world.origin.clone()).await;
        let child = emulate(port);
        let processes = Mutex::new(vec![child]);
        let (day, context) = (first.saturating_add(2.days()), context(&world.origin));
        let seen = Mutex::default();
        let hub = Self { world, db, context, ses, week: week.id.to_string(), day, emulator, gateway, processes, seen };
        hub.answers().await;
        FUNCTIONS.iter().for_each(|name| hub.start_function(name));
        hub
    }

    /// Waits until the emulator listens.
    async fn answers(&self) {
        for _ in 0..100 {
            if tokio::net::TcpStream::connect(self.emulator.address).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("the emulator does not answer")
    }

    /// Starts a function's binary under the emulator.
    pub fn start_function(&self, name: &str) {
        let api = format!("http://{}/.rt/{name}", self.emulator.address);
        let mut command = self.world.command(name, &api);
        command.env("AWS_ENDPOINT_URL_SESV2", &self.ses.endpoint).env("HUB_SENDER", "Hub <hub@hub.example>");
        self.processes.lock().expect("a lock").push(command.spawn().expect("the function starts"));
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

    /// Brings what was put into the outbox to the mailer, as its stream does.
    pub async fn stream(&self) {
        let all = self.db.client().scan().table_name(self.db.tables().name(Table::Outbox)).send().await.expect("a scan");
        let part =
            |item: &std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>, name: &str| item[name].as_s().expect("text").clone();
        let keys = all.items().iter().map(|item| (part(item, "pk"), part(item, "sk"))).filter(|(pk, _)| pk.starts_with("WAITING#"));
        let records: Vec<Value> = keys.enumerate().map(|(n, (pk, sk))| inserted(&pk, &sk, n)).collect();
        self.seen.lock().expect("a lock").extend(records.clone());
        self.take(records).await;
    }

    /// Brings everything again that the stream ever brought, the last first.
    pub async fn stream_again(&self) {
        let mut records = self.seen.lock().expect("a lock").clone();
        records.reverse();
        self.take(records).await;
    }

    async fn take(&self, records: Vec<Value>) {
        let answer = self.invoke("mailer", &json!({ "Records": records })).await.expect("the mailer answers");
        assert_eq!(answer, json!({ "batchItemFailures": [] }));
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
        for child in self.processes.lock().expect("a lock").iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn emulate(port: u16) -> Child {
    let program = std::env::var_os("HUB_EMULATOR").expect("HUB_EMULATOR names cargo-lambda: start these tests by tests/run emulator");
    // It must stand in a folder with a manifest; nothing there is built or watched.
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let arguments = ["lambda", "watch", "--only-lambda-apis", "--ignore-changes", "-A", "127.0.0.1", "-P"];
    let mut command = Command::new(program);
    command.args(arguments).arg(port.to_string()).current_dir(root);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the emulator starts")
}

fn inserted(pk: &str, sk: &str, n: usize) -> Value {
    let keys = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
    let change = json!({ "Keys": keys, "SequenceNumber": format!("{n:021}"), "SizeBytes": 26, "StreamViewType": "KEYS_ONLY" });
    json!({ "eventID": n.to_string(), "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "dynamodb": change })
}

fn week(first: Date) -> Week {
    let written = json!({ "id": WeekId::parse(&format!("scotland/{}", first.year())).expect("a week"), "name": "Co-production Week",
        "first": first, "last": first.saturating_add(6.days()), "dates_note": null, "theme": null, "theme_note": null,
        "organiser": "Example Organiser", "source": null, "offered": "", "hashtag": null, "questions": [] });
    serde_json::from_value(written).expect("a week")
}

/// The same keys as the functions have.
fn context(origin: &str) -> Context {
    let settings = settings(origin);
    Context::new(settings, keys(), Arc::new(SystemClock), Arc::new(SystemRandom))
}
