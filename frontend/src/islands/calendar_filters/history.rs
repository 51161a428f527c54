//! The address in the browser, which holds the same filters as the form.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// What becomes of the address in the browser.
#[derive(Clone, Copy)]
pub enum Step {
    /// A new one, so that Back undoes it: a tick or a choice.
    Push,
    /// In place of the present one: typing.
    Replace,
    /// It is there already: Back or Forward.
    Stay,
}

/// The query string of the present address, with its question mark.
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The present path with another query string.
pub fn with_query(query: &str) -> String {
    let path = window().location().pathname().unwrap_or_default();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Puts `address` where the browser shows it.
pub fn move_to(address: &str, step: Step) {
    if let Ok(history) = window().history() {
        // Browsers refuse a page that does it hundreds of times a minute; the results are right all the same.
        let _ = match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
            Step::Stay => Ok(()),
        };
    }
}
