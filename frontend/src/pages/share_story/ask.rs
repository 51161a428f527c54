use domain::story::{CALL_FIELDS, CallKind};
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, InputKind, Select, TextInput};
use crate::form::FormPage;

/// What the story asks of its readers, closed until somebody wants it.
pub(super) fn ask(form: &FormPage) -> impl IntoView + use<> {
    let open = CALL_FIELDS.iter().any(|field| form.values.has(field)) || CALL_FIELDS.iter().any(|field| form.error(field).is_some());
    let none = Choice::new("", "Nothing more");
    let kinds = std::iter::once(none).chain(CallKind::ALL.iter().map(|kind| Choice::new(kind.value(), kind.words()))).collect();
    let [kind, words, link, email] = CALL_FIELDS.map(|field| form.field(field));
    view! {
        <Disclosure summary="Ask readers to do something" open>
            <Select field=kind label="What can readers do?" choices=kinds/>
            <TextInput field=words label="Say it in a few words" hint="For example: Come along on the first Tuesday of a month." optional=true/>
            <TextInput
                field=link
                label="For “Read more”: the address of the page"
                hint="It begins with https://."
                kind=InputKind::Url
                optional=true
            />
            <TextInput
                field=email
                label="For everything else: the email address that messages go to"
                hint="Readers write on a page of the hub, and we pass it on. Nobody sees this address: no reader, and no coordinator. It is kept apart from your story and deleted with it. It can be a group’s or an organisation’s. Without one you can only offer “Read more”."
                kind=InputKind::Email
                autocomplete="off"
                optional=true
            />
        </Disclosure>
    }
}
