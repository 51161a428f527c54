//! What a week, an event, a registration and a story are, and their rules. No I/O, no async, no AWS, no Leptos.
//!
//! Features: `time` brings `jiff` and everything that knows a date; `markup` brings Markdown and the sanitiser. The browser
//! build has neither.

pub mod access;
pub mod answers;
pub mod choice;
pub mod contact;
pub mod field;
pub mod ids;
pub mod link;
pub mod nation;
pub mod region;
pub mod search;
pub mod text;

#[cfg(feature = "time")]
pub mod audit;
#[cfg(feature = "time")]
pub mod calendar;
#[cfg(feature = "time")]
pub mod concern;
#[cfg(feature = "time")]
pub mod event;
#[cfg(feature = "time")]
pub mod message;
#[cfg(feature = "time")]
pub mod registration;
#[cfg(feature = "time")]
pub mod retention;
#[cfg(feature = "time")]
pub mod staff;
#[cfg(feature = "time")]
pub mod story;
#[cfg(feature = "time")]
pub mod time;
#[cfg(feature = "time")]
pub mod week;

#[cfg(feature = "markup")]
pub mod difference;
#[cfg(feature = "markup")]
pub mod markup;
#[cfg(feature = "markup")]
pub mod plain;
