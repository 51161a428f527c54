//! Mail that reaches a host no more: what the desk decides would be told to nobody.

use domain::contact::Email;
use domain::event::EventRecord;
use store::returned::Why;
use web::Problem;

use crate::state::State;

/// Why mail tells an event's host nothing; none where it does.
pub(super) async fn why(state: &State, record: &EventRecord) -> Result<Option<Why>, Problem> {
    let typed = || Email::parse(record.answers.get("contact_email")).ok();
    match record.confirmed_email.clone().or_else(typed) {
        Some(email) => Ok(state.returned.of(&state.email_hash(&email), state.context.now()).await?.map(|mark| mark.why)),
        None => Ok(None),
    }
}

/// The same for whoever decides, and what they can do about it.
pub(super) fn words(why: Why, has_phone: bool) -> &'static str {
    match (why, has_phone) {
        (Why::Bounced, true) => "Mail to its host came back. Phone them, or write another way.",
        (Why::Bounced, false) => "Mail to its host came back. Look for another way to reach them.",
        (Why::Unwanted, true) => "Its host told their mail service that they don’t want our mail. Phone them, or write another way.",
        (Why::Unwanted, false) => "Its host told their mail service that they don’t want our mail. Look for another way to reach them.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_phoned_who_gave_no_number_and_no_complaint_is_called_a_broken_mailbox() {
        for why in [Why::Bounced, Why::Unwanted] {
            assert!(words(why, true).contains("Phone them"), "{why:?}");
            assert!(!words(why, false).contains("Phone"), "{why:?}");
            for has_phone in [true, false] {
                assert_eq!(words(why, has_phone).contains("came back"), why == Why::Bounced, "{why:?}");
            }
        }
    }
}
