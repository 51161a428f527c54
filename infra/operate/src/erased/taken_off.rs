//! What the desk took off a hub stays off, and its words stay with its author, who can read them or take them back.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use domain::audit::Actor;
use domain::story::StoryRecord;
use jiff::Timestamp;
use store::stories::StoryDesk;
use store::{Db, Deed, Table};

use crate::export::each;

/// What its author reads in place of the reason, which the backup does not know.
const REASON: &str = "A coordinator took it off before, and told you why. The hub went back to an earlier copy of its records since, and the \
                      reason is lost. Write to us if you want to know it again.";

/// Takes these stories off again, wherever the backup says they stood; gives how many, and the addresses at which a notice has to lie.
///
/// # Errors
/// Where the database doesn't answer; begin again then.
pub(super) async fn take_off(db: &Db, ids: &BTreeSet<&str>, now: Timestamp) -> Result<(usize, BTreeSet<String>)> {
    let (desk, mut gone, mut pages) = (StoryDesk::new(db.clone()), 0, BTreeSet::new());
    if ids.is_empty() {
        return Ok((0, pages));
    }
    each(db, Table::Hub, async |item| {
        let Ok(story) = serde_dynamo::from_item::<_, StoryRecord>(item) else { return Ok(()) };
        if !ids.contains(story.id.as_str()) {
            return Ok(());
        }
        let was_at = story.live.as_ref().map(|live| &live.slug).into_iter().chain(&story.was_at);
        pages.extend(was_at.map(ToString::to_string));
        if story.state.is_open_to_desk() {
            let deed = Deed { by: Actor::Hub, at: now, mark: format!("{}-{}-again", story.id, story.version) };
            desk.take_down_again(&story, REASON, &deed).await.context("A story can't be taken off.")?;
            gone += 1;
        }
        Ok(())
    })
    .await?;
    Ok((gone, pages))
}
