//! One engine for all tests of this file; tables, a clock that stands still and a browser of its own for each.

use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use domain::audit::Actor;
use domain::ids::{Slug, StaffId, StoryId, spell};
use domain::story::{StoryRecord, parse_story};
use domain::time::Clock;
use domain::week::{Question, Week};
use frontend::pages::contact::Contact;
use hub_tests::fixtures::settings;
use jiff::Timestamp;
use store::public::PublicReader;
use store::stories::{Stories, StoryDesk};
use store::weeks::Weeks;
use store::{Db, Deed, Table, Tables};
use tower::ServiceExt;
use web::{Context, Keys, Settings, SystemRandom};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

const ORIGIN: &str = "https://hub.example";

/// Where the engine answers, for tests that put something before it.
pub fn engine() -> String {
    ENGINE.lock().unwrap().endpoint()
}

/// A clock that stands still until it is set.
struct Still(Mutex<Timestamp>);

impl Clock for Still {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

pub fn now() -> Timestamp {
    "2026-11-25T14:31:07Z".parse().unwrap()
}

pub fn random<const N: usize>() -> [u8; N] {
    std::array::from_fn(|_| rand::random())
}

pub fn week() -> Week {
    Week { questions: vec![Question::new(2, "Who was in the room?")], ..hub_tests::fixtures::week() }
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

/// The function `stories` over tables of its own, and one browser that keeps its cookies.
pub struct World {
    pub db: Db,
    pub stories: Stories,
    pub desk: StoryDesk,
    pub public: PublicReader,
    pub context: Context,
    router: Router,
    cookies: Vec<String>,
    clock: Arc<Still>,
}

impl World {
    pub async fn new() -> Self {
        Self::with(0, Duration::ZERO).await
    }

    /// A hub whose pages may be kept for so long, and whose functions remember a week for so long.
    pub async fn with(page_seconds: u32, memory: Duration) -> Self {
        let prefix = format!("s{}-", spell(&random::<8>()));
        let client = ENGINE.lock().unwrap().client();
        let tables = Tables::with_prefix(prefix);
        local::fresh_tables(&client, &tables).await.unwrap();
        let db = Db::new(client, tables);
        Weeks::new(db.clone()).put(&week()).await.unwrap();
        let contact = Contact { email: "desk@hub.example".into(), ..Contact::default() };
        let settings = Settings { demonstration_allowed: true, page_seconds, memory, contact, ..settings(ORIGIN) };
        let keys = Keys { links: vec![vec![1; 32]], contacts: vec![2; 32] };
        let clock = Arc::new(Still(Mutex::new(now())));
        let context = Context::new(settings, keys, clock.clone(), Arc::new(SystemRandom));
        Self {
            stories: Stories::new(db.clone()),
            desk: StoryDesk::new(db.clone()),
            public: PublicReader::new(db.clone()),
            router: stories::router(stories::State::new(context.clone(), db.clone())),
            context,
            clock,
            cookies: Vec::new(),
            db,
        }
    }

    async fn ask(&mut self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let line = cookie.to_str().unwrap();
            let pair = line.split(';').next().unwrap();
            let name = pair.split_inclusive('=').next().unwrap();
            self.cookies.retain(|known| !known.starts_with(name));
            if !line.contains("Max-Age=0;") {
                self.cookies.push(pair.to_owned());
            }
        }
        let location = parts.headers.get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned()).unwrap_or_default();
        let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        Page { status: parts.status, location, body }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let path = path.split('#').next().unwrap();
        let request = Request::get(path).header(header::COOKIE, self.cookies.join("; "));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a browser without script does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)], key: &str) -> Page {
        let mut pairs = vec![("form_key", key), ("website", "")];
        pairs.extend(fields);
        let body = pairs.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&");
        let request = Request::post(path)
            .header(header::COOKIE, self.cookies.join("; "))
            .header(header::ORIGIN, ORIGIN)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// What another function answers at an address: its status and its body.
    pub async fn ask_of(&self, router: &Router, path: &str) -> String {
        let response = router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        format!("{} {}", parts.status.as_u16(), String::from_utf8_lossy(&body))
    }

    /// Sets the clock.
    pub fn at(&self, time: Timestamp) {
        *self.clock.0.lock().unwrap() = time;
    }

    /// The same hub with other keys of private links: the first signs, all are accepted.
    pub fn rekeyed(&mut self, links: &[u8]) {
        let keys = Keys { links: links.iter().map(|key| vec![*key; 32]).collect(), contacts: vec![2; 32] };
        self.context = Context::new(self.context.settings().clone(), keys, self.clock.clone(), Arc::new(SystemRandom));
        self.router = stories::router(stories::State::new(self.context.clone(), self.db.clone()));
    }

    /// A browser that opened no private link.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    pub async fn load(&self, id: &StoryId) -> StoryRecord {
        self.stories.load(id).await.unwrap().unwrap()
    }

    /// Fills in the whole form and stops before sending.
    pub async fn written(&mut self, title: &str, email: &str) -> StoryId {
        let begun = self.post("/share-your-story", &[("week", "scotland/2026")], &key()).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let path = begun.location.trim_end_matches("/naming").to_owned();
        let pages: [(&str, &[(&str, &str)]); 3] = [
            ("naming", &[("naming", "nothing"), ("shown_name", "")]),
            (
                "write",
                &[
                    ("kind", "lived-experience"),
                    ("question", ""),
                    ("title", title),
                    ("body", "I lived there.\r\n\r\nThen we *planned* it."),
                    ("content_note", ""),
                ],
            ),
            ("consent", &[("consent_publish", "yes"), ("adult", "yes"), ("email", email)]),
        ];
        for (step, fields) in pages {
            let saved = self.post(&format!("{path}/{step}"), fields, &key()).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{step}: {}", saved.body);
        }
        StoryId::parse(path.rsplit('/').next().unwrap()).unwrap()
    }

    /// Fills in the whole form and sends it.
    pub async fn sent(&mut self, title: &str, email: &str) -> StoryRecord {
        let id = self.written(title, email).await;
        let sent = self.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
        assert_eq!(sent.location, format!("/manage/story/{id}/sent"), "{}", sent.body);
        self.load(&id).await
    }

    /// As [`World::sent`], as an answer to one of the week's questions, and for partners too.
    pub async fn sent_for_question(&mut self, title: &str, question: &str) -> StoryRecord {
        let id = self.written(title, "").await;
        let path = format!("/manage/story/{id}");
        let fields = [("kind", "answer"), ("question", question), ("title", title), ("body", "Everybody was.")];
        self.post(&format!("{path}/write"), &fields, &key()).await;
        self.post(&format!("{path}/consent"), &[("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes")], &key()).await;
        let sent = self.post(&format!("{path}/check"), &[], &key()).await;
        assert_eq!(sent.location, format!("{path}/sent"), "{}", sent.body);
        self.load(&id).await
    }

    pub async fn published(&mut self, title: &str, email: &str) -> StoryRecord {
        let record = self.sent(title, email).await;
        self.publish(&record).await
    }

    /// Publishes what was sent, in its own words.
    pub async fn publish(&self, record: &StoryRecord) -> StoryRecord {
        let details = parse_story(&record.answers, &week(), now()).unwrap();
        self.desk.publish(record, &details, Slug::random(random()), "I lived there.".into(), &coordinator()).await.unwrap()
    }

    /// Everything in a table, as text.
    pub async fn everything(&self, table: Table) -> String {
        let scan = self.db.client().scan().table_name(self.db.tables().name(table)).send().await.unwrap();
        assert!(scan.last_evaluated_key().is_none());
        format!("{:?}", scan.items())
    }
}

pub fn key() -> String {
    spell(&random::<26>())
}

pub fn coordinator() -> Deed {
    by(Actor::Staff(StaffId::from_random(random())))
}

pub fn author() -> Deed {
    by(Actor::Contributor)
}

fn by(actor: Actor) -> Deed {
    Deed { by: actor, at: now(), mark: spell(&random::<16>()) }
}

/// The private link that a page shows.
pub fn link_on(page: &Page) -> String {
    let (_, rest) = page.body.split_once(&format!("{ORIGIN}/manage/story/open/")).expect("the page shows the private link");
    format!("/manage/story/open/{}", rest.split('<').next().unwrap())
}

fn encode(value: &str) -> String {
    value.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
