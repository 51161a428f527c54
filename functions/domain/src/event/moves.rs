//! Changes of day, time, place and way to take part that follow each other: whoever missed some learns all of them as one.

use jiff::{SignedDuration, Timestamp};

use super::{Moved, MovedLine, Published};

/// How long the moves before the last are kept: a message about one waits no longer than a week to be sent.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Published {
    /// Notes a move. Those shortly before it stay known.
    pub fn note_move(&mut self, moved: Moved) {
        let (sequence, since) = (moved.sequence, moved.at.checked_sub(KEPT).unwrap_or(Timestamp::MIN));
        self.told = Some(sequence);
        // It may be noted again, where the change was refused because somebody booked meanwhile.
        self.moved_before.extend(self.moved.replace(moved).filter(|before| before.sequence != sequence));
        self.moved_before.retain(|before| since <= before.at);
    }

    /// The move that came with this version; none where it is not known any more.
    pub fn move_of(&self, sequence: u32) -> Option<&Moved> {
        self.moved_before.iter().chain(&self.moved).find(|moved| moved.sequence == sequence)
    }

    /// Whether this version's news are the last that everybody with a place is told.
    pub fn told_last(&self, sequence: u32) -> bool {
        self.told.unwrap_or(self.sequence) == sequence
    }
}

impl Moved {
    /// Several moves as one, the oldest first: as it was before all of them, as it is after. What is again as it was is left out.
    pub fn as_one<'a>(lines: impl IntoIterator<Item = &'a MovedLine>) -> Vec<MovedLine> {
        let mut all: Vec<MovedLine> = Vec::new();
        for line in lines {
            match all.iter_mut().find(|before| before.what == line.what) {
                Some(before) => before.after.clone_from(&line.after),
                None => all.push(line.clone()),
            }
        }
        all.retain(|line| line.before != line.after);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::MovedWhat;

    fn line(what: MovedWhat, before: &str, after: &str) -> MovedLine {
        MovedLine { what, before: before.into(), after: after.into() }
    }

    #[test]
    fn several_moves_are_one_and_what_is_again_as_it_was_is_none() {
        let day = |before, after| line(MovedWhat::When, before, after);
        let place = line(MovedWhat::Where, "Hall", "Barn");
        assert_eq!(Moved::as_one(&[day("Monday", "Tuesday"), place.clone(), day("Tuesday", "Friday")]), [day("Monday", "Friday"), place]);
        assert_eq!(Moved::as_one(&[day("Monday", "Tuesday"), day("Tuesday", "Monday")]), []);
    }
}
