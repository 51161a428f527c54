//! What a person changes about whom they bring and how they take part.

use domain::audit::Actor;
use domain::ids::{EventId, RegistrationId};
use domain::registration::{Ask, Party, Places, RegistrationAct, RegistrationState as Is, Way};
use jiff::Timestamp;

use super::acts::Done;
use super::acts::settled::message;
use super::changes::{next, step};
use super::demand::Demand;
use super::stored::Stored;
use super::write::Act;
use super::{RegistrationError, Registrations, TRIES, outcome};
use crate::error::StoreError;
use crate::tx::Tx;

impl Registrations {
    /// Comes with more people or fewer, or takes part the other way, and says in the same breath whether they need support. A place is
    /// given up only for another: where too few are free, everything stays. Somebody who waits keeps their turn.
    pub async fn change_party(&self, event: &EventId, id: &RegistrationId, wanted: &Party, now: Timestamp) -> Done {
        for _ in 0..TRIES {
            let before = self.stored(event, id).await?.ok_or(RegistrationError::Unknown)?;
            let is = before.record.state;
            if !matches!(is, Is::Confirmed | Is::Waiting) {
                return Err(RegistrationError::NotNow(is));
            }
            let places = self.places(event).await?.ok_or(RegistrationError::Closed)?;
            let way = if places.online.is_some() { wanted.way } else { Way::Room };
            let party = Party { way, ..wanted.clone() };
            if party == before.record.party {
                return Ok(before.record);
            }
            if places.moving.is_some() && way != before.record.party.way {
                return Err(RegistrationError::NoRoom);
            }
            let (after, demand) = changed(&before, party, &places, now)?;
            let placed = after.record.state != is;
            let verb = if placed { RegistrationAct::Place.value() } else { "change-party" };
            let plain = step(&before, &after, &places, Actor::Attendee, verb, now);
            let act = Act { demand, message: message(&after.record).filter(|_| placed), ..plain };
            let mut tx = Tx::new(&self.db);
            act.write(&mut tx);
            if outcome(tx.commit().await)?.is_ok() {
                self.serve_after(event, &act, now).await;
                return Ok(self.load(event, id).await?.unwrap_or(after.record));
            }
        }
        Err(StoreError::Busy.into())
    }
}

fn changed(before: &Stored, party: Party, places: &Places, now: Timestamp) -> Result<(Stored, Demand), RegistrationError> {
    let was = &before.record;
    let (way, all) = (party.way, party.ask());
    let moves = way != was.party.way;
    let more = Ask { places: party.places.saturating_sub(was.party.places), ..all };
    let needed = match (was.state, moves) {
        (Is::Confirmed, false) if more.places == 0 => None,
        (Is::Confirmed, false) => Some(more),
        (Is::Waiting, false) => None,
        _ => Some(all),
    };
    let room = needed.filter(|ask| places.has_room(way, *ask, now));
    if was.state == Is::Confirmed && needed.is_some() && room.is_none() {
        return Err(RegistrationError::NoRoom);
    }
    let mut after = next(before, now);
    let record = &mut after.record;
    let kept = room.map_or(0, |ask| places.of(way).out_of_kept(ask, now));
    if was.state == Is::Confirmed {
        record.kept = if moves { kept } else { (was.kept + kept).min(party.places) };
    }
    // On the list of the other way somebody may find a free place. An address nobody confirmed gets it as an offer.
    let placed = was.state == Is::Waiting && room.is_some() && was.address_confirmed;
    if placed {
        record.comes_to(was.state.after(RegistrationAct::Place).ok_or(RegistrationError::NotNow(was.state))?, now);
        (record.until, record.kept) = (None, kept);
    }
    let support = party.support;
    record.party = party;
    record.says_support(support);
    let takes = was.state == Is::Confirmed || placed;
    Ok((after, room.filter(|_| takes).map_or(Demand::Nothing, |ask| Demand::Room(way, ask))))
}
