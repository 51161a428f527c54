//! A newcomer's registration, and the one transaction that writes it.

use domain::audit::Actor;
use domain::ids::EventId;
use domain::message::Message;
use domain::registration::{CONFIRM_WITHIN, OnBehalf, Places, RegistrationRecord, RegistrationState, Way};
use domain::retention::needs_until;
use jiff::Timestamp;

use super::{NewRegistration, Registered};
use crate::error::StoreError;
use crate::registrations::Registrations;
use crate::registrations::demand::Demand;
use crate::registrations::stored::{KeptNeeds, Stored, whole_seconds};
use crate::registrations::write::Act;
use crate::tables::Table;
use crate::tx::Tx;
use crate::{TxError, keys};

impl Registrations {
    /// What the newcomer gets, by the places as they were read.
    pub(super) async fn newcomer(&self, event: &EventId, new: &NewRegistration, places: &Places, now: Timestamp) -> Result<Stored, StoreError> {
        let mut party = new.party.clone();
        if places.online.is_none() {
            party.way = Way::Room;
        }
        let room = places.has_room(party.way, party.ask(), now);
        // Whoever writes somebody down has spoken with them: nothing is left to confirm.
        let by_mail = new.person.email.is_some() && new.on_behalf.is_none();
        let state = match (room, by_mail) {
            (false, _) => RegistrationState::Waiting,
            (true, true) => RegistrationState::Unconfirmed,
            (true, false) => RegistrationState::Confirmed,
        };
        let kept = if room { places.of(party.way).out_of_kept(party.ask(), now) } else { 0 };
        let mut record = RegistrationRecord::new(new.id.clone(), event.clone(), new.person.clone(), party, state, now);
        record.kept = kept;
        record.address_confirmed = !by_mail;
        record.until = by_mail.then(|| whole_seconds(now + CONFIRM_WITHIN));
        record.has_needs = new.needs.is_some();
        record.on_behalf = new.on_behalf.clone();
        if !room {
            record.turn = Some(self.take_turn(event).await?);
        }
        Ok(Stored { record, contacts: new.contacts.clone() })
    }

    /// Writes it with everything that must agree with it.
    pub(super) async fn enter(
        &self,
        stored: &Stored,
        new: &NewRegistration,
        places: &Places,
        result: &Registered,
        now: Timestamp,
    ) -> Result<(), TxError> {
        let record = &stored.record;
        let (way, ask) = (record.party.way, record.party.ask());
        let act = Act {
            before: None,
            after: stored,
            demand: if record.turn.is_none() { Demand::Room(way, ask) } else { Demand::NoRoom(way, ask) },
            over: false,
            places,
            actor: new.on_behalf.as_ref().map_or(Actor::Attendee, OnBehalf::actor),
            verb: "register",
            reason: "",
            message: Some(message(record)),
            now,
        };
        let mut tx = Tx::new(&self.db);
        act.write(&mut tx);
        new.form.use_up(&mut tx, result, now);
        if let Some(request) = &new.needs {
            let kept_until = needs_until(new.event_ends, now);
            let kept = KeptNeeds { registration: record.id.clone(), request: request.clone(), kept_until };
            tx.put_until(Table::Confidential, &keys::access_answers(&record.event, &record.id), &kept, kept_until);
        }
        tx.commit().await
    }
}

fn message(record: &RegistrationRecord) -> Message {
    let (event, registration) = (record.event.clone(), record.id.clone());
    match record.state {
        _ if !record.address_confirmed => Message::RegistrationConfirm { event, registration },
        RegistrationState::Waiting => Message::RegistrationWaiting { event, registration },
        _ => Message::RegistrationPlaced { event, registration },
    }
}
