//! A whole hub for a test: its own tables, a clock to turn, randomness that can be repeated, a browser without script, a mailbox.
//!
//! ```no_run
//! # async fn test() {
//! let hub = hub_tests::TestHub::start().await;
//! hub.get("/").await.expect_status(200);
//! # }
//! ```

mod browser;
pub mod camera;
pub mod clients;
mod clock;
pub mod data_map;
mod demonstration;
pub mod fixtures;
mod hub;
mod mail;
pub mod many;
mod page;
pub mod proxy;
mod records;
pub mod roles;
mod seed;
pub mod served;
mod stream;
pub mod template;
pub mod walk;

pub use browser::Browser;
pub use clock::TestClock;
pub use hub::TestHub;
pub use mail::Received;
pub use page::{Fields, Page};
pub use seed::Seed;
