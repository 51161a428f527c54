//! What a story leads to elsewhere: a film, slides, the whole report, now or from a day on.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use super::StoryKind;
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::line;
use crate::time::parse_date_line;

choices! {
    /// What a link leads to.
    LinkKind {
        Film = "film", "Film";
        Sound = "sound", "Podcast or recording";
        Report = "report", "Report";
        Slides = "slides", "Slides";
        EasyRead = "easy-read", "Easy Read";
        Page = "page", "Web page";
    }
}

/// A link with what a reader wants to know before following it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLink {
    /// Where it leads; none where it is still to come and its address is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// What lies there: "The film on the library's site".
    pub title: String,
    /// What kind of thing that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<LinkKind>,
    /// How long it is: "12 minutes", "40 pages".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// The day from which it is there; none where it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// The fields of each link: address, title, kind, length, the day from which it is there.
pub const LINK_FIELDS: [[&str; 5]; 3] = [
    ["link", "link_title", "link_kind", "link_length", "link_from"],
    ["link_2", "link_2_title", "link_2_kind", "link_2_length", "link_2_from"],
    ["link_3", "link_3_title", "link_3_kind", "link_3_length", "link_3_from"],
];

impl StoryLink {
    /// Reads every link that has an address, a title or a day. A film or podcast needs a first one, with its length.
    pub fn parse_all(answers: &Answers, kind: Option<StoryKind>, errors: &mut Errors) -> Vec<Self> {
        let film = kind == Some(StoryKind::Film);
        let [first, ..] = &LINK_FIELDS;
        if film && !is_typed(answers, first) {
            errors.add("link", "Enter the address where the film or podcast is");
        } else if film && !answers.has("link_length") {
            errors.add("link_length", "Enter how long the film or podcast is, like 12 minutes");
        }
        LINK_FIELDS.iter().filter(|fields| is_typed(answers, fields)).filter_map(|fields| Self::parse(answers, fields, errors)).collect()
    }

    fn parse(answers: &Answers, [url, title, kind, length, from]: &[&str; 5], errors: &mut Errors) -> Option<Self> {
        let link = errors.keep_if_given(answers, url, SafeUrl::parse);
        let named = errors.keep(title, line(answers.get(title), 120, "Enter what the link leads to", "What the link leads to"));
        let kind = errors.keep_if_given(answers, kind, |typed| LinkKind::parse(typed, ""));
        let length = errors.keep_if_given(answers, length, |typed| line(typed, 40, "", "Length"));
        let day = errors.keep_if_given(answers, from, |typed| parse_date_line(typed, "The day"));
        if !answers.has(url) && !answers.has(from) {
            errors.add(*url, "Enter its address, or the day from which it will be there");
        }
        Some(Self { url: link, title: named?, kind, length, from: day })
    }

    /// What stands behind its title: `Film, 12 minutes, from Monday 5 July 2027`.
    pub fn facts(&self, today: Date) -> String {
        let from = self.from.filter(|day| *day > today).map(|day| format!("from {}", crate::time::long_date(day)));
        let kind = self.kind.map(|kind| kind.words().to_owned());
        [kind, self.length.clone(), from].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Where it leads, once it is there.
    pub fn leads(&self, today: Date) -> Option<&str> {
        self.url.as_ref().filter(|_| self.from.is_none_or(|day| day <= today)).map(SafeUrl::as_str)
    }

    /// Reads a list of links, or the single one that records held at first.
    pub(super) fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Self>, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Held {
            Many(Vec<StoryLink>),
            One(StoryLink),
        }
        Ok(match Held::deserialize(from)? {
            Held::Many(links) => links,
            Held::One(link) => vec![link],
        })
    }
}

fn is_typed(answers: &Answers, [url, title, _, _, from]: &[&str; 5]) -> bool {
    [url, title, from].iter().any(|field| answers.has(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(kind: StoryKind, pairs: &[(&str, &str)]) -> (Vec<StoryLink>, Vec<String>) {
        let mut errors = Errors::default();
        let links = StoryLink::parse_all(&pairs.iter().copied().collect(), Some(kind), &mut errors);
        (links, errors.0.into_iter().map(|error| error.field).collect())
    }

    #[test]
    fn what_is_still_to_come_has_a_day_and_leads_there_from_that_day() {
        let typed = [("link_2_title", "The whole report"), ("link_2", "example.org/r.pdf"), ("link_2_kind", "report"), ("link_2_from", "5 7 2027")];
        let (links, errors) = read(StoryKind::Blog, &typed);
        assert_eq!((links.len(), errors.len()), (1, 0));
        let (before, after) = (date(2027, 7, 4), date(2027, 7, 5));
        assert_eq!((links[0].facts(before).as_str(), links[0].leads(before)), ("Report, from Monday 5 July 2027", None));
        assert_eq!((links[0].facts(after).as_str(), links[0].leads(after)), ("Report", Some("https://example.org/r.pdf")));
        assert_eq!(read(StoryKind::Blog, &[("link_title", "Film"), ("link_from", "July 2027")]).1, ["link_from"]);
        assert_eq!(read(StoryKind::Blog, &[("link_title", "Film"), ("link_from", "5 July 2027")]).1, [""; 0]);
        assert_eq!(read(StoryKind::Blog, &[("link_title", "Film")]).1, ["link"]);
    }

    #[test]
    fn a_film_has_a_link_and_a_length() {
        assert_eq!(read(StoryKind::Film, &[]).1, ["link"]);
        assert_eq!(read(StoryKind::Film, &[("link", "example.org"), ("link_title", "Film")]).1, ["link_length"]);
        assert_eq!(read(StoryKind::Blog, &[("link_kind", "film"), ("link_length", "9")]), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_record_with_one_link_still_reads() {
        #[derive(Deserialize)]
        struct Text {
            #[serde(deserialize_with = "StoryLink::one_or_many")]
            links: Vec<StoryLink>,
        }
        let one = r#"{"links":{"url":"https://example.org/a","title":"A"}}"#;
        assert_eq!(serde_json::from_str::<Text>(one).unwrap().links[0].title, "A");
        assert_eq!(serde_json::from_str::<Text>(r#"{"links":[]}"#).unwrap().links, []);
    }
}
