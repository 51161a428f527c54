//! Something that takes mail by SES's interface and keeps it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

/// What it took.
#[derive(Default)]
struct Taken {
    /// To whom, and the whole mail as it was given.
    mails: Mutex<Vec<(String, String)>>,
    /// The number of the mail that it takes and says nothing to, from 1; 0 is none.
    silent_at: AtomicUsize,
}

/// SES on loopback.
pub struct Ses {
    pub endpoint: String,
    taken: Arc<Taken>,
}

impl Ses {
    pub async fn start() -> Self {
        let taken = Arc::<Taken>::default();
        let app = Router::new().route("/v2/email/outbound-emails", post(take)).with_state(taken.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { endpoint, taken }
    }

    /// How many mails it took.
    pub fn many(&self) -> usize {
        self.taken.mails.lock().expect("a lock").len()
    }

    /// To whom it took mails, in order.
    pub fn to(&self) -> Vec<String> {
        self.taken.mails.lock().expect("a lock").iter().map(|(to, _)| to.clone()).collect()
    }

    /// It takes the mail of this number, from 1, and never answers.
    pub fn silent_at(&self, number: usize) {
        self.taken.silent_at.store(number, Ordering::Relaxed);
    }

    /// Waits until it took so many.
    pub async fn took(&self, many: usize) {
        while self.many() < many {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The Message-IDs of the mails to an address, in order.
    pub fn message_ids(&self, address: &str) -> Vec<String> {
        let mails = self.taken.mails.lock().expect("a lock");
        let texts = mails.iter().filter(|(to, _)| to == address).map(|(_, text)| text);
        texts.map(|text| text.lines().find_map(|line| line.strip_prefix("Message-ID:")).expect("every mail has one").trim().to_owned()).collect()
    }

    /// The path of the link that holds `part` in the newest mail to an address that has one.
    pub fn link(&self, address: &str, part: &str) -> String {
        let mails = self.taken.mails.lock().expect("a lock");
        let texts = mails.iter().rev().filter(|(to, _)| to == address).map(|(_, text)| text);
        let link = texts.flat_map(|text| text.split_whitespace()).find(|word| word.starts_with("https://") && word.contains(part));
        let link = link.unwrap_or_else(|| panic!("no link with {part} to {address} in {mails:#?}"));
        link.trim_start_matches("https://hub.example").to_owned()
    }
}

async fn take(State(taken): State<Arc<Taken>>, Json(asked): Json<Value>) -> Json<Value> {
    let raw = asked["Content"]["Raw"]["Data"].as_str().expect("a raw mail");
    let text = String::from_utf8(data_encoding::BASE64.decode(raw.as_bytes()).expect("base 64")).expect("text");
    assert_eq!(asked["ConfigurationSetName"], "hub", "what comes back is told to this deployment");
    assert!(text.contains("Reply-To: team@example.org\r\n"), "{text}");
    let to = asked["Destination"]["ToAddresses"][0].as_str().expect("one address").to_owned();
    let number = {
        let mut mails = taken.mails.lock().expect("a lock");
        mails.push((to, plain(&text)));
        mails.len()
    };
    if number == taken.silent_at.load(Ordering::Relaxed) {
        return std::future::pending().await;
    }
    Json(json!({ "MessageId": format!("ses-{number}") }))
}

/// Quoted-printable undone: long lines are broken by `=` at their end, and `=3D` is a letter.
fn plain(text: &str) -> String {
    let joined = text.replace("=\r\n", "");
    let mut parts = joined.split('=');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let letter = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match letter {
            Some(letter) => {
                out.push(char::from(letter));
                out.push_str(&part[2..]);
            }
            None => {
                out.push('=');
                out.push_str(part);
            }
        }
    }
    out
}
