//! How the waiting list works, for whoever may join it.

use domain::registration::{FAIRNESS, OFFER_RULE};
use leptos::prelude::*;

use crate::components::Disclosure;

/// The rules, folded: who is offered a place that comes free, and how long an offer lasts.
pub(super) fn waiting_rules() -> impl IntoView {
    let rules = FAIRNESS.into_iter().chain([OFFER_RULE]).map(|rule| view! { <li>{rule}</li> }).collect_view();
    view! { <Disclosure summary="How the waiting list works"><ul>{rules}</ul></Disclosure> }
}
