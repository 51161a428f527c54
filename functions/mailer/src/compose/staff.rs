//! Mails to people at the desk.

use domain::message::{Message, Waiting};
use domain::staff::StaffRecord;
use jiff::SignedDuration;

use super::With;
use crate::letter::Letter;

/// How long a sign-in link works (quality-bar P-09).
const SIGN_IN_WORKS: SignedDuration = SignedDuration::from_mins(10);

/// The mail; none where the account was removed or the link is over.
pub(super) fn letter(waiting: &Waiting, staff: &StaffRecord, with: &With<'_>) -> Option<Letter> {
    if staff.removed || staff.email.folded() != with.to.folded() {
        return None;
    }
    match &waiting.message {
        Message::StaffSignIn { token, .. } => (with.now < waiting.created + SIGN_IN_WORKS).then(|| sign_in(token, with)),
        Message::StaffInvited { .. } => Some(invited(staff, with)),
        _ => None,
    }
}

fn sign_in(token: &str, with: &With<'_>) -> Letter {
    Letter::about("Your link to sign in")
        .say("Here is your link to sign in to the desk of the Co-production Week Hub. It works once, and for ten minutes.")
        .link("Sign in", with.links.page(&format!("/desk/sign-in/{token}")))
        .say("If you open it in another browser than the one you asked in, type the code that stands there.")
        .say("If you did not ask for it, you need do nothing. Do not pass it on to anybody.")
}

fn invited(staff: &StaffRecord, with: &With<'_>) -> Letter {
    Letter::about("You are invited to the desk")
        .say("You have an account at the desk of the Co-production Week Hub. The desk is where events and stories are read and published.")
        .fact("What you are there", staff.role.words())
        .link("Sign in with this email address", with.links.page("/desk/sign-in"))
        .say("You need an app that shows sign-in codes. The first time you sign in, we help you to set it up.")
}
