//! Whose yes a story has and whose it still needs, and what the reader may do about it.

use domain::staff::StaffRecord;
use domain::story::{Lack, Recognised, StoryRecord, StoryState};
use domain::time::long_date;
use domain::week::Week;
use frontend::components::{Check, Link};
use jiff::Timestamp;

use super::StoryUnderReview;
use super::take_down::may_be_taken_down;
use crate::roles::{Act, may};
use crate::waiting::Waiting;

/// Each yes as a line beside the story.
pub(super) fn checks(record: &StoryRecord, week: &Week, now: Timestamp) -> Vec<Check> {
    let mut out = Vec::new();
    let mut say = |good: bool, words: String| out.push(Check { good, words });
    if let Some(edits) = &record.edits {
        let reply = edits.reply.as_ref().map(|words| format!(" They wrote: “{words}”")).unwrap_or_default();
        say(edits.state == domain::story::EditsState::Agreed, format!("{}{reply}", edits.state.words()));
    }
    if let Some(reading) = &record.reading {
        let found = match reading.recognised {
            Recognised::No => "Read by a reviewer, who found nobody that could be recognised.",
            Recognised::Yes => "Read by a reviewer, who found that somebody could be recognised.",
        };
        let words = reading.words.as_ref().map(|words| format!(" They wrote: “{words}”")).unwrap_or_default();
        say(reading.recognised == Recognised::No, format!("{found}{words}"));
    }
    if record.state == StoryState::Queued {
        for lack in record.lacks(week.story_rules, now).into_iter().filter(|lack| *lack != Lack::Recognisable) {
            say(false, lack.words().to_owned());
        }
        if record.rules.and(week.story_rules).notice {
            say(true, "Its author has at least 24 hours’ notice: it goes live two days after you publish it, unless they stop it.".to_owned());
        }
    }
    if let Some(at) = &record.goes_live {
        say(true, format!("It goes live on {}, unless its author stops it.", long_date(at.day)));
    }
    out
}

/// More that may be done, each on a page of its own.
pub(super) fn ways(story: &StoryUnderReview, staff: &StaffRecord) -> Vec<Link> {
    let mut out = Vec::new();
    let queued = story.record.state == StoryState::Queued;
    if queued && may(staff, Act::ReadSecond) {
        out.push(Link::new("Record a second reading", format!("{}/second-reading", story.path())));
    }
    if queued && may(staff, Act::Decide) {
        out.push(Link::new("Propose edits to its author", format!("{}/edit", story.path())));
    }
    if story.record.waiting_update().is_some() && may(staff, Act::Decide) {
        out.push(Link::new("Read the update that its author wrote", format!("{}/update", story.path())));
    }
    if may_be_taken_down(story) && may(staff, Act::Decide) {
        out.push(Link::new("Take it off now", format!("{}/take-down", story.path())));
    }
    out
}
