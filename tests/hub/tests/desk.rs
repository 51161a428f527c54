//! The desk over HTTP: signing in, who may do what, and what becomes of a decision.

#[path = "desk/edits_checked.rs"]
mod edits_checked;
#[path = "events/world.rs"]
#[expect(dead_code, reason = "the desk needs some of what the events' tests need")]
mod event_world;
#[path = "desk/questions.rs"]
mod questions;
#[path = "desk/review.rs"]
mod review;
#[path = "desk/roles.rs"]
mod roles;
#[path = "desk/sessions.rs"]
mod sessions;
#[path = "desk/sign_in.rs"]
mod sign_in;
#[path = "desk/story_closed.rs"]
mod story_closed;
#[path = "desk/story_review.rs"]
mod story_review;
#[path = "desk/waiting.rs"]
mod waiting;
#[path = "desk/world.rs"]
mod world;
