//! Pages that need no data, and the page that says what went wrong.

pub mod about;
pub mod accessibility;
pub mod contact;
pub mod cookies;
pub mod help;
pub mod privacy;
pub mod problem;
