//! The places in a browser.

use crate::islands::dom;
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, time::Duration};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDivElement};

/// How often the places are asked for while somebody looks at them.
const EVERY: Duration = Duration::from_secs(30);

/// Asks now, every half a minute, and when the page comes back into sight.
pub fn wake(places: HtmlDivElement, href: String) {
    let ask: Rc<dyn Fn()> = Rc::new(move || {
        if !dom::out_of_sight() {
            spawn_local(refresh(places.clone(), href.clone()));
        }
    });
    ask();
    let again = Rc::clone(&ask);
    // Without a timer the words stay as they are, which is what a page without script shows.
    let _ = set_interval_with_handle(move || again(), EVERY);
    dom::listen(&document(), "visibilitychange", move |_| ask());
}

/// Puts the answer's words in place, where they are different. No answer leaves everything as it is.
async fn refresh(places: HtmlDivElement, href: String) {
    if let Some(answer) = ask(&href).await {
        for (name, selector) in [("words", "[data-words]"), ("small", "[data-small]")] {
            let Some(place) = dom::find::<Element>(&places, selector) else { continue };
            let words = js_sys::Reflect::get(&answer, &JsValue::from_str(name)).ok().and_then(|words| words.as_string());
            let words = words.unwrap_or_default();
            if place.text_content().is_none_or(|shown| shown != words) {
                place.set_text_content(Some(&words));
            }
        }
    }
}

async fn ask(href: &str) -> Option<JsValue> {
    let answer = dom::get(href, None).await?;
    let answer = JsFuture::from(answer.json().ok()?).await.ok()?;
    answer.is_object().then_some(answer)
}
