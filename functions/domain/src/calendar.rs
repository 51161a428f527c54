//! The calendar's filters: a form whose address is its state (quality-bar A-32).

mod time_of_day;

use jiff::civil::Date;

use crate::access::AccessFact;
use crate::answers::Answers;
use crate::event::{Cost, EventCard, EventKind, Format, PublicState};
use crate::nation::Nation;
use crate::registration::PublicPlaces;
use crate::search;

pub use time_of_day::TimeOfDay;

/// What somebody looks for in a week. Values of one kind widen, kinds narrow; every access fact must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The host's nation; empty is any.
    pub nations: Vec<Nation>,
    /// Days; empty is any.
    pub days: Vec<Date>,
    /// Times of day at which it begins; empty is any.
    pub times: Vec<TimeOfDay>,
    /// Formats; empty is any.
    pub formats: Vec<Format>,
    /// Kinds; empty is any.
    pub kinds: Vec<EventKind>,
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
    /// Reads `nation`, `day` (2026-11-25), `time`, `format`, `kind`, `access`, `free`, `expenses`, `places`, `q`. What isn't known is
    /// passed over: an old address shows more, never an error. At most 100 characters are searched for.
    pub fn parse(query: &Answers) -> Self {
        let all = |name: &str| query.all(name).iter().map(String::as_str);
        Self {
            nations: all("nation").filter_map(Nation::from_value).collect(),
            days: all("day").filter_map(|d| d.parse().ok()).collect(),
            times: all("time").filter_map(TimeOfDay::from_value).collect(),
            formats: all("format").filter_map(Format::from_value).collect(),
            kinds: all("kind").filter_map(EventKind::from_value).collect(),
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

    /// Whether a card answers it; `places` are its own, where the hub books it. A hybrid event is both in person and online.
    pub fn matches(&self, card: &EventCard, places: Option<&PublicPlaces>) -> bool {
        self.matches_but_day(card, places) && (self.days.is_empty() || card.day().is_none_or(|d| self.days.contains(&d)))
    }

    /// As [`Filter::matches`], whatever the day: the day strip counts with it.
    pub fn matches_but_day(&self, card: &EventCard, places: Option<&PublicPlaces>) -> bool {
        let format = self.formats.is_empty()
            || self.formats.contains(&card.format)
            || (card.format == Format::Hybrid && self.formats.iter().any(|f| matches!(f, Format::InPerson | Format::Online)));
        let time = self.times.is_empty() || card.start.is_none_or(|start| self.times.contains(&TimeOfDay::of(start)));
        let room = || card.state == PublicState::Listed && places.is_none_or(|places| places.open && !places.is_full());
        format
            && time
            && (self.kinds.is_empty() || self.kinds.contains(&card.kind))
            && (!self.places_left || room())
            && (self.nations.is_empty() || self.nations.contains(&card.nation))
            && self.access.iter().all(|fact| card.access.contains(fact))
            && (!self.free || card.cost == Cost::Free)
            && (!self.expenses || card.expenses)
            && (self.text.is_empty()
                || search::matches(&search::fold(&format!("{} {} {} {}", card.title, card.summary, card.host, card.place)), &self.text))
    }

    /// The query pairs that say the same.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        out.extend((!self.text.is_empty()).then(|| ("q", self.text.clone())));
        out.extend(self.days.iter().map(|d| ("day", d.to_string())));
        out.extend(self.times.iter().map(|t| ("time", t.value().to_owned())));
        out.extend(self.formats.iter().map(|f| ("format", f.value().to_owned())));
        out.extend(self.kinds.iter().map(|k| ("kind", k.value().to_owned())));
        out.extend(self.access.iter().map(|a| ("access", a.value().to_owned())));
        out.extend(self.nations.iter().map(|n| ("nation", n.value().to_owned())));
        out.extend(self.free.then(|| ("free", "yes".to_owned())));
        out.extend(self.expenses.then(|| ("expenses", "yes".to_owned())));
        out.extend(self.places_left.then(|| ("places", "yes".to_owned())));
        out
    }

    /// What is asked for, in words: `online, BSL interpreter`.
    pub fn words(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        out.extend((!self.text.is_empty()).then(|| format!("\u{201c}{}\u{201d}", self.text)));
        out.extend(self.days.iter().map(|d| crate::time::day_and_month(*d)));
        out.extend(self.times.iter().map(|t| t.value().to_owned()));
        out.extend(self.formats.iter().map(|f| f.words().to_lowercase()));
        out.extend(self.kinds.iter().map(|k| k.words().to_lowercase()));
        out.extend(self.access.iter().map(|a| a.words().to_owned()));
        out.extend(self.nations.iter().map(|n| n.words().to_owned()));
        out.extend(self.free.then(|| "free".to_owned()));
        out.extend(self.expenses.then(|| "expenses paid".to_owned()));
        out.extend(self.places_left.then(|| "places left".to_owned()));
        out
    }
}
