//! What an edit changes, word by word, as its author reads it.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// A stretch of text that stays, goes or comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It stands in both.
    Same(String),
    /// It stands in the text before only.
    Removed(String),
    /// It stands in the text after only.
    Added(String),
}

/// After this a coarser answer is good enough: two texts that have nothing in common are not worth a long wait.
const PATIENCE: Duration = Duration::from_millis(300);

/// The two texts as one. The pieces that stay or go make up the text before, those that stay or come the text after, letter by letter.
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let mut told = Told::default();
    for change in TextDiff::configure().timeout(PATIENCE).diff_words(before, after).iter_all_changes() {
        told.tell(change.tag(), change.value());
    }
    told.settle();
    told.out
}

/// Puts words that change one after another together, so that a sentence that was written anew reads as one that went and one that came.
#[derive(Default)]
struct Told {
    out: Vec<Piece>,
    gone: String,
    come: String,
    /// The gap behind the last change: part of the change if another one follows.
    gap: String,
}

impl Told {
    fn tell(&mut self, tag: ChangeTag, words: &str) {
        match tag {
            ChangeTag::Equal if self.changing() && self.gap.is_empty() && words.chars().all(|c| c == ' ') => self.gap.push_str(words),
            ChangeTag::Equal => {
                self.settle();
                self.same(words);
            }
            tag => {
                let gap = std::mem::take(&mut self.gap);
                self.gone.push_str(&gap);
                self.come.push_str(&gap);
                if tag == ChangeTag::Delete { self.gone.push_str(words) } else { self.come.push_str(words) }
            }
        }
    }

    /// Something was put in another's place, so that what comes next may belong to it.
    fn changing(&self) -> bool {
        !self.gone.is_empty() && !self.come.is_empty()
    }

    fn settle(&mut self) {
        let (gone, come, gap) = (std::mem::take(&mut self.gone), std::mem::take(&mut self.come), std::mem::take(&mut self.gap));
        self.out.extend((!gone.is_empty()).then_some(Piece::Removed(gone)));
        self.out.extend((!come.is_empty()).then_some(Piece::Added(come)));
        self.same(&gap);
    }

    fn same(&mut self, words: &str) {
        match self.out.last_mut() {
            _ if words.is_empty() => {}
            Some(Piece::Same(before)) => before.push_str(words),
            _ => self.out.push(Piece::Same(words.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        let marked = |piece| match piece {
            Piece::Same(words) => words,
            Piece::Removed(words) => format!("[-{words}-]"),
            Piece::Added(words) => format!("[+{words}+]"),
        };
        let (before, after) = text.split_once('|').unwrap();
        difference(before, after).into_iter().map(marked).collect()
    }

    #[test]
    fn an_edit_reads_as_people_say_it() {
        assert_eq!(one("I lived on Ward 7.|I lived on a ward."), "I lived on [-Ward 7.-][+a ward.+]");
        assert_eq!(one("We met there.|We met there, and talked."), "We met [-there.-][+there, and talked.+]");
        assert_eq!(one("One.\n\nTwo.|One."), "One.[-\n\nTwo.-]");
        assert_eq!(one("the same|the same"), "the same");
        assert_eq!(one("|new"), "[+new+]");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_made_up(before in "[a-c \n.é]{0,60}", after in "[a-c \n.é]{0,60}") {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in difference(&before, &after) {
                match piece {
                    Piece::Same(words) => { old.push_str(&words); new.push_str(&words) }
                    Piece::Removed(words) => old.push_str(&words),
                    Piece::Added(words) => new.push_str(&words),
                }
            }
            proptest::prop_assert_eq!((old, new), (before, after));
        }
    }

    #[test]
    fn two_long_texts_without_a_word_in_common_are_answered() {
        let text = |letter: &str| (0..10_000).map(|n| format!("{letter}{n} ")).collect::<String>();
        let begun = std::time::Instant::now();
        assert!(!difference(&text("a"), &text("b")).is_empty());
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
