//! The host's list on paper, for the door: names, places and a box to tick. What would help people is not on it: paper lies about.

use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{BackLink, EmptyState, TableBox};

/// Somebody who has a place.
#[derive(Clone, Debug, Default)]
pub struct OnPaper {
    /// The name they go by.
    pub name: String,
    /// For how many, in the room or online.
    pub party: String,
    /// Whether they were noted as here already.
    pub came: bool,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct HostPaper {
    /// The event.
    pub event: EventLine,
    /// The host's list.
    pub back: String,
    /// When it was made, in words.
    pub made: String,
    /// Everybody who has a place, by name.
    pub people: Vec<OnPaper>,
}

/// The list to print.
pub fn host_paper(page: HostPaper) -> impl IntoView {
    let rows = page.people.into_iter().map(row).collect::<Vec<_>>();
    let nobody = rows.is_empty();
    view! {
        <BackLink href=page.back label="Back to who is coming"/>
        <h1>"List for the door"</h1>
        <div class="stack">
            {page.event.lines()}
            <p class="quiet">"List made " {page.made} ". It holds people’s names. Destroy it after the event."</p>
            <p class="no-print">"Print this page. Tick each person who comes, and note them under “On the day” afterwards."</p>
        </div>
        {match nobody {
            true => view! { <EmptyState heading="Nobody has a place yet" words="People appear here when they have a place." ways_on=Vec::new()/> }.into_any(),
            false => view! {
                <TableBox label="People with a place">
                    <table>
                        <caption>"People with a place"</caption>
                        <thead><tr><th scope="col">"Here"</th><th scope="col">"Name"</th><th scope="col">"Places"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </TableBox>
            }
            .into_any(),
        }}
    }
}

fn row(person: OnPaper) -> impl IntoView {
    let (sign, said) = if person.came { ("☑", "Here already") } else { ("☐", "A box to tick") };
    view! { <tr><td><span class="to-tick" role="img" aria-label=said>{sign}</span></td><th scope="row">{person.name}</th><td>{person.party}</td></tr> }
}
