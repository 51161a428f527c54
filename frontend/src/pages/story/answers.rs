use leptos::prelude::*;

use crate::components::Link;

/// The questions that a story answers, as the end of a sentence.
pub(super) fn answers(questions: Vec<Link>) -> Option<impl IntoView> {
    let last = questions.len().checked_sub(1)?;
    let words = if last == 0 { ". Answers the question " } else { ". Answers the questions " };
    let one = move |(at, question): (usize, Link)| {
        let before = match at {
            0 => "",
            at if at == last => " and ",
            _ => ", ",
        };
        view! { {before}<a href=question.href>{question.label}</a> }
    };
    let questions = questions.into_iter().enumerate().map(one).collect_view();
    Some(view! { {words}{questions} })
}
