//! What a host arranges for somebody, and where that stands: the host and the person see the same.

use std::collections::BTreeMap;

use crate::access::AccessNeed;
use crate::choices;

choices! {
    /// Where arranging one thing stands.
    Arranging {
        Asked = "asked", "Asked for";
        Agreed = "agreed", "Agreed";
        Arranged = "arranged", "Arranged";
        NotPossible = "not-possible", "Not possible";
    }
}

/// The name under which what was written in own words is arranged.
pub const OTHER: &str = "other";

/// Where arranging stands, by the value of an [`AccessNeed`] or [`OTHER`]. What is missing was asked for and no more.
pub type Arrangements = BTreeMap<String, Arranging>;

/// One thing to arrange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToArrange {
    /// Its name in forms: the value of the need, or [`OTHER`].
    pub name: String,
    /// What it is, in words.
    pub words: String,
    /// Where it stands.
    pub stands: Arranging,
}

impl super::AccessRequest {
    /// Everything asked for, each with where it stands.
    pub fn to_arrange(&self) -> Vec<ToArrange> {
        let thing = |name: &str, words: &str| ToArrange {
            name: name.to_owned(),
            words: words.to_owned(),
            stands: self.arrangements.get(name).copied().unwrap_or(Arranging::Asked),
        };
        let ticked = self.needs.iter().map(|need| thing(need.value(), need.words()));
        ticked.chain(Some(&self.other).filter(|o| !o.is_empty()).map(|other| thing(OTHER, other))).collect()
    }

    /// `BSL interpreter: arranged`, one a line.
    pub fn standing_lines(&self) -> Vec<String> {
        self.to_arrange().into_iter().map(|thing| format!("{}: {}", thing.words, thing.stands.words().to_lowercase())).collect()
    }

    /// The same request with what was arranged for an earlier one, where the same is still asked for.
    pub fn keeping(mut self, earlier: &Self) -> Self {
        let asked = |name: &str| match name {
            OTHER => self.other == earlier.other,
            name => AccessNeed::from_value(name).is_some_and(|need| self.needs.contains(&need)),
        };
        self.arrangements = earlier.arrangements.iter().filter(|(name, _)| asked(name)).map(|(name, stands)| (name.clone(), *stands)).collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registration::AccessRequest;

    fn request(needs: &[AccessNeed], other: &str) -> AccessRequest {
        let consented = "2026-11-01T09:00:00Z".parse().unwrap();
        AccessRequest { needs: needs.to_vec(), other: other.into(), arrangements: BTreeMap::new(), consent_version: 1, consented }
    }

    #[test]
    fn what_was_arranged_stays_while_the_same_is_asked_for() {
        let mut before = request(&[AccessNeed::Bsl, AccessNeed::Breaks], "A seat near the door");
        for name in ["bsl", "breaks", OTHER] {
            before.arrangements.insert(name.into(), Arranging::Arranged);
        }
        let after = request(&[AccessNeed::Bsl], "A seat near the window").keeping(&before);
        assert_eq!(after.standing_lines(), ["BSL interpreter: arranged", "A seat near the window: asked for"]);
    }
}
