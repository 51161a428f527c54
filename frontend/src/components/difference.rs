use domain::difference::Piece;
use leptos::prelude::*;

/// What an edit changes: words that go are struck out, words that come are underlined, and both say so to those who don't see it.
#[component]
pub fn Difference(
    /// The text in pieces.
    pieces: Vec<Piece>,
) -> impl IntoView {
    let pieces = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Same(words) => words.into_any(),
            Piece::Removed(words) => told("taken out", view! { <del>{words}</del> }.into_any()),
            Piece::Added(words) => told("put in", view! { <ins>{words}</ins> }.into_any()),
        })
        .collect_view();
    view! { <div class="difference">{pieces}</div> }
}

/// Screen readers pass over the marks themselves, so the words stand before and behind.
fn told(what: &str, marked: AnyView) -> AnyView {
    let (begins, ends) = (format!(" [{what}: "), format!(" {what} ends] "));
    view! { <span class="visually-hidden">{begins}</span>{marked}<span class="visually-hidden">{ends}</span> }.into_any()
}
