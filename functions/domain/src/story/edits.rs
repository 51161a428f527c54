//! Edits that a coordinator proposes: nothing of them is public without the author's yes.

use serde::{Deserialize, Serialize};

use super::{GiveAway, LINK_FIELDS, QUOTE_FIELDS, StoryKind, StoryText, TranscriptWay, give_aways};
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::week::Week;

/// The fields that a coordinator may propose other words for. How its author is named, and what they agreed to, is theirs alone.
pub const EDITABLE: [&str; 4] = ["title", "body", "content_notes", "content_note"];

/// The words of a film or podcast, which are edited too where its author put them into the form.
pub const EDITABLE_TRANSCRIPT: &str = "transcript_words";

/// Whether a story has a transcript that a coordinator may propose other words for.
pub fn has_transcript(answers: &Answers) -> bool {
    let film = StoryKind::from_value(answers.get("kind")) == Some(StoryKind::Film);
    film && TranscriptWay::from_value(answers.get("transcript")) == Some(TranscriptWay::Here)
}

/// The fields of this story that a coordinator may propose other words for.
pub fn editable(answers: &Answers) -> Vec<&'static str> {
    EDITABLE.into_iter().chain(only_some(answers)).collect()
}

/// Those that only some stories have: a transcript; of each quote its words and how whoever said it is named, but not what it rests on;
/// of each link what it leads to, but not where.
fn only_some(answers: &Answers) -> impl Iterator<Item = &'static str> {
    let quotes = QUOTE_FIELDS.iter().filter(|[words, ..]| answers.has(words)).flat_map(|[words, named, who, _]| [*words, *named, *who]);
    let links = LINK_FIELDS.iter().map(|[_, title, ..]| *title).filter(|title| answers.has(title));
    has_transcript(answers).then_some(EDITABLE_TRANSCRIPT).into_iter().chain(quotes).chain(links)
}

choices! {
    /// Where an edit stands.
    EditsState {
        Waiting = "waiting", "Its author has not answered yet.";
        Agreed = "agreed", "Its author agreed to the edits.";
        Refused = "refused", "Its author wants their own words.";
    }
}

/// Words that a coordinator proposes, and what their author says to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    /// The [`editable`] fields as they would be; empty once they were answered.
    pub proposed: Answers,
    /// Where they stand.
    pub state: EditsState,
    /// What their author wrote to the desk with the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
}

impl Edits {
    /// Reads what a coordinator typed over the answers that wait. Every rule of the form holds for it, and it must change something.
    pub fn parse(typed: &Answers, answers: &Answers, week: &Week) -> Result<Self, Errors> {
        let mut proposed = Answers::new();
        proposed.take(&editable(answers), typed);
        let edits = Self { proposed, state: EditsState::Waiting, reply: None };
        let (before, after) = (StoryText::parse(answers, week), StoryText::parse(&edits.onto(answers), week)?);
        if before.is_ok_and(|before| before == after) {
            let mut errors = Errors::default();
            errors.add("body", "Change something in the story, or go back and ask its author for a change in words");
            return Err(errors);
        }
        Ok(edits)
    }

    /// The answers with the proposed words in their place.
    pub fn onto(&self, answers: &Answers) -> Answers {
        let mut whole = answers.clone();
        whole.take(&EDITABLE, &self.proposed);
        // What the form did not have stays as it is: edits of an older release know no transcript, no quote and no link.
        let proposed: Vec<&str> = only_some(answers).filter(|field| !self.proposed.all(field).is_empty()).collect();
        whole.take(&proposed, &self.proposed);
        whole
    }

    /// What of the proposed words could give somebody away and does not stand in the author's own.
    pub fn give_aways(&self, answers: &Answers) -> Vec<GiveAway> {
        let before: Vec<String> = give_aways(answers).iter().map(GiveAway::value).collect();
        give_aways(&self.onto(answers)).into_iter().filter(|found| !before.contains(&found.value())).collect()
    }

