//! The archive: every week there was, as far as it is known.

use leptos::prelude::*;

/// A week in the archive.
#[derive(Clone, Debug, Default)]
pub struct WeekLine {
    /// Its page.
    pub href: String,
    /// Nation and year.
    pub name: String,
    /// Its theme, or that it is not known.
    pub theme: String,
    /// Its dates, as far as known.
    pub dates: String,
    /// Who organised it.
    pub organiser: String,
}

/// The archive's page.
pub fn weeks(weeks: Vec<WeekLine>) -> impl IntoView {
    let lines = weeks
        .into_iter()
        .map(|w| {
            view! {
                <li>
                    <p class="who">{w.name.clone()}</p>
                    <h2 class="line"><a href=w.href>{w.theme}<span class="visually-hidden">{format!(", {}", w.name)}</span></a></h2>
                    <p>{w.dates}</p>
                    <p class="who">{format!("Organised by {}", w.organiser)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="week">
            <h1>"Past weeks"</h1>
            <p class="ask">"Every national co-production week we know of, with what we know of it. Each keeps its address for good. What nobody could confirm is shown as not known."</p>
        </section>
        <ul class="lines two">{lines}</ul>
    }
}
