//! What the desk is told beside an event: plain sentences, worked out from the event itself.

use super::{Enquiries, EventDetails, Format};
use crate::access::{AccessFact, YesNo};
use crate::contact::Email;

/// One automatic check and how it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Whether there is nothing to look at.
    pub fine: bool,
    /// What was found.
    pub sentence: String,
}

/// The checks of an event: access, contact, words, links, places.
pub fn checks(details: &EventDetails) -> Vec<Check> {
    let mut out = Vec::new();
    let mut say = |fine: bool, good: &str, bad: String| {
        out.push(Check { fine, sentence: if fine { good.to_owned() } else { bad } });
    };
    let unsure: Vec<&str> = details.access.iter().filter(|a| a.answer == YesNo::NotSure).map(|a| a.fact.words()).collect();
    say(unsure.is_empty(), "Every access fact is answered yes or no.", format!("The host is not sure about: {}.", unsure.join(", ").to_lowercase()));
    say(
        details.host.enquiries.as_ref().is_some_and(Enquiries::can_phone),
        "Visitors can phone somebody.",
        "There is no phone number for visitors.".into(),
    );
    let text = format!("{} {} {}", details.about.title, details.about.summary, details.about.description);
    let addresses = text.split(|c: char| c.is_whitespace() || "()<>,;".contains(c)).any(|w| Email::parse(w.trim_end_matches('.')).is_ok());
    say(!addresses, "There is no personal email address in the text.", "There is an email address in the text.".into());
    let lower = text.to_lowercase();
    let vague = ["click here", "[here]", "[link]"].iter().any(|v| lower.contains(v));
    say(!vague, "Links say where they lead.", "A link says \"click here\" or the like.".into());
    let in_person = matches!(details.place.format, Format::InPerson | Format::Hybrid);
    let step_free = details.fact(AccessFact::StepFree).map(|a| a.answer);
    if in_person {
        say(step_free != Some(YesNo::No), "The venue is step-free, or the host will say.", "The venue is not step-free.".into());
    }
    let bookable_online = details.place.joining.is_some() || !matches!(details.place.format, Format::Online | Format::Hybrid);
    say(bookable_online, "People who book will learn how to join.", "There are no joining details yet for people who take part online.".into());
    say(
        details.booking.expenses.is_some(),
        "The listing says which expenses are paid.",
        "The listing does not say whether expenses are paid.".into(),
    );
    out
}
