//! Listing an event: the start, seven pages of questions, and the answers to check.

mod about;
mod access;
mod booking;
mod check;
mod differences;
mod host;
mod more;
mod place;
mod resources;
mod rows;
mod rows_more;
mod start;
mod step;
mod when;

#[cfg(test)]
mod tests;

pub(in crate::pages) use booking::numbers;
pub(in crate::pages) use check::section;
pub use check::{CheckPage, check};
pub(in crate::pages) use differences::lines;
pub use differences::{Line, differences};
pub(in crate::pages) use resources::resources;
pub use start::{NoneOpen, StartPage, none_open, start};
pub use step::{StepPage, step};

use domain::event::EventStep;
use domain::ids::EventId;

/// What the form is called, over every page of it.
pub const CAPTION: &str = "List an event";

/// The address of a page of the form.
pub fn step_path(id: &EventId, step: EventStep) -> String {
    format!("/manage/event/{id}/{}", step.value())
}

/// The address of the answers to check.
pub fn check_path(id: &EventId) -> String {
    format!("/manage/event/{id}/check")
}
