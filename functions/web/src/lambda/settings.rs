//! What the environment says.

use std::time::Duration;

use frontend::assets::Manifest;
use frontend::pages::contact::Contact;

use crate::context::Settings;

/// Why a function can't start. Each is one line that says what to mend.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting is missing or unreadable.
    #[error("set {0}: {1}")]
    Setting(&'static str, &'static str),
    /// The built files' manifest can't be read.
    #[error("the manifest of built files can't be read from {0}: build the bundle first")]
    Manifest(String),
    /// A secret is not there, or this function may not read it: the setting that names it, and the service's word for it.
    #[error("the secret that {0} names can't be read ({1}): look whether it is there and whether this function's role may read it")]
    Secret(&'static str, String),
    /// A secret holds too little.
    #[error("the secret that {0} names is too short: it needs 64 hexadecimal digits, or at least 43 letters and digits")]
    Short(&'static str),
    /// A table is not there.
    #[error("there is no table {0}: look at HUB_TABLE_PREFIX and the region")]
    Table(String),
}

/// A setting that may be missing.
pub(super) fn optional(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A setting that must be there.
pub(super) fn setting(name: &'static str, what: &'static str) -> Result<String, StartError> {
    optional(name).ok_or(StartError::Setting(name, what))
}

/// Everything but the secrets:
///
/// - `HUB_ORIGIN`: the hub's own address, no slash behind.
/// - `HUB_CONTACT_EMAIL`, and if there are any `HUB_CONTACT_NAME`, `HUB_CONTACT_PHONE`: who runs the hub.
/// - `HUB_MANIFEST`: where the built files' manifest lies; `manifest.json` beside the function if not set.
/// - `HUB_READ_ONLY`: `yes` while nothing may be changed; pages are served, forms say "not now".
pub(super) fn settings() -> Result<Settings, StartError> {
    let origin = setting("HUB_ORIGIN", "the hub's own address, like https://hub.example")?;
    let path = optional("HUB_MANIFEST").unwrap_or_else(|| "manifest.json".into());
    let text = std::fs::read_to_string(&path).map_err(|_| StartError::Manifest(path.clone()))?;
    let assets: Manifest = serde_json::from_str(&text).map_err(|_| StartError::Manifest(path))?;
    let contact = Contact {
        organisation: optional("HUB_CONTACT_NAME").unwrap_or_else(|| "the team of this hub".into()),
        email: setting("HUB_CONTACT_EMAIL", "where people can write to the team")?,
        phone: optional("HUB_CONTACT_PHONE"),
    };
    let read_only = match optional("HUB_READ_ONLY").as_deref() {
        None | Some("no") => false,
        Some("yes") => true,
        Some(_) => return Err(StartError::Setting("HUB_READ_ONLY", "yes or no")),
    };
    Ok(Settings {
        origin: origin.trim_end_matches('/').to_owned(),
        also: Vec::new(),
        assets,
        page_seconds: 20,
        memory: Duration::from_secs(20),
        demonstration_allowed: false,
        read_only,
        contact,
    })
}
