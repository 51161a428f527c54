//! Keys: from the secret store when deployed, from plain settings in tests (quality-bar S-36).
//!
//! A key is changed without breaking anything that was signed before: the new one goes into the secret as `AWSPENDING`, every function
//! is started anew, then it is made `AWSCURRENT` (infra/aws/change-secret). The old one becomes `AWSPREVIOUS`. The current key signs;
//! all three are accepted.

use aws_config::SdkConfig;
use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::error::ProvideErrorMetadata;
use aws_sdk_secretsmanager::operation::get_secret_value::GetSecretValueError;
use tokio::task::JoinSet;

use super::Needs;
use super::settings::{StartError, optional, setting};
use crate::context::{Keys, Random, SystemRandom};

/// The stages of a secret that are accepted; the first signs.
const STAGES: [&str; 3] = ["AWSCURRENT", "AWSPREVIOUS", "AWSPENDING"];

/// The fewest letters and digits that hold 256 bits.
const FEWEST: usize = 43;

/// Reads what this function needs:
///
/// - `HUB_LINK_SECRET`: the id of the secret that signs private links; or `HUB_LINK_KEYS`: one or two keys, hexadecimal, a comma
///   between; the first signs, both are accepted.
/// - `HUB_CONTACT_SECRET`: the id of the secret by which addresses are hashed; or `HUB_CONTACT_KEY`, hexadecimal. It never changes
///   in a deployment: records are found by it.
pub(super) async fn keys(needs: Needs, aws: &SdkConfig) -> Result<Keys, StartError> {
    if needs == Needs::NoKeys {
        return Ok(Keys { links: vec![nobodys()], contacts: nobodys() });
    }
    let (links, contacts) = tokio::join!(links(aws), contacts(aws));
    Ok(Keys { links: links?, contacts: contacts? })
}

/// - `HUB_EDGE_SECRET`: the id of the secret that only the edge knows; without it requests are taken from anywhere.
pub(super) async fn edge(aws: &SdkConfig) -> Result<Vec<Vec<u8>>, StartError> {
    match optional("HUB_EDGE_SECRET") {
        // Compared as it stands in the header, so it is not decoded.
        Some(id) => Ok(texts(aws, "HUB_EDGE_SECRET", &id, &STAGES).await?.into_iter().map(String::into_bytes).collect()),
        None => Ok(Vec::new()),
    }
}

async fn links(aws: &SdkConfig) -> Result<Vec<Vec<u8>>, StartError> {
    if let Some(id) = optional("HUB_LINK_SECRET") {
        return texts(aws, "HUB_LINK_SECRET", &id, &STAGES).await?.iter().map(|text| key("HUB_LINK_SECRET", text)).collect();
    }
    let plain = setting("HUB_LINK_KEYS", "one or two keys of 64 hexadecimal digits, a comma between; or HUB_LINK_SECRET: the id of a secret")?;
    plain.split(',').map(|text| plain_key("HUB_LINK_KEYS", text)).collect()
}

async fn contacts(aws: &SdkConfig) -> Result<Vec<u8>, StartError> {
    if let Some(id) = optional("HUB_CONTACT_SECRET") {
        let text = texts(aws, "HUB_CONTACT_SECRET", &id, &STAGES[..1]).await?.concat();
        return key("HUB_CONTACT_SECRET", &text);
    }
    plain_key("HUB_CONTACT_KEY", &setting("HUB_CONTACT_KEY", "a key of 64 hexadecimal digits; or HUB_CONTACT_SECRET: the id of a secret")?)
}

/// A key for a function that signs nothing: good for this process alone.
fn nobodys() -> Vec<u8> {
    let mut bytes = vec![0; 32];
    SystemRandom.fill(&mut bytes);
    bytes
}

/// The texts of a secret's stages, those that are there, none twice. The first must be there. All are asked for at the same time: a
/// function that starts keeps somebody waiting.
async fn texts(aws: &SdkConfig, setting: &'static str, id: &str, stages: &[&'static str]) -> Result<Vec<String>, StartError> {
    let client = Client::new(aws);
    let mut asked = JoinSet::new();
    for (place, stage) in stages.iter().copied().enumerate() {
        let (client, id) = (client.clone(), id.to_owned());
        asked.spawn(async move { (place, stage_of(&client, &id, stage).await) });
    }
    let mut found = asked.join_all().await;
    found.sort_by_key(|(place, _)| *place);
    let mut out: Vec<String> = Vec::new();
    for (place, answer) in found {
        match answer {
            Ok(Some(text)) if !out.contains(&text) => out.push(text),
            Ok(None) if place == 0 => return Err(StartError::Secret(setting, format!("there is no {}", stages[place]))),
            Ok(_) => {}
            Err(code) => return Err(StartError::Secret(setting, code)),
        }
    }
    Ok(out)
}

/// The text of one stage; none where the secret has no such stage.
async fn stage_of(client: &Client, id: &str, stage: &str) -> Result<Option<String>, String> {
    match client.get_secret_value().secret_id(id).version_stage(stage).send().await {
        Ok(found) => Ok(found.secret_string().map(|text| text.trim().to_owned())),
        Err(error) => match error.as_service_error() {
            Some(GetSecretValueError::ResourceNotFoundException(_)) => Ok(None),
            Some(other) => Err(other.code().unwrap_or("unnamed").to_owned()),
            None => Err("no answer".to_owned()),
        },
    }
}

fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok().filter(|bytes| bytes.len() >= 32)
}

/// A key out of a secret: hexadecimal digits, or letters and digits as the secret store makes them.
fn key(setting: &'static str, text: &str) -> Result<Vec<u8>, StartError> {
    let as_it_is = || (text.len() >= FEWEST).then(|| text.as_bytes().to_owned());
    hexadecimal(text).or_else(as_it_is).ok_or(StartError::Short(setting))
}

fn plain_key(setting: &'static str, text: &str) -> Result<Vec<u8>, StartError> {
    hexadecimal(text).ok_or(StartError::Setting(setting, "each key is at least 64 hexadecimal digits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_hexadecimal_or_long_enough_as_it_is() {
        assert_eq!(key("S", &"07".repeat(32)).unwrap(), [7; 32]);
        assert_eq!(key("S", &"gZ".repeat(22)).unwrap(), "gZ".repeat(22).into_bytes());
        assert!(matches!(key("S", "short"), Err(StartError::Short("S"))));
        assert!(plain_key("S", &"gZ".repeat(40)).is_err());
        assert_ne!(nobodys(), nobodys());
    }
}
