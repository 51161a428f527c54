//! The first account of a deployment.

use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use domain::contact::Email;
use domain::time::SystemClock;
use web::{Context, Keys, Settings, SystemRandom};

use crate::place::{Place, from_account};

/// Makes the first administrator where there is none, and a link to sign in by.
///
/// # Errors
/// In a sentence: the address is none, the keys can't be read, the database doesn't answer.
pub async fn link(place: &Place, email: &str, name: &str, origin: &str) -> Result<String> {
    let context = context(place, origin).await?;
    let email = Email::parse(email).map_err(|why| anyhow!("--email: {why}"))?;
    let path = local::administrator::sign_in_link(&context, &place.db, email, name).await?;
    Ok(context.absolute(&path))
}

/// An address as this hub's records name it.
///
/// # Errors
/// As for [`link`].
pub async fn hash(place: &Place, email: &str) -> Result<String> {
    let email = Email::parse(email).map_err(|why| anyhow!("The address: {why}"))?;
    Ok(context(place, "").await?.contact_hash(&format!("email:{}", email.folded())))
}

/// The hub's keys: from its folder at home, else as its functions read them.
async fn keys(place: &Place) -> Result<Keys> {
    match place.folder() {
        Some(folder) => local::keys(folder),
        None => {
            let aws = from_account().await;
            let hint = "Set HUB_CONTACT_SECRET and HUB_LINK_SECRET to the ids of the deployment's secrets; its outputs name them.";
            web::lambda::keys(&aws).await.context(hint)
        }
    }
}

async fn context(place: &Place, origin: &str) -> Result<Context> {
    let settings = Settings {
        origin: origin.trim_end_matches('/').to_owned(),
        also: Vec::new(),
        assets: Default::default(),
        page_seconds: 0,
        memory: std::time::Duration::ZERO,
        demonstration_allowed: false,
        read_only: false,
        contact: Default::default(),
    };
    Ok(Context::new(settings, keys(place).await?, Arc::new(SystemClock), Arc::new(SystemRandom)))
}
