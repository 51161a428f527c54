//! Who registers for the demonstration's events.

use anyhow::Result;
use domain::access::AccessNeed;
use domain::answers::Answers;
use domain::event::{EventDetails, EventRecord};
use domain::ids::RegistrationId;
use domain::registration::{Person, parse_needs};
use store::registrations::{NewRegistration, RegistrationError, Registrations};

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
    people.enumerate().map(|(n, somebody)| Guest(typed(nth + n, &somebody.name, &somebody.email))).collect()
}

fn typed(n: usize, name: &str, email: &str) -> Answers {
    let mut answers = Answers::from_iter([("name", name), ("email", email)]);
    if n % ASKS == 0 {
        let needs = AccessNeed::ALL;
        answers.add("needs", needs[n / ASKS % needs.len()].value());
        answers.set("needs_consent", "yes");
        if n % (3 * ASKS) == 0 {
            answers.set("needs_other", "A seat near the door.");
        }
    }
    answers
}

/// Registers them one after another, so that the queue has an order, and confirms each address.
pub(super) async fn register(loader: &Loader, event: &EventRecord, details: &EventDetails, guests: Vec<Guest>) -> Result<()> {
    let registrations = Registrations::new(loader.db.clone());
    for (n, Guest(answers)) in guests.into_iter().enumerate() {
        let person = Person::parse(&answers).map_err(|errors| refused(&errors))?;
        let needs = parse_needs(&answers, loader.now).map_err(|errors| refused(&errors))?;
        let named = format!("guest {n} of {}", event.id);
        let contacts = person.contacts().iter().map(|contact| loader.context.contact_hash(contact)).collect();
        let (id, form, event_ends) = (RegistrationId::from_random(bytes(&named)), loader.form(&named), details.when.end());
        let new = NewRegistration { id, person, contacts, needs, event_ends, form };
        let registered = registrations.register(&event.id, &new, loader.now).await?;
        match registrations.confirm(&event.id, &registered.registration, loader.now).await {
            // Confirmed when the demonstration was loaded before, up to where it was cut off.
            Ok(_) | Err(RegistrationError::NotNow(_) | RegistrationError::Unknown) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
