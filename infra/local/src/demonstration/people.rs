//! Who registers for the demonstration's events.

use anyhow::Result;
use domain::access::AccessNeed;
use domain::answers::Answers;
use domain::event::{EventDetails, EventRecord};
use domain::ids::RegistrationId;
use domain::registration::{Party, Person, needs_support, parse_needs};
use store::registrations::{NewRegistration, Registrations};

use super::Loader;
use super::content::{Content, bytes};
use super::events::refused;

/// Every so many people, somebody says what would help.
const ASKS: usize = 4;

/// What one guest types.
pub(super) struct Guest(Answers);

/// So many guests of the nth event: others each time, so that nobody is everywhere.
pub(super) fn guests(content: &Content, nth: usize, many: usize) -> Vec<Guest> {
    let people = content.people.iter().cycle().skip(nth * 7 % content.people.len().max(1)).take(many.min(content.people.len()));
    people.enumerate().map(|(n, somebody)| Guest(typed(nth + n, &somebody.name, &phone(nth * 7 + n, content.people.len())))).collect()
}

/// A number of those that are kept for drama, the same for the same person. A number needs no confirming, and so no mail.
fn phone(n: usize, people: usize) -> String {
    format!("07700 900{:03}", n % people.max(1))
}

fn typed(n: usize, name: &str, phone: &str) -> Answers {
    let mut answers = Answers::from_iter([("name", name), ("phone", phone)]);
    if n.is_multiple_of(ASKS) {
        let needs = AccessNeed::ALL;
        answers.add("needs", needs[n / ASKS % needs.len()].value());
        answers.set("needs_consent", "yes");
        if n.is_multiple_of(3 * ASKS) {
            answers.set("needs_other", "A seat near the door.");
        }
    }
    answers
}

/// Registers them one after another, so that the queue has an order.
pub(super) async fn register(loader: &Loader, event: &EventRecord, details: &EventDetails, guests: Vec<Guest>) -> Result<()> {
    let registrations = Registrations::new(loader.db.clone());
    for (n, Guest(answers)) in guests.into_iter().enumerate() {
        let person = Person::parse(&answers).map_err(|errors| refused(&errors))?;
        let needs = parse_needs(&answers, loader.now).map_err(|errors| refused(&errors))?;
        let named = format!("guest {n} of {}", event.id);
        let contacts = person.contacts().iter().map(|contact| loader.context.contact_hash(contact)).collect();
        let (id, form, event_ends) = (RegistrationId::from_random(bytes(&named)), loader.form(&named), details.when.end());
        let party = Party { support: needs_support(&answers, needs.as_ref()), ..Party::default() };
        let new = NewRegistration { id, person, party, contacts, needs, on_behalf: None, event_ends, form };
        registrations.register(&event.id, &new, loader.now).await?;
    }
    Ok(())
}
