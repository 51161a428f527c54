//! Errors beside fields: one sentence each, in plain words, that says what to do.

use crate::answers::Answers;

/// Why one field was refused: the field's name and a sentence for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The form's name of the field, which is also its id on the page.
    pub field: String,
    /// What to do, e.g. "Enter the date your event starts".
    pub sentence: String,
}

/// All errors of a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(pub Vec<FieldError>);

impl Errors {
    /// Notes one more error.
    pub fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push(FieldError { field: field.into(), sentence: sentence.into() });
    }

    /// Keeps a parsed value, or notes why there is none.
    pub fn keep<T>(&mut self, field: &str, parsed: Result<T, String>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(sentence) => {
                self.add(field, sentence);
                None
            }
        }
    }

    /// As [`Errors::keep`], for a field that may be left empty.
    pub fn keep_if_given<T>(&mut self, answers: &Answers, field: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if !answers.has(field) {
            return None;
        }
        self.keep(field, parse(answers.get(field)))
    }

    /// Adds another step's errors behind these.
    pub fn join<T>(&mut self, parsed: Result<T, Errors>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(errors) => {
                self.0.extend(errors.0);
                None
            }
        }
    }

    /// `Ok` with the value where nothing was refused.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Errors> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether nothing was refused.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields and sentences as pairs, for the page.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.0.iter().map(|e| (e.field.clone(), e.sentence.clone())).collect()
    }
}
