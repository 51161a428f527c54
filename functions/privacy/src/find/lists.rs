//! Words that finders know, in small letters, and in which of the lists a word stands: one look, however many lists there are.

mod index;
mod others;
mod people;
mod places;

use super::numerals;

pub(crate) use index::of;

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Roles,
    Titles,
    Names,
    People,
    Towns,
    OftenOther,
    Sure,
    Maybe,
    Living,
    Wards,
    Months,
    Weekdays,
    Networks,
    NotNames,
    Numerals,
}

/// Every list with its words.
fn all() -> impl Iterator<Item = (List, &'static str)> {
    let lists: [(List, &[&'static str]); 18] = [
        (List::Roles, people::ROLES),
        (List::Titles, people::TITLES),
        (List::Names, people::NAMES),
        (List::People, people::PEOPLE),
        (List::Towns, places::TOWNS),
        (List::OftenOther, places::OFTEN_OTHER),
        (List::Sure, places::SURE),
        (List::Maybe, places::MAYBE),
        (List::Living, places::LIVING),
        (List::Wards, places::WARDS),
        (List::Months, others::MONTHS),
        (List::Weekdays, others::WEEKDAYS),
        (List::Networks, others::NETWORKS),
        (List::NotNames, others::NOT_NAMES),
        (List::Numerals, &numerals::UNITS),
        (List::Numerals, &numerals::TENS),
        (List::Numerals, &numerals::ORDINALS),
        (List::Numerals, &numerals::TENTHS),
    ];
    lists.into_iter().flat_map(|(list, words)| words.iter().map(move |word| (list, *word)))
}

/// The lists in which a word stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u16);

impl Lists {
    fn with(self, list: List) -> Self {
        Self(self.0 | 1 << list as u16)
    }

    /// Whether this is one of them.
    pub fn hold(self, list: List) -> bool {
        self.0 & (1 << list as u16) != 0
    }
}
