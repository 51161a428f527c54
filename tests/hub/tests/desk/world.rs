//! The desk over an engine of this file's own, a clock that is set by hand, and browsers that keep cookies.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;
use axum::body::Body;
use data_encoding::BASE32_NOPAD;
use domain::contact::Email;
use domain::ids::{FormKey, StaffId, spell};
use domain::message::Message;
use domain::staff::{Role, StaffRecord};
use domain::time::Clock;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use hub_tests::fixtures::{keys, settings};
use jiff::{SignedDuration, Timestamp};
use store::outbox::Outbox;
use store::staff::{NewAccount, Staff};
use store::{Db, Table, Tables};
use tower::ServiceExt;
use web::{Context, SystemRandom};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

pub fn random<const N: usize>() -> [u8; N] {
    std::array::from_fn(|_| rand::random())
}

/// A clock that stands still until it is moved.
pub struct Hands(Mutex<Timestamp>);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

pub struct World {
    pub db: Db,
    pub staff: Staff,
    pub context: Context,
    pub clock: Arc<Hands>,
    pub app: Router,
}

impl World {
    pub async fn new() -> Self {
        let prefix = format!("d{}-", spell(&random::<8>()));
        let (client, tables) = (ENGINE.lock().unwrap().client(), Tables::with_prefix(prefix));
        local::fresh_tables(&client, &tables).await.unwrap();
        let db = Db::new(client, tables);
        let clock = Arc::new(Hands(Mutex::new("2026-11-20T09:00:00Z".parse().unwrap())));
        let settings = settings("https://hub.example");
        let keys = keys();
        let context = Context::new(settings, keys, clock.clone(), Arc::new(SystemRandom));
        let app = desk::router(desk::State::new(context.clone(), &db));
        Self { staff: Staff::new(db.clone()), db, context, clock, app }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn later(&self, by: SignedDuration) {
        let mut now = self.clock.0.lock().unwrap();
        *now += by;
    }

    /// An account, with a name that is the start of its address.
    pub async fn account(&self, email: &str, role: Role) -> StaffRecord {
        let email = Email::parse(email).unwrap();
        let account = NewAccount {
            id: StaffId::from_random(random()),
            name: email.as_str().split('@').next().unwrap_or_default().to_owned(),
            email_hash: self.context.contact_hash(&format!("email:{}", email.folded())),
            email,
            role,
        };
        self.staff.ensure_first(&account, &self.context.mark(), self.now()).await.unwrap()
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser { world: self, cookies: BTreeMap::new() }
    }

    /// The token of the newest sign-in link that was mailed.
    pub async fn mailed_token(&self) -> Option<String> {
        let waiting = Outbox::new(self.db.clone()).waiting().await.unwrap();
        waiting.into_iter().rev().find_map(|w| match w.message {
            Message::StaffSignIn { token, .. } => Some(token),
            _ => None,
        })
    }

    /// A link of the console for this account, pressed in a new browser: a half session.
    pub async fn half(&self, staff: &StaffRecord) -> Browser<'_> {
        let token = spell(&random::<26>());
        self.staff.console_link(&staff.id, &token, self.now()).await.unwrap();
        let mut browser = self.browser();
        let answer = browser.post(&format!("/desk/sign-in/{token}"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser
    }

    /// A full session; the app is set up if it wasn't.
    pub async fn full(&self, staff: &StaffRecord) -> Browser<'_> {
        let mut browser = self.half(staff).await;
        let answer = browser.post("/desk/second-factor/set-up", &[("code", &self.code(&self.offered(staff).await))]).await;
        assert_eq!(answer.location(), "/desk", "{}", answer.body);
        browser
    }

    /// The secret that the half session of somebody offers: read from the record, as an app reads it from the picture.
    pub async fn offered(&self, staff: &StaffRecord) -> String {
        let sessions = self.records("SESSION#").await;
        let mine = sessions.iter().find(|s| s["staff"] == staff.id.as_str() && s.get("set_up").is_some());
        mine.expect("a half session that offers a secret")["set_up"].as_str().unwrap().to_owned()
    }

    /// The code of an app at this moment.
    pub fn code(&self, secret: &str) -> String {
        let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.as_bytes()).unwrap().try_into().unwrap();
        let totp = totp_rs::Builder::new().with_secret(bytes).build().unwrap();
        totp.generate(self.now().as_second() as u64).to_string()
    }

    /// Every record of the table `hub` whose collection begins with this.
    pub async fn records(&self, prefix: &str) -> Vec<serde_json::Value> {
        let scan = self.db.client().scan().table_name(self.db.tables().name(Table::Hub)).send().await.unwrap();
        let strings = |item: &std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>| {
            item.iter().filter_map(|(k, v)| v.as_s().ok().map(|s| (k.clone(), serde_json::Value::from(s.clone())))).collect::<serde_json::Map<_, _>>()
        };
        scan.items().iter().map(strings).filter(|r| r["pk"].as_str().unwrap().starts_with(prefix)).map(Into::into).collect()
    }
}

/// A browser: it keeps cookies, and sends forms from our own pages.
#[derive(Clone)]
pub struct Browser<'a> {
    world: &'a World,
    pub cookies: BTreeMap<String, String>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

impl Browser<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    /// Sends a form with a key of its own.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(&FormKey::from_random(random()), path, fields).await
    }

    /// Sends a form with this key.
    pub async fn post_with(&mut self, key: &FormKey, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("form_key", key.as_str()).append_pair("website", "");
        body.extend_pairs(fields.iter());
        self.send(Method::POST, path, body.finish()).await
    }

    pub async fn send(&mut self, method: Method, path: &str, body: String) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::from(body))
            .unwrap();
        let response = self.world.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            assert!(name.starts_with("__Host-") && rest.contains("Secure") && rest.contains("HttpOnly") && rest.contains("Path=/"), "{rest}");
            match value {
                "" => drop(self.cookies.remove(name)),
                value => drop(self.cookies.insert(name.to_owned(), value.to_owned())),
            }
        }
        let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}
