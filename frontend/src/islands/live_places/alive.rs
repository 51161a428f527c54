//! The places in a browser.

use crate::islands::dom;
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, time::Duration};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlSpanElement};

/// How often the places are asked for while somebody looks at them.
const EVERY: Duration = Duration::from_secs(30);

/// Asks now, every half a minute, and when the page comes back into sight.
pub fn wake(places: HtmlSpanElement, href: String) {
    let words = dom::find::<Element>(&places, "[data-words]").unwrap_or_else(|| places.into());
    let ask: Rc<dyn Fn()> = Rc::new(move || {
        if !dom::out_of_sight() {
            spawn_local(refresh(words.clone(), href.clone()));
        }
    });
    ask();
    let again = Rc::clone(&ask);
    // Without a timer the words stay as they are, which is what a page without script shows.
    let _ = set_interval_with_handle(move || again(), EVERY);
    dom::listen(&document(), "visibilitychange", move |_| ask());
}

/// Puts the answer's words in place, if they are different. No answer leaves everything as it is.
async fn refresh(place: Element, href: String) {
    if let Some(words) = ask(&href).await
        && place.text_content().is_none_or(|shown| shown.trim() != words)
    {
        place.set_text_content(Some(&words));
    }
}

async fn ask(href: &str) -> Option<String> {
    let answer = dom::get(href, None).await?;
    let answer = JsFuture::from(answer.json().ok()?).await.ok()?;
    js_sys::Reflect::get(&answer, &JsValue::from_str("words")).ok()?.as_string().filter(|words| !words.is_empty())
}
