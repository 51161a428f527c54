//! The whole hub in one process: an embedded DynamoDB, every function's routes, the mailer, the keeper and a mailbox.
//!
//! `cargo run` starts it; the tests and the bench start the same thing with other options.

pub mod administrator;
pub mod client;
pub mod demonstration;
pub mod engine;
pub mod mailbox;
pub mod weeks;

mod bundle;
mod doors;
mod hub;
mod keys;
mod lock;
mod options;
mod records;
mod routes;
mod work;

pub use engine::{Engine, fresh_db, fresh_tables};
pub use hub::Hub;
pub use keys::of_folder as keys;
pub use mailbox::{Letter, Mailbox};
pub use options::{Bundle, Data, Door, Options};
