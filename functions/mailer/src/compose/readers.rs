//! What a reader wrote to whoever stands behind a story. The address may be an organisation's: there is no private link in it, and
//! nothing that tells who the author is.

use domain::contact::Email;
use domain::ids::RelayId;
use domain::story::StoryRecord;
use domain::time::today;

use super::With;
use crate::letter::Letter;

/// The mail; none where the story is no longer public, or takes no messages by this relay any more.
pub(super) fn letter(story: &StoryRecord, relay: &RelayId, words: &str, reach: Option<&Email>, with: &With<'_>) -> Option<Letter> {
    let page = story.page().filter(|page| !page.is_over(today(with.now)))?;
    page.call.as_ref().filter(|call| call.relay.as_ref() == Some(relay))?;
    let letter = Letter::about("A reader has written to you")
        .say("Somebody who read a page of the Co-production Week Hub has written to you. This address was given for that.")
        .words(Some(words));
    let letter = match reach {
        Some(reach) => letter.fact("To answer them, write to", reach.as_str()).say("They see the address you answer from. They don’t know this one."),
        None => letter.say("They left no address, so there is no way to answer them. They don’t know this address."),
    };
    let letter = letter.link("The page they read", with.links.page(&page.path()));
    Some(letter.say("The hub passed this on and keeps no copy. Whoever shared the page can end these messages from its private link."))
}
