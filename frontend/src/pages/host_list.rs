//! Who is coming, for the event's host alone: on a screen or on paper.

use leptos::prelude::*;

use super::host_call::{PersonToCall, people_to_call};
use super::register::EventLine;
use crate::components::{BackLink, ButtonKind, ButtonLink, EmptyState, KeyFact, KeyFacts, Link, Notice, SearchForm, TableBox, Tag, TagKind};

/// One person.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// The name they go by.
    pub name: String,
    /// The page with what the host can do.
    pub href: String,
    /// How their registration stands.
    pub state: (String, TagKind),
    /// More about it, such as until when an offer holds.
    pub note: Option<String>,
    /// Address and number.
    pub contact: Vec<String>,
    /// What would help them.
    pub needs: Vec<String>,
}

/// Everybody registered.
#[derive(Clone, Debug, Default)]
pub struct HostList {
    /// The event.
    pub event: EventLine,
    /// The host's page of the event.
    pub back: String,
    /// How many come, wait, and places there are.
    pub counts: Vec<KeyFact>,
    /// Where the places are changed; none where the hub takes no bookings.
    pub places: Option<String>,
    /// This page.
    pub here: String,
    /// What was searched for: those shown fit it, the counts are of everybody.
    pub query: String,
    /// Whom only a call can tell something, and what.
    pub to_call: Vec<PersonToCall>,
    /// Those who have a place, or for whom one is held.
    pub coming: Vec<Guest>,
    /// The waiting list, in order.
    pub waiting: Vec<Guest>,
    /// What to arrange: each need and how many asked for it.
    pub to_arrange: Vec<(String, usize)>,
    /// Whether anybody on the list said what would help, those who wait among them.
    pub asked: bool,
    /// Whether people were counted whose names may be gone.
    pub counted: bool,
    /// Until when access needs can be seen, in words.
    pub needs_until: String,
    /// When the list was made, in words; for paper.
    pub made: String,
}

/// The host's list.
pub fn host_list(page: HostList) -> impl IntoView {
    let nobody = page.coming.is_empty() && page.waiting.is_empty();
    let counted = page.counted;
    let searched = !page.query.is_empty();
    let event_href = page.event.href.clone();
    view! {
        <BackLink href=page.back label="Back to your event"/>
        <h1>"Who is coming"</h1>
        <div class="stack">
            {page.event.lines()}
            <KeyFacts facts=page.counts/>
            <p class="quiet">"List made " {page.made} "."</p>
        </div>
        {page.places.map(|href| acts(&page.here, href))}
        {(!page.to_call.is_empty()).then(|| people_to_call(page.to_call))}
        {(!nobody || searched).then(|| view! { <SearchForm action=page.here.clone() label="Find somebody by name, address or number" value=page.query.clone()/> })}
        {(nobody && searched).then(|| view! { <EmptyState heading="Nobody found" words="Try a part of the name, or the last digits of the number." ways_on=Vec::new()/> })}
        {(nobody && !searched)
            .then(|| {
                let ways_on = vec![Link::new("See your event’s page", event_href)];
                let (heading, words) = match counted {
                    true => ("No names are kept any more", "The numbers above stay. What people told you was deleted, some time after your event or because they asked."),
                    false => ("Nobody has registered yet", "Share the address of your event’s page. People who register appear here at once."),
                };
                view! { <EmptyState heading words ways_on/> }
            })}
        {(!nobody && !searched).then(|| to_arrange(page.to_arrange, page.asked, page.needs_until))}
        {guests("People with a place", page.coming)}
        {guests("Waiting list, first come first", page.waiting)}
    }
}

/// What the host can do with the list.
fn acts(here: &str, places: String) -> impl IntoView + use<> {
    let act = |label: &'static str, href: String| view! { <li><ButtonLink label href kind=ButtonKind::Secondary/></li> };
    view! {
        <ul class="row host-acts">
            {act("Register somebody", format!("{here}/add"))}
            {act("On the day", format!("{here}/door"))}
            {act("List for the door", format!("{here}/paper"))}
            {act("Write to people", format!("{here}/message"))}
            {act("Change the places", places)}
            {act("Download the list", format!("{here}/download"))}
        </ul>
    }
}

fn to_arrange(needs: Vec<(String, usize)>, asked: bool, until: String) -> impl IntoView {
    let lines = needs.into_iter().map(|(need, people)| view! { <li>{need} ": " {people.to_string()}</li> }).collect::<Vec<_>>();
    let none = lines.is_empty();
    let nothing = match asked {
        true => "Nobody with a place has asked for anything yet. What people who wait asked for stands beside their names.",
        false => "Nobody has asked for anything yet.",
    };
    view! {
        <div class="page">
            <h2>"Access to arrange"</h2>
            {if none { view! { <p>{nothing}</p> }.into_any() } else { view! { <ul>{lines}</ul> }.into_any() }}
            <Notice>
                <p>"Only you see what people need. Use it to arrange this event and for nothing else. " {until} " Each time somebody opens this list, it is noted."</p>
            </Notice>
        </div>
    }
}

fn guests(title: &'static str, guests: Vec<Guest>) -> impl IntoView {
    (!guests.is_empty()).then(|| {
        let rows = guests
            .into_iter()
            .map(|guest| {
                let (label, kind) = guest.state;
                let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { <span>{line}</span><br/> }).collect_view();
                view! {
                    <tr>
                        <th scope="row"><a href=guest.href>{guest.name}</a></th>
                        <td><Tag label kind/>{guest.note.map(|note| view! { <br/> <span>{note}</span> })}</td>
                        <td>{lines(guest.contact)}</td>
                        <td>{lines(guest.needs)}</td>
                    </tr>
                }
            })
            .collect_view();
        view! {
            <TableBox label=title>
                <table>
                    <caption>{title}</caption>
                    <thead>
                        <tr><th scope="col">"Name"</th><th scope="col">"Place"</th><th scope="col">"Contact"</th><th scope="col">"What would help"</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableBox>
        }
    })
}
