//! Everything back in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};
use jiff::Timestamp;
use store::{Db, Table};

use crate::erased;
use crate::export::page;
use crate::files;
use crate::record::{self, Item};

/// How many records one request writes.
const AT_ONCE: usize = 25;

/// How often what the database left undone is asked again.
const TRIES: u32 = 10;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Records written.
    pub written: usize,
    /// Records taken out again, because they were erased after the export.
    pub erased: usize,
}

/// Puts an export into empty tables, then takes out what was erased since, as later lists tell; and what the export's own second ledger
/// names, which was read after the working records.
///
/// # Errors
/// Before anything is written: a file is not as it was exported, a table is not empty. Later only where the database doesn't answer;
/// empty the tables then and begin again.
pub async fn import(db: &Db, folder: &Path, erased: &[PathBuf], now: Timestamp) -> Result<Imported> {
    let (manifest, texts) = files::read(folder)?;
    let mut lists = BTreeSet::new();
    for file in erased {
        lists.extend(erased::read(file)?);
    }
    let mut tables: Vec<(Table, Vec<Item>)> = Vec::new();
    for (file, text) in manifest.files.iter().zip(&texts) {
        let named = file.name.split('/').next().unwrap_or_default();
        let table = Table::ALL.into_iter().find(|table| table.name() == named).ok_or_else(|| anyhow!("There is no table {named}."))?;
        let items = text.lines().map(record::item).collect::<Result<Vec<_>>>().with_context(|| format!("{} can't be read.", file.name))?;
        tables.push((table, items));
    }
    for table in Table::ALL {
        if !page(db, table, None).await?.0.is_empty() {
            bail!("The table {} is not empty. Nothing was written: an import goes into empty tables.", db.tables().name(table));
        }
    }
    let mut told = Imported::default();
    for (table, items) in tables {
        for some in items.chunks(AT_ONCE) {
            write(db, table, some).await?;
            told.written += some.len();
        }
    }
    lists.extend(erased::second_ledger(db).await?);
    told.erased = erased::replay(db, &lists, now).await?;
    Ok(told)
}

async fn write(db: &Db, table: Table, items: &[Item]) -> Result<()> {
    let name = db.tables().name(table);
    let mut left = Vec::new();
    for item in items {
        left.push(WriteRequest::builder().put_request(PutRequest::builder().set_item(Some(item.clone())).build()?).build());
    }
    for attempt in 0..TRIES {
        let answer = db.client().batch_write_item().request_items(&name, left).send().await;
        let answer = answer.with_context(|| format!("The table {name} can't be written."))?;
        left = answer.unprocessed_items.unwrap_or_default().remove(&name).unwrap_or_default();
        if left.is_empty() {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50 << attempt)).await;
    }
    bail!("The table {name} takes no more for now. Empty the tables and begin again later.")
}
