//! Who may sign in: for administrators.

use domain::staff::Role;
use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, Choice, ErrorSummary, FormShell, InputKind, Radios, TableBox, TextInput};
use crate::form::FormPage;

/// Somebody with an account.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Their name in records.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Where their links go.
    pub email: String,
    /// "Coordinator".
    pub role: String,
    /// "Has not signed in yet", "Has signed in".
    pub state: String,
}

/// Everybody, and a form to invite one more.
pub fn people(people: Vec<Person>, form: FormPage) -> impl IntoView {
    let rows = people.into_iter().map(row).collect_view();
    let roles = vec![
        Choice::new(Role::Coordinator.value(), Role::Coordinator.words()).hint("Publishes, asks for changes, declines, enters for others"),
        Choice::new(Role::Reviewer.value(), Role::Reviewer.words())
            .hint("Reads what waits, records the second reading of stories, publishes nothing"),
        Choice::new(Role::Administrator.value(), Role::Administrator.words()).hint("Does all of that, and invites and removes people"),
    ];
    view! {
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"People"</h1>
        <TableBox label="People with an account">
            <table>
                <caption class="visually-hidden">"People with an account"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col">"Email"</th>
                        <th scope="col">"Role"</th>
                        <th scope="col">"State"</th>
                        <th scope="col" colspan="2">"Act"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableBox>
        <section class="section">
            <h2>"Invite somebody"</h2>
            <FormShell form=form.head()>
                <TextInput field=form.field("name") label="Their name" autocomplete="off"/>
                <TextInput field=form.field("email") label="Their email address" kind=InputKind::Email autocomplete="off"/>
                <Radios field=form.field("role") legend="What will they do?" choices=roles/>
                <Button label="Invite"/>
            </FormShell>
        </section>
    }
}

fn row(p: Person) -> impl IntoView {
    let (remove, end) = (format!("/desk/people/{}/remove", p.id), format!("/desk/people/{}/end-sessions", p.id));
    let (of, name) = (format!(" of {}", p.name), format!(" {}", p.name));
    view! {
        <tr>
            <th scope="row">{p.name}</th>
            <td>{p.email}</td>
            <td>{p.role}</td>
            <td>{p.state}</td>
            <td><a href=end>"End sessions"<span class="visually-hidden">{of}</span></a></td>
            <td><a href=remove>"Remove"<span class="visually-hidden">{name}</span></a></td>
        </tr>
    }
}

/// An act that wants a second thought.
#[derive(Clone, Debug, Default)]
pub struct Confirmation {
    /// "Remove Priya Example?"
    pub heading: String,
    /// What will happen.
    pub words: String,
    /// "Remove the account".
    pub button: String,
}

/// Asks once more.
pub fn confirm(page: Confirmation, form: FormPage) -> impl IntoView {
    view! {
        <div class="page">
            <BackLink href="/desk/people" label="People"/>
            <h1>{page.heading}</h1>
            <p>{page.words}</p>
            <FormShell form=form.head()><Button label=page.button kind=ButtonKind::Warning/></FormShell>
        </div>
    }
}
