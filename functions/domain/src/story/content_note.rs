//! What readers may want to know before they read: from a list, and in the author's own words.

use crate::answers::Answers;
use crate::choices;
use crate::text::one_line;

choices! {
    /// A subject that some readers would rather know of first.
    ContentNote {
        Suicide = "suicide", "Suicide or self-harm";
        Abuse = "abuse", "Abuse or violence";
        Sexual = "sexual-violence", "Sexual violence";
        Restraint = "restraint", "Restraint, or treatment against somebody's will";
        Hospital = "hospital", "Being in hospital";
        Death = "death", "Death and grief";
        Baby = "baby-loss", "The loss of a baby";
        Eating = "eating", "Eating and body weight";
        Substances = "substances", "Alcohol and drugs";
        Racism = "racism", "Racism or other discrimination";
    }
}

/// The line that stands before the text: what was ticked, then the author's own words.
pub fn note_of(answers: &Answers) -> Option<String> {
    let ticked: Vec<String> =
        ContentNote::ALL.iter().filter(|n| answers.all("content_notes").iter().any(|v| v == n.value())).map(|n| n.words().to_lowercase()).collect();
    let own = one_line(answers.get("content_note"));
    let listed = (!ticked.is_empty()).then(|| format!("This mentions: {}.", ticked.join("; ")));
    match (listed, own.is_empty()) {
        (Some(listed), true) => Some(listed),
        (Some(listed), false) => Some(format!("{listed} {own}")),
        (None, false) => Some(own),
        (None, true) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ticked_stands_before_the_own_words() {
        let mut answers = Answers::from_iter([("content_notes", "hospital"), ("content_notes", "suicide"), ("content_notes", "nonsense")]);
        assert_eq!(note_of(&answers).as_deref(), Some("This mentions: suicide or self-harm; being in hospital."));
        answers.set("content_note", " And a  storm. ");
        assert_eq!(note_of(&answers).as_deref(), Some("This mentions: suicide or self-harm; being in hospital. And a storm."));
        answers.remove("content_notes");
        assert_eq!(note_of(&answers).as_deref(), Some("And a storm."));
        assert_eq!(note_of(&Answers::new()), None);
    }
}
