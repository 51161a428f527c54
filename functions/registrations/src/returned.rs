//! What the host sees of mail that reaches somebody no more: in words, beside the person it was for.

use domain::contact::Email;
use frontend::pages::host_list::{Guest, HostList};
use store::StoreError;
use store::returned::Why;

use crate::State;

/// Why mail tells somebody nothing, without a full stop.
pub(crate) fn why(why: Why) -> &'static str {
    match why {
        Why::Bounced => "Mail to their address came back",
        Why::Unwanted => "They told their mail service that they don’t want our mail",
    }
}

/// Notes it on the list.
pub(crate) async fn note(state: &State, list: &mut HostList) -> Result<(), StoreError> {
    let everybody = || list.coming.iter().chain(&list.waiting);
    let all: Vec<String> = everybody().flat_map(|guest| hashes(state, guest)).collect();
    let marks = state.returned.marks(&all, state.context.now()).await?;
    if marks.is_empty() {
        return Ok(());
    }
    for guest in list.coming.iter_mut().chain(&mut list.waiting) {
        if let Some(mark) = hashes(state, guest).iter().find_map(|hash| marks.get(hash)) {
            let words = format!("{}. {}", why(mark.why), remedy(guest));
            guest.note = Some(guest.note.take().map_or(words.clone(), |note| format!("{note}. {words}")));
        }
    }
    Ok(())
}

/// What a host can do about it.
fn remedy(guest: &Guest) -> &'static str {
    let has_phone = guest.contact.iter().any(|contact| Email::parse(contact).is_err());
    if has_phone { "Phone them, or ask when you meet" } else { "Ask when you meet" }
}

/// A guest's addresses as records name them.
fn hashes(state: &State, guest: &Guest) -> Vec<String> {
    let emails = guest.contact.iter().filter_map(|contact| Email::parse(contact).ok());
    emails.map(|email| state.context.contact_hash(&format!("email:{}", email.folded()))).collect()
}
