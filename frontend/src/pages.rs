//! Pages that need no data, and the page that says what went wrong.

pub mod problem;
