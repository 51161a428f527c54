//! `cargo run`: the whole hub in one process.

mod arguments;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use arguments::Arguments;
use clap::Parser;
use local::Hub;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return trouble(&error.into()),
    };
    let ended = runtime.block_on(run(arguments));
    runtime.shutdown_timeout(Duration::from_secs(1));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => trouble(&error),
    }
}

/// What is logged: what goes wrong. `HUB_LOG=info` adds a line for each request. The embedded database warns of every condition
/// that doesn't hold, which is how two people find out that they wanted the same place: nothing is wrong then.
fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HUB_LOG").unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,dynoxide=error"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

fn trouble(error: &anyhow::Error) -> ExitCode {
    eprintln!("The hub did not start. {error}");
    for cause in error.chain().skip(1) {
        tracing::debug!(%cause, "because");
    }
    ExitCode::FAILURE
}

async fn run(arguments: Arguments) -> Result<()> {
    let begun = Instant::now();
    let hub = tokio::select! {
        hub = Hub::start(arguments.options()) => hub?,
        () = stop_asked() => return Ok(()),
    };
    let read_only = hub.context.settings().read_only;
    println!();
    println!("The hub is ready in {:.1} s.", begun.elapsed().as_secs_f32());
    println!("  Hub       {}/", hub.origin);
    println!("  Mailbox   {}/mailbox", hub.origin);
    if read_only {
        println!();
        println!("It is read-only: every page is there, and nothing can be changed. Start it without --read-only to go on.");
    } else {
        println!("  The desk  {}", hub.sign_in_link().await?);
        println!();
        println!("The desk's link signs in the first administrator. It works once, for ten minutes; each start makes a new one.");
    }
    println!("Press Ctrl-C to stop.");
    stop_asked().await;
    println!("Stopping.");
    hub.stop().await;
    Ok(())
}

/// Waits for Ctrl-C or the system's wish to stop.
async fn stop_asked() {
    let ctrl_c = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let terminate = async {
            match signal(SignalKind::terminate()) {
                Ok(mut terminate) => drop(terminate.recv().await),
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { () = ctrl_c => {}, () = terminate => {} }
    }
    #[cfg(not(unix))]
    ctrl_c.await;
}
