use domain::event::{Resource, ResourceKind};
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, Fieldset, InputKind, Legend, Select, TextInput, Width};
use crate::form::FormPage;

/// Materials: folded until one is there or something is wrong with one.
pub(in crate::pages) fn resources(form: &FormPage) -> impl IntoView + use<> {
    let told = |n: usize| Resource::fields(n).iter().any(|field| form.values.has(field) || form.error(field).is_some());
    let open = (1..=Resource::MOST).any(told);
    let all = (1..=Resource::MOST).map(|n| one(form, n)).collect_view();
    view! {
        <Disclosure summary="Slides, a report, a recording: what people can read, watch or listen to" open>
            <p>"Add what is there already, or the day it comes out. You can add more after the event."</p>
            {all}
        </Disclosure>
    }
}

fn one(form: &FormPage, number: usize) -> impl IntoView + use<> {
    let [title, kind, length, link, launch] = Resource::fields(number).map(|name| form.field(&name));
    let mut kinds = vec![Choice::new("", "Choose one")];
    kinds.extend(ResourceKind::ALL.iter().map(|kind| Choice::new(kind.value(), kind.words())));
    view! {
        <Fieldset name=format!("resource{number}") legend=format!("Material {number}") size=Legend::Large>
            <TextInput field=title label="Its title" optional=true/>
            <Select field=kind label="What is it?" choices=kinds/>
            <TextInput field=length label="How long is it?" hint="Such as “12 minutes” or “8 pages”." width=Width::Medium optional=true/>
            <TextInput field=link label="Its web address" kind=InputKind::Url optional=true/>
            <TextInput field=launch label="The day it comes out" hint="If it is to come, such as 3 12 2026." width=Width::Medium optional=true/>
        </Fieldset>
    }
}
