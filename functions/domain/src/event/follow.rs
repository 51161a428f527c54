//! An event's places follow its day and its way to take part, when those were changed after people booked.

use jiff::Timestamp;

use super::numbers::release;
use super::{EventDetails, Format};
use crate::registration::{Places, Plan, Pool, PoolPlan, Way};
use crate::time::local;

/// The places of an event as they are after a change of its details. Places held back come free as many days before the new day as
/// before the old one. Where the room and online come to be counted apart, or together, everybody keeps what they have: who has to be
/// brought over stands in [`Places::moving`], and until that is done no place is given.
#[must_use]
pub fn follow(places: &Places, was: &EventDetails, is: &EventDetails) -> Places {
    let mut next = places.clone();
    let days = (was.when.start(), is.when.start());
    if days.0 != days.1 {
        next.room.plan(held_back(&next.room, days, is.plan().room));
        if let Some(online) = &mut next.online {
            online.plan(held_back(online, days, PoolPlan::default()));
        }
    }
    match (&places.online, is.place.format) {
        // An event of both ways may count them together; another day changes nothing about that.
        (_, format) if format == was.place.format => {}
        (None, Format::Hybrid) => split(&mut next, was.place.format, is.plan()),
        // Both ways again, before everybody was brought to one: who was brought over stays there.
        (Some(_), Format::Hybrid) => next.moving = next.moving.filter(|from| *from != Way::Online),
        (None, _) => {}
        (Some(_), format) => join(&mut next, format),
    }
    if next != *places {
        next.settings += 1;
        next.version += 1;
    }
    next
}

/// What is held back, moved with the day. Without a day nothing is: it would never come free.
fn held_back(pool: &Pool, days: (Option<Timestamp>, Option<Timestamp>), first: PoolPlan) -> PoolPlan {
    let now = pool.planned();
    match (days, now.kept_until) {
        ((_, None), _) => PoolPlan { capacity: now.capacity, ..PoolPlan::default() },
        ((None, Some(_)), _) => PoolPlan { capacity: now.capacity, ..first },
        ((Some(was), Some(is)), Some(until)) => {
            let before = local(until).date().until(local(was).date()).map_or(0, |span| span.get_days().unsigned_abs());
            PoolPlan { kept_until: release(is, before), ..now }
        }
        ((Some(_), Some(_)), None) => now,
    }
}

/// Both ways from now on. Whoever registered for an event online goes on online, with the places there were.
fn split(places: &mut Places, was: Format, plan: Plan) {
    if was.has_room() {
        places.online = Some(Pool::new(plan.online.unwrap_or_default()));
        return;
    }
    places.online = Some(Pool::new(places.room.planned()));
    places.room.plan(plan.room);
    places.moving = (!places.room.is_empty()).then_some(Way::Room);
}

/// One way from now on: everybody is counted together, by the places of the way that is left.
fn join(places: &mut Places, format: Format) {
    let Some(online) = &places.online else { return };
    if !format.has_room() {
        places.room.plan(PoolPlan { capacity: online.capacity, ..places.room.planned() });
    }
    match online.is_empty() {
        true => places.online = None,
        false => places.moving = Some(Way::Online),
    }
}

#[cfg(test)]
mod tests;
