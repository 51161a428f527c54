//! `cargo run -p assets`: builds the browser bundle and prints what it weighs.

use anyhow::Result;
use assets::{Plan, build};
use clap::Parser;
use std::{path::PathBuf, process::ExitCode};

/// Builds the browser bundle of the Co-production Week Hub and prints what it weighs.
#[derive(Parser)]
struct Wishes {
    /// Where to write; `target/site` when left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(Wishes::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(wishes: Wishes) -> Result<()> {
    let mut plan = Plan::from(&std::env::current_dir()?)?;
    if let Some(out) = wishes.out {
        plan.out = out;
    }
    let manifest = build(&plan, &mut |line| println!("{line}"))?;
    println!("The browser bundle is in {}:", plan.out.display());
    for address in manifest.addresses() {
        println!("  {address}");
    }
    Ok(())
}
