//! What was erased stays erased (quality-bar P-07): a list out of two ledgers, taken out again after any restore, before anybody is let in.
//! One ledger lies in `hub`: the audit, and what its records say of themselves. The other lies in `confidential`. Whichever of them comes
//! back from an earlier moment, the other knows.

mod ledgers;
mod parts;
mod replay;
mod taken_off;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use store::Db;

use crate::files;

pub use ledgers::{of, second_ledger};
pub use replay::{erase, replay};
pub use store::erased::Erased;

/// Writes the list, one line each, and tells how long it is.
///
/// # Errors
/// Where the file is there already, or the database doesn't answer.
pub async fn write(db: &Db, file: &Path) -> Result<usize> {
    let all = of(db).await?;
    let lines = all.iter().map(|one| Ok(serde_json::to_string(one)? + "\n")).collect::<Result<String>>()?;
    files::write(file, lines.as_bytes())?;
    Ok(all.len())
}

/// Reads such a list.
///
/// # Errors
/// Where it is none.
pub fn read(file: &Path) -> Result<BTreeSet<Erased>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read.", file.display()))?;
    text.lines().map(|line| serde_json::from_str(line).with_context(|| format!("{} is no list of what was erased.", file.display()))).collect()
}

/// The names of everything of one kind on a list.
fn named<'a>(list: &'a BTreeSet<Erased>, what: &str) -> BTreeSet<&'a str> {
    list.iter().filter(|one| one.what == what).map(|one| one.id.as_str()).collect()
}
