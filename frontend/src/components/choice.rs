/// One answer to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A line of help under the label.
    pub hint: Option<String>,
}

impl Choice {
    /// An answer without help.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Choice { value: value.into(), label: label.into(), hint: None }
    }

    /// The same answer with a line of help.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The id of the choice at this place. The first has the field's name, so that the error summary finds it.
    pub(crate) fn id(name: &str, place: usize) -> String {
        if place == 0 { name.to_owned() } else { format!("{name}-{}", place + 1) }
    }
}
