//! Something that takes mail by SES's interface and keeps it.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

/// To whom, and the whole mail as it was given.
type Mails = Arc<Mutex<Vec<(String, String)>>>;

/// SES on loopback.
pub struct Ses {
    pub endpoint: String,
    mails: Mails,
}

impl Ses {
    pub async fn start() -> Self {
        let mails = Mails::default();
        let app = Router::new().route("/v2/email/outbound-emails", post(take)).with_state(mails.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { endpoint, mails }
    }

    /// How many mails it took.
    pub fn many(&self) -> usize {
        self.mails.lock().expect("a lock").len()
    }

    /// To whom it took mails, in order.
    pub fn to(&self) -> Vec<String> {
        self.mails.lock().expect("a lock").iter().map(|(to, _)| to.clone()).collect()
    }

    /// The path of the link that holds `part` in the newest mail to an address that has one.
    pub fn link(&self, address: &str, part: &str) -> String {
        let mails = self.mails.lock().expect("a lock");
        let texts = mails.iter().rev().filter(|(to, _)| to == address).map(|(_, text)| text);
        let link = texts.flat_map(|text| text.split_whitespace()).find(|word| word.starts_with("https://") && word.contains(part));
        let link = link.unwrap_or_else(|| panic!("no link with {part} to {address} in {mails:#?}"));
        link.trim_start_matches("https://hub.example").to_owned()
    }
}

async fn take(State(mails): State<Mails>, Json(asked): Json<Value>) -> Json<Value> {
    let raw = asked["Content"]["Raw"]["Data"].as_str().expect("a raw mail");
    let text = String::from_utf8(data_encoding::BASE64.decode(raw.as_bytes()).expect("base 64")).expect("text");
    assert_eq!(asked["ConfigurationSetName"], "hub", "what comes back is told to this deployment");
    assert!(text.contains("Reply-To: team@example.org\r\n"), "{text}");
    let to = asked["Destination"]["ToAddresses"][0].as_str().expect("one address").to_owned();
    let mut mails = mails.lock().expect("a lock");
    mails.push((to, plain(&text)));
    Json(json!({ "MessageId": format!("ses-{}", mails.len()) }))
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
