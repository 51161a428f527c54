//! A filter as an address and in words.

use super::{ANY_TIME, Filter};
use crate::answers::Answers;
use crate::time::day_and_month;

impl Filter {
    /// The query pairs that say the same.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        out.extend((!self.text.is_empty()).then(|| ("q", self.text.clone())));
        out.extend(self.days.iter().map(|d| ("day", d.to_string())));
        out.extend(self.any_time.then(|| ("day", ANY_TIME.to_owned())));
        out.extend(self.times.iter().map(|t| ("time", t.value().to_owned())));
        out.extend(self.formats.iter().map(|f| ("format", f.value().to_owned())));
        out.extend(self.kinds.iter().map(|k| ("kind", k.value().to_owned())));
        out.extend(self.audiences.iter().map(|a| ("audience", a.value().to_owned())));
        out.extend(self.languages.iter().map(|l| ("language", l.value().to_owned())));
        out.extend(self.questions.iter().map(|q| ("question", q.to_string())));
        out.extend(self.access.iter().map(|a| ("access", a.value().to_owned())));
        out.extend(self.nations.iter().map(|n| ("nation", n.value().to_owned())));
        out.extend(self.regions.iter().map(|r| ("region", r.value().to_owned())));
        let ticked = [("free", self.free), ("expenses", self.expenses), ("places", self.places_left)];
        out.extend(ticked.into_iter().filter(|(_, ticked)| *ticked).map(|(name, _)| (name, "yes".to_owned())));
        out
    }

    /// What is asked for, in words: `online, BSL interpreter`.
    pub fn words(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        out.extend((!self.text.is_empty()).then(|| format!("\u{201c}{}\u{201d}", self.text)));
        out.extend(self.days.iter().map(|d| day_and_month(*d)));
        out.extend(self.any_time.then(|| "any time".to_owned()));
        out.extend(self.times.iter().map(|t| t.value().to_owned()));
        out.extend(self.formats.iter().map(|f| f.words().to_lowercase()));
        out.extend(self.kinds.iter().map(|k| k.words().to_lowercase()));
        out.extend(self.audiences.iter().map(|a| format!("for {}", a.words().to_lowercase())));
        out.extend(self.languages.iter().map(|l| format!("in {}", l.words())));
        out.extend(self.questions.iter().map(|q| format!("question {q}")));
        out.extend(self.access.iter().map(|a| a.words().to_owned()));
        out.extend(self.nations.iter().map(|n| format!("hosts in {}", n.words())));
        out.extend(self.regions.iter().map(|r| r.words().to_owned()));
        let ticked = [("free", self.free), ("expenses paid", self.expenses), ("places left", self.places_left)];
        out.extend(ticked.into_iter().filter(|(_, ticked)| *ticked).map(|(words, _)| words.to_owned()));
        out
    }

    /// Each thing that is asked for, in words, with the filter that asks for all the others.
    pub fn each_less(&self) -> Vec<(String, Self)> {
        let asked = self.pairs();
        let without = |n: usize| {
            let mut others = asked.clone();
            let one = others.remove(n);
            let words = Self::parse(&Answers::from_iter([one])).words().pop()?;
            Some((words, Self::parse(&Answers::from_iter(others))))
        };
        (0..asked.len()).filter_map(without).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_is_left_out_once_and_all_others_are_asked_for_still() {
        let asked = [("access", "bsl"), ("access", "captions"), ("day", "2026-11-25"), ("free", "yes"), ("q", "tea")];
        let filter = Filter::parse(&Answers::from_iter(asked));
        let less = filter.each_less();
        let words: Vec<&str> = less.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words, filter.words());
        for (words, less) in &less {
            let left: Vec<String> = filter.words().into_iter().filter(|one| one != words).collect();
            assert_eq!(less.words(), left, "{words}");
        }
        assert!(Filter::default().each_less().is_empty());
    }
}
