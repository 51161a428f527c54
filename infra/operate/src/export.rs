//! Everything out, as open files.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use jiff::Timestamp;
use store::{Db, Table};

use crate::files::{self, File};
use crate::kind::{self, In};
use crate::record::{Item, line, text};

pub use crate::files::Manifest;

/// Writes the whole hub into a folder: JSON lines, one file for each kind of record in each table, in order of key. What is good
/// for minutes only (sessions, sign-in links, counts of senders, forms' keys) is not in it; what is `confidential` only if asked for.
///
/// # Errors
/// Where the folder holds an export, or the database doesn't answer.
pub async fn export(db: &Db, folder: &Path, confidential: bool, now: Timestamp) -> Result<Manifest> {
    let mut kinds: BTreeMap<String, BTreeMap<(String, String), String>> = BTreeMap::new();
    for table in Table::ALL.into_iter().filter(|table| confidential || *table != Table::Confidential) {
        each(db, table, async |item| {
            let (pk, sk) = (text(&item, "pk"), text(&item, "sk"));
            match kind::belongs(pk) {
                In::None => return Ok(()),
                In::Confidential if !confidential => return Ok(()),
                _ => {}
            }
            let name = format!("{}/{}.jsonl", table.name(), kind::of(pk, sk));
            kinds.entry(name).or_default().insert((pk.to_owned(), sk.to_owned()), line(&item)?);
            Ok(())
        })
        .await?;
    }
    let mut files = Vec::new();
    for (name, lines) in kinds {
        let text: String = lines.values().flat_map(|line| [line.as_str(), "\n"]).collect();
        files::write(&folder.join(&name), text.as_bytes())?;
        files.push(File { name, records: lines.len(), sha256: files::hash(text.as_bytes()) });
    }
    let manifest = Manifest { made: now, release: env!("CARGO_PKG_VERSION").into(), confidential, files };
    // Last of all: a folder without it is not a whole export.
    files::write(&folder.join(files::MANIFEST), serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    Ok(manifest)
}

/// Some records of a table, and where to go on.
pub(crate) async fn page(db: &Db, table: Table, after: Option<Item>) -> Result<(Vec<Item>, Option<Item>)> {
    let name = db.tables().name(table);
    let answer = db.client().scan().table_name(&name).consistent_read(true).set_exclusive_start_key(after).send().await;
    let answer = answer.with_context(|| format!("The table {name} can't be read."))?;
    Ok((answer.items.unwrap_or_default(), answer.last_evaluated_key))
}

/// Does something with every record of a table, one after another.
pub(crate) async fn each(db: &Db, table: Table, mut with: impl AsyncFnMut(Item) -> Result<()>) -> Result<()> {
    let mut after = None;
    loop {
        let (items, more) = page(db, table, after).await?;
        for item in items {
            with(item).await?;
        }
        after = more;
        if after.is_none() {
            return Ok(());
        }
    }
}
