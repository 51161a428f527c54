//! The calendar's filters: a form whose address is its state (quality-bar A-32).

mod clash;
mod listed;
mod matching;
mod meeting;
mod spoken;
mod time_of_day;
mod unknown;

use jiff::civil::Date;

use crate::access::AccessFact;
use crate::answers::Answers;
use crate::event::{Audience, EventKind, Format, Language};
use crate::nation::Nation;
use crate::region::Region;

pub use clash::clashes;
pub use listed::Listed;
pub use meeting::Meeting;
pub use time_of_day::TimeOfDay;

/// The day, in an address, of what has no time.
pub const ANY_TIME: &str = "any-time";

/// What somebody looks for in a week. Values of one kind widen, kinds narrow; every access fact must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The host's nation; empty is any.
    pub nations: Vec<Nation>,
    /// Where it is; empty is anywhere. What is only online is in no region.
    pub regions: Vec<Region>,
    /// Days; empty is any.
    pub days: Vec<Date>,
    /// What has no time, beside the days or by itself.
    pub any_time: bool,
    /// Times of day at which it begins; empty is any.
    pub times: Vec<TimeOfDay>,
    /// Formats; empty is any.
    pub formats: Vec<Format>,
    /// Kinds; empty is any.
    pub kinds: Vec<EventKind>,
    /// For whom it is made; empty is anyone. What is for everyone answers each.
    pub audiences: Vec<Audience>,
    /// Languages spoken or signed; empty is any.
    pub languages: Vec<Language>,
    /// Numbers of the week's questions, one of which it answers; empty is any.
    pub questions: Vec<u8>,
    /// Facts that must all be there.
    pub access: Vec<AccessFact>,
    /// Only what is free.
    pub free: bool,
    /// Only where expenses are paid.
    pub expenses: bool,
    /// Only what a newcomer can still come to.
    pub places_left: bool,
    /// Words.
    pub text: String,
}

impl Filter {
    /// Reads `nation`, `region`, `day` (2026-11-25 or any-time), `time`, `format`, `kind`, `audience`, `language`, `question`, `access`,
    /// `free`, `expenses`, `places`, `q`.
    /// What isn't known is passed over: an old address shows more, never an error. At most 100 characters are searched for.
    pub fn parse(query: &Answers) -> Self {
        let all = |name: &str| query.all(name).iter().map(String::as_str);
        Self {
            nations: all("nation").filter_map(Nation::from_value).collect(),
            regions: all("region").filter_map(Region::from_value).collect(),
            days: all("day").filter_map(|d| d.parse().ok()).collect(),
            any_time: all("day").any(|d| d == ANY_TIME),
            times: all("time").filter_map(TimeOfDay::from_value).collect(),
            formats: all("format").filter_map(Format::from_value).collect(),
            kinds: all("kind").filter_map(EventKind::from_value).collect(),
            audiences: all("audience").filter_map(Audience::from_value).collect(),
            languages: all("language").filter_map(Language::from_value).collect(),
            questions: all("question").filter_map(|n| n.parse().ok()).collect(),
            access: all("access").filter_map(AccessFact::from_value).collect(),
            free: query.ticked("free"),
            expenses: query.ticked("expenses"),
            places_left: query.ticked("places"),
            text: crate::text::one_line(query.get("q")).chars().take(100).collect(),
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same for one day only, or for what has no time.
    #[must_use]
    pub fn on(&self, day: Option<Date>) -> Self {
        Self { days: day.into_iter().collect(), any_time: day.is_none(), ..self.clone() }
    }
}
