//! Opens the place where the records lie, with its four tables.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use domain::time::{Clock, SystemClock};
use jiff::SignedDuration;
use store::{Db, Expired, Tables, create_tables};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::client;
use crate::engine::{Engine, fresh_db};
use crate::lock::Lock;
use crate::options::Data;

/// The database's file in the data folder.
const FILE: &str = "hub.db";

/// How often records that are over are taken out.
const SWEEP: Duration = Duration::from_secs(5);

/// An open place for records. Holds the engine, or the lock on the folder, until it is dropped.
pub struct Records {
    /// The tables.
    pub db: Db,
    engine: Option<Arc<Engine>>,
    endpoint: String,
    _lock: Option<Lock>,
}

impl Records {
    /// Opens it and makes the tables that are missing.
    ///
    /// # Errors
    /// In a sentence that says what to do.
    pub async fn open(data: &Data) -> Result<Self> {
        match data {
            Data::Memory => Self::embedded(Arc::new(Engine::memory()?), "").await,
            Data::Shared(engine, prefix) => Self::embedded(engine.clone(), prefix).await,
            Data::Folder(folder) => Self::embedded(Arc::new(Engine::file(&folder.join(FILE))?), "").await,
            Data::Endpoint(url, folder) => Self::outside(url, folder).await,
        }
    }

    async fn embedded(engine: Arc<Engine>, prefix: &str) -> Result<Self> {
        Ok(Self { db: fresh_db(&engine, prefix).await?, endpoint: engine.endpoint(), engine: Some(engine), _lock: None })
    }

    async fn outside(url: &str, folder: &Path) -> Result<Self> {
        let lock = Lock::take(&folder.join(FILE))?;
        let (client, tables) = (client::outside(url).await, Tables::default());
        let made = create_tables(&client, &tables, Expired::TakenOut).await;
        made.map_err(|error| {
            anyhow!("The DynamoDB at {url} doesn't answer as it should ({error}). Check the address given to --endpoint, and that it runs.")
        })?;
        Ok(Self { db: Db::new(client, tables), endpoint: url.to_owned(), engine: None, _lock: Some(lock) })
    }

    /// Takes out what is over every few seconds, as DynamoDB does by itself, until the hub stops. The engine goes by the machine's own
    /// clock: while the hub's is behind it, as in tests of another day, nothing is taken out, because for the hub it is not over yet.
    pub fn sweeping(&self, context: &web::Context, stopping: &watch::Receiver<bool>) -> Option<JoinHandle<()>> {
        let (engine, context, mut stopping) = (self.engine.clone()?, context.clone(), stopping.clone());
        Some(tokio::spawn(async move {
            while !*stopping.borrow() {
                tokio::select! {
                    () = tokio::time::sleep(SWEEP) => {
                        let behind = context.now() + SignedDuration::from_mins(1) < SystemClock.now();
                        if !behind && let Err(error) = engine.sweep() {
                            tracing::warn!(%error, "records that are over could not be taken out");
                        }
                    }
                    _ = stopping.wait_for(|stop| *stop) => {}
                }
            }
        }))
    }

    /// Where the database answers.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The embedded engine, where there is one.
    pub fn engine(&self) -> Option<&Engine> {
        self.engine.as_deref()
    }
}

/// The folder that keys and mails are kept in; none for records in memory.
pub fn folder(data: &Data) -> Result<Option<&Path>> {
    let (Data::Folder(folder) | Data::Endpoint(_, folder)) = data else { return Ok(None) };
    let remedy = "Give this account the right to write there, or choose another folder with --data.";
    std::fs::create_dir_all(folder).with_context(|| format!("The folder {} can't be made. {remedy}", folder.display()))?;
    Ok(Some(folder))
}
