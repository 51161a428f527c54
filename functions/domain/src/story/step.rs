//! The pages of the story form.

use jiff::Timestamp;

use super::{Byline, Consent, StoryText, undecided};
use crate::answers::Answers;
use crate::choices;
use crate::contact::Email;
use crate::field::Errors;
use crate::week::Week;

choices! {
    /// A page of the story form, in order.
    StoryStep {
        Naming = "naming", "How do you want to be named?";
        Write = "write", "Your story";
        GiveAway = "give-away", "What could give you away";
        Consent = "consent", "What may we do with it?";
    }
}

impl StoryStep {
    /// The fields of this page. `email` and `call_email` go to the confidential table, never into the draft.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Naming => &["naming", "shown_name", "on_behalf", "about", "bio"],
            Self::Write => &[
                "kind",
                "question",
                "between_weeks",
                "title",
                "body",
                "content_notes",
                "content_note",
                "event",
                "event_id",
                "event_title",
                "link",
                "link_title",
                "link_kind",
                "link_length",
                "link_from",
                "link_2",
                "link_2_title",
                "link_2_kind",
                "link_2_length",
                "link_2_from",
                "link_3",
                "link_3_title",
                "link_3_kind",
                "link_3_length",
                "link_3_from",
                "transcript",
                "transcript_words",
                "transcript_link",
                "quote_1",
                "quote_1_as",
                "quote_1_who",
                "quote_1_basis",
                "quote_2",
                "quote_2_as",
                "quote_2_who",
                "quote_2_basis",
                "quote_3",
                "quote_3_as",
                "quote_3_who",
                "quote_3_basis",
                "call",
                "call_words",
                "call_link",
                "call_email",
            ],
            Self::GiveAway => &["keep"],
            Self::Consent => &[
                "consent_publish",
                "consent_round_up",
                "consent_partners",
                "consent_social",
                "consent_facebook",
                "consent_x",
                "consent_linkedin",
                "consent_instagram",
                "consent_youtube",
                "consent_until",
                "day",
                "month",
                "year",
                "adult",
                "email",
            ],
        }
    }

    /// The errors of this page; none if it is complete.
    pub fn errors(self, answers: &Answers, week: &Week, now: Timestamp) -> Errors {
        match self {
            Self::Naming => Byline::parse(answers).err().unwrap_or_default(),
            Self::Write => StoryText::parse(answers, week).err().unwrap_or_default(),
            Self::GiveAway => undecided(answers),
            Self::Consent => {
                let mut errors = Consent::parse(answers, now).err().unwrap_or_default();
                errors.keep_if_given(answers, "email", Email::parse);
                errors
            }
        }
    }

    /// The page that asks for this field.
    pub fn of_field(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.fields().contains(&name))
    }
}
