//! How functions start: with secrets from the secret store, behind the edge; and how they refuse to.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Barrier;

use crate::function::{Function, World};
use crate::recorded::{self, get};

/// The secrets in the store: name, stage, text.
type Kept = Arc<Mutex<Vec<(&'static str, &'static str, String)>>>;

/// A setting; none takes it away.
type Setting<'a> = (&'a str, Option<&'a str>);

/// A secret store on loopback.
struct Secrets {
    endpoint: String,
    kept: Kept,
}

impl Secrets {
    async fn with(secrets: &[(&'static str, &'static str, String)]) -> Self {
        let kept: Kept = Arc::new(Mutex::new(secrets.to_vec()));
        let app = Router::new().route("/", post(answer)).with_state(kept.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { endpoint, kept }
    }

    fn now(&self, secrets: &[(&'static str, &'static str, String)]) {
        *self.kept.lock().expect("a lock") = secrets.to_vec();
    }

    /// The settings of a function that reads its keys from here.
    fn settings(&self) -> [Setting<'_>; 5] {
        let endpoint = ("AWS_ENDPOINT_URL_SECRETS_MANAGER", Some(self.endpoint.as_str()));
        let (links, contacts) = (("HUB_LINK_SECRET", Some("hub/links")), ("HUB_CONTACT_SECRET", Some("hub/contacts")));
        [endpoint, links, contacts, ("HUB_LINK_KEYS", None), ("HUB_CONTACT_KEY", None)]
    }
}

async fn answer(State(kept): State<Kept>, body: String) -> (StatusCode, String) {
    let asked: Value = serde_json::from_str(&body).expect("JSON");
    let kept = kept.lock().expect("a lock");
    let found = kept.iter().find(|(name, stage, _)| asked["SecretId"] == *name && asked["VersionStage"] == *stage);
    match found {
        Some((name, stage, text)) => (StatusCode::OK, json!({ "Name": name, "SecretString": text, "VersionStages": [stage] }).to_string()),
        None => (StatusCode::BAD_REQUEST, json!({ "__type": "ResourceNotFoundException", "Message": "no such stage" }).to_string()),
    }
}

fn hexadecimal(digits: &str) -> String {
    digits.repeat(32)
}

fn contacts() -> (&'static str, &'static str, String) {
    ("hub/contacts", "AWSCURRENT", hexadecimal("0c"))
}

/// Begins a draft: where it goes on, and the cookie that opens it.
async fn begun(world: &World, events: &mut Function) -> (String, String) {
    let page = events.ask(&get("/list-an-event", &[])).await;
    let key = world.form_key(page["body"].as_str().expect("a page"));
    let fields = [("form_key", key.as_str()), ("week", &world.open), ("website", "")];
    let sent = events.ask(&recorded::post("/list-an-event", &fields, &[], &world.origin)).await;
    let cookie = sent["cookies"][0].as_str().expect("a cookie").split(';').next().expect("a pair").to_owned();
    (sent["headers"]["location"].as_str().expect("a way on").to_owned(), cookie)
}

#[tokio::test]
async fn a_key_is_changed_and_what_was_signed_before_still_opens() {
    let world = World::with_weeks().await;
    let (old, new) = (hexadecimal("0a"), "Zz9".repeat(20));
    let secrets = Secrets::with(&[("hub/links", "AWSCURRENT", old.clone()), contacts()]).await;
    let mut events = Function::start_with(&world, "events", &secrets.settings()).await;
    let (step, cookie) = begun(&world, &mut events).await;
    events.stop();

    secrets.now(&[("hub/links", "AWSCURRENT", new.clone()), ("hub/links", "AWSPREVIOUS", old), contacts()]);
    let mut changed = Function::start_with(&world, "events", &secrets.settings()).await;
    assert_eq!(changed.ask(&get(&step, &[&cookie])).await["statusCode"], 200);
    let (newer, newer_cookie) = begun(&world, &mut changed).await;
    changed.stop();

    secrets.now(&[("hub/links", "AWSCURRENT", new), contacts()]);
    let mut later = Function::start_with(&world, "events", &secrets.settings()).await;
    assert_eq!(later.ask(&get(&newer, &[&newer_cookie])).await["statusCode"], 200, "the new key signed it");
    assert_eq!(later.ask(&get(&step, &[&cookie])).await["statusCode"], 403, "the old key is gone, and with it what it signed");
    later.stop();
}

/// While a key is changed some functions sign with the new one already, and some still with the old: each opens what the other signed.
#[tokio::test]
async fn a_key_that_is_about_to_come_is_accepted_and_signs_nothing_yet() {
    let world = World::with_weeks().await;
    let (old, new) = (hexadecimal("0a"), hexadecimal("0b"));
    let secrets = Secrets::with(&[("hub/links", "AWSCURRENT", new.clone()), contacts()]).await;
    let mut ahead = Function::start_with(&world, "events", &secrets.settings()).await;
    let (newer, newer_cookie) = begun(&world, &mut ahead).await;
    ahead.stop();

    secrets.now(&[("hub/links", "AWSCURRENT", old.clone()), ("hub/links", "AWSPENDING", new), contacts()]);
    let mut between = Function::start_with(&world, "events", &secrets.settings()).await;
    assert_eq!(between.ask(&get(&newer, &[&newer_cookie])).await["statusCode"], 200, "the key that is to come signed it");
    let (older, older_cookie) = begun(&world, &mut between).await;
    between.stop();

    secrets.now(&[("hub/links", "AWSCURRENT", old), contacts()]);
    let mut behind = Function::start_with(&world, "events", &secrets.settings()).await;
    assert_eq!(behind.ask(&get(&older, &[&older_cookie])).await["statusCode"], 200, "it was signed by the key that all know");
    assert_eq!(behind.ask(&get(&newer, &[&newer_cookie])).await["statusCode"], 403, "who doesn't know the new key opens nothing that it signed");
    behind.stop();
}

#[tokio::test]
async fn a_function_behind_the_edge_answers_only_what_came_through_it() {
    let world = World::with_weeks().await;
    let stages = [("hub/edge", "AWSCURRENT", "what the edge knows".into()), ("hub/edge", "AWSPENDING", "what it will know".into())];
    let secrets = Secrets::with(&stages).await;
    let endpoint = ("AWS_ENDPOINT_URL_SECRETS_MANAGER", Some(secrets.endpoint.as_str()));
    let mut site = Function::start_with(&world, "site", &[endpoint, ("HUB_EDGE_SECRET", Some("hub/edge"))]).await;
    assert_eq!(site.ask(&get("/", &[])).await["statusCode"], 403);
    for (said, status) in [("what the edge knows", 200), ("what it will know", 200), ("what it knew", 403)] {
        let mut through = get("/", &[]);
        through["headers"]["x-hub-edge"] = json!(said);
        assert_eq!(site.ask(&through).await["statusCode"], status, "{said}");
    }
    site.stop();
}

/// A start keeps somebody waiting: the stages of a secret are asked for at the same time. This store answers none before it has heard all.
#[tokio::test]
async fn what_a_secret_holds_is_asked_for_together() {
    let world = World::with_weeks().await;
    let all = Arc::new(Barrier::new(3));
    let kept: Kept = Arc::new(Mutex::new(vec![("hub/edge", "AWSCURRENT", "what the edge knows".into())]));
    let together = move |body: String| {
        let (all, kept) = (all.clone(), kept.clone());
        async move {
            all.wait().await;
            answer(State(kept), body).await
        }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, Router::new().route("/", post(together))).await });
    let settings = [("AWS_ENDPOINT_URL_SECRETS_MANAGER", Some(endpoint.as_str())), ("HUB_EDGE_SECRET", Some("hub/edge"))];
    let mut site = Function::start_with(&world, "site", &settings).await;
    let mut through = get("/", &[]);
    through["headers"]["x-hub-edge"] = json!("what the edge knows");
    assert_eq!(site.ask(&through).await["statusCode"], 200);
    site.stop();
}

