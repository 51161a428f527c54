//! The page that says what went wrong, and where to go now.

use leptos::prelude::*;

use super::not_now::{Typed, answer};
use crate::components::{ButtonLink, Link};

/// Something that didn't work, in plain words.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// What happened, such as "We can't find that page".
    pub heading: String,
    /// Why, and what helps: a paragraph each.
    pub words: Vec<String>,
    /// Words and addresses that lead on; the first is the best.
    pub ways_on: Vec<(String, String)>,
    /// A reference to quote, when it was our fault.
    pub reference: Option<String>,
    /// What was typed into the form that was not taken, to copy and keep.
    pub typed: Vec<Typed>,
}

/// The page of a problem.
pub fn problem(problem: Problem) -> impl IntoView {
    let mut ways_on = problem.ways_on.into_iter().map(|(label, href)| Link { label, href });
    let best = ways_on.next().map(|Link { label, href }| view! { <p><ButtonLink label href/></p> });
    let others: Vec<_> = ways_on.map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect();
    let nothing = problem.typed.is_empty();
    let answers: Vec<_> = problem.typed.into_iter().enumerate().map(|(place, typed)| answer(place, typed)).collect();
    view! {
        <div class="page">
            <h1>{problem.heading}</h1>
            {problem.words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            {best}
            {(!others.is_empty()).then(|| view! { <h2>"Other ways on"</h2><ul class="links">{others}</ul> })}
            {(!nothing).then(|| view! {
                <h2>"What you typed"</h2>
                <p>"This was not taken. You can copy it and keep it."</p>
                {answers}
            })}
            {problem
                .reference
                .map(|reference| view! { <p class="quiet">"If you tell us about this, quote " <code>{reference}</code> "."</p> })}
        </div>
    }
}
