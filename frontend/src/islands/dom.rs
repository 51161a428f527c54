//! What the islands ask of the browser, in one place.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Element, Event, EventTarget, RequestInit, Response};

/// Calls `act` whenever `name` happens on `target` or inside it, as long as the page lives.
pub fn listen(target: &EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    // Refused only for a null target, which the types rule out.
    let _ = target.add_event_listener_with_callback(name, act.unchecked_ref());
}

/// The first element inside `root` that `selector` finds and that is a `T`.
pub fn find<T: JsCast>(root: &Element, selector: &str) -> Option<T> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The answer to a GET, unless it failed, was stopped, or is an error page.
pub async fn get(address: &str, stop: Option<&AbortSignal>) -> Option<Response> {
    let how = RequestInit::new();
    how.set_signal(stop);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &how)).await.ok()?;
    answer.dyn_into::<Response>().ok().filter(Response::ok)
}

/// Whether nobody can see the page just now: another tab is in front, or the screen is off.
pub fn out_of_sight() -> bool {
    document().hidden()
}
