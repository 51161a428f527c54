use leptos::prelude::*;

use super::described::{FieldError, Hint, described_by, group_class};

/// How loud a group's question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Legend {
    /// As loud as a label.
    #[default]
    Plain,
    /// A question that stands out on a page with several.
    Large,
    /// The heading of the page.
    Heading,
}

/// Fields that answer one question together.
#[component]
pub fn Fieldset(
    /// The name that the help's and the error's ids begin with.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// How loud the question is.
    #[prop(optional)]
    size: Legend,
    /// A line of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the group.
    #[prop(optional, into)]
    error: Option<String>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let wrong = error.is_some();
    let described = described_by(&name, hint.is_some(), wrong);
    let legend = match size {
        Legend::Plain => view! { <legend>{legend}</legend> }.into_any(),
        Legend::Large => view! { <legend class="large">{legend}</legend> }.into_any(),
        Legend::Heading => view! { <legend class="question"><h1>{legend}</h1></legend> }.into_any(),
    };
    view! {
        <fieldset class=group_class(wrong) aria-describedby=described>
            {legend}
            {hint.map(|words| view! { <Hint name=name.clone() words/> })}
            {error.map(|words| view! { <FieldError name=name.clone() words/> })}
            {children()}
        </fieldset>
    }
}
