//! A browser without script: cookies, forms, no following of redirects.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use reqwest::header::{COOKIE, HeaderMap, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};

use crate::page::{Fields, Page};

/// A browser without script. It says of itself what browsers say: that its forms come from the hub's own pages.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    address: SocketAddr,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser {
    /// A browser for the hub at this address, with no cookies.
    pub fn new(address: SocketAddr) -> Self {
        let client = Client::builder().redirect(Policy::none()).no_proxy().build().expect("a client needs nothing");
        Self { client, address, cookies: Mutex::default() }
    }

    /// The same browser, its cookies with it, for a hub that started again at another address.
    pub fn moved(&self, address: SocketAddr) -> Self {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self { client: self.client.clone(), address, cookies: Mutex::new(cookies) }
    }

    /// Opens a page. A redirect is an answer; [`Browser::follow`] goes on.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &Fields) -> Page {
        let body = fields.encoded();
        let request = self.request(Method::POST, path).header("content-type", "application/x-www-form-urlencoded").body(body);
        self.send(request.header("sec-fetch-site", "same-origin")).await
    }

    /// Sends a form and opens the page that the hub leads to, as a browser does.
    pub async fn submit(&self, path: &str, fields: &Fields) -> Page {
        let answer = self.post(path, fields).await;
        self.follow(answer).await
    }

    /// Follows redirects to the page behind them, at most ten.
    pub async fn follow(&self, mut answer: Page) -> Page {
        for _ in 0..10 {
            let Some(next) = answer.location() else { return answer };
            answer = self.get(&next).await;
        }
        panic!("redirects without end, last to {:?}", answer.location())
    }

    /// A request of the test's own making; [`Browser::send`] sends it. The cookies are on it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let cookies: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self.client.request(method, format!("http://{}{path}", self.address));
        if cookies.is_empty() { request } else { request.header(COOKIE, cookies.join("; ")) }
    }

    /// Sends a request and keeps the cookies of its answer.
    pub async fn send(&self, request: RequestBuilder) -> Page {
        let response = request.send().await.expect("the hub answers");
        let (status, headers, url) = (response.status(), response.headers().clone(), response.url().path().to_owned());
        self.keep(&headers);
        Page::new(url, status, headers, response.bytes().await.expect("the whole answer comes").to_vec())
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// All cookies, as the browser sends them.
    pub fn cookies(&self) -> Vec<String> {
        let jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        jar.iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    /// Forgets all cookies.
    pub fn forget(&self) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn keep(&self, headers: &HeaderMap) {
        let mut jar = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let Some((name, rest)) = line.split_once('=') else { continue };
            let value = rest.split(';').next().unwrap_or_default();
            match line.contains("Max-Age=0") {
                true => jar.remove(name),
                false => jar.insert(name.to_owned(), value.to_owned()),
            };
        }
    }
}
