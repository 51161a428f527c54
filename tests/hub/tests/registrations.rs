//! Registrations in the store: places, turns, offers, repeats, access answers; and what happens where a guard is taken out.

#[path = "registrations/access.rs"]
mod access;
#[path = "events/world.rs"]
#[allow(dead_code, reason = "the tests of events use the rest")]
mod events_world;
#[path = "registrations/faults.rs"]
mod faults;
#[path = "registrations/follows.rs"]
mod follows;
#[path = "registrations/groups.rs"]
mod groups;
#[path = "registrations/guards_off.rs"]
mod guards_off;
#[path = "registrations/keepers.rs"]
mod keepers;
#[path = "mail/world.rs"]
#[allow(dead_code, reason = "the tests of mail use the rest")]
mod mail_world;
#[path = "registrations/model.rs"]
mod model;
#[path = "registrations/old_records.rs"]
mod old_records;
#[path = "registrations/once.rs"]
mod once;
#[path = "registrations/places.rs"]
mod places;
#[path = "registrations/plan.rs"]
mod plan;
#[path = "registrations/races.rs"]
mod races;
#[path = "registrations/telling.rs"]
mod telling;
#[path = "registrations/waiting.rs"]
mod waiting;
#[path = "registrations/warned.rs"]
mod warned;
#[path = "registrations/world.rs"]
mod world;
