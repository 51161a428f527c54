//! Registering over HTTP, as a browser without a script does it.

#[path = "registering/arranging.rs"]
mod arranging;
#[path = "registering/assisted.rs"]
mod assisted;
#[path = "registering/browser.rs"]
mod browser;
#[path = "registering/calls.rs"]
mod calls;
#[path = "registering/counts.rs"]
mod counts;
#[path = "registering/door.rs"]
mod door;
#[path = "registering/download.rs"]
mod download;
#[path = "events/world.rs"]
#[allow(dead_code, reason = "the tests of events use the rest")]
mod events_world;
#[path = "registering/faults.rs"]
mod faults;
#[path = "registering/form.rs"]
mod form;
#[path = "registering/groups.rs"]
mod groups;
#[path = "registering/held.rs"]
mod held;
#[path = "registering/host.rs"]
mod host;
#[path = "registering/hub.rs"]
mod hub;
#[path = "registering/links.rs"]
mod links;
#[path = "mail/world.rs"]
#[allow(dead_code, reason = "the tests of mails use the rest")]
mod mail_world;
#[path = "registering/messages.rs"]
mod messages;
#[path = "registering/over.rs"]
mod over;
#[path = "registering/paper.rs"]
mod paper;
#[path = "registering/senders.rs"]
mod senders;
#[path = "registering/waiting.rs"]
mod waiting;
#[path = "registering/ways_to_book.rs"]
mod ways_to_book;
#[path = "registrations/world.rs"]
#[allow(dead_code, reason = "the tests of the store use the rest")]
mod world;
