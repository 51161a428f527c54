//! The compiler's part for browsers.

use anyhow::{Context, Result, bail};
use std::{
    path::Path,
    process::{Command, Stdio},
};

/// The target of the islands.
const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain by rustup, unless it is there.
///
/// # Errors
/// When there is no compiler, no rustup, or rustup can't fetch it.
pub fn add_if_missing(progress: &mut dyn FnMut(&str)) -> Result<()> {
    if is_there()? {
        return Ok(());
    }
    progress(&format!("Adding Rust's target {TARGET} with rustup."));
    let added = Command::new("rustup").args(["target", "add", TARGET]).stdin(Stdio::null()).output();
    let Ok(added) = added else {
        bail!(
            "The browser bundle needs Rust's target {TARGET}, and there is no rustup to add it: install Rust from https://rustup.rs, then run this again"
        );
    };
    if !added.status.success() || !is_there()? {
        let said = String::from_utf8_lossy(&added.stderr);
        bail!(
            "rustup could not add the target {TARGET}: when you are online, run `rustup target add {TARGET}`, then run this again.\n{}",
            said.trim()
        );
    }
    Ok(())
}

fn is_there() -> Result<bool> {
    let said = rustc(&["--print", "sysroot"])?;
    Ok(Path::new(said.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

/// What `rustc` answers.
///
/// # Errors
/// When there is no compiler.
pub fn rustc(ask: &[&str]) -> Result<String> {
    let answer =
        Command::new("rustc").args(ask).output().context("rustc can't be started: install Rust from https://rustup.rs, then run this again")?;
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}
