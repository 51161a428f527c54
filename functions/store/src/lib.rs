//! The hub's records in DynamoDB: keys, transactions, one module per aggregate. Knows no HTTP.
//!
//! Four tables (design, decision 5): `hub` holds the working records, `public` what anyone may read and nothing else,
//! `confidential` access answers and contributors' contacts, `outbox` messages waiting to be sent. What must agree is one
//! transaction ([`Tx`]).

mod db;
mod deed;
mod error;
mod http_client;
mod keys;
mod tables;
mod tx;

pub mod audit;
pub mod concerns;
pub mod due;
pub mod erased;
pub mod events;
pub mod form_keys;
pub mod imports;
pub mod mail_records;
pub mod outbox;
pub mod public;
pub mod queue;
pub mod rate;
pub mod registrations;
pub mod retention;
pub mod returned;
pub mod staff;
pub mod stories;
pub mod suggestions;
pub mod tell;
pub mod trusted;
pub mod weeks;

pub use db::{Db, Key, Page};
pub use deed::Deed;
pub use error::StoreError;
pub use http_client::http_client;
pub use keys::{ERASED, contact_hash, nothing_in};
pub use tables::{Expired, Table, Tables, create_tables};
pub use tx::{Tx, TxError, n, s};
