//! What only the desk sees beside an event or a story.

use domain::event::EventDetails;
use domain::story::{Purpose, StoryDetails};
use domain::time::long_date;

use crate::components::KeyFact;

/// Whom to write to and to phone about an event, and what its page keeps back.
pub fn host_facts(details: &EventDetails) -> Vec<KeyFact> {
    let host = &details.host;
    let mut lines = vec![host.contact_name.clone(), host.contact_email.as_str().to_owned()];
    lines.extend(host.contact_phone.as_ref().map(|phone| phone.as_str().to_owned()));
    let mut facts = vec![KeyFact { label: "Contact".into(), lines, link: None }];
    if let Some(joining) = &details.place.joining {
        facts.push(KeyFact::new("For people who hold a place", joining.clone()));
    }
    if let Some(venue) = details.place.venue.as_ref().filter(|v| v.private) {
        facts.push(KeyFact {
            label: "Private address".into(),
            lines: vec![venue.name.clone(), venue.address.clone(), venue.postcode.clone()],
            link: None,
        });
    }
    facts
}

/// What a story's author agreed to. Nothing about who they are: the desk doesn't know.
pub fn consent_facts(details: &StoryDetails) -> Vec<KeyFact> {
    let agreed = |purpose: &Purpose| if details.consent.covers(*purpose) { "Yes" } else { "No" };
    let until = details.consent.until.map_or_else(|| "They take it back".to_owned(), long_date);
    let until = std::iter::once(KeyFact::new("All of this until", until));
    let quotes = details.text.quotes.iter().map(|quote| KeyFact::new("A quote rests on", quote.basis.words()));
    let asked = Purpose::ALL.iter().filter(|purpose| purpose.is_asked());
    asked.map(|purpose| KeyFact::new(purpose.words(), agreed(purpose))).chain(until).chain(quotes).collect()
}
