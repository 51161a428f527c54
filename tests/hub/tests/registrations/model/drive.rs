//! The same steps, done to the real store.

use std::mem::discriminant;

use domain::audit::Actor;
use domain::ids::{RegistrationId, spell};
use domain::registration::model::{LASTS, Outcome, Step};
use domain::registration::{Party, RegistrationRecord, Way};
use jiff::Timestamp;
use store::Deed;
use store::registrations::{NewRegistration, RegistrationError};

use super::moved::move_event;
use crate::events_world::random;
use crate::world::{World, asks_for_bsl, by_mail, by_phone};

/// The store, and which registration is which of the model's people.
pub struct Drive<'a> {
    world: &'a World,
    /// When the event starts.
    start: Timestamp,
    pub ids: Vec<RegistrationId>,
}

/// Whether the store said the same. In which state a registration is, is compared for all of them.
pub fn same(ours: Outcome, theirs: Outcome) -> bool {
    discriminant(&ours) == discriminant(&theirs)
}

fn said(result: Result<RegistrationRecord, RegistrationError>) -> Outcome {
    match result {
        Ok(record) => Outcome::Is(record.state),
        Err(RegistrationError::TooLate) => Outcome::TooLate,
        Err(RegistrationError::NotNow(_)) => Outcome::NotNow,
        Err(RegistrationError::NoRoom) => Outcome::NoRoom,
        Err(RegistrationError::Closed) => Outcome::Closed,
        Err(other) => panic!("{other}"),
    }
}

impl<'a> Drive<'a> {
    pub fn new(world: &'a World, start: Timestamp) -> Self {
        Self { world, start, ids: Vec::new() }
    }

    pub async fn apply(&mut self, step: Step, at: Timestamp) -> Outcome {
        let (store, event) = (&self.world.registrations, &self.world.event);
        let id = step.about().map(|n| self.ids[n].clone());
        let id = id.as_ref();
        match (step, id) {
            (Step::Book { contact, by_mail, way, ask, needs }, _) => {
                let party = Party { way, places: ask.places, beside: ask.places % 2, support: ask.support };
                self.book(contact, by_mail, party, needs, at).await
            }
            (Step::Confirm(_), Some(id)) => said(store.confirm(event, id, at).await),
            (Step::Cancel(_), Some(id)) => said(store.cancel(event, id, at).await),
            (Step::Accept(_), Some(id)) => said(store.accept(event, id, at).await),
            (Step::Decline(_), Some(id)) => said(store.decline(event, id, at).await),
            (Step::Erase(_), Some(id)) => said(store.erase(event, id, at).await),
            (Step::CheckIn(_), Some(id)) => said(store.check_in(event, id, true, at).await),
            (Step::Remove(_), Some(id)) => said(store.remove(event, id, "The host says why", at).await),
            (Step::Lapse(_), Some(id)) => match store.lapse_if_due(event, id, at).await.unwrap() {
                true => Outcome::Is(self.world.state(id).await),
                false => Outcome::Nothing,
            },
            (Step::OfferByHand(_), Some(id)) => match said(store.offer_by_hand(event, id, "The host says why", at).await) {
                Outcome::Closed => Outcome::NoRoom,
                other => other,
            },
            (Step::Resize(_, places), Some(id)) => self.change(id, |party| party.places = places, at).await,
            (Step::Move(_), Some(id)) => {
                let other = |way| if way == Way::Room { Way::Online } else { Way::Room };
                self.change(id, |party| party.way = other(party.way), at).await
            }
            (Step::Needs(_, true), Some(id)) => said(store.change_needs(event, id, &asks_for_bsl("", at), Some(self.start + LASTS), at).await),
            (Step::Needs(_, false), Some(id)) => said(store.erase_needs(event, id, false, at).await),
            (Step::Support(_, given), Some(id)) => self.change(id, |party| party.support = given, at).await,
            (Step::MoveEvent(start), _) => {
                self.start = start;
                assert_eq!(move_event(self.world, start, &host(at)).await, 2, "people are told, and what came free is offered");
                Outcome::Settled
            }
            (Step::Plan(plan), _) => store.change_places(event, plan, &host(at)).await.map(|_| Outcome::Settled).unwrap(),
            (Step::Open(open), _) => store.open_booking(event, open, &host(at)).await.map(|_| Outcome::Settled).unwrap(),
            (step, None) => panic!("{step:?} is about nobody"),
        }
    }

    async fn change(&self, id: &RegistrationId, change: impl FnOnce(&mut Party), at: Timestamp) -> Outcome {
        let mut party = self.world.load(id).await.party;
        change(&mut party);
        said(self.world.registrations.change_party(&self.world.event, id, &party, at).await)
    }

    async fn book(&mut self, contact: usize, mail: bool, party: Party, needs: bool, at: Timestamp) -> Outcome {
        let somebody = if mail { by_mail(&format!("p{contact}")) } else { by_phone("Pat", &format!("07700 9000{contact:02}")) };
        let needs = needs.then(|| asks_for_bsl("", at));
        let new = NewRegistration { party, needs, event_ends: Some(self.start + LASTS), ..somebody };
        match self.world.register(&new, at).await {
            Ok(answer) if !answer.is_new => Outcome::Known,
            Ok(_) => {
                self.ids.push(new.id.clone());
                Outcome::Is(self.world.state(&new.id).await)
            }
            Err(error) => said(Err(error)),
        }
    }
}

fn host(at: Timestamp) -> Deed {
    Deed { by: Actor::Host, at, mark: spell(&random::<16>()) }
}
