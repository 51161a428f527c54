//! The desk: the queue, and one event under review.

use frontend::components::*;
use frontend::form::FormPage;
use leptos::prelude::*;

use crate::prose;

/// What waits, longest first.
pub fn queue() -> impl IntoView {
    let rows = [
        ("3 days", "Event", "Power, passed round the table", "Example Peer Network", "Sent again", TagKind::Mind),
        ("1 day", "Story", "The kettle rule", "A peer worker", "New", TagKind::Plain),
        ("2 hours", "Event", "Cuppa and a question", "Demonstration Carers Together", "Confirmed", TagKind::Good),
    ]
    .map(|(waits, what, title, by, state, kind)| {
        view! { <tr><td class="waiting">{waits}</td><td>{what}</td><th scope="row"><a href="#">{title}</a></th><td>{by}</td><td><Tag label=state kind/></td></tr> }
    })
    .collect_view();
    view! {
        <h1>"3 are waiting"</h1>
        <TableBox label="What waits">
            <table class="queue">
                <caption class="visually-hidden">"What waits, longest first"</caption>
                <thead><tr><th scope="col">"Waiting"</th><th scope="col">"What"</th><th scope="col">"Title"</th><th scope="col">"By"</th><th scope="col">"State"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </TableBox>
    }
}

/// An event as it will look, with the checks and the three acts beside it.
pub fn review() -> impl IntoView {
    let form = FormPage { action: "#".into(), ..FormPage::default() };
    let (words, reason) = (form.field("words"), form.field("reason"));
    let checks = vec![
        Check { good: false, words: "The summary holds a phone number.".into() },
        Check { good: true, words: "The date is in the week.".into() },
        Check { good: true, words: "Every access question has an answer.".into() },
    ];
    view! {
        <BackLink href="/desk" label="Queue"/>
        <h1>"Power, passed round the table"</h1>
        <p class="quiet">"Sent 3 days ago by Example Peer Network. Confirmed by its host."</p>
        <div class="review">
            <section class="as-shown" aria-label="As it will look">
                <h2>"Power, passed round the table"</h2>
                <Prose html=prose("We start with a round in which everybody says one thing they decide alone at the moment. Then three short tries, twenty minutes each.\n\nYou can come and go.\n\n")/>
                <Facts facts=vec![Fact::new(IconName::Bsl, "BSL booked"), Fact::new(IconName::Breaks, "Breaks")]/>
            </section>
            <div class="beside-it">
                <section><h2>"Checks"</h2><Checks checks/></section>
                <section class="acts">
                    <h2>"What now?"</h2>
                    <FormShell form=form.head()><Button label="Publish"/></FormShell>
                    <FormShell form=form.head()><TextArea field=words label="What should change?" rows=3/><Button label="Ask for a change" kind=ButtonKind::Secondary/></FormShell>
                    <FormShell form=form.head()><TextInput field=reason label="Reason"/><Button label="Decline" kind=ButtonKind::Warning/></FormShell>
                </section>
            </div>
        </div>
    }
}
