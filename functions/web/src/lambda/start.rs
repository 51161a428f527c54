//! What a function has when it starts.

use std::sync::Arc;
use std::time::Duration;

use aws_config::SdkConfig;
use domain::time::SystemClock;
use store::{Db, Table, Tables, nothing_in};

use super::aws::{self, Patience};
use super::{StartError, secrets, settings};
use crate::context::{Context, SystemRandom};

/// Which secrets a function is given. One that signs nothing and looks nobody up can't lose a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The keys of private links and of address hashes.
    Keys,
    /// None. Private links mean nothing here.
    NoKeys,
}

/// What a function has when it starts: context, database, the SDK's own settings for further clients, and what the edge says.
pub struct Start {
    /// Clock, randomness, keys, settings.
    pub context: Context,
    /// The tables.
    pub db: Db,
    /// Region, credentials and endpoints, for clients of other services.
    pub aws: SdkConfig,
    pub(super) edge: Vec<Vec<u8>>,
}

impl Start {
    /// Reads settings and secrets, makes the clients, and makes one call to the table `first`, so that name look-up, connection and
    /// credentials happen while the function starts (design, decision 13).
    ///
    /// # Errors
    /// Each names the setting, secret or table to mend.
    pub(super) async fn from_environment(needs: Needs, first: Table, patience: Patience) -> Result<Self, StartError> {
        let settings = settings::settings()?;
        let aws = aws::from_environment(patience);
        let client = aws_sdk_dynamodb::Client::new(&aws);
        let db = Db::new(client, Tables::with_prefix(settings::optional("HUB_TABLE_PREFIX").unwrap_or_default()));
        let (keys, edge, warm) = tokio::join!(secrets::keys(needs, &aws), secrets::edge(&aws), warm_up(&db, first));
        warm?;
        let context = Context::new(settings, keys?, Arc::new(SystemClock), Arc::new(SystemRandom));
        Ok(Self { context, db, edge: edge?, aws })
    }
}

/// One read whose answer does not matter, unless it is that there is no such table.
async fn warm_up(db: &Db, first: Table) -> Result<(), StartError> {
    let name = db.tables().name(first);
    let asked = db.client().get_item().table_name(&name).set_key(Some(nothing_in(first).into_item())).send();
    match tokio::time::timeout(Duration::from_millis(1_500), asked).await {
        Ok(Err(error)) if error.as_service_error().is_some_and(|e| e.is_resource_not_found_exception()) => Err(StartError::Table(name)),
        _ => Ok(()),
    }
}
