//! What has to happen without anybody pressing a button: holds and offers that run out, places to offer, many people to tell,
//! counts to bring up to date, and messages that the outbox's stream lost.

mod handle;
mod state;
mod task;
mod tick;

pub use handle::{handle, handle_until};
pub use state::State;
pub use tick::{Ticked, tick, tick_until};
