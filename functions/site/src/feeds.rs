//! The same in other formats: calendar files, data, feeds, the sitemap. Nothing private is in any of them: they are made from the
//! public cards and pages only.

mod atom;
mod calendar_file;
mod data;
mod open_api;
mod sitemap;
mod xml;

pub use atom::{events_atom, stories_atom};
pub use calendar_file::{calendar_file, event_file};
pub use data::calendar_json;
pub use open_api::open_api;
pub use sitemap::sitemap;
