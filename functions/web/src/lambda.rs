//! A function's `main`: settings from the environment, clients made and one call before the first request, then the runtime.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use domain::time::SystemClock;
use frontend::assets::Manifest;
use frontend::pages::contact::Contact;
use store::{Db, Key, Table, Tables};

use crate::context::{Context, Keys, Settings, SystemRandom};

/// Why a function can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting is missing or unreadable.
    #[error("set {0}: {1}")]
    Setting(&'static str, &'static str),
    /// The built files' manifest can't be read.
    #[error("the manifest of built files can't be read from {0}: build the bundle first")]
    Manifest(String),
}

fn setting(name: &'static str, what: &'static str) -> Result<String, StartError> {
    std::env::var(name).ok().filter(|v| !v.is_empty()).ok_or(StartError::Setting(name, what))
}

fn key(text: &str) -> Result<Vec<u8>, StartError> {
    let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok();
    bytes.filter(|b| b.len() >= 32).ok_or(StartError::Setting("the keys", "each key is at least 64 hexadecimal digits"))
}

/// Reads the context from the environment:
///
/// - `HUB_ORIGIN`: the hub's own address, no slash behind.
/// - `HUB_LINK_KEYS`: one or two keys, hexadecimal, a comma between; the first signs, both are accepted.
/// - `HUB_CONTACT_KEY`: the key of address hashes, hexadecimal.
/// - `HUB_CONTACT_EMAIL`, and if there are any `HUB_CONTACT_NAME`, `HUB_CONTACT_PHONE`: who runs the hub.
/// - `HUB_MANIFEST`: where the built files' manifest lies; `manifest.json` beside the function if not set.
pub fn context_from_environment() -> Result<Context, StartError> {
    let origin = setting("HUB_ORIGIN", "the hub's own address, like https://hub.example")?;
    let links = setting("HUB_LINK_KEYS", "one or two keys of 64 hexadecimal digits, a comma between")?;
    let links = links.split(',').map(key).collect::<Result<Vec<_>, _>>()?;
    let contacts = key(&setting("HUB_CONTACT_KEY", "a key of 64 hexadecimal digits")?)?;
    let path = std::env::var("HUB_MANIFEST").unwrap_or_else(|_| "manifest.json".into());
    let text = std::fs::read_to_string(&path).map_err(|_| StartError::Manifest(path.clone()))?;
    let assets: Manifest = serde_json::from_str(&text).map_err(|_| StartError::Manifest(path))?;
    let optional = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let contact = Contact {
        organisation: optional("HUB_CONTACT_NAME").unwrap_or_else(|| "the team of this hub".into()),
        email: setting("HUB_CONTACT_EMAIL", "where people can write to the team")?,
        phone: optional("HUB_CONTACT_PHONE"),
    };
    let settings = Settings {
        origin: origin.trim_end_matches('/').to_owned(),
        also: Vec::new(),
        assets,
        page_seconds: 20,
        memory: Duration::from_secs(20),
        demonstration_allowed: false,
        contact,
    };
    Ok(Context::new(settings, Keys { links, contacts }, Arc::new(SystemClock), Arc::new(SystemRandom)))
}

/// A database client from the environment (`HUB_TABLE_PREFIX`, and the SDK's own settings), and one call through it, so that name look-up,
/// connection and credentials happen while the function starts (design, decision 13). That call's answer does not matter.
pub async fn db_from_environment() -> Db {
    let config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
    let client = aws_sdk_dynamodb::Client::new(&config);
    let db = Db::new(client, Tables::with_prefix(std::env::var("HUB_TABLE_PREFIX").unwrap_or_default()));
    let nothing = Key::new("WARM", "UP");
    let warm_up = db.get::<serde_json::Value>(Table::Public, &nothing);
    let _ = tokio::time::timeout(Duration::from_millis(500), warm_up).await;
    db
}

/// Logs as JSON lines, without colour and without time: the platform adds it.
pub fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HUB_LOG").unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_env_filter(filter).without_time().with_ansi(false).init();
}

/// Runs an HTTP function: `build` makes its router from the context and the database.
///
/// # Errors
/// A [`StartError`] names the setting to mend; anything else is the runtime's.
pub async fn run(build: impl FnOnce(Context, Db) -> Router) -> Result<(), lambda_http::Error> {
    log();
    let context = context_from_environment()?;
    let db = db_from_environment().await;
    lambda_http::run(build(context, db)).await
}
