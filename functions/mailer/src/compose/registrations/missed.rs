//! An event that was moved again before a mail told of the first move: the mail about the last tells all of it.

use domain::event::{EventRecord, Moved};
use domain::registration::RegistrationRecord;
use store::StoreError;
use store::outbox::Outbox;
use store::tell::move_told;

/// Puts to the lines of the event's last move, which came with this version, those of the moves before that no mail told this person of.
pub async fn with_what_was_missed(event: &mut EventRecord, of: &RegistrationRecord, sequence: u32, outbox: &Outbox) -> Result<(), StoreError> {
    let Some(published) = &mut event.published else { return Ok(()) };
    let Some(last) = published.moved.as_mut().filter(|moved| moved.sequence == sequence) else { return Ok(()) };
    let mut missed = Vec::new();
    // Whoever registered after a move has read it as it was then.
    for before in published.moved_before.iter().rev().filter(|before| of.created <= before.at) {
        if outbox.was_sent(&move_told(&event.id, &of.id, before.sequence)).await? {
            break;
        }
        missed.push(before);
    }
    last.lines = Moved::as_one(missed.into_iter().rev().flat_map(|before| &before.lines).chain(&last.lines));
    Ok(())
}
