//! What else a host can tell: for whom it is, in which languages, what to know before coming, how it came about. All of it may be
//! left out; what is left out reads "Not stated" where people look for it.

use serde::{Deserialize, Serialize};

use super::Resource;
use super::happened::parse_happened;
use crate::access::YesNo;
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::{line, one_line, passage};
use crate::week::Week;

choices! {
    /// For whom an event is made. Anyone may still come where it is open to anyone.
    Audience {
        Everyone = "everyone", "Everyone";
        People = "people", "People who use services";
        Carers = "carers", "Carers and families";
        Young = "young", "Young people";
        Older = "older", "Older people";
        Staff = "staff", "People who work in services";
        Leaders = "leaders", "People who plan or pay for services";
        Students = "students", "Students and researchers";
        Groups = "groups", "Community groups and charities";
    }
}

choices! {
    /// A language that is spoken or signed at an event.
    Language {
        English = "english", "English";
        Welsh = "welsh", "Welsh";
        Gaelic = "gaelic", "Scottish Gaelic";
        Irish = "irish", "Irish";
        Bsl = "bsl", "British Sign Language";
        Arabic = "arabic", "Arabic";
        Bengali = "bengali", "Bengali";
        Polish = "polish", "Polish";
        Punjabi = "punjabi", "Punjabi";
        Urdu = "urdu", "Urdu";
        Other = "other", "Another language";
    }
}

/// What a host tells beside what everybody must.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct More {
    /// For whom it is; empty is not stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// Spoken and signed; empty is not stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Translation and the like, at most 150 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages_note: Option<String>,
    /// Whether it is recorded; none is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<YesNo>,
    /// Whether photographs or films are taken; none is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photos: Option<YesNo>,
    /// Who speaks or leads: at most 500 characters over any number of lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speakers: Option<String>,
    /// The event's own hashtag, with its `#`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hashtag: Option<String>,
    /// Where the host's own site says more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_site: Option<SafeUrl>,
    /// What some people will want to know before they come, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<String>,
    /// The theme of a local programme that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_theme: Option<String>,
    /// The numbers of the week's questions that it answers, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<u8>,
    /// How it was made together: Markdown, at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coproduced: Option<String>,
    /// What there is to read, watch or listen to, now or from a day on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// What happened, told when it is over: Markdown, see [`HAPPENED_WORDS`](super::HAPPENED_WORDS).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<String>,
}

impl More {
    /// The fields that hold several answers: all of them unticked is an answer too.
    pub const SEVERAL: [&str; 3] = ["audience", "languages", "questions"];

    /// The fields of this page but those of the resources.
    pub const FIELDS: [&str; 12] = [
        "audience",
        "languages",
        "languages_note",
        "recording",
        "photos",
        "content_note",
        "local_theme",
        "questions",
        "coproduced",
        "speakers",
        "own_site",
        "hashtag",
    ];

    /// Reads [`More::FIELDS`], the resources and what happened, which a page of its own asks for later. A question that the week doesn't ask is passed over.
    pub fn parse(answers: &Answers, week: &Week) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let ticked = |field: &str, value: &str| answers.all(field).iter().any(|v| v == value);
        let audience = Audience::ALL.iter().copied().filter(|a| ticked("audience", a.value())).collect();
        let languages = Language::ALL.iter().copied().filter(|l| ticked("languages", l.value())).collect();
        let languages_note = errors.keep_if_given(answers, "languages_note", |t| line(t, 150, "Enter which languages", "More about languages"));
        let recording = YesNo::from_value(answers.get("recording"));
        let photos = YesNo::from_value(answers.get("photos"));
        let speakers = errors.keep_if_given(answers, "speakers", |t| passage(t, 500, "Enter who speaks or leads", "Who speaks or leads"));
        let own_site = errors.keep_if_given(answers, "own_site", SafeUrl::parse);
        let hashtag = errors.keep_if_given(answers, "hashtag", hashtag);
        let content_note = errors.keep_if_given(answers, "content_note", |t| line(t, 200, "Enter what to know before", "Content note"));
        let local_theme = errors.keep_if_given(answers, "local_theme", |t| line(t, 100, "Enter the theme", "Local theme"));
        let questions = week.questions.iter().map(|q| q.number).filter(|n| ticked("questions", &n.to_string())).collect();
        let coproduced = errors.keep_if_given(answers, "coproduced", |t| passage(t, 2_000, "Enter how", "How you made it together"));
        let resources = errors.join(Resource::parse_all(answers)).unwrap_or_default();
        let happened = errors.keep_if_given(answers, "happened", parse_happened);
        errors.or(Some(Self {
            audience,
            languages,
            languages_note,
            recording,
            photos,
            speakers,
            hashtag,
            own_site,
            content_note,
            local_theme,
            questions,
            coproduced,
            resources,
            happened,
        }))
    }

    /// Whether nothing of it was told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One word of letters, digits and `_`, with or without the sign in front.
fn hashtag(typed: &str) -> Result<String, String> {
    let text = one_line(typed);
    let word = text.strip_prefix('#').unwrap_or(&text);
    let fits = (1..=50).contains(&word.chars().count()) && word.chars().all(|c| c.is_alphanumeric() || c == '_');
    match fits {
        true => Ok(format!("#{word}")),
        false => Err("Enter one hashtag without spaces, like #CoProWeek".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::{Question, WeekId};

    fn week() -> Week {
        let mut week = Week::unknown(WeekId::parse("scotland/2026").unwrap());
        week.questions = vec![Question::new(1, "Who decides?")];
        week
    }

    #[test]
    fn all_of_it_may_be_left_out() {
        assert!(More::parse(&Answers::new(), &week()).unwrap().is_empty());
    }

    #[test]
    fn a_hashtag_is_one_word_with_its_sign() {
        let read = |typed: &str| More::parse(&Answers::from_iter([("hashtag", typed)]), &week()).map(|more| more.hashtag);
        assert_eq!(read("CoProWeek").unwrap().as_deref(), Some("#CoProWeek"));
        assert_eq!(read(" #CoPro_2026 ").unwrap().as_deref(), Some("#CoPro_2026"));
        for wrong in ["#", "two words", "#a #b", "##a", "a<b"] {
            assert_eq!(read(wrong).unwrap_err().0[0].field, "hashtag", "{wrong}");
        }
    }

    #[test]
    fn what_is_not_on_the_list_is_passed_over_and_what_is_too_long_is_not() {
        let pairs = [("audience", "young"), ("audience", "robots"), ("questions", "1"), ("questions", "7"), ("languages", "welsh")];
        let more = More::parse(&Answers::from_iter(pairs), &week()).unwrap();
        assert_eq!((more.audience, more.questions, more.languages), (vec![Audience::Young], vec![1], vec![Language::Welsh]));
        let long = "a".repeat(2_001);
        let errors = More::parse(&Answers::from_iter([("coproduced", long.as_str())]), &week()).unwrap_err();
        assert_eq!(errors.0[0].field, "coproduced");
    }
}
