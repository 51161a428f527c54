//! Which hub: on AWS, in another DynamoDB, or the one that `cargo run` keeps in a folder.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use aws_sdk_dynamodb::config::ProvideCredentials as _;
use clap::Args;
use local::Engine;
use store::{Db, Expired, Tables, create_tables};

/// Where the records lie.
#[derive(Clone, Debug, Default, Args)]
pub struct At {
    /// A DynamoDB elsewhere, e.g. http://localhost:8000.
    #[arg(long, value_name = "URL", conflicts_with = "data", global = true)]
    pub endpoint: Option<String>,
    /// The folder of a hub at home. Stop the hub first.
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// What the tables' names begin with; for a stack on AWS its name and a hyphen.
    #[arg(long, value_name = "TEXT", default_value = "", global = true)]
    pub prefix: String,
}

/// What this machine's account for AWS says: region, credentials.
pub(crate) async fn from_account() -> aws_config::SdkConfig {
    aws_config::defaults(aws_config::BehaviorVersion::latest()).http_client(store::http_client()).load().await
}

/// Said where there are no credentials that this command can read. It reads those of variables and of plain profiles, not those that
/// the AWS command line keeps for itself after `aws sso login`.
const NOBODY: &str = "AWS doesn't know who you are. After aws sso login, hand its credentials on: \
    eval \"$(aws configure export-credentials --format env)\"; then run this again.";

/// Whether there is somebody as whom AWS can be asked.
async fn is_somebody(aws: &aws_config::SdkConfig) -> bool {
    match aws.credentials_provider() {
        Some(known) => known.provide_credentials().await.is_ok(),
        None => false,
    }
}

/// An open hub.
pub struct Place {
    /// Its tables.
    pub db: Db,
    at: At,
    _engine: Option<Engine>,
}

impl Place {
    /// Opens it.
    ///
    /// # Errors
    /// In a sentence: the folder is in use, or holds no hub; or AWS is not told who asks.
    pub async fn open(at: &At) -> Result<Self> {
        let tables = Tables::with_prefix(&at.prefix);
        let (client, engine) = match at {
            At { endpoint: Some(url), .. } => (local::client::outside(url).await, None),
            At { data: Some(folder), .. } => {
                let file = folder.join("hub.db");
                if !file.exists() {
                    std::fs::create_dir_all(folder).with_context(|| format!("The folder {} can't be made.", folder.display()))?;
                }
                let engine = Engine::file(&file)?;
                (engine.client(), Some(engine))
            }
            At { .. } => {
                let found = from_account().await;
                if found.region().is_none() {
                    bail!("Say which hub: --endpoint URL, --data DIR, or AWS_REGION and an account for one on AWS.");
                }
                ensure!(is_somebody(&found).await, NOBODY);
                (aws_sdk_dynamodb::Client::new(&found), None)
            }
        };
        Ok(Self { db: Db::new(client, tables), at: at.clone(), _engine: engine })
    }

    /// A hub in tables that are open already.
    pub fn of(db: Db) -> Self {
        Self { db, at: At::default(), _engine: None }
    }

    /// Makes the tables that are missing, where no template does.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn make_tables(&self) -> Result<()> {
        if self.at.endpoint.is_some() || self.at.data.is_some() {
            create_tables(self.db.client(), self.db.tables(), Expired::TakenOut).await.context("The tables could not be made.")?;
        }
        Ok(())
    }

    /// The folder of a hub at home: its keys lie there.
    pub(crate) fn folder(&self) -> Option<&std::path::Path> {
        self.at.data.as_deref()
    }
}
