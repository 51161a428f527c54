use domain::access::AccessFact;
use domain::answers::Answers;
use domain::calendar::TimeOfDay;
use domain::event::{Audience, EventKind, Format, Language};
use domain::nation::Nation;
use domain::region::Region;
use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Checkboxes, Choice, Fold};
use crate::form::Field;

/// What is filtered by, and where the form leads.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// The calendar's own address.
    pub action: String,
    /// The query as it stands.
    pub query: Answers,
    /// What is filtered by, in words.
    pub words: Vec<String>,
    /// The week's days: value and words.
    pub days: Vec<(String, String)>,
    /// Kinds that occur in the week: only these are offered.
    pub kinds: Vec<EventKind>,
    /// Host nations that occur in the week: only these are offered.
    pub nations: Vec<Nation>,
    /// For whom events of the week are made.
    pub audiences: Vec<Audience>,
    /// Languages that are spoken or signed in the week.
    pub languages: Vec<Language>,
    /// The week's questions that an event answers: number and words.
    pub questions: Vec<(String, String)>,
    /// Regions in which events of the week are: only these are offered.
    pub regions: Vec<Region>,
}

/// The filters: a form whose address is its state.
pub(super) fn filters(filters: Filters) -> impl IntoView {
    let field = |name: &str| Field { name: name.to_owned(), values: filters.query.all(name).to_vec(), error: None };
    let (format, fact, day, time) = (field("format"), field("access"), field("day"), field("time"));
    let (kind, nation, region) = (field("kind"), field("nation"), field("region"));
    let (audience, language, question) = (field("audience"), field("language"), field("question"));
    let text = filters.query.get("q").to_owned();
    let [free, expenses, places] = ["free", "expenses", "places"].map(|name| filters.query.ticked(name));
    let filtered = !filters.words.is_empty();
    let clear = filters.action.clone();
    let action = filters.action;
    let summary = match filters.words.is_empty() {
        true => "Filter events".to_owned(),
        false => format!("Filter: {}", filters.words.join(", ")),
    };
    let days = filters.days.iter().map(|(value, words)| Choice::new(value, words)).collect();
    let formats = Format::ALL.iter().map(|f| Choice::new(f.value(), f.words())).collect();
    let access = AccessFact::ALL.iter().map(|a| Choice::new(a.value(), a.words())).collect();
    let times = TimeOfDay::ALL.iter().map(|t| Choice::new(t.value(), t.words())).collect();
    let kinds: Vec<_> = filters.kinds.iter().map(|k| Choice::new(k.value(), k.words())).collect();
    let nations: Vec<_> = filters.nations.iter().map(|n| Choice::new(n.value(), n.words())).collect();
    let audiences: Vec<_> = filters.audiences.iter().map(|a| Choice::new(a.value(), a.words())).collect();
    let languages: Vec<_> = filters.languages.iter().map(|l| Choice::new(l.value(), l.words())).collect();
    let questions: Vec<_> = filters.questions.iter().map(|(value, words)| Choice::new(value, words)).collect();
    let regions: Vec<_> = filters.regions.iter().map(|r| Choice::new(r.value(), r.words())).collect();
    view! {
        <Fold summary=summary id="filter-summary">
            <form class="filters" method="get" action=action role="search" aria-label="Filter events">
                <div class="field">
                    <label for="q">"Search"</label>
                    <input id="q" name="q" type="search" maxlength="100" value=text/>
                </div>
                <Checkboxes field=format legend="How to take part" choices=formats/>
                <Checkboxes field=fact legend="What you need" choices=access/>
                <fieldset>
                    <legend>"Cost and places"</legend>
                    <Single name="free" label="Free" checked=free/>
                    <Single name="expenses" label="Expenses paid" checked=expenses/>
                    <Single name="places" label="Places left" checked=places/>
                </fieldset>
                <Checkboxes field=day legend="Day" choices=days/>
                <Checkboxes field=time legend="Time of day" choices=times/>
                {(!regions.is_empty()).then(|| view! { <Checkboxes field=region legend="Where it is" choices=regions/> })}
                {(!audiences.is_empty()).then(|| view! { <Checkboxes field=audience legend="For whom" choices=audiences/> })}
                {(!languages.is_empty()).then(|| view! { <Checkboxes field=language legend="Language" choices=languages/> })}
                {(!questions.is_empty()).then(|| view! { <Checkboxes field=question legend="Question of the week" choices=questions/> })}
                {(kinds.len() > 1).then(|| view! { <Checkboxes field=kind legend="Kind of event" choices=kinds/> })}
                {(nations.len() > 1).then(|| view! { <Checkboxes field=nation legend="Where the host is based" choices=nations/> })}
                <Button label="Show results" kind=ButtonKind::Secondary/>
                <p id="filter-clear">{filtered.then(|| view! { <a href=clear>"Clear all filters"</a> })}</p>
            </form>
        </Fold>
    }
}

/// One box with a name of its own.
#[component]
fn Single(name: &'static str, label: &'static str, checked: bool) -> impl IntoView {
    view! {
        <div class="choice">
            <input type="checkbox" id=name name=name value="yes" checked=checked/>
            <label for=name>{label}</label>
        </div>
    }
}
