use domain::answers::Answers;
use domain::registration::{Person, needs_support, parse_needs};
use jiff::SignedDuration;
use store::rate::Bucket;
use store::registrations::{Got, NewRegistration, Registered};
use web::{Answer, Form, Problem, Sender};

use super::pages::{Pages, Step};
use super::parse_details;
use super::sent::onward;
use crate::{State, problems};

/// How many forms an hour may name one address or number: each of them may send a mail.
const PER_CONTACT: u32 = 10;

/// How many forms one network may send in ten minutes: a hospital, whose people all come from one address, books together; a program
/// that takes all places is slow.
const PER_SENDER: u32 = 80;

/// Registers whoever sent the form. The answers were looked through before.
pub(super) async fn send(pages: &Pages<'_>, sender: &Sender, form: &Form, answers: Answers) -> Answer {
    let Pages { state, event, places, .. } = pages;
    let now = state.context.now();
    let (person, mut party) = match parse_details(&answers, places) {
        Ok(details) => details,
        Err(errors) => return Ok(pages.show(Step::Details, answers, errors)),
    };
    let needs = match parse_needs(&answers, now) {
        Ok(needs) => needs,
        Err(errors) => return Ok(pages.show(Step::Access, answers, errors)),
    };
    party.support = needs_support(&answers, needs.as_ref());
    let id = state.context.new_registration_id();
    if form.is_bot {
        let got = if places.has_room(party.way, party.ask(), now) { Got::Place } else { Got::Turn };
        return Ok(onward(state, event, &answers, &Registered { registration: id, got, is_new: false }));
    }
    from_one_sender(state, sender).await?;
    let contacts = counted(state, &person).await?;
    let new = NewRegistration { id, person, party, contacts, needs, on_behalf: None, event_ends: event.when.end(), form: form.form_use()? };
    let result = state.registrations.register(&event.id, &new, now).await.map_err(|e| problems::of(e, &event.path()))?;
    Ok(onward(state, event, &answers, &result))
}

/// Counts the sender. A hub at home counts too, and refuses nobody: there, all may come by one door.
async fn from_one_sender(state: &State, sender: &Sender) -> Result<(), Problem> {
    let whom = sender.hash(&state.context, "register");
    let bucket = Bucket { what: "register-from", whom: &whom, most: PER_SENDER, window: SignedDuration::from_mins(10) };
    let is_let_through = state.rates.take(&bucket, state.context.now()).await? || sender.is_this_machine();
    if is_let_through { Ok(()) } else { Err(Problem::TooMany) }
}

/// What somebody is known by, once it is counted how often forms named them in this hour.
pub(crate) async fn counted(state: &State, person: &Person) -> Result<Vec<String>, Problem> {
    let contacts: Vec<String> = person.contacts().iter().map(|contact| state.context.contact_hash(contact)).collect();
    for whom in &contacts {
        let bucket = Bucket { what: "register", whom, most: PER_CONTACT, window: SignedDuration::from_hours(1) };
        if !state.rates.take(&bucket, state.context.now()).await? {
            return Err(Problem::TooMany);
        }
    }
    Ok(contacts)
}
