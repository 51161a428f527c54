use leptos::prelude::*;

/// How many are shown; a text with more is full of them.
const MOST: usize = 12;

/// Something that could be said more plainly.
#[derive(Clone, Debug, Default)]
pub struct Plainer {
    /// The words.
    pub quote: String,
    /// What could be done.
    pub offer: String,
}

/// Offers, each with the words it is about, and nothing to tick: whoever does not want them reads on. `change` is the page on which the
/// story is written.
pub(super) fn plainer(offers: Vec<Plainer>, change: String) -> impl IntoView {
    let more = offers.len().saturating_sub(MOST);
    let any = !offers.is_empty();
    let lines = offers
        .into_iter()
        .take(MOST)
        .map(|one| view! { <li><p class="as-typed">{format!("“{}”", one.quote)}</p><p>{one.offer}</p></li> })
        .collect_view();
    any.then(|| {
        view! {
            <section class="plainer" aria-labelledby="plainer">
                <h2 id="plainer">"Could some of it be plainer?"</h2>
                <p>"Only if you like. It is your story, and you can send it just as it is."</p>
                <ul class="give-aways">{lines}</ul>
                {(more > 0).then(|| view! { <p>{format!("And {more} more of this kind.")}</p> })}
                <p><a href=change>"Go back and change some words"</a></p>
            </section>
        }
    })
}
