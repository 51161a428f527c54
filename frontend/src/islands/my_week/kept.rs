//! What the device keeps: for each week the names of events, as one line of text.

use leptos::prelude::{document, window};
use web_sys::{Element, Storage, UrlSearchParams};

/// The most events of one week that are kept; the address of the page holds them all.
const MOST: usize = 100;

/// The collected events of the week that a page is about.
pub struct Kept {
    storage: Storage,
    /// Where a page says which week it is about.
    pub place: Element,
    /// In the order in which they were collected.
    pub events: Vec<String>,
}

impl Kept {
    /// None where the page is about no week, or the browser keeps nothing.
    pub fn here() -> Option<Self> {
        let place = document().get_element_by_id("my-week")?;
        let storage = window().local_storage().ok().flatten()?;
        let line = storage.get_item(&key(&place)).ok()?.unwrap_or_default();
        let events = line.split(' ').filter(|name| is_name(name)).map(str::to_owned).collect();
        Some(Self { storage, place, events })
    }

    /// Puts an event in, or takes it out. False where the list is full or the browser refuses.
    pub fn turn(&mut self, event: &str) -> bool {
        match self.events.iter().position(|kept| kept == event) {
            Some(at) => drop(self.events.remove(at)),
            None if self.events.len() < MOST => self.events.push(event.to_owned()),
            None => return false,
        }
        self.write()
    }

    /// Puts several in.
    pub fn add(&mut self, events: &[String]) -> bool {
        let new: Vec<String> = events.iter().filter(|event| !self.events.contains(event)).cloned().collect();
        self.events.extend(new);
        self.events.truncate(MOST);
        self.write()
    }

    /// Forgets the week. Nothing of it is left on the device.
    pub fn clear(&mut self) -> bool {
        self.events.clear();
        self.write()
    }

    fn write(&self) -> bool {
        let key = key(&self.place);
        match self.events.is_empty() {
            true => self.storage.remove_item(&key).is_ok(),
            false => self.storage.set_item(&key, &self.events.join(" ")).is_ok(),
        }
    }

    /// The address of the page that shows them.
    pub fn address(&self) -> String {
        let path = self.place.get_attribute("data-path").unwrap_or_default();
        let query: Vec<String> = self.events.iter().map(|event| format!("e={event}")).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

fn key(place: &Element) -> String {
    format!("my-week/{}", place.get_attribute("data-week").unwrap_or_default())
}

/// An event's name is letters and digits; anything else in the device's store isn't ours.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 40 && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The events that the present address names.
pub fn in_address() -> Vec<String> {
    let search = window().location().search().unwrap_or_default();
    let Ok(answers) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    answers.get_all("e").iter().filter_map(|value| value.as_string()).filter(|name| is_name(name)).collect()
}
