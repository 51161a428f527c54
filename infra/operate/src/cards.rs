//! The lists brought up to date with the pages: a release that says more in a list says it of events published before it, too.

use anyhow::Result;
use domain::event::EventPage;
use store::public::{AtAddress, card_again};
use store::{Db, Table};

use crate::export::page;

/// Writes every event's card anew from its page. Safe to do twice, and while people work: an event that changes meanwhile has a new
/// card from that. Gives how many were written.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub async fn refresh(db: &Db) -> Result<usize> {
    let (mut written, mut after) = (0, None);
    loop {
        let (items, more) = page(db, Table::Public, after).await?;
        for item in items.into_iter().filter(|item| item.get("pk").and_then(|pk| pk.as_s().ok()).is_some_and(|pk| pk.starts_with("PAGE#events/"))) {
            if let AtAddress::Page(event) = serde_dynamo::from_item::<_, AtAddress<EventPage>>(item)? {
                written += usize::from(card_again(db, &event).await?);
            }
        }
        match more {
            Some(place) => after = Some(place),
            None => return Ok(written),
        }
    }
}
