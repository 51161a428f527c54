use domain::registration::Way;
use leptos::prelude::*;

use crate::components::{Choice, InputKind, Radios, TextInput, Width};
use crate::form::FormPage;

/// For how many, and how they take part. Also for changing it later.
pub(in crate::pages) fn party_fields(form: &FormPage, both: bool) -> impl IntoView + use<> {
    let ways = || Way::ALL.iter().map(|way| Choice::new(way.value(), way.words())).collect::<Vec<_>>();
    view! {
        {both.then(|| view! { <Radios field=form.field("way") legend="How will you take part?" choices=ways()/> })}
        <TextInput
            field=form.field("places")
            label="How many places do you need?"
            hint="Leave it empty if you come alone. A group of up to 8 gets all its places or none."
            kind=InputKind::Digits
            width=Width::Tiny
            optional=true
        />
        <TextInput
            field=form.field("beside")
            label="Who comes to support you?"
            hint="The number of support workers, companions and interpreters. They do not use up a place."
            kind=InputKind::Digits
            width=Width::Tiny
            optional=true
        />
    }
}
