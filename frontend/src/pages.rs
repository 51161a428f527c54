//! Pages that need no data, and the page that says what went wrong.

pub mod about;
pub mod accessibility;
pub mod contact;
pub mod cookies;
pub mod help;
pub mod list_event;
pub mod manage_event;
pub mod manage_story;
pub mod privacy;
pub mod problem;
pub mod share_story;
