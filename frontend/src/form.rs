//! What a form page knows: where it goes, what was typed, what is wrong.

use domain::answers::Answers;
use domain::field::Errors;

/// A form, with the answers and errors of the last time it was sent.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    /// The address the form is sent to.
    pub action: String,
    /// The random key that makes a double press count once.
    pub form_key: String,
    /// More hidden fields: name and value.
    pub hidden: Vec<(String, String)>,
    /// What is wrong: the field's name and a sentence, in the order of the page.
    pub errors: Vec<(String, String)>,
    /// Answers exactly as they were typed.
    pub values: Answers,
}

impl FormPage {
    /// The same form, come back with what is wrong.
    pub fn wrong(mut self, errors: Errors) -> Self {
        self.errors.extend(errors.0.into_iter().map(|error| (error.field, error.sentence)));
        self
    }

    /// The first answer in a field, or nothing typed.
    pub fn value(&self, name: &str) -> String {
        self.values.get(name).to_owned()
    }

    /// Every answer in a field.
    pub fn values(&self, name: &str) -> Vec<String> {
        self.values.all(name).to_vec()
    }

    /// The first thing wrong with a field.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|(field, _)| field == name).map(|(_, sentence)| sentence.clone())
    }

    /// One field, ready for a form component.
    pub fn field(&self, name: &str) -> Field {
        Field { name: name.to_owned(), values: self.values(name), error: self.error(name) }
    }

    /// What the form's frame needs.
    pub fn head(&self) -> FormHead {
        FormHead { action: self.action.clone(), form_key: self.form_key.clone(), hidden: self.hidden.clone() }
    }
}

/// Where a form goes, and the fields nobody sees.
#[derive(Clone, Debug, Default)]
pub struct FormHead {
    /// The address the form is sent to.
    pub action: String,
    /// The random key that makes a double press count once.
    pub form_key: String,
    /// More hidden fields: name and value.
    pub hidden: Vec<(String, String)>,
}

/// One field of a form: its name is also its id, so the error summary can link to it.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The field's name and id.
    pub name: String,
    /// Answers exactly as they were typed.
    pub values: Vec<String>,
    /// What is wrong with it, as a sentence.
    pub error: Option<String>,
}

impl Field {
    /// The first answer, or nothing typed.
    pub fn value(&self) -> String {
        self.values.first().cloned().unwrap_or_default()
    }

    /// Whether this choice was picked.
    pub fn has(&self, choice: &str) -> bool {
        self.values.iter().any(|value| value == choice)
    }
}

impl From<&str> for Field {
    /// An empty field of that name.
    fn from(name: &str) -> Self {
        Field { name: name.to_owned(), ..Field::default() }
    }
}
