//! The host's list on paper, for the door: names, places and a box to tick. What would help people is not on it: paper lies about.

use leptos::prelude::*;

use super::register::EventLine;
use crate::components::{BackLink, EmptyState, Icon, IconName, TableBox};

/// Somebody who has a place.
#[derive(Clone, Debug, Default)]
pub struct OnPaper {
    /// The name they go by.
    pub name: String,
    /// For how many.
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
    /// Everybody who has a place and comes, by name.
    pub people: Vec<OnPaper>,
    /// How many take part online, and come to no door.
    pub online: u32,
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
            {(page.online > 0).then(|| view! { <p>{online(page.online)}</p> })}
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
        <p class="to-fill">"People who came without a booking: "<span></span></p>
    }
}

fn online(people: u32) -> String {
    match people {
        1 => "One more person takes part online. They are not on this list.".into(),
        n => format!("{n} more people take part online. They are not on this list."),
    }
}

/// The box is drawn: not every printer's letters have one.
fn row(person: OnPaper) -> impl IntoView {
    let said = if person.came { "Here already" } else { "A box to tick" };
    view! {
        <tr>
            <td>
                <span class="to-tick">{person.came.then(|| view! { <Icon name=IconName::Check/> })}<span class="visually-hidden">{said}</span></span>
            </td>
            <th scope="row">{person.name}</th>
            <td>{person.party}</td>
        </tr>
    }
}
