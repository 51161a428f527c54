//! What is different between two versions of the form: only those answers, word by word.

use domain::answers::Answers;
use domain::difference::{Piece, difference};
use domain::event::EventStep;

use leptos::prelude::*;

use super::rows::rows;
use crate::components::{AnswerRow, Difference};

/// One answer that is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The question in a few words.
    pub label: String,
    /// Before and after in one.
    pub pieces: Vec<Piece>,
}

/// The answers that differ, in the order of the form, as the page with the answers to check says them.
pub fn differences(before: &Answers, after: &Answers) -> Vec<Line> {
    EventStep::ALL.iter().flat_map(|step| of_step(*step, before, after)).collect()
}

/// The lines, each under its question.
pub(in crate::pages) fn lines(lines: Vec<Line>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <h3>{line.label}</h3> <Difference pieces=line.pieces/> }).collect_view()
}

fn of_step(step: EventStep, before: &Answers, after: &Answers) -> Vec<Line> {
    let (old, new) = (rows(step, before, ""), rows(step, after, ""));
    let find = |rows: &[AnswerRow], label: &str| rows.iter().find(|row| row.label == label).and_then(|row| row.value.clone()).unwrap_or_default();
    let gone = old.iter().filter(|row| new.iter().all(|other| other.label != row.label));
    new.iter()
        .chain(gone)
        .map(|row| (row.label.clone(), find(&old, &row.label), find(&new, &row.label)))
        .filter(|(_, was, is)| was.trim() != is.trim())
        .map(|(label, was, is)| Line { label, pieces: difference(was.trim(), is.trim()) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_different_is_shown() {
        let before: Answers = [("title", "Tea and talk"), ("host", "A"), ("format", "online"), ("platform", "Zoom")].into_iter().collect();
        let mut after = before.clone();
        assert!(differences(&before, &after).is_empty());
        after.set("title", "Tea and cake");
        after.set("content_note", "Cake");
        let lines = differences(&before, &after);
        assert_eq!(lines.iter().map(|l| l.label.as_str()).collect::<Vec<_>>(), ["Title", "Content note"]);
        assert_eq!(lines[1].pieces, [Piece::Added("Cake".into())]);
    }
}
