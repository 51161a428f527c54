//! What somebody typed, word for word, before any rule has looked at it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The raw answers of a form by field name. A field may hold several values (tick boxes).
///
/// Drafts are kept in this shape, so nothing typed is lost even where a rule refuses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Vec<String>>);

impl Answers {
    /// No answers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The first value of a field, as typed; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All values of a field, as typed.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a tick box was ticked (its value is `yes`).
    pub fn ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// Whether a field holds anything but white space.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).iter().any(|value| !value.trim().is_empty())
    }

    /// Puts one value in place of whatever the field held.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.insert(name.into(), vec![value.into()]);
    }

    /// Adds a value to a field.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(value.into());
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Replaces the fields in `names` by those of `newer`: one page of a form saved over the whole.
    /// A tick box left empty sends nothing, so a field that `newer` lacks is cleared.
    pub fn take(&mut self, names: &[impl AsRef<str>], newer: &Answers) {
        for name in names {
            match newer.0.get(name.as_ref()) {
                Some(values) => self.0.insert(name.as_ref().to_owned(), values.clone()),
                None => self.0.remove(name.as_ref()),
            };
        }
    }

    /// Every field name with its values, in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// The names of the fields that hold something and are not in `known`.
    pub fn unknown<'a>(&'a self, known: &[impl AsRef<str>]) -> Vec<&'a str> {
        self.0.keys().map(String::as_str).filter(|name| !known.iter().any(|k| k.as_ref() == *name)).collect()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Answers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut answers = Self::new();
        for (name, value) in pairs {
            answers.add(name, value);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_saved_again_clears_the_boxes_that_are_no_longer_ticked() {
        let mut draft = Answers::from_iter([("needs", "bsl"), ("needs", "captions"), ("name", "Ann")]);
        draft.take(&["needs"], &Answers::new());
        assert!(draft.all("needs").is_empty());
        assert_eq!(draft.get("name"), "Ann");
    }
}
