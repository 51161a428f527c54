//! The parts of the calendar page that depend on the filters.

use crate::islands::{dom, my_week};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Document, DomParser, HtmlElement, SupportedType};

/// Ids whose content is taken from the new page, where both pages have them. The elements themselves stay: `result-count` is
/// a status, and a screen reader says what changes inside it.
const PARTS: [&str; 6] = ["days", "results", "result-ways", "filter-summary", "filter-clear", "result-count"];

/// The page at an address, if it could be had and holds results.
pub async fn load(address: &str, stop: &AbortSignal) -> Option<Document> {
    let answer = dom::get(address, Some(stop)).await?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    page.get_element_by_id("results").is_some().then_some(page)
}

/// Shows the parts of `page` here. The focus stays where it is, or on what has the same id in the new parts.
pub fn show(page: &Document) {
    let here = document();
    let focus = here.active_element().map(|focus| focus.id()).unwrap_or_default();
    for id in PARTS {
        if let (Some(old), Some(new)) = (here.get_element_by_id(id), page.get_element_by_id(id)) {
            old.replace_children_with_node(&js_sys::Array::from(&new.child_nodes()));
        }
    }
    if here.active_element().map(|now| now.id()).unwrap_or_default() != focus
        && let Some(same) = here.get_element_by_id(&focus).and_then(|same| same.dyn_into::<HtmlElement>().ok())
    {
        // Not every element takes the focus; then it is where the browser left it.
        let _ = same.focus();
    }
    my_week::mark();
    here.set_title(&page.title());
}

/// Tells assistive technology that the results are about to change, or have.
pub fn busy(busy: bool) {
    if let Some(results) = document().get_element_by_id("results") {
        // Refused only for a name that is no name.
        let _ = results.set_attribute("aria-busy", if busy { "true" } else { "false" });
    }
}
