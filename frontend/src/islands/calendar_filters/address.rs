//! From the form to the query string of an address, and back.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, Node, NodeList, UrlSearchParams};

/// The query string of what is chosen in the form: no empty answers, in the order of their names.
pub fn of_form(form: &HtmlFormElement) -> String {
    let answers = FormData::new_with_form(form).map(JsValue::from).unwrap_or_default();
    tidy(UrlSearchParams::new_with_str_sequence_sequence(&answers).ok())
}

/// The same for the query string of an address, with or without its question mark.
pub fn of_search(search: &str) -> String {
    tidy(UrlSearchParams::new_with_str(search).ok())
}

fn tidy(answers: Option<UrlSearchParams>) -> String {
    let (Some(answers), Ok(tidy)) = (answers, UrlSearchParams::new()) else { return String::new() };
    for pair in js_sys::Array::from(&answers).iter() {
        let pair: js_sys::Array = pair.unchecked_into();
        if let (Some(name), Some(answer)) = (pair.get(0).as_string(), pair.get(1).as_string())
            && !answer.trim().is_empty()
        {
            tidy.append(&name, answer.trim());
        }
    }
    // Declared to throw; it has nothing to throw.
    let _ = tidy.sort();
    String::from(tidy.to_string())
}

/// Whether somebody chose or typed something before the form was alive.
pub fn differs(form: &HtmlFormElement) -> bool {
    controls(form).any(|control| match control.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.checked() != input.default_checked() || input.value() != input.default_value(),
        Err(other) => other.dyn_into::<HtmlSelectElement>().is_ok_and(|list| match list.query_selector("option[selected]") {
            Ok(Some(first)) => first.get_attribute("value").unwrap_or_default() != list.value(),
            _ => list.selected_index() > 0,
        }),
    })
}

fn controls(form: &HtmlFormElement) -> impl Iterator<Item = Node> {
    let found = form.query_selector_all("input, select").ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |n| found.as_ref()?.get(n))
}

/// Sets every control of the form to what the query string says.
pub fn to_form(search: &str, form: &HtmlFormElement) {
    let Ok(answers) = UrlSearchParams::new_with_str(search) else { return };
    for control in controls(form) {
        match control.dyn_into::<HtmlInputElement>() {
            Ok(input) => set_input(&input, &answers),
            Err(other) => {
                if let Ok(list) = other.dyn_into::<HtmlSelectElement>() {
                    match answers.get(&list.name()) {
                        Some(answer) => list.set_value(&answer),
                        None => list.set_selected_index(0),
                    }
                }
            }
        }
    }
}

fn set_input(input: &HtmlInputElement, answers: &UrlSearchParams) {
    let name = input.name();
    match input.type_().as_str() {
        "hidden" | "submit" => {}
        "checkbox" | "radio" => {
            let value = JsValue::from(input.value());
            // A radio button with an empty value is the one for "any".
            let any = input.value().is_empty() && !answers.has(&name);
            input.set_checked(any || answers.get_all(&name).includes(&value, 0));
        }
        _ => input.set_value(&answers.get(&name).unwrap_or_default()),
    }
}
