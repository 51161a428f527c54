//! The mail to the coordinators that somebody is worried: nothing of what they wrote, and nothing about them.

use super::With;
use crate::letter::Letter;

pub(super) fn raised(with: &With<'_>) -> Letter {
    Letter::about("Somebody has written about a worry")
        .say("Somebody has told the hub what they are worried about. It may be about somebody’s safety. Read it at the desk now if you can.")
        .link("Read it at the desk", with.links.page("/desk/concerns"))
        .say("This mail says nothing about it, so that nobody else learns of it.")
}
