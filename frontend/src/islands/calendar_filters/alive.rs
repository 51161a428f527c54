//! The filters in a browser: what is chosen, asked for and shown.

use super::{
    address,
    history::{Step, move_to, search, with_query},
    results,
};
use crate::islands::dom;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::JsCast;
use web_sys::{AbortController, Element, Event, HtmlDivElement, HtmlFormElement, HtmlInputElement};

/// How long a pause in typing has to be before the search is asked.
const PAUSE: Duration = Duration::from_millis(250);

struct Filters {
    form: HtmlFormElement,
    /// The tidy query string of what the page shows.
    shown: RefCell<String>,
    /// Stops the request that is on its way.
    stop: RefCell<Option<AbortController>>,
    pause: Cell<Option<TimeoutHandle>>,
    /// The form was handed back to the browser.
    gave_up: Cell<bool>,
}

/// Listens to the form and to Back and Forward.
pub fn wake(root: HtmlDivElement) {
    let Some(form) = dom::find::<HtmlFormElement>(&root, "form") else { return };
    if let Some(button) = dom::find::<Element>(&form, "button[type=submit]:not([name])") {
        // Refused only for a name that is no name. A hidden button still answers to the Enter key.
        let _ = button.set_attribute("hidden", "");
    }
    let filters = Rc::new(Filters {
        shown: RefCell::new(address::of_search(&search())),
        form: form.clone(),
        stop: RefCell::default(),
        pause: Cell::default(),
        gave_up: Cell::new(false),
    });
    let on = |target: &web_sys::EventTarget, name: &str, act: fn(&Rc<Filters>, Event)| {
        let filters = Rc::clone(&filters);
        dom::listen(target, name, move |event| act(&filters, event));
    };
    on(&form, "input", Filters::typed);
    on(&form, "change", Filters::chosen);
    on(&form, "submit", Filters::sent);
    on(&window(), "popstate", Filters::went);
    if address::differs(&form) {
        filters.ask(Step::Replace);
    }
}

impl Filters {
    fn typed(self: &Rc<Self>, event: Event) {
        if is_text(&event) {
            let filters = Rc::clone(self);
            self.wait(set_timeout_with_handle(move || filters.ask(Step::Replace), PAUSE).ok());
        }
    }

    fn chosen(self: &Rc<Self>, event: Event) {
        self.wait(None);
        self.ask(if is_text(&event) { Step::Replace } else { Step::Push });
    }

    fn sent(self: &Rc<Self>, event: Event) {
        if !self.gave_up.get() {
            event.prevent_default();
            self.wait(None);
            self.ask(Step::Push);
        }
    }

    /// Back, Forward, or a link to another place of this page, which changes no filter.
    fn went(self: &Rc<Self>, _: Event) {
        let search = search();
        if address::of_search(&search) != *self.shown.borrow() {
            self.wait(None);
            address::to_form(&search, &self.form);
            self.fetch(address::of_search(&search), Step::Stay);
        }
    }

    fn wait(&self, pause: Option<TimeoutHandle>) {
        if let Some(earlier) = self.pause.replace(pause) {
            earlier.clear();
        }
    }

    fn ask(self: &Rc<Self>, step: Step) {
        let query = address::of_form(&self.form);
        if query == *self.shown.borrow() {
            self.stop();
        } else {
            self.fetch(query, step);
        }
    }

    fn stop(&self) {
        if let Some(earlier) = self.stop.take() {
            earlier.abort();
            results::busy(false);
        }
    }

    fn fetch(self: &Rc<Self>, query: String, step: Step) {
        self.stop();
        let Ok(stop) = AbortController::new() else { return self.give_up(step) };
        self.stop.replace(Some(stop.clone()));
        results::busy(true);
        let filters = Rc::clone(self);
        spawn_local(async move {
            let address = with_query(&query);
            let page = results::load(&address, &stop.signal()).await;
            if stop.signal().aborted() {
                return;
            }
            filters.stop.take();
            results::busy(false);
            match page {
                Some(page) => {
                    // The address first: links in the new parts are read against it.
                    move_to(&address, step);
                    results::show(&page);
                    filters.shown.replace(query);
                }
                None => filters.give_up(step),
            }
        });
    }

    /// Lets the browser do what it would have done without the island.
    fn give_up(&self, step: Step) {
        self.gave_up.set(true);
        let left = match step {
            Step::Stay => window().location().reload(),
            Step::Push | Step::Replace => self.form.request_submit(),
        };
        // An old browser without requestSubmit: the form is alive again at the next press of its button.
        let _ = left;
    }
}

/// Whether the event comes from a box that people type in.
fn is_text(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "search" | "text"))
}
