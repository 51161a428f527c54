//! A browser without a script: follows no redirect by itself, keeps cookies, reads forms from pages.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use domain::time::Clock;
use frontend::IntoView;
use frontend::assets::Manifest;
use frontend::shell::{Shell, render};
use hub_tests::fixtures::settings;
use jiff::Timestamp;
use scraper::{Html, Selector};
use tower::ServiceExt;
use web::{Context, Keys, Settings, SystemRandom};

use crate::events_world::now;

/// A clock that the test sets.
#[derive(Default)]
pub struct TestClock(Mutex<Option<Timestamp>>);

impl TestClock {
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap() = Some(at);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().unwrap_or_else(now)
    }
}

pub fn context(clock: Arc<TestClock>) -> Context {
    let settings = Settings { demonstration_allowed: true, ..settings("https://hub.example") };
    Context::new(settings, Keys { links: vec![vec![3; 32]], contacts: vec![4; 32] }, clock, Arc::new(SystemRandom))
}

/// An answer, read.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub cache: String,
    pub body: String,
}

impl Answer {
    /// The text of what a selector finds, without markup.
    pub fn text(&self, selector: &str) -> String {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector);
        found.flat_map(|e| e.text()).collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The hidden fields of the page's form, and what its other fields hold.
    pub fn fields(&self) -> Vec<(String, String)> {
        self.fields_of("main form")
    }

    /// The same of one form among several.
    pub fn fields_of(&self, form: &str) -> Vec<(String, String)> {
        let page = Html::parse_document(&self.body);
        let inputs = Selector::parse(&format!("{form} input")).unwrap();
        let kept = page.select(&inputs).filter(|i| !matches!(i.attr("type"), Some("checkbox" | "radio")) || i.attr("checked").is_some());
        kept.map(|i| (i.attr("name").unwrap_or("").to_owned(), i.attr("value").unwrap_or("").to_owned())).collect()
    }
}

pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn new(router: &Router) -> Self {
        Self { router: router.clone(), cookies: BTreeMap::new() }
    }

    /// The same browser, its cookies with it, before another function.
    pub fn turn_to(&mut self, router: &Router) {
        self.router = router.clone();
    }

    /// Takes a cookie as a `Set-Cookie` header gives it.
    pub fn take_cookie(&mut self, set: &str) {
        let pair = set.split(';').next().unwrap_or("");
        if let Some((name, value)) = pair.split_once('=') {
            self.cookies.insert(name.into(), value.into());
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Answer {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&");
        self.ask("POST", path, Body::from(body)).await
    }

    /// Sends a page's form as it stands, with some fields typed over or added.
    pub async fn send(&mut self, path: &str, page: &Answer, typed: &[(&str, &str)]) -> Answer {
        self.send_in("main form", path, page, typed).await
    }

    /// The same with one form among several.
    pub async fn send_in(&mut self, form: &str, path: &str, page: &Answer, typed: &[(&str, &str)]) -> Answer {
        let mut fields = page.fields_of(form);
        fields.retain(|(name, _)| !typed.iter().any(|(n, _)| n == name));
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.post(path, &fields).await
    }

    async fn ask(&mut self, method: &str, path: &str, body: Body) -> Answer {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies)
            .body(body)
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header_of = |name: header::HeaderName| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
        let (status, location, cache) = (response.status().as_u16(), header_of(header::LOCATION), header_of(header::CACHE_CONTROL));
        let set: Vec<String> = response.headers().get_all(header::SET_COOKIE).iter().map(|v| v.to_str().unwrap().to_owned()).collect();
        set.iter().for_each(|cookie| self.take_cookie(cookie));
        let body = String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
        Answer { status, location, cache, body }
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The text of a page of the site, which this router does not serve.
pub fn shown<V: IntoView + 'static>(body: impl FnOnce() -> V) -> String {
    let body = render(&Manifest::default(), Shell::default(), body);
    Answer { status: 200, location: String::new(), cache: String::new(), body }.text("main")
}
