//! Cargo, called from a program that cargo itself may have started.

use anyhow::{Context, Result, bail};
use std::{
    collections::BTreeSet,
    env,
    path::Path,
    process::{Command, Stdio},
};

/// One of the modules that browsers load: what it is called, and the package, its features and its target. The same words for
/// building it and for looking at it.
#[derive(Clone, Copy, Debug)]
pub struct Module {
    /// For progress and for notes.
    pub name: &'static str,
    arguments: [&'static str; 7],
}

/// The islands of pages.
pub const ISLANDS: Module = Module { name: "islands", arguments: arguments("frontend", "hydrate") };
/// The check of stories, which the page on which one is written loads and no other.
pub const PRIVACY: Module = Module { name: "privacy", arguments: arguments("privacy", "browser") };

const fn arguments(package: &'static str, features: &'static str) -> [&'static str; 7] {
    ["-p", package, "--no-default-features", "--features", features, "--target", "wasm32-unknown-unknown"]
}

impl Module {
    /// What cargo is told.
    pub fn arguments(&self) -> &[&'static str] {
        &self.arguments
    }
}

/// A cargo that sees the workspace as a person's own shell would show it. What an outer cargo set for the program it
/// started, and flags meant for another target, would make it build everything twice.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_in_the_way) {
            command.env_remove(name);
        }
    }
    command
}

fn is_in_the_way(name: &str) -> bool {
    /// Where things are, how to reach registries, how much to say.
    const KEPT: [&str; 10] = [
        "CARGO_HOME",
        "CARGO_TARGET_DIR",
        "CARGO_BUILD_TARGET_DIR",
        "CARGO_BUILD_BUILD_DIR",
        "CARGO_BUILD_JOBS",
        "CARGO_NET_",
        "CARGO_HTTP_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
    ];
    let of_cargo = name.starts_with("CARGO_") && !KEPT.iter().any(|kept| name.starts_with(kept));
    of_cargo || matches!(name, "CARGO" | "RUSTFLAGS" | "OUT_DIR" | "MAKEFLAGS" | "LD_LIBRARY_PATH" | "DYLD_FALLBACK_LIBRARY_PATH")
}

/// The packages a module is made of, as `name vX.Y.Z`. `edges` is what `cargo tree -e` takes.
///
/// # Errors
/// When cargo is missing or refuses the workspace; its own words are in the error.
pub fn dependencies(root: &Path, module: Module, edges: &str) -> Result<BTreeSet<String>> {
    let tree = cargo(root)
        .arg("tree")
        .args(module.arguments())
        .args(["--locked", "--prefix", "none", "--format", "{p}", "--edges", edges])
        .output()
        .context("cargo can't be started: install Rust from https://rustup.rs, then run this again")?;
    if !tree.status.success() {
        bail!("cargo can't read the workspace: mend what it says below.\n{}", String::from_utf8_lossy(&tree.stderr).trim());
    }
    let lines = String::from_utf8_lossy(&tree.stdout);
    let name_and_version = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    Ok(lines.lines().filter(|line| !line.is_empty()).map(name_and_version).collect())
}

#[cfg(test)]
mod tests {
    use super::is_in_the_way;

    #[test]
    fn an_inner_cargo_keeps_where_things_are_and_forgets_who_started_it() {
        for kept in ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_REGISTRIES_INHOUSE_INDEX", "CARGO_NET_OFFLINE", "PATH", "HOME"] {
            assert!(!is_in_the_way(kept), "{kept}");
        }
        for dropped in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            assert!(is_in_the_way(dropped), "{dropped}");
        }
    }
}
