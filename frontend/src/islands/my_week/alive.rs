//! The collecting, in a browser.

use super::kept::{Kept, in_address};
use crate::islands::dom;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDivElement, HtmlElement, NodeList};

/// Shows what can be pressed, and listens. On the week's own page without events in the address it goes on to those that are kept.
pub fn wake(_place: &HtmlDivElement) {
    let Some(kept) = Kept::here() else { return };
    let own_page = kept.place.has_attribute("data-shown");
    if own_page && in_address().is_empty() && !kept.events.is_empty() {
        return go(&kept);
    }
    mark();
    dom::listen(&document(), "click", pressed);
}

/// Makes every button and link of the page say what is kept. Called again when events come or go.
pub fn mark() {
    let Some(kept) = Kept::here() else { return };
    for button in all("button[data-event]") {
        let inside = button.get_attribute("data-event").is_some_and(|event| kept.events.contains(&event));
        if let Some(words) = button.first_element_child() {
            words.set_text_content(Some(if inside { "Take out of my week" } else { "Add to my week" }));
        }
        // Refused only for a name that is no name.
        let _ = button.class_list().toggle_with_force("kept", inside);
        show(&button, true);
    }
    if let Some(link) = dom::find::<Element>(&kept.place, "a[data-count]") {
        let many = kept.events.len();
        link.set_text_content(Some(&if many == 0 { "My week".to_owned() } else { format!("My week ({many})") }));
        let _ = link.set_attribute("href", &kept.address());
    }
    let new = in_address().iter().any(|event| !kept.events.contains(event));
    for (act, there) in [("keep", new), ("clear", !kept.events.is_empty())] {
        if let Some(button) = dom::find::<Element>(&kept.place, &format!("button[data-act={act}]")) {
            show(&button, there);
        }
    }
}

fn pressed(event: Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
    let Some(mut kept) = Kept::here() else { return };
    let own_page = kept.place.has_attribute("data-shown");
    if let Some(event) = button.get_attribute("data-event") {
        let done = kept.turn(&event);
        if own_page {
            return go(&kept);
        }
        mark();
        say(&kept, done);
    }
    match button.get_attribute("data-act").as_deref() {
        Some("keep") if kept.add(&in_address()) => go(&kept),
        Some("clear") if kept.clear() => go(&kept),
        Some(_) => say(&kept, false),
        None => {}
    }
}

/// Opens the week's own page with what is kept now.
fn go(kept: &Kept) {
    // Refused only for an address that is none.
    let _ = window().location().replace(&kept.address());
}

/// Says aloud what became of a press.
fn say(kept: &Kept, done: bool) {
    let words = match (done, kept.events.len()) {
        (false, _) => "Your browser did not keep that.".to_owned(),
        (true, 1) => "My week has 1 event.".to_owned(),
        (true, many) => format!("My week has {many} events."),
    };
    if let Some(status) = dom::find::<Element>(&kept.place, "[role=status]") {
        status.set_text_content(Some(&words));
    }
}

fn show(element: &Element, shown: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(!shown);
    }
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |n| found.as_ref()?.get(n)?.dyn_into().ok())
}
