//! What the host sees of mail that came back: in words, beside the person it was for.

use domain::contact::Email;
use frontend::pages::host_list::{Guest, HostList};
use store::StoreError;

use crate::State;

/// What is said of somebody whose address takes no mail.
const WORDS: &str = "Mail to this address came back. Phone them, or ask when you meet";

/// Notes it on the list.
pub(crate) async fn note(state: &State, list: &mut HostList) -> Result<(), StoreError> {
    let everybody = || list.coming.iter().chain(&list.waiting);
    let all: Vec<String> = everybody().flat_map(|guest| hashes(state, guest)).collect();
    let returned = state.returned.among(&all, state.context.now()).await?;
    if returned.is_empty() {
        return Ok(());
    }
    for guest in list.coming.iter_mut().chain(&mut list.waiting) {
        if hashes(state, guest).iter().any(|hash| returned.contains(hash)) {
            guest.note = Some(guest.note.take().map_or(WORDS.to_owned(), |note| format!("{note}. {WORDS}")));
        }
    }
    Ok(())
}

/// A guest's addresses as records name them.
fn hashes(state: &State, guest: &Guest) -> Vec<String> {
    let emails = guest.contact.iter().filter_map(|contact| Email::parse(contact).ok());
    emails.map(|email| state.context.contact_hash(&format!("email:{}", email.folded()))).collect()
}
