//! What the schedule brings.

use jiff::Timestamp;
use mailer::Until;
use store::StoreError;
use web::log::METRICS;

use crate::state::State;
use crate::tick::tick_until;

/// Until when a tick may go on that began `now` and that the platform ends at `deadline`, in milliseconds since 1970. One that lies
/// too near to leave any time is no deadline that Lambda gives: then the usual time counts.
pub fn until(deadline: u64, now: Timestamp) -> Until {
    Until::before(deadline, now)
}

/// [`handle_until`], in the usual time.
///
/// # Errors
/// Those of [`tick_until`].
pub async fn handle(state: &State, now: Timestamp) -> Result<(), StoreError> {
    handle_until(state, now, &Until::usual()).await
}

/// One tick. What the event says does not matter, so nobody reads it; that it came does. A schedule that delivers twice does no harm.
///
/// # Errors
/// Those of [`tick_until`]; the platform shows and repeats them.
pub async fn handle_until(state: &State, now: Timestamp, until: &Until) -> Result<(), StoreError> {
    let ticked = tick_until(state, now, until).await?;
    let oldest = state.mailer.oldest(now).await?.map_or(0, |since| now.duration_since(since).as_secs().max(0));
    let (done, left, mails) = (ticked.done, ticked.left, ticked.mails);
    tracing::info!(
        target: METRICS,
        Ticks = 1,
        TasksDone = done,
        TasksLeft = left,
        DueUnreadable = ticked.unreadable,
        RecordsForgotten = ticked.forgotten,
        MessagesSent = mails.sent,
        MessagesAside = mails.set_aside,
        MessagesLyingAside = ticked.aside,
        OldestWaitingSeconds = oldest,
        "ticked"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::time::{Clock, SystemClock};
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn a_tick_ends_before_the_platform_ends_it_and_has_time_where_the_platform_says_nothing_of_use() {
        let now = SystemClock.now();
        let in_ms = |seconds: i64| u64::try_from((now + SignedDuration::from_secs(seconds)).as_millisecond()).unwrap();
        let far = until(in_ms(600), now);
        assert!(!far.is_over() && !far.sooner(SignedDuration::from_secs(500)).is_over());
        assert!(far.sooner(SignedDuration::from_secs(580)).is_over(), "twenty seconds before the end");
        for odd in [0, 600_000, u64::MAX, in_ms(10)] {
            assert!(!until(odd, now).is_over(), "{odd}");
        }
    }
}
