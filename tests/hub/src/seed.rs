//! Randomness that can be repeated: each hub prints its seed, and `HUB_SEED` gives it again.

use std::sync::{Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};

/// A source of random bytes and names.
#[derive(Debug)]
pub struct Seed(Mutex<StdRng>);

impl Seed {
    /// From `HUB_SEED`, else from the system; printed, so that a failed test can be repeated.
    pub fn from_environment() -> Self {
        let given = std::env::var("HUB_SEED").ok().and_then(|text| text.parse().ok());
        let seed = given.unwrap_or_else(|| rand::rng().random());
        println!("HUB_SEED={seed}");
        Self::new(seed)
    }

    /// From a number.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// A random number below a bound.
    pub fn below(&self, bound: u64) -> u64 {
        self.lock().random_range(0..bound)
    }

    /// So many random lower-case letters.
    pub fn letters(&self, many: usize) -> String {
        (0..many).map(|_| char::from(b'a' + self.below(26) as u8)).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, StdRng> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl web::Random for Seed {
    fn fill(&self, bytes: &mut [u8]) {
        self.lock().fill_bytes(bytes);
    }
}
