//! The count in a browser.

use super::Count;
use crate::islands::{dom, words::progress};
use domain::text::count_words;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::{cell::Cell, time::Duration};
use web_sys::{HtmlDivElement, HtmlTextAreaElement};

/// How long a pause in the writing has to be before the count is said.
const PAUSE: Duration = Duration::from_secs(1);

/// Counts what the text area holds now and whenever it changes.
pub fn wake(field: HtmlDivElement, count: Count) {
    let Some(area) = dom::find::<HtmlTextAreaElement>(&field, "textarea") else { return };
    count.show(&area);
    let pause = Cell::new(None::<TimeoutHandle>);
    dom::listen(&field, "input", move |_| {
        count.show(&area);
        if let Some(earlier) = pause.take() {
            earlier.clear();
        }
        if count.over.get_untracked() {
            count.say();
        } else {
            pause.set(set_timeout_with_handle(move || count.say(), PAUSE).ok());
        }
    });
}

impl Count {
    fn show(self, area: &HtmlTextAreaElement) {
        let words = count_words(&area.value());
        self.shown.set(progress(words, self.limit));
        self.over.set(words > self.limit as usize);
    }

    fn say(self) {
        self.said.set(self.shown.get_untracked());
    }
}
