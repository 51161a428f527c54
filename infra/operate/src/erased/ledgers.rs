//! Who knows what was erased: the audit in `hub`, the second ledger in `confidential`, and the notices that stories leave in `public`.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use domain::audit::{AuditEntry, Subject};
use domain::story::StoryRecord;
use store::{Db, Table};

use super::Erased;
use crate::export::each;
use crate::record::{Item, text};

/// The verbs after which nothing of a person is left.
fn erases(entry: &AuditEntry) -> bool {
    match &entry.subject {
        Subject::Story(_) => matches!(entry.act.as_str(), "withdraw" | "run-out" | "take-down" | "forget"),
        Subject::Registration(..) => matches!(entry.act.as_str(), "erase" | "forget"),
        _ => entry.act == "forget",
    }
}

/// What either of this hub's ledgers says was erased; and every story that its record says is public where a notice lies: what was taken
/// back before there was a second ledger has left that.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn of(db: &Db) -> Result<BTreeSet<Erased>> {
    let mut out = second_ledger(db).await?;
    let mut public = Vec::new();
    each(db, Table::Hub, async |item| {
        if text(&item, "sk").starts_with("AUDIT#") {
            let entry: AuditEntry = serde_dynamo::from_item(item).context("An audit entry can't be read.")?;
            if erases(&entry) {
                out.extend(named(&entry.subject));
            }
        } else if let Ok(StoryRecord { id, live: Some(live), .. }) = serde_dynamo::from_item(item) {
            public.push((id, live.slug.to_string()));
        }
        Ok(())
    })
    .await?;
    let notices = notices(db).await?;
    let taken_back = public.into_iter().filter(|(_, slug)| notices.contains(slug));
    out.extend(taken_back.filter_map(|(id, _)| named(&Subject::Story(id))));
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

fn named(subject: &Subject) -> Option<Erased> {
    let (what, id) = match subject {
        Subject::Story(id) => ("story", id.to_string()),
        Subject::Event(id) => ("event", id.to_string()),
        Subject::Registration(_, id) => ("registration", id.to_string()),
        Subject::Staff(_) | Subject::Week(_) | Subject::Concern(_) => return None,
    };
    Some(Erased { what: what.into(), id })
}
