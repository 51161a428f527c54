//! Until when a round may go on, so that it ends by itself and is not cut off in the middle of a mail.

use std::sync::Arc;

use domain::time::{Clock, SystemClock};
use jiff::{SignedDuration, Timestamp};

/// How long a round may take where nobody says otherwise: a little less than the minute after which the next one begins.
const USUAL: SignedDuration = SignedDuration::from_secs(50);

/// So long before the platform ends a function nothing more is begun: the longest that one thing takes that nobody answers, and what is
/// to be noted after it.
const MARGIN: SignedDuration = SignedDuration::from_secs(20);

/// A moment on a clock that goes on while a round works. The round's own `now` stands still, so that all it does is of one moment.
#[derive(Clone)]
pub struct Until {
    clock: Arc<dyn Clock>,
    at: Timestamp,
}

impl Until {
    /// This moment on this clock.
    pub fn new(clock: Arc<dyn Clock>, at: Timestamp) -> Self {
        Self { clock, at }
    }

    /// Fifty seconds from now on the machine's clock: at home and in tests.
    pub fn usual() -> Self {
        Self::new(Arc::new(SystemClock), SystemClock.now() + USUAL)
    }

    /// For a function that began `now` and that the platform ends at `deadline`, in milliseconds since 1970. One that lies too near to
    /// leave any time is no deadline that Lambda gives: then the usual time counts.
    pub fn before(deadline: u64, now: Timestamp) -> Self {
        let ends = i64::try_from(deadline).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
        match ends.map(|ends| ends - MARGIN).filter(|at| now < *at) {
            Some(at) => Self::new(Arc::new(SystemClock), at),
            None => Self::usual(),
        }
    }

    /// The same, so much sooner: for a part of the round that leaves time to the others.
    #[must_use]
    pub fn sooner(&self, by: SignedDuration) -> Self {
        Self::new(self.clock.clone(), self.at - by)
    }

    /// Whether it is time to stop.
    pub fn is_over(&self) -> bool {
        self.at <= self.clock.now()
    }
}
