//! From Rust to a module that browsers load.

use crate::{
    Plan,
    cargo::{Module, cargo, dependencies},
};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::Stdio,
    sync::mpsc,
    thread,
};

/// One line of `cargo build --message-format=json`. Only what is needed of it.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    package_id: String,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

enum Line {
    Message(String),
    Said(String),
}

/// Compiles a module and says where it is. The crate is an ordinary library; only here it becomes a `cdylib`, alone,
/// because rustc doesn't optimise across crates while it makes another kind beside it.
///
/// # Errors
/// With the compiler's own words when it doesn't compile.
pub fn module(plan: &Plan, which: Module, progress: &mut dyn FnMut(&str)) -> Result<PathBuf> {
    let all = dependencies(&plan.root, which, "normal,build")?.len();
    let mut child = cargo(&plan.root)
        .args(["rustc", "--lib", "--crate-type", "cdylib", "--locked", "--message-format", "json-render-diagnostics", "--profile", "wasm-release"])
        .args(which.arguments())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cargo can't be started: install Rust from https://rustup.rs, then run this again")?;
    let lines = lines(child.stdout.take(), child.stderr.take());

    let (mut done, mut tenth, mut said, mut module) = (BTreeSet::new(), 0, Vec::new(), None);
    for line in lines {
        match line {
            Line::Said(words) => {
                if words.contains("waiting for file lock") {
                    progress("Another build is running. This one begins when that is done.");
                }
                said.push(words);
            }
            Line::Message(json) => {
                let Ok(message) = serde_json::from_str::<Message>(&json) else { continue };
                if message.reason == "compiler-artifact" {
                    done.insert(message.package_id);
                    module = message.filenames.into_iter().find(|file| file.extension().is_some_and(|end| end == "wasm")).or(module);
                }
                if done.len() * 10 / all.max(1) > tenth {
                    tenth = done.len() * 10 / all.max(1);
                    progress(&format!("Compiling the {}: {} of {all} packages.", which.name, done.len()));
                }
            }
        }
    }
    if !child.wait()?.success() {
        bail!("The {} doesn't compile: mend what the compiler says below, then run this again.\n{}", which.name, said.join("\n"));
    }
    module.with_context(|| format!("cargo made no module of {}: use the Rust version that the README names", which.name))
}

/// Both outputs of a child, line by line as they come.
fn lines(messages: Option<impl Read + Send + 'static>, said: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Line> {
    let (send, lines) = mpsc::channel();
    pass_on(messages, send.clone(), Line::Message);
    pass_on(said, send, Line::Said);
    lines
}

fn pass_on(from: Option<impl Read + Send + 'static>, to: mpsc::Sender<Line>, kind: fn(String) -> Line) {
    if let Some(from) = from {
        thread::spawn(move || {
            for line in BufReader::new(from).lines().map_while(Result::ok) {
                // Nobody listens any more: the build was given up.
                if to.send(kind(line)).is_err() {
                    break;
                }
            }
        });
    }
}