/// It takes connections and says nothing. The function stops by itself.
#[tokio::test]
async fn a_secret_store_that_never_answers_is_said_in_one_line() {
    let world = World::with_weeks().await;
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", silent.local_addr().unwrap());
    let settings = [("AWS_ENDPOINT_URL_SECRETS_MANAGER", Some(endpoint.as_str())), ("HUB_LINK_SECRET", Some("hub/links")), ("HUB_LINK_KEYS", None)];
    let said = Function::refuses(&world, "registrations", &settings).await;
    let why = said["error"].as_str().unwrap_or_default();
    assert!(why.contains("HUB_LINK_SECRET") && why.contains("no answer"), "{said}");
}

#[tokio::test]
async fn what_is_missing_is_said_in_one_line_and_the_function_stops() {
    let world = World::with_weeks().await;
    let secrets = Secrets::with(&[("hub/links", "AWSCURRENT", "short".into()), contacts()]).await;
    let nowhere = Secrets::with(&[]).await;
    let table: [(&str, &[Setting<'_>], &str); 8] = [
        ("events", &[("HUB_LINK_KEYS", None)], "HUB_LINK_KEYS"),
        ("site", &[("HUB_ORIGIN", None)], "HUB_ORIGIN"),
        ("desk", &[("HUB_MANIFEST", Some("/no/such/manifest"))], "/no/such/manifest"),
        ("site", &[("HUB_READ_ONLY", Some("perhaps"))], "HUB_READ_ONLY"),
        ("stories", &[("HUB_TABLE_PREFIX", Some("no-such-"))], "no-such-public"),
        ("mailer", &[("HUB_SENDER", Some("not an address"))], "HUB_SENDER"),
        ("keeper", &secrets.settings(), "HUB_LINK_SECRET"),
        ("registrations", &nowhere.settings(), "HUB_LINK_SECRET"),
    ];
    for (name, settings, named) in table {
        let said = Function::refuses(&world, name, settings).await;
        let line = format!("{} {}", said["message"], said["error"]);
        assert!(line.contains("can't start") || line.contains("the function ended"), "{name}: {said}");
        assert!(said["error"].as_str().unwrap_or_default().contains(named), "{name}: {said}");
    }
}

#[tokio::test]
async fn whoever_looks_whether_it_answers_reads_what_it_was_built_from() {
    let world = World::with_weeks().await;
    for (commit, said) in [(Some("0a1b2c3"), "\ncommit 0a1b2c3\n"), (Some(""), "\ncommit not known\n"), (None, "\ncommit not known\n")] {
        let mut site = Function::start_with(&world, "site", &[("HUB_COMMIT", commit)]).await;
        let health = site.ask(&get("/healthz", &[])).await;
        assert!(health["body"].as_str().unwrap().contains(said), "{health}");
        site.stop();
    }
}

/// `site` signs nothing, so it is given no key that it could lose.
#[tokio::test]
async fn site_starts_without_any_key() {
    let world = World::with_weeks().await;
    let mut site = Function::start_with(&world, "site", &[("HUB_LINK_KEYS", None), ("HUB_CONTACT_KEY", None)]).await;
    assert_eq!(site.ask(&get("/", &[])).await["statusCode"], 200);
    site.stop();
}
