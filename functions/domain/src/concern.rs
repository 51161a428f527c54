//! What somebody worries about: told to the coordinators and to nobody else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::ids::ConcernId;
use crate::link::is_own_path;
use crate::text::{line, passage};

/// When it is read, where a week does not say: told before anybody writes.
pub const READ_WHEN: &str = "A coordinator reads it on working days between 9 am and 5 pm. At night and at the weekend nobody reads it.";

choices! {
    /// What it is about. Somebody's safety comes first.
    ConcernAbout {
        Safety = "safety", "I am worried about somebody\u{2019}s safety";
        Named = "named", "A page shows or names somebody who did not agree";
        Harm = "harm", "A page could hurt somebody";
        Other = "other", "Something else is wrong";
    }
}

/// What somebody told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// Its name in records.
    pub id: ConcernId,
    /// What it is about.
    pub about: ConcernAbout,
    /// 1\u{2013}3,000 characters.
    pub words: String,
    /// The page it is about, one of the hub's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// How to reach whoever wrote it, if they want that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// When it came.
    pub at: Timestamp,
}

impl Concern {
    /// Reads `about`, `words`, `reach`, `page`. A page that is none of ours is left out.
    pub fn parse(typed: &Answers, id: ConcernId, now: Timestamp) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let about = errors.keep("about", ConcernAbout::parse(typed.get("about"), "Choose what it is about"));
        let words = errors.keep("words", passage(typed.get("words"), 3_000, "Write what you are worried about", "What you are worried about"));
        let reach = errors.keep_if_given(typed, "reach", |text| line(text, 120, "", "How to reach you"));
        let page = Some(typed.get("page").to_owned()).filter(|page| is_own_path(page) && page.len() <= 200);
        errors.or(about.zip(words).map(|(about, words)| Self { id, about, words, page, reach, at: now }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_needs_a_kind_and_words_and_nobody_s_name() {
        let read = |pairs: &[(&str, &str)]| {
            let typed = pairs.iter().copied().collect();
            Concern::parse(&typed, ConcernId::from_random([1; 16]), Timestamp::UNIX_EPOCH)
        };
        let fields = |errors: Errors| errors.0.into_iter().map(|error| error.field).collect::<Vec<_>>();
        assert_eq!(fields(read(&[]).unwrap_err()), ["about", "words"]);
        let told = read(&[("about", "safety"), ("words", "She wrote that."), ("page", "https://evil.example/")]).unwrap();
        assert_eq!((told.about, told.page, told.reach), (ConcernAbout::Safety, None, None));
    }
}
