//! The lists brought up to date with the pages: a release that says more in a list says it of events published before it, too.

use anyhow::Result;
use domain::event::EventPage;
use store::public::{AtAddress, card_again};
use store::{Db, Table};

use crate::export::each;
use crate::record::text;

/// Writes every event's card anew from its page. Safe to do twice, and while people work: an event that changes meanwhile has a new
/// card from that. Gives how many were written.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub async fn refresh(db: &Db) -> Result<usize> {
    let mut written = 0;
    each(db, Table::Public, async |item| {
        if text(&item, "pk").starts_with("PAGE#events/")
            && let AtAddress::Page(event) = serde_dynamo::from_item::<_, AtAddress<EventPage>>(item)?
        {
            written += usize::from(card_again(db, &event).await?);
        }
        Ok(())
    })
    .await?;
    Ok(written)
}
