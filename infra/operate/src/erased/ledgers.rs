//! Who knows what was erased: the audit in `hub`, stories' own records, the second ledger in `confidential`, and the notices that stories
//! leave in `public`.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use domain::audit::{AuditEntry, Subject};
use domain::story::StoryRecord;
use store::{Db, Table};

use super::Erased;
use crate::export::each;
use crate::record::{Item, text};

/// What an act took out: all of something, or a part of it.
fn erased_by(entry: &AuditEntry) -> Option<Erased> {
    let (what, id, until) = match (&entry.subject, entry.act.as_str()) {
        (Subject::Story(id), "withdraw" | "run-out" | "forget") => ("story", id.to_string(), None),
        (Subject::Story(id), "take-down") => ("taken-off", id.to_string(), None),
        (Subject::Registration(_, id), "erase" | "forget") => ("registration", id.to_string(), None),
        (Subject::Registration(_, id), "erase-needs" | "forget-needs") => ("answers", id.to_string(), Some(entry.at)),
        (Subject::Event(id), "forget") => ("event", id.to_string(), None),
        _ => return None,
    };
    Some(Erased { what: what.into(), id, until })
}

fn whole(what: &str, id: impl ToString) -> Erased {
    Erased { what: what.into(), id: id.to_string(), until: None }
}

/// What either of this hub's ledgers says was erased; and every story that its record says is public where a notice lies, unless it is
/// known that the desk took it off: what was taken back before there was a second ledger has left that.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn of(db: &Db) -> Result<BTreeSet<Erased>> {
    let mut out = second_ledger(db).await?;
    let mut public = Vec::new();
    each(db, Table::Hub, async |item| {
        if text(&item, "sk").starts_with("AUDIT#") {
            let entry: AuditEntry = serde_dynamo::from_item(item).context("An audit entry can't be read.")?;
            out.extend(erased_by(&entry));
        } else if let Ok(StoryRecord { id, live, addresses_gone, .. }) = serde_dynamo::from_item(item) {
            out.extend(addresses_gone.iter().map(|address| whole("address", address)));
            public.extend(live.map(|live| (id, live.slug.to_string())));
        }
        Ok(())
    })
    .await?;
    let notices = notices(db).await?;
    let taken_back = public.into_iter().filter(|(id, slug)| notices.contains(slug) && !out.contains(&whole("taken-off", id)));
    let taken_back: Vec<Erased> = taken_back.map(|(id, _)| whole("story", id)).collect();
    out.extend(taken_back);
    Ok(out)
}

/// What the ledger in `confidential` says.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn second_ledger(db: &Db) -> Result<BTreeSet<Erased>> {
    let mut out = BTreeSet::new();
    each(db, Table::Confidential, async |item| {
        if in_ledger(&item) {
            out.insert(serde_dynamo::from_item(item).context("An entry of what was erased can't be read.")?);
        }
        Ok(())
    })
    .await?;
    Ok(out)
}

/// Whether a record is an entry of that ledger.
pub(super) fn in_ledger(item: &Item) -> bool {
    text(item, "pk").starts_with(store::ERASED)
}

/// The addresses at which a notice says that a story was withdrawn.
async fn notices(db: &Db) -> Result<BTreeSet<String>> {
    let mut out = BTreeSet::new();
    each(db, Table::Public, async |item| {
        if text(&item, "is") == "gone" {
            out.extend(text(&item, "pk").strip_prefix("PAGE#stories/").map(str::to_owned));
        }
        Ok(())
    })
    .await?;
    Ok(out)
}
