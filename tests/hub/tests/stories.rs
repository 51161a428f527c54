//! Sharing a story over HTTP, and what of it stands in which table.

#[path = "stories/about_event.rs"]
mod about_event;
#[path = "stories/apart.rs"]
mod apart;
#[path = "stories/asks.rs"]
mod asks;
#[path = "stories/between_weeks.rs"]
mod between_weeks;
#[path = "stories/channels.rs"]
mod channels;
#[path = "stories/closed.rs"]
mod closed;
#[path = "stories/code.rs"]
mod code;
#[path = "stories/concern.rs"]
mod concern;
#[path = "stories/consent.rs"]
mod consent;
#[path = "stories/declined.rs"]
mod declined;
#[path = "stories/edits.rs"]
mod edits;
#[path = "stories/film.rs"]
mod film;
#[path = "stories/give_away.rs"]
mod give_away;
#[path = "stories/life.rs"]
mod life;
#[path = "stories/mail_down.rs"]
mod mail_down;
#[path = "mail/world.rs"]
#[allow(dead_code, reason = "the tests of mail use the rest")]
mod mail_world;
#[path = "stories/message.rs"]
mod message;
#[path = "stories/notice.rs"]
mod notice;
#[path = "stories/odd.rs"]
mod odd;
#[path = "stories/plainer.rs"]
mod plainer;
#[path = "stories/question_box.rs"]
mod question_box;
#[path = "stories/questions.rs"]
mod questions;
#[path = "stories/related.rs"]
mod related;
#[path = "stories/senders.rs"]
mod senders;
#[path = "stories/share.rs"]
mod share;
#[path = "stories/sharing.rs"]
mod sharing;
#[path = "stories/shown.rs"]
mod shown;
#[path = "stories/taken_back.rs"]
mod taken_back;
#[path = "stories/traces.rs"]
mod traces;
#[path = "stories/two_keepers.rs"]
mod two_keepers;
#[path = "stories/typed.rs"]
mod typed;
#[path = "stories/updates.rs"]
mod updates;
#[path = "stories/withdrawal.rs"]
mod withdrawal;
#[path = "stories/world.rs"]
mod world;
