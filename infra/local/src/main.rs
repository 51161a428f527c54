//! `cargo run`: the whole hub in one process.

mod arguments;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use arguments::Arguments;
use clap::Parser;
use local::Hub;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

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
    let asked = std::env::var("HUB_LOG").ok().and_then(|asked| asked.parse().ok());
    let usual = || Targets::new().with_default(tracing::Level::WARN).with_target("dynoxide", tracing::Level::ERROR);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(asked.unwrap_or_else(usual)).init();
}

fn trouble(error: &anyhow::Error) -> ExitCode {
    eprintln!("The hub did not start. {error}");
    for cause in error.chain().skip(1) {
        tracing::info!(%cause, "because");
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
