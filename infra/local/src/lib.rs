//! The whole hub in one process: an embedded DynamoDB, every function's routes, the mailer, the keeper and a mailbox.
//!
//! `cargo run` starts it, the tests and the bench start the same thing with other options.

pub mod client;
pub mod engine;
mod lock;

pub use engine::{Engine, fresh_db};
