use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// One access fact of an event; none is ever left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRow {
    /// The icon of the fact.
    pub icon: IconName,
    /// What it is, such as "Hearing loop".
    pub label: String,
    /// "Yes", "No", "Not sure" or "Not told".
    pub answer: String,
    /// The host's own words about it.
    pub note: Option<String>,
}

/// Everything a host said about getting in and taking part.
#[component]
pub fn AccessList(
    /// The facts, in the order they are asked.
    rows: Vec<AccessRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <div>
                    <dt><Icon name=row.icon/>{row.label}</dt>
                    <dd><strong>{row.answer}</strong>{row.note.map(|note| view! { <span class="note">{note}</span> })}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="access">{rows}</dl> }
}
