use leptos::prelude::*;

use super::link::Link;

/// The way back, first on the page.
#[component]
pub fn BackLink(
    /// The address of the page before.
    #[prop(into)]
    href: String,
    /// The words, "Back" unless told.
    #[prop(default = "Back".to_owned(), into)]
    label: String,
) -> impl IntoView {
    view! { <p class="back"><a href=href>{label}</a></p> }
}

/// Where you are in a form: the way back and a quiet "Step 3 of 6".
#[component]
pub fn StepHeader(
    /// The step before; none on the first.
    #[prop(optional)]
    back: Option<Link>,
    /// This step, from 1; 0 shows no number.
    #[prop(optional)]
    step: usize,
    /// All steps.
    #[prop(optional)]
    of: usize,
    /// What the form is, such as "List an event".
    #[prop(optional, into)]
    caption: Option<String>,
) -> impl IntoView {
    let place = (step > 0).then(|| format!("Step {step} of {of}"));
    view! {
        {back.map(|Link { label, href }| view! { <BackLink href label/> })}
        {(place.is_some() || caption.is_some())
            .then(|| {
                view! {
                    <p class="step">
                        {caption.map(|words| view! { <span>{words}</span> })} " "
                        {place.map(|words| view! { <span>{words}</span> })}
                    </p>
                }
            })}
    }
}
