//! One thing that is due. Each is safe to do twice, and by two at once: what it changes is decided by conditions in the database.

use jiff::Timestamp;
use mailer::Until;
use store::StoreError;
use store::due::{Due, DueNow};

use crate::state::State;

/// How many chunks of one job a tick does before it looks after the others again.
const CHUNKS: usize = 20;

/// Does it, and then takes it off the list; what breaks off in between stays on the list. Gives whether it is done: a job for many people
/// that the time was too short for goes on with the next tick.
pub(crate) async fn work(state: &State, due: &DueNow, now: Timestamp, until: &Until) -> Result<bool, StoreError> {
    match &due.due {
        Due::Lapse { event, registration } => {
            state.registrations.lapse_if_due(event, registration, now).await?;
        }
        Due::WarnOffer { event, registration } => {
            state.registrations.warn_if_due(event, registration, now).await?;
        }
        Due::OfferPlaces { event } => {
            state.registrations.offer_all(event, now).await?;
            state.registrations.refresh_public_places(event, now).await?;
        }
        Due::RefreshPlaces { event } => state.registrations.refresh_public_places(event, now).await?,
        Due::StoryLive { story } => state.stories.go_live(story, now).await?,
        Due::StoryOver { story } => state.stories.run_out(story, now).await?,
        Due::GiveUpImport { import } => {
            let hash = |contact: &str| state.mailer.contact_hash(contact);
            state.events.give_up_import(import, &hash, now).await?;
        }
        // Takes itself off the list with what it writes.
        Due::EventOver { .. } => {
            state.events.tell_host_it_is_over(due, now).await?;
            return Ok(true);
        }
        // Takes itself off the list with its last chunk.
        Due::Tell { .. } => return tell(state, due, now, until).await,
    }
    state.due.done(due).await?;
    Ok(true)
}

async fn tell(state: &State, due: &DueNow, now: Timestamp, until: &Until) -> Result<bool, StoreError> {
    let mut job = due.clone();
    for _ in 0..CHUNKS {
        if until.is_over() {
            return Ok(false);
        }
        match state.teller.next(&job, now).await? {
            Some(further) => job = further,
            None => return Ok(true),
        }
    }
    Ok(false)
}
