//! What an address asks for and the calendar doesn't know: a word mistyped on another site, or a choice that is no more.

use super::{ANY_TIME, Filter, TimeOfDay};
use crate::access::AccessFact;
use crate::answers::Answers;
use crate::event::{Audience, EventKind, Format, Language};
use crate::nation::Nation;
use crate::region::Region;

/// A filter of the form: its name, its heading there, and whether it has a value.
type Heading = (&'static str, &'static str, fn(&str) -> bool);

const FORM: [Heading; 13] = [
    ("format", "How to take part", |value| Format::from_value(value).is_some()),
    ("access", "What you need", |value| AccessFact::from_value(value).is_some()),
    ("free", "Cost and places", is_ticked),
    ("expenses", "Cost and places", is_ticked),
    ("places", "Cost and places", is_ticked),
    ("day", "Day", |value| value == ANY_TIME || value.parse::<jiff::civil::Date>().is_ok()),
    ("time", "Time of day", |value| TimeOfDay::from_value(value).is_some()),
    ("region", "Where it is", |value| Region::from_value(value).is_some()),
    ("audience", "For whom", |value| Audience::from_value(value).is_some()),
    ("language", "Language", |value| Language::from_value(value).is_some()),
    ("question", "Question of the week", |value| value.parse::<u8>().is_ok()),
    ("kind", "Kind of event", |value| EventKind::from_value(value).is_some()),
    ("nation", "Where the host is based", |value| Nation::from_value(value).is_some()),
];

fn is_ticked(value: &str) -> bool {
    value == "yes"
}

impl Filter {
    /// The headings of the form under which an address asks for something that [`Filter::parse`] passes over, each once, in the form's
    /// order. The page says so: somebody who needs an interpreter must not take every event for one that has one. A name that is
    /// no filter asks for nothing: other sites hang theirs on links.
    pub fn passed_over(query: &Answers) -> Vec<&'static str> {
        let asks = |(name, _, knows): &&Heading| query.all(name).iter().any(|value| !value.is_empty() && !knows(value));
        let mut out: Vec<&str> = FORM.iter().filter(asks).map(|(_, heading, _)| *heading).collect();
        out.dedup();
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        Filter::passed_over(&Answers::from_iter(pairs.iter().copied()))
    }

    #[test]
    fn what_is_not_known_is_named_by_its_heading_once() {
        assert_eq!(of(&[("access", "bsl"), ("access", "cake")]), ["What you need"]);
        assert_eq!(
            of(&[("nation", "atlantis"), ("free", "1"), ("places", "no"), ("day", "yesterday")]),
            ["Cost and places", "Day", "Where the host is based"]
        );
        for (name, heading, _) in FORM {
            assert_eq!(of(&[(name, "nothing-of-the-kind")]), [heading]);
        }
    }

    #[test]
    fn what_the_form_sends_and_what_other_sites_hang_on_links_is_no_question() {
        let all = Filter {
            any_time: true,
            days: vec![jiff::civil::date(2026, 11, 25)],
            free: true,
            expenses: true,
            places_left: true,
            ..Filter::default()
        };
        let all = Filter {
            nations: Nation::ALL.into(),
            regions: Region::ALL.into(),
            times: TimeOfDay::ALL.into(),
            formats: Format::ALL.into(),
            kinds: EventKind::ALL.into(),
            audiences: Audience::ALL.into(),
            languages: Language::ALL.into(),
            access: AccessFact::ALL.into(),
            questions: vec![1, 2],
            text: "tea".into(),
            ..all
        };
        assert_eq!(Filter::passed_over(&Answers::from_iter(all.pairs())), [""; 0]);
        assert_eq!(of(&[("q", ""), ("day", ""), ("fbclid", "x"), ("utm_source", "mail"), ("page", "-1")]), [""; 0]);
    }
}
