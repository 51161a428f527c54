use domain::story::{Attribution, Basis, QUOTE_FIELDS};
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, Radios, TextArea, TextInput, Width};
use crate::form::FormPage;

/// Three places for words of others, closed until somebody wants one or one is filled in.
pub(super) fn quotes(form: &FormPage) -> impl IntoView + use<> {
    let open = QUOTE_FIELDS.iter().any(|[words, ..]| form.values.has(words));
    let places = QUOTE_FIELDS.iter().enumerate().map(|(at, fields)| quote(form, at + 1, fields)).collect_view();
    view! {
        <Disclosure summary="Quote somebody’s words" open>
            <p>"A quote stands apart from your text, with whose words it is. Ask before you quote somebody: show them the words, and how they would be named."</p>
            {places}
        </Disclosure>
    }
}

fn quote(form: &FormPage, number: usize, [words, attribution, who, basis]: &[&str; 4]) -> impl IntoView + use<> {
    let named = Attribution::ALL.iter().map(|a| Choice::new(a.value(), a.words())).collect();
    let why = Basis::ALL.iter().map(|b| Choice::new(b.value(), b.words())).collect();
    view! {
        <TextArea field=form.field(words) label=format!("Quote {number}: the words") rows=3 optional=true/>
        <Radios field=form.field(attribution) legend=format!("Quote {number}: how are they named?") choices=named/>
        <TextInput field=form.field(who) label=format!("Quote {number}: their name, or what they do or are") width=Width::Medium autocomplete="off" optional=true/>
        <Radios field=form.field(basis) legend=format!("Quote {number}: why may these words stand here?") choices=why/>
    }
}
