//! The rule of the waiting list: first come, first served, among those for whom the free places suffice (I5).
//!
//! One function decides who is offered what is free; the store asks it, the model checks it, and [`FAIRNESS`] says it in words.

use jiff::Timestamp;

use super::{Ask, Pool};

/// The rule as people read it: on the waiting list's page and on the help page.
pub const FAIRNESS: [&str; 6] = [
    "Whoever joined the list first comes first.",
    "When places come free, they are offered to the first person or group that they are enough for.",
    "A group gets all its places or none. While too few are free for a group, people behind it can be offered them. The group keeps its turn.",
    "Some places can be held back for people who need support to come. Until the date the host set, only they are offered those places.",
    "An offered place is held for you until you answer or the time runs out. Nobody new gets a place while somebody on the list could take it.",
    "If the host moves somebody by hand, they give a reason. The person who is moved sees it.",
];

/// Somebody's turn on the waiting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Lower comes first.
    pub number: u64,
    /// What they ask for.
    pub ask: Ask,
}

/// Who is served next, and what must stay true meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// Whose turn it is.
    pub turn: Turn,
    /// While fewer than this are left, nobody before them could be served; none where nobody is before them.
    pub while_below: Option<u32>,
}

impl Pool {
    /// Whether somebody waits for whom the free places suffice.
    pub fn somebody_could(&self, now: Timestamp) -> bool {
        self.queue.asks().any(|ask| self.suffices(ask, now))
    }

    /// Who is offered what is free: the first turn that the free places suffice for.
    pub fn next(&self, turns: impl IntoIterator<Item = Turn>, now: Timestamp) -> Option<Next> {
        let mut turns: Vec<Turn> = turns.into_iter().collect();
        turns.sort_by_key(|turn| turn.number);
        let turn = turns.iter().find(|turn| self.suffices(turn.ask, now)).copied()?;
        let before = turns.iter().take_while(|other| other.number < turn.number);
        Some(Next { turn, while_below: before.map(|other| self.needs_left(other.ask, now)).min() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registration::{PoolPlan, Queue};

    fn pool(capacity: u32, confirmed: u32, kept_back: u32) -> Pool {
        let until = "2026-11-20T09:00:00Z".parse().unwrap();
        let mut pool = Pool { confirmed, queue: Queue::nobody(), ..Pool::default() };
        pool.plan(PoolPlan { capacity: Some(capacity), kept_back, kept_until: Some(until) });
        pool
    }

    fn turn(number: u64, places: u32, support: bool) -> Turn {
        Turn { number, ask: Ask { places, support } }
    }

    fn before() -> Timestamp {
        "2026-11-01T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_group_does_not_block_one_place_and_keeps_its_turn() {
        let list = [turn(1, 4, false), turn(2, 1, false), turn(3, 1, false)];
        assert_eq!(pool(10, 9, 0).next(list, before()), Some(Next { turn: list[1], while_below: Some(4) }));
        assert_eq!(pool(10, 6, 0).next(list, before()), Some(Next { turn: list[0], while_below: None }));
        assert_eq!(pool(10, 10, 0).next(list, before()), None);
    }

    #[test]
    fn places_held_back_go_to_those_who_need_support_until_the_date() {
        let list = [turn(1, 1, false), turn(2, 1, true)];
        let pool = pool(10, 8, 2);
        assert_eq!(pool.next(list, before()).map(|next| next.turn), Some(list[1]));
        let after = "2026-11-20T09:00:00Z".parse().unwrap();
        assert_eq!(pool.next(list, after).map(|next| next.turn), Some(list[0]));
    }

    #[test]
    fn lowered_below_what_is_taken_nobody_is_served() {
        assert_eq!(pool(5, 8, 0).next([turn(1, 1, true)], before()), None);
    }
}
