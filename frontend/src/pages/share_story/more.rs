use domain::story::{LINK_FIELDS, LinkKind, OTHER_WORDS};
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, InputKind, Radios, Select, TextInput, Width};
use crate::form::FormPage;

/// Which event it is about: typed; or chosen, where several may be meant.
pub(super) fn event(form: &FormPage, meant: Vec<Choice>) -> impl IntoView + use<> {
    let warning = "An event can tell readers who you are: the people who were there know each other. Where few people came, leave it out.";
    if meant.is_empty() {
        let found = match form.values.get("event_title") {
            "" => String::new(),
            title => format!("Now it is about: {title}. "),
        };
        let hint = format!("{found}Paste the address of the event’s page, or type words of its title. {warning}");
        return view! { <TextInput field=form.field("event") label="Is it about an event of this week?" hint optional=true/> }.into_any();
    }
    let choices = meant.into_iter().chain([Choice::new("", "None of these")]).collect();
    let hint = format!("These fit what you typed: “{}”. {warning}", form.values.get("event"));
    view! {
        <Radios field=form.field("event") legend="Which event is it about?" hint choices/>
        <TextInput field=form.field(OTHER_WORDS) label="Is it none of these? Type other words of its title" optional=true/>
    }
    .into_any()
}

/// What it leads to: one place for a link, two more closed until somebody wants them.
pub(super) fn links(form: &FormPage) -> impl IntoView + use<> {
    let [first, more @ ..] = &LINK_FIELDS;
    let open = more.iter().any(|[url, title, ..]| form.values.has(url) || form.values.has(title));
    let others = more.iter().enumerate().map(|(at, fields)| link(form, &format!("Link {}: ", at + 2), fields)).collect_view();
    view! {
        <TextInput
            field=form.field(first[0])
            label="Is there more to see, hear or read elsewhere?"
            hint="The address of a film, a podcast, a report or slides."
            kind=InputKind::Url
            optional=true
        />
        {facts(form, "", first)}
        <Disclosure summary="Add more links" open>{others}</Disclosure>
    }
}

fn link(form: &FormPage, which: &str, fields: &[&str; 5]) -> impl IntoView + use<> {
    let rest = facts(form, which, fields);
    view! { <TextInput field=form.field(fields[0]) label=format!("{which}its address") kind=InputKind::Url optional=true/> {rest} }
}

fn facts(form: &FormPage, which: &str, [_, title, kind, length, from]: &[&str; 5]) -> impl IntoView + use<> {
    let none = Choice::new("", "Something else");
    let kinds = std::iter::once(none).chain(LinkKind::ALL.iter().map(|kind| Choice::new(kind.value(), kind.words()))).collect();
    let named = |words: &str| if which.is_empty() { words.to_owned() } else { format!("{which}{}{}", words[..1].to_lowercase(), &words[1..]) };
    view! {
        <TextInput field=form.field(title) label=named("What does it lead to?") hint="For example, our film on the library’s site." optional=true/>
        <Select field=form.field(kind) label=named("What kind of thing is it?") choices=kinds/>
        <TextInput field=form.field(length) label=named("How long is it?") hint="For example, 12 minutes, or 40 pages." width=Width::Medium optional=true/>
        <TextInput
            field=form.field(from)
            label=named("From which day is it there?")
            hint="Only if it is still to come. For example, 5 7 2027."
            width=Width::Medium
            optional=true
        />
    }
}
