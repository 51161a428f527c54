//! Nobody of the demonstration is real, so nobody is written to.

use anyhow::{Context as _, Result};
use store::due::{Due, DueList, Tidings};
use store::outbox::Outbox;

use super::Loader;

/// Takes out what waits in the outbox, and who would be told of a cancelled event.
pub(super) async fn send_nothing(loader: &Loader) -> Result<()> {
    let list = DueList::new(loader.db.clone());
    for due in list.by(loader.now).await? {
        if matches!(due.due, Due::Tell { tidings: Tidings::Cancelled, .. }) {
            list.done(&due).await?;
        }
    }
    let outbox = Outbox::new(loader.db.clone());
    loop {
        let waiting: Vec<String> = outbox.waiting().await?.into_iter().map(|message| message.id).collect();
        if waiting.is_empty() {
            return Ok(());
        }
        outbox.drop_all(&waiting).await.context("The demonstration's messages could not be taken out.")?;
    }
}
