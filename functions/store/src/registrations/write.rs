//! One act as one transaction: everything that follows from what a registration was and what it becomes.

use domain::audit::{Actor, AuditEntry, Subject};
use domain::message::{Message, Waiting};
use domain::registration::Places;
use jiff::Timestamp;

use super::UNIQUE;
use super::demand::Demand;
use super::refresh::refresh_due;
use super::shift::Shift;
use super::stored::{ContactAt, Stored, TurnAt};
use crate::due::{self, Due};
use crate::erased::{self, Gone};
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
    /// Whether the event is over for whom it is about: their name goes, and what they were counted in stays.
    pub over: bool,
    /// The places it was decided by.
    pub places: &'a Places,
    /// Who.
    pub actor: Actor,
    /// The verb.
    pub verb: &'static str,
    /// Why, where somebody did it by hand.
    pub reason: &'a str,
    /// Whom to tell what.
    pub message: Option<Message>,
    /// When.
    pub now: Timestamp,
}

impl Act<'_> {
    /// What it changes in the counts.
    pub fn shift(&self) -> Shift {
        match self.before.filter(|_| self.over) {
            Some(before) => Shift::nameless(&before.record, &self.after.record),
            None => Shift::between(self.before.map(|b| &b.record), &self.after.record),
        }
    }

    /// Puts all of it into a transaction.
    pub fn write(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        self.shift().add(tx, &new.event, self.places, self.demand, self.now);
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
        // What had ended before has freed its person already: they may have registered again since.
        let was = self.before.filter(|b| b.record.state.is_active()).map_or(&[][..], |b| &b.contacts);
        let stays = self.after.record.state.is_active();
        let is = if stays { &self.after.contacts[..] } else { &[] };
        for gone in was.iter().filter(|hash| !is.contains(hash)) {
            tx.delete(Table::Hub, &keys::contact_at_event(gone, event));
        }
        for hash in is.iter().filter(|hash| !was.contains(hash)) {
            let at = ContactAt { registration: self.after.record.id.clone() };
            tx.put_new(UNIQUE, Table::Hub, &keys::contact_at_event(hash, event), &at);
        }
        let id = &self.after.record.id;
        for hash in self.before.map_or(&[][..], |b| &b.contacts) {
            // Whoever erased it leaves nothing; whoever only cancelled can still find it.
            match self.after.contacts.is_empty() {
                true => {
                    tx.delete(Table::Hub, &keys::contact_had(hash, event, id));
                }
                false if !stays && !was.is_empty() => {
                    tx.put(Table::Hub, &keys::contact_had(hash, event, id), &ContactAt { registration: id.clone() });
                }
                false => {}
            }
        }
        if !stays {
            tx.delete(Table::Confidential, &keys::access_answers(event, id));
            if self.before.is_some_and(|before| before.record.has_needs) {
                erased::add(tx, Gone::Answers(id), self.now);
            }
        }
    }

    fn turn(&self, tx: &mut Tx<'_>) {
        let (was, is) = (self.before.and_then(TurnAt::of), TurnAt::of(self.after));
        let event = &self.after.record.event;
        match (was, is) {
            (None, Some(turn)) => {
                tx.put_new(TURN, Table::Hub, &keys::turn(event, turn.turn), &turn);
            }
            (Some(turn), None) => {
                tx.delete_existing(TURN, Table::Hub, &keys::turn(event, turn.turn));
            }
            (Some(was), Some(is)) if was != is => {
                tx.put_if(TURN, Table::Hub, &keys::turn(event, is.turn), &is, "attribute_exists(pk)", Vec::new());
            }
            _ => {}
        }
    }

    fn due(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        let (event, registration) = (new.event.clone(), new.id.clone());
        let before = self.before.map(|b| &b.record);
        let lapse = Due::Lapse { event: event.clone(), registration: registration.clone() };
        let warn = Due::WarnOffer { event, registration };
        for (what, was, is) in [(lapse, before.and_then(|b| b.until), new.until), (warn, before.and_then(|b| b.warn), new.warn)] {
            if was != is {
                was.into_iter().for_each(|at| due::remove(tx, &what, at));
                is.into_iter().for_each(|at| due::add(tx, &what, at));
            }
        }
        if self.shift().may_serve() {
            // The net: whoever gave the place back offers it too, unless it dies on the way.
            due::add(tx, &Due::OfferPlaces { event: new.event.clone() }, self.now);
        }
        if !self.shift().is_nothing() {
            refresh_due(tx, &new.event, self.now);
            // Places that are held back come free by themselves: then there is something to offer, and to count.
            let release = self.places.next_release(self.now);
            release.into_iter().for_each(|at| due::add(tx, &Due::OfferPlaces { event: new.event.clone() }, at));
        }
    }

    fn told(&self, tx: &mut Tx<'_>) {
        let new = &self.after.record;
        let subject = Subject::Registration(new.event.clone(), new.id.clone());
        // No two changes of one registration make the same version, so this tells their entries apart.
        let mark = format!("{}.{}", new.id, new.version);
        audit::add(tx, &AuditEntry::new(self.now, self.actor.clone(), self.verb, subject).because(self.reason), &mark);
        if let (Some(message), Some(to)) = (&self.message, &new.person.email) {
            let id = format!("registration-{}-{}-{}", self.verb, new.id, new.version);
            outbox::add(tx, &Waiting { id, to: to.clone().into(), message: message.clone(), created: self.now });
        }
    }
}
