//! The embedded DynamoDB: a database on a thread of its own, served on loopback, so that the real AWS SDK talks to it
//! (design, decision 11).

use std::net::TcpListener;
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use aws_sdk_dynamodb::Client;
use dynoxide::Database;
use store::{Db, Expired, StoreError, Tables, create_tables};
use tokio::sync::oneshot;

use crate::client;
use crate::lock::Lock;

/// How long a closing engine waits for requests that are still running.
const CLOSING: Duration = Duration::from_secs(5);

/// Names a DynamoDB that takes the place of the one in memory: the tests run against AWS's own emulator too.
const INSTEAD: &str = "HUB_TEST_ENDPOINT";

/// A running database. Closes when dropped, after the requests it is answering.
pub struct Engine {
    endpoint: String,
    database: Option<Database>,
    stop: Option<oneshot::Sender<()>>,
    stopped: Mutex<Receiver<()>>,
    _lock: Option<Lock>,
}

impl Engine {
    /// A database that is gone when the engine is dropped; or the one that `HUB_TEST_ENDPOINT` names, which is its owner's to close.
    ///
    /// # Errors
    /// Where the machine gives no port or no thread.
    pub fn memory() -> Result<Self> {
        if let Ok(endpoint) = std::env::var(INSTEAD) {
            let (_, stopped) = channel();
            return Ok(Self { endpoint, database: None, stop: None, stopped: Mutex::new(stopped), _lock: None });
        }
        let database = Database::memory().context("The database in memory did not start. Close some programs and start again.")?;
        Self::serve(database, None)
    }

    /// A database in a file, made if it is missing. Another hub can't open it until this one is dropped.
    ///
    /// # Errors
    /// In a sentence that says what to do: the folder can't be written, another hub has the file, the file is broken.
    pub fn file(path: &Path) -> Result<Self> {
        let lock = Lock::take(path)?;
        let database = open(path)?;
        Self::serve(database, Some(lock))
    }

    fn serve(database: Database, lock: Option<Lock>) -> Result<Self> {
        let no_port = "No free port on this machine's loopback address. Close some programs and start again.";
        let listener = TcpListener::bind(("127.0.0.1", 0)).context(no_port)?;
        listener.set_nonblocking(true).context(no_port)?;
        let address = listener.local_addr().context(no_port)?;
        let (stop, stopping) = oneshot::channel();
        let (tell, stopped) = channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let served = database.clone();
        std::thread::Builder::new().name("database".into()).spawn(move || {
            runtime.block_on(async move {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
                let stop = async { drop(stopping.await) };
                if let Err(error) = dynoxide::server::serve_with_shutdown(listener, served, stop).await {
                    tracing::error!(error, "the database stopped");
                }
            });
            let _ = tell.send(());
        })?;
        let endpoint = format!("http://{address}");
        Ok(Self { endpoint, database: Some(database), stop: Some(stop), stopped: Mutex::new(stopped), _lock: lock })
    }

    /// Where it answers: `http://127.0.0.1:40001`.
    pub fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    /// The database itself, where it is embedded: whoever reads it in the process need not ask over loopback.
    pub fn database(&self) -> Option<&Database> {
        self.database.as_ref()
    }

    /// A client of its own for the caller's runtime: connections live and die with the runtime that made them.
    pub fn client(&self) -> Client {
        client::at(&self.endpoint())
    }

    /// Takes out the records that are over by now. Files do it by themselves every few seconds.
    ///
    /// # Errors
    /// Where the file can't be written.
    pub fn sweep(&self) -> Result<usize> {
        let Some(database) = &self.database else { return Ok(0) };
        database.sweep_ttl().map_err(|error| anyhow!("The database could not be tidied: {error}. Look whether the disk is full."))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.database = None;
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Ok(stopped) = self.stopped.get_mut() {
            let _ = stopped.recv_timeout(CLOSING);
        }
    }
}

fn open(path: &Path) -> Result<Database> {
    let remedy = "Move it away to begin with a new one, or put back a copy that works.";
    let text = path.to_str().ok_or_else(|| anyhow!("The folder's name can't be read as text. Choose another with --data."))?;
    let broken = |error: &dyn std::fmt::Display| anyhow!("{} can't be read as the hub's data ({error}). {remedy}", path.display());
    // The engine's own words for it speak of encryption, which the hub doesn't use.
    let database = Database::new(text).map_err(|error| match error.to_string() {
        words if words.contains("not a valid SQLite database") => broken(&"it is not a database"),
        words => broken(&words),
    })?;
    database.table_stats().map_err(|error| broken(&error))?;
    Ok(database)
}

/// Four empty tables of their own in an engine: tests share one engine and keep apart by the prefix.
///
/// # Errors
/// Where the engine doesn't answer.
pub async fn fresh_db(engine: &Engine, prefix: &str) -> Result<Db> {
    let (client, tables) = (engine.client(), Tables::with_prefix(prefix));
    fresh_tables(&client, &tables).await.context("The tables could not be made.")?;
    Ok(Db::new(client, tables))
}

/// Four empty tables in the database of [`Engine::memory`]. Where that is an outside one, what is over stays: it goes by the machine's clock,
/// and tests by clocks of their own.
///
/// # Errors
/// Where the engine doesn't answer.
pub async fn fresh_tables(client: &Client, tables: &Tables) -> Result<usize, StoreError> {
    let expired = if std::env::var_os(INSTEAD).is_some() { Expired::Kept } else { Expired::TakenOut };
    create_tables(client, tables, expired).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn two_prefixes_in_one_engine_have_tables_of_their_own() {
        let engine = Engine::memory().unwrap();
        fresh_db(&engine, "one-").await.unwrap();
        let two = fresh_db(&engine, "two-").await.unwrap();
        let listed = two.client().list_tables().send().await.unwrap();
        assert_eq!(listed.table_names().len(), 8);
    }

    #[test]
    fn a_file_that_is_no_database_says_what_to_do() {
        let folder = std::env::temp_dir().join(format!("hub-broken-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("hub.db");
        std::fs::write(&path, "this is not a database, whatever its name says".repeat(30)).unwrap();
        let said = Engine::file(&path).err().unwrap().to_string();
        assert!(said.contains("Move it away"), "{said}");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_second_hub_on_the_same_file_is_told_who_has_it() {
        let folder = std::env::temp_dir().join(format!("hub-locked-{}", std::process::id()));
        let path = folder.join("hub.db");
        let first = Engine::file(&path).unwrap();
        let said = Engine::file(&path).err().unwrap().to_string();
        assert!(said.contains(&std::process::id().to_string()) && said.contains("--data"), "{said}");
        drop(first);
        Engine::file(&path).unwrap();
        std::fs::remove_dir_all(folder).unwrap();
    }
}
