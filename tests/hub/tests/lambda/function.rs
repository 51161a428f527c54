//! A function's binary as a process, beside an embedded database.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use domain::time::{Clock, SystemClock, today};
use domain::week::{Week, WeekId};
use hub_tests::fixtures;
use local::engine::{Engine, fresh_db};
use serde_json::Value;
use store::weeks::Weeks;

use crate::runtime_api::RuntimeApi;

/// A database with two weeks, and the settings of a deployment.
pub struct World {
    pub engine: Engine,
    pub origin: String,
    /// The week that is open for listing.
    pub open: String,
    manifest: PathBuf,
    /// What the tables' names begin with.
    pub prefix: String,
}

fn week(year: i16, theme: &str, dates: Option<(i8, i8)>) -> Week {
    let day = |d| jiff::civil::date(year, 7, d);
    Week {
        id: WeekId::parse(&format!("england/{year}")).expect("a week"),
        name: "Co-production Week".into(),
        first: dates.map(|(first, _)| day(first)),
        last: dates.map(|(_, last)| day(last)),
        theme: Some(theme.into()),
        ..fixtures::week()
    }
}

impl World {
    pub async fn with_weeks() -> Self {
        let engine = Engine::memory().expect("the engine starts");
        let prefix = "lambda-".to_owned();
        let db = fresh_db(&engine, &prefix).await.expect("tables");
        let weeks = Weeks::new(db);
        weeks.put(&week(2018, "Breaking down the barriers", Some((2, 6)))).await.expect("a week");
        // A week of this year whose days aren't known is open for listing, whatever the day the tests run: the functions go by the
        // machine's own clock, and so does this.
        let open = week(today(SystemClock.now()).year(), "Example theme", None);
        weeks.put(&open).await.expect("a week");
        let manifest = std::env::temp_dir().join(format!("hub-manifest-{}-{:p}.json", std::process::id(), &engine));
        let built = frontend::assets::Manifest::default();
        std::fs::write(&manifest, serde_json::to_string(&built).expect("JSON")).expect("a temporary file");
        Self { engine, origin: "https://hub.example".into(), open: open.id.to_string(), manifest, prefix }
    }

    /// The key of the first form on a page.
    pub fn form_key(&self, html: &str) -> String {
        let page = scraper::Html::parse_document(html);
        let field = scraper::Selector::parse("input[name=form_key]").expect("a selector");
        page.select(&field).next().and_then(|f| f.value().attr("value")).expect("a form with a key").to_owned()
    }

    /// A function's binary with its settings; `api` is where its events come from.
    pub fn command(&self, name: &str, api: &str) -> Command {
        let program = binary(name);
        assert!(program.exists(), "build the functions first: cargo build --workspace --bins ({} is missing)", program.display());
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", api)
            .env("AWS_LAMBDA_FUNCTION_NAME", name)
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_REGION", "eu-west-2")
            .env("AWS_ACCESS_KEY_ID", "example")
            .env("AWS_SECRET_ACCESS_KEY", "example")
            .env("AWS_ENDPOINT_URL_DYNAMODB", self.engine.endpoint())
            .env("HUB_TABLE_PREFIX", &self.prefix)
            .env("HUB_ORIGIN", &self.origin)
            .env("HUB_LINK_KEYS", "07".repeat(32))
            .env("HUB_CONTACT_KEY", "08".repeat(32))
            .env("HUB_CONTACT_EMAIL", "team@example.org")
            .env("HUB_MANIFEST", &self.manifest)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.manifest);
    }
}

/// A function's binary: from the folder that `HUB_FUNCTIONS` names, else the one built beside this test.
fn binary(name: &str) -> PathBuf {
    let named = std::env::var_os("HUB_FUNCTIONS").map(|folder| PathBuf::from(folder).join(name));
    named.filter(|path| path.exists()).unwrap_or_else(|| {
        // target/debug/deps/lambda-… → target/debug/site
        let here = std::env::current_exe().expect("a path");
        here.ancestors().nth(2).expect("a folder above").join(name)
    })
}

fn set(mut command: Command, settings: &[(&str, Option<&str>)]) -> Command {
    for (name, value) in settings {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// A running function.
pub struct Function {
    child: Child,
    api: RuntimeApi,
}

impl Function {
    pub async fn start(world: &World, name: &str) -> Self {
        let api = RuntimeApi::start().await;
        let child = world.command(name, &api.address.to_string()).spawn().expect("the function starts");
        Self { child, api }
    }

    /// Starts it with its log kept.
    pub async fn heard(world: &World, name: &str) -> Self {
        let api = RuntimeApi::start().await;
        let child = world.command(name, &api.address.to_string()).stdout(Stdio::piped()).spawn().expect("the function starts");
        Self { child, api }
    }

    /// Waits until it has started and asks for work.
    pub async fn started(&self) {
        tokio::time::timeout(Duration::from_secs(30), self.api.asked.notified()).await.expect("it starts in time");
    }

    /// The most memory that its process had so far, in MB; none where the system does not say.
    pub fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
    }

    /// Starts it with other settings; one without a value is taken away.
    pub async fn start_with(world: &World, name: &str, settings: &[(&str, Option<&str>)]) -> Self {
        let api = RuntimeApi::start().await;
        let child = set(world.command(name, &api.address.to_string()), settings).spawn().expect("the function starts");
        Self { child, api }
    }

    /// Starts it with settings by which it can't start, and gives the one line that it says before it stops.
    pub async fn refuses(world: &World, name: &str, settings: &[(&str, Option<&str>)]) -> Value {
        let api = RuntimeApi::start().await;
        let mut command = set(world.command(name, &api.address.to_string()), settings);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let ended = tokio::task::spawn_blocking(move || command.output());
        let output = tokio::time::timeout(Duration::from_secs(30), ended).await.expect("it stops by itself");
        let output = output.expect("a thread").expect("the function starts");
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!((said.lines().count(), output.stderr.len()), (1, 0), "{said}");
        serde_json::from_str(&said).expect("a line of JSON")
    }

    /// One event, one answer.
    pub async fn ask(&mut self, event: &Value) -> Value {
        self.api.events.send(event.clone()).await.expect("the function takes events");
        let answer = tokio::time::timeout(Duration::from_secs(30), self.api.answers.recv()).await;
        answer.expect("an answer in time").expect("the function is there").expect("no error reported to the runtime")
    }

    /// An event that the function can't take: the error that it reports to the runtime.
    pub async fn fail(&mut self, event: &Value) -> String {
        self.api.events.send(event.clone()).await.expect("the function takes events");
        let answer = tokio::time::timeout(Duration::from_secs(30), self.api.answers.recv()).await;
        answer.expect("an answer in time").expect("the function is there").expect_err("the event is refused")
    }

    /// Stops it, and gives the lines of its log; it was started by [`Self::heard`].
    pub fn stop_and_tell(mut self) -> Vec<Value> {
        assert!(self.child.try_wait().expect("a state").is_none(), "the function is still running");
        let _ = self.child.kill();
        let mut said = String::new();
        std::io::Read::read_to_string(&mut self.child.stdout.take().expect("its log is kept"), &mut said).expect("text");
        let _ = self.child.wait();
        said.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }

    pub fn stop(mut self) {
        assert!(self.child.try_wait().expect("a state").is_none(), "the function is still running");
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
