//! As much of a browser as a form without script needs: cookies, hidden fields, redirects looked at.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use domain::event::{EventDetails, EventRecord, Rules};
use domain::ids::{EventId, StaffId, spell};
use domain::message::Message;
use domain::time::Clock;
use hub_tests::fixtures::{keys, settings, week};
use jiff::Timestamp;
use scraper::{Html, Selector};
use store::{Db, Deed, Table, Tables};
use tower::ServiceExt;
use web::{Context, SystemRandom};

static ENGINE: LazyLock<Mutex<local::Engine>> = LazyLock::new(|| Mutex::new(local::Engine::memory().unwrap()));

struct Autumn;

impl Clock for Autumn {
    fn now(&self) -> Timestamp {
        "2026-11-01T09:00:00Z".parse().unwrap()
    }
}

fn context() -> Context {
    let settings = settings("https://hub.example");
    Context::new(settings, keys(), Arc::new(Autumn), Arc::new(SystemRandom))
}

pub struct Browser {
    pub context: Context,
    db: Db,
    router: axum::Router,
    cookies: BTreeMap<String, String>,
}

pub struct Page {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Page {
    fn all(&self, selector: &str) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let found = html.select(&selector).map(|e| {
            let value = match e.value().name() {
                "textarea" => e.text().collect(),
                _ => e.attr("value").unwrap_or_default().to_owned(),
            };
            (e.attr("name").unwrap_or_default().to_owned(), value)
        });
        found.collect()
    }

    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body);
        html.select(&Selector::parse("main").unwrap()).flat_map(|e| e.text()).collect()
    }

    pub fn has(&self, element: &str, words: &str) -> bool {
        let html = Html::parse_document(&self.body);
        html.select(&Selector::parse(element).unwrap()).any(|e| e.text().collect::<String>().contains(words))
    }

    pub fn value(&self, name: &str) -> String {
        self.all(&format!("[name={name}]")).into_iter().next().map(|(_, value)| value).unwrap_or_default()
    }

    pub fn private_link(&self) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse("main a[href^='https://hub.example/manage/event/open/']").unwrap();
        let href = html.select(&selector).next().unwrap().attr("href").unwrap().to_owned();
        href.strip_prefix("https://hub.example").unwrap().to_owned()
    }

    fn action(&self) -> String {
        let html = Html::parse_document(&self.body);
        html.select(&Selector::parse("main form").unwrap()).next().unwrap().attr("action").unwrap().to_owned()
    }
}

impl Browser {
    pub async fn new() -> Self {
        let client = ENGINE.lock().unwrap().client();
        let tables = Tables::with_prefix(format!("l{}-", spell(&std::array::from_fn::<u8, 8, _>(|_| rand::random()))));
        local::fresh_tables(&client, &tables).await.unwrap();
        let db = Db::new(client, tables);
        store::weeks::Weeks::new(db.clone()).put(&week()).await.unwrap();
        let context = context();
        let router = events::router(events::State::new(context.clone(), db.clone()));
        Self { context, db, router, cookies: BTreeMap::new() }
    }

    /// Another device, on the same hub.
    pub fn elsewhere(&self) -> Self {
        Self { context: self.context.clone(), db: self.db.clone(), router: self.router.clone(), cookies: BTreeMap::new() }
    }

    async fn ask(&mut self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = response.headers().get(header::LOCATION).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Page { status, location, body: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    fn cookies(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, self.cookies()).body(Body::empty()).unwrap();
        self.ask(request).await
    }

    /// Fills in a page's form and sends it with its hidden fields.
    pub async fn send(&mut self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let mut pairs = page.all("main form input[type=hidden]");
        pairs.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        // What is typed takes the place of what was hidden.
        let pairs: BTreeMap<String, String> = pairs.into_iter().collect();
        let body = reqwest::Url::parse_with_params("http://x/", &pairs).unwrap().query().unwrap_or_default().to_owned();
        let request = Request::post(page.action())
            .header(header::COOKIE, self.cookies())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, "https://hub.example")
            .body(Body::from(body))
            .unwrap();
        self.ask(request).await
    }

    pub async fn record(&self, id: &EventId) -> EventRecord {
        store::events::Events::new(self.db.clone()).load(id).await.unwrap().unwrap()
    }

    pub async fn mails(&self) -> Vec<Message> {
        let waiting = store::outbox::Outbox::new(self.db.clone()).waiting().await.unwrap();
        waiting.into_iter().map(|w| w.message).collect()
    }

    pub async fn everything(&self, table: Table) -> String {
        let scan = self.db.client().scan().table_name(self.db.tables().name(table)).send().await.unwrap();
        format!("{:?}", scan.items())
    }

    /// What the host's mailbox and the desk would do.
    pub async fn publish(&mut self, id: &EventId) {
        let check = self.get(&format!("/manage/event/{id}/check")).await;
        self.send(&check, &[]).await;
        let link = self.context.link(web::Purpose::EventConfirm, id.as_str(), 1);
        let button = self.get(&link).await;
        self.send(&button, &[]).await;
        let queued = self.record(id).await;
        let week = week();
        let rules = Rules { week: &week, today: self.context.today(), past_allowed: false };
        let details = EventDetails::parse(&queued.answers, &rules).unwrap();
        let by = domain::audit::Actor::Staff(StaffId::from_random([1; 16]));
        let deed = Deed { by, at: self.context.now(), mark: self.context.mark() };
        store::events::Events::new(self.db.clone()).publish(&queued, &details, &deed).await.unwrap();
    }
}