    /// The same once they were answered: the words are not kept a second time.
    pub fn answered(&self, state: EditsState, reply: Option<String>) -> Self {
        Self { proposed: Answers::new(), state, reply }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_desk_adds_is_held_up_to_it() {
        let answers: Answers = [("title", "Tea"), ("body", "Ring 07700 900123.")].into_iter().collect();
        let edits =
            |body: &str| Edits { proposed: [("title", "Tea"), ("body", body)].into_iter().collect(), state: EditsState::Waiting, reply: None };
        assert_eq!(edits("Ring us on 07700 900123.").give_aways(&answers), []);
        let added = edits("Ring 07700 900123, or write to wren@example.org.").give_aways(&answers);
        assert_eq!(added.iter().map(|found| found.words.as_str()).collect::<Vec<_>>(), ["wren@example.org"]);
    }

    #[test]
    fn a_quote_and_what_a_link_leads_to_are_edited_but_not_what_they_rest_on_and_lead_to() {
        let quoted = [("quote_1", "We were asked."), ("quote_1_as", "named"), ("quote_1_who", "Ann Example"), ("quote_1_basis", "agreed")];
        let linked = [("link", "example.org/film"), ("link_title", "The film"), ("title", "Tea"), ("body", "We began.")];
        let answers: Answers = quoted.into_iter().chain(linked).collect();
        let other = [("quote_1", "We were heard."), ("quote_1_as", "role"), ("quote_1_who", "a nurse"), ("quote_1_basis", "mine")];
        let elsewhere = [("link", "example.org/other"), ("link_title", "Our film"), ("quote_2", "More."), ("title", "Tea"), ("body", "We began.")];
        let mut proposed = Answers::new();
        proposed.take(&editable(&answers), &other.into_iter().chain(elsewhere).collect());
        let after = Edits { proposed, state: EditsState::Waiting, reply: None }.onto(&answers);
        let of = |names: &[&str]| names.iter().map(|name| after.get(name).to_owned()).collect::<Vec<_>>();
        assert_eq!(of(&["quote_1", "quote_1_as", "quote_1_who", "link_title"]), ["We were heard.", "role", "a nurse", "Our film"]);
        assert_eq!(of(&["quote_1_basis", "link", "quote_2"]), ["agreed", "example.org/film", ""], "these are its author's alone");
        let older = Edits { proposed: [("title", "Tea"), ("body", "We met.")].into_iter().collect(), state: EditsState::Waiting, reply: None };
        assert_eq!(older.onto(&answers).get("quote_1"), "We were asked.", "what the form did not have stays");
        let out = Edits { proposed: [("title", "Tea"), ("body", "We met."), ("quote_1", "")].into_iter().collect(), ..older };
        assert!(!out.onto(&answers).has("quote_1"), "a quote whose words are emptied goes");
    }

    #[test]
    fn edits_of_an_older_release_leave_the_transcript_as_it_is() {
        let film = [("kind", "film"), ("transcript", "here"), ("transcript_words", "We sat down."), ("title", "Tea"), ("body", "A film.")];
        let answers: Answers = film.into_iter().collect();
        let mut edits = Edits { proposed: [("title", "Tea"), ("body", "Our film.")].into_iter().collect(), state: EditsState::Waiting, reply: None };
        assert_eq!(edits.onto(&answers).get("transcript_words"), "We sat down.");
        edits.proposed.set("transcript_words", "We sat. Ring 07700 900123.");
        assert_eq!(edits.onto(&answers).get("transcript_words"), "We sat. Ring 07700 900123.");
        assert_eq!(edits.give_aways(&answers).len(), 1, "what the desk adds to it is held up to it");
        let mut blog = answers.clone();
        blog.set("kind", "blog");
        assert_eq!(edits.onto(&blog).get("transcript_words"), "We sat down.", "what nobody sees is not edited");
    }
}
