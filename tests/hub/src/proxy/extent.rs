//! How much of what can go wrong does so in one run.

use crate::Seed;

/// Whether all of it is asked for: `HUB_FAULTS=all`.
pub fn everything() -> bool {
    std::env::var("HUB_FAULTS").as_deref() == Ok("all")
}

/// A third of it, another third by another seed.
pub fn third<T>(all: Vec<T>) -> Vec<T> {
    let first = Seed::from_environment().below(3) as usize;
    all.into_iter().skip(first).step_by(3).collect()
}
