//! Sending what waits: claim, compose, post, note. Whatever breaks off in between is begun again, and repeats at most the one
//! mail that was on its way (I6).

use jiff::{SignedDuration, Timestamp};
use store::StoreError;
use store::outbox::{Ready, Sent};

use crate::compose::compose;
use crate::post::PostError;
use crate::state::State;
use crate::until::Until;

/// How often a message that is refused is tried before it is set aside (quality-bar R-24).
pub const TRIES: u32 = 5;

/// How many messages of each collection one round takes.
const A_ROUND: usize = 50;

/// The first pause after a failure; doubles each time up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(5);
/// Short enough that after an hour without mail all is out ten minutes after it is back (quality-bar R-23).
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(4);

/// What came of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its mail is out.
    Sent,
    /// It was no longer true, and is dropped.
    Untrue,
    /// It stays for a later round.
    Later,
    /// It was refused too often, and is set aside.
    SetAside,
    /// Mail to this address came back before, or was unwanted: nothing more goes there, and it is dropped.
    Unreachable,
    /// There was nothing to do: it is out already, or somebody else is sending it.
    Nothing,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that went out.
    pub sent: usize,
    /// Messages that were no longer true.
    pub untrue: usize,
    /// Messages left for later.
    pub later: usize,
    /// Messages set aside.
    pub set_aside: usize,
    /// Messages to addresses that nothing is sent to any more.
    pub unreachable: usize,
    /// Messages that the round had no time for.
    pub unreached: usize,
}

impl Round {
    /// Counts what came of one message.
    pub(crate) fn note(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Sent => self.sent += 1,
            Outcome::Untrue => self.untrue += 1,
            Outcome::Later => self.later += 1,
            Outcome::SetAside => self.set_aside += 1,
            Outcome::Unreachable => self.unreachable += 1,
            Outcome::Nothing => {}
        }
    }
}

/// Sends what waits, once round. Where there is a stream this finds only what the stream lost.
///
/// # Errors
/// Where the outbox can't be read or written. What was not sent waits.
pub async fn send_waiting(state: &State, now: Timestamp) -> Result<Round, StoreError> {
    send_waiting_until(state, now, &Until::usual()).await
}

/// The same within a time: no mail is begun after it. What is not reached is there for the next round.
///
/// # Errors
/// As [`send_waiting`].
pub async fn send_waiting_until(state: &State, now: Timestamp, until: &Until) -> Result<Round, StoreError> {
    let mut round = Round::default();
    if state.is_resting() {
        return Ok(round);
    }
    for ready in state.outbox.ready(now, A_ROUND).await? {
        match until.is_over() {
            true => round.unreached += 1,
            false => round.note(send(state, &ready, now).await?),
        }
    }
    Ok(round)
}

/// Sends one message, if it waits.
///
/// # Errors
/// Where the outbox can't be read or written. The message waits.
pub async fn send_one(state: &State, id: &str, now: Timestamp) -> Result<Outcome, StoreError> {
    match state.outbox.ready_one(id, now).await? {
        Some(ready) => send(state, &ready, now).await,
        None => Ok(Outcome::Nothing),
    }
}

async fn send(state: &State, ready: &Ready, now: Timestamp) -> Result<Outcome, StoreError> {
    let id = &ready.waiting.id;
    if !state.outbox.claim(id, now).await? {
        return Ok(Outcome::Nothing);
    }
    let tries = ready.tries + 1;
    let mail = match compose(state, &ready.waiting, now).await {
        Ok(Some(mail)) => mail,
        Ok(None) => {
            state.outbox.drop_untrue(id).await?;
            return Ok(Outcome::Untrue);
        }
        Err(StoreError::Unreadable(why)) => return refused(state, id, tries, &why, now).await,
        Err(error) => return later(state, id, tries, &error.to_string(), now).await,
    };
    if state.returned.of(&state.hash(&mail.to), now).await?.is_some() {
        state.outbox.drop_untrue(id).await?;
        return Ok(Outcome::Unreachable);
    }
    match state.post.send(&mail).await {
        Ok(receipt) => {
            state.outbox.sent(id, &Sent { message_id: mail.message_id, at: now, service_id: receipt.id }).await?;
            Ok(Outcome::Sent)
        }
        Err(PostError::Later(why)) => later(state, id, tries, &why, now).await,
        Err(PostError::Refused(why)) => refused(state, id, tries, &why, now).await,
    }
}

async fn later(state: &State, id: &str, tries: u32, why: &str, now: Timestamp) -> Result<Outcome, StoreError> {
    tracing::warn!(id, tries, why, "a mail waits for a later round");
    state.outbox.later(id, now + pause(tries)).await?;
    Ok(Outcome::Later)
}

async fn refused(state: &State, id: &str, tries: u32, why: &str, now: Timestamp) -> Result<Outcome, StoreError> {
    if tries < TRIES {
        return later(state, id, tries, why, now).await;
    }
    tracing::error!(id, tries, why, "a mail was set aside");
    state.outbox.set_aside(id, why, now).await?;
    Ok(Outcome::SetAside)
}

/// How long to leave a message alone after so many tries.
fn pause(tries: u32) -> SignedDuration {
    let doubled = FIRST_PAUSE * 2_i32.pow(tries.saturating_sub(1).min(10));
    doubled.min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_under_the_ten_minutes_in_which_all_must_be_out() {
        let pauses: Vec<i64> = (1..=8).map(|tries| pause(tries).as_secs()).collect();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 240, 240]);
        assert_eq!(pause(u32::MAX).as_secs(), 240);
    }
}
