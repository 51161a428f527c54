//! A function's `main`: settings and secrets, clients made and one call before the first request, then the runtime.

mod aws;
mod secrets;
mod settings;
mod start;

use std::process::ExitCode;

use axum::Router;
use store::{Db, Table};

use crate::context::Context;
use crate::{edge, log};
use aws::Patience;

pub use edge::SECRET as EDGE_HEADER;
pub use settings::StartError;
pub use start::{Needs, Start};

/// The keys of a deployment, by the same settings as its functions read: for commands that somebody runs by hand.
///
/// # Errors
/// Each names the setting or secret to mend.
pub async fn keys(aws: &aws_config::SdkConfig) -> Result<crate::context::Keys, StartError> {
    secrets::keys(Needs::Keys, aws).await
}

/// Runs an HTTP function: `build` makes its router from the context and the database; `first` is a table that its role lets it read.
pub async fn run(needs: Needs, first: Table, build: impl FnOnce(Context, Db) -> Router) -> ExitCode {
    begin(needs, first, Patience::PAGE, async |started| {
        let edge = edge::Edge::new(started.edge);
        lambda_http::run(edge::guard(edge, build(started.context, started.db))).await
    })
    .await
}

/// Runs a function that no page waits for: `run` takes its events.
pub async fn start(needs: Needs, first: Table, run: impl AsyncFnOnce(Start) -> Result<(), lambda_http::Error>) -> ExitCode {
    begin(needs, first, Patience::WORK, run).await
}

/// Starts a function and runs it until the platform stops it. What keeps it from starting is one line in the log, and the process
/// ends: the platform tries again when it sees fit, never in a loop of ours.
async fn begin(needs: Needs, first: Table, patience: Patience, run: impl AsyncFnOnce(Start) -> Result<(), lambda_http::Error>) -> ExitCode {
    log::to_stdout();
    let started = match Start::from_environment(needs, first, patience).await {
        Ok(started) => started,
        Err(error) => return ended("the function can't start", &error),
    };
    match run(started).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ended("the function ended", error.as_ref()),
    }
}

fn ended(what: &str, error: &dyn std::error::Error) -> ExitCode {
    tracing::error!(%error, "{what}");
    ExitCode::FAILURE
}
