//! One act as one transaction: everything that follows from what a registration was and what it becomes.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::message::{Message, Waiting};
use domain::registration::RegistrationState;
use jiff::Timestamp;

use super::UNIQUE;
use super::refresh::refresh_due;
use super::shift::{Demand, Shift};
use super::stored::{ContactAt, Stored, Turn};
use crate::due::{self, Due};
use crate::tables::Table;
use crate::tx::Tx;
use crate::{audit, keys, outbox};

/// The condition that nobody else changed the registration meanwhile.
const REGISTRATION: &str = "registration";

/// The condition that a turn is still on the waiting list.
const TURN: &str = "turn";

/// An act on a registration.
pub(super) struct Act<'a> {
    /// What it was; none for a new one.
    pub before: Option<&'a Stored>,
    /// What it becomes.
    pub after: &'a Stored,
    /// What it demands of the places.
    pub demand: Demand,
    /// Whether the places are limited.
    pub limited: bool,
    /// Who.
    pub actor: Actor,
    /// The verb.
    pub verb: &'static str,
    /// Whom to tell what.
    pub message: Option<Message>,
    /// When.
    pub now: Timestamp,
}

impl Act<'_> {
    /// What it changes in the counts.
    pub fn shift(&self) -> Shift {
        Shift::between(self.before.map(|b| b.record.state), self.after.record.state)
    }

    /// Puts all of it into a transaction.
    pub fn write(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        self.shift().add(tx, &new.event, self.demand, self.limited);
        let key = keys::registration(&new.event, &new.id);
        match self.before {
            None => tx.put_new(REGISTRATION, Table::Hub, &key, self.after),
            Some(before) => tx.replace(REGISTRATION, Table::Hub, &key, self.after, before.record.version),
        };
        self.contacts(tx);
        self.turn(tx);
        self.due(tx);
        self.told(tx);
    }

    fn contacts(&self, tx: &mut Tx<'_>) {
        let event = &self.after.record.event;
        let was = self.before.map_or(&[][..], |b| &b.contacts);
        let stays = self.after.record.state.is_active();
        let is = if stays { &self.after.contacts[..] } else { &[] };
        for gone in was.iter().filter(|hash| !is.contains(hash)) {
            tx.delete(Table::Hub, &keys::contact_at_event(gone, event));
        }
        for hash in is.iter().filter(|hash| !was.contains(hash)) {
            let at = ContactAt { registration: self.after.record.id.clone() };
            tx.put_new(UNIQUE, Table::Hub, &keys::contact_at_event(hash, event), &at);
        }
        if !stays {
            tx.delete(Table::Confidential, &keys::access_answers(event, &self.after.record.id));
        }
    }

    fn turn(&self, tx: &mut Tx<'_>) {
        let waits = |s: &Stored| s.record.turn.filter(|_| s.record.state == RegistrationState::Waiting);
        let new = &self.after.record;
        match (self.before.and_then(waits), waits(self.after)) {
            (None, Some(turn)) => {
                tx.put_new(TURN, Table::Hub, &keys::turn(&new.event, turn), &Turn { registration: new.id.clone(), turn });
            }
            (Some(turn), None) => {
                tx.delete_existing(TURN, Table::Hub, &keys::turn(&new.event, turn));
            }
            _ => {}
        }
    }

    fn due(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        let lapse = Due::Lapse { event: new.event.clone(), registration: new.id.clone() };
        let was = self.before.and_then(|b| b.record.until);
        if was != new.until {
            was.into_iter().for_each(|at| due::remove(tx, &lapse, at));
            new.until.into_iter().for_each(|at| due::add(tx, &lapse, at));
        }
        if self.shift().gives_back() > 0 {
            // The net: whoever gave the place back offers it too, unless it dies on the way.
            due::add(tx, &Due::OfferPlaces { event: new.event.clone() }, self.now);
        }
        if !self.shift().is_nothing() {
            refresh_due(tx, &new.event, self.now);
        }
    }

    fn told(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        let subject = Subject::Registration(new.event.clone(), new.id.clone());
        // No two changes of one registration make the same version, so this tells their entries apart.
        let mark = format!("{}.{}", new.id, new.version);
        audit::add(tx, &AuditEntry::new(self.now, self.actor.clone(), self.verb, subject), &mark);
        if let (Some(message), Some(to)) = (&self.message, &new.person.email) {
            let id = format!("registration-{}-{}-{}", self.verb, new.id, new.version);
            outbox::add(tx, &Waiting { id, to: to.clone().into(), message: message.clone(), created: self.now });
        }
    }
}
