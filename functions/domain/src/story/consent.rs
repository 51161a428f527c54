//! What an author agrees to, each purpose on its own, none ticked beforehand (quality-bar P-03).

mod entry;
mod until;
mod words;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use entry::lines;
pub use entry::{ConsentAct, ConsentEntry, ConsentOf, standing};
pub use until::HowLong;
pub use words::{ConsentWords, STORY_CONSENT_VERSION, consent_words};

use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;

choices! {
    /// What a story may be used for.
    Purpose {
        Publish = "publish", "Publish my story here";
        RoundUp = "round-up", "Quote it in the round-up of the week";
        Partners = "partners", "Show it on partners' websites";
        Social = "social", "Share it on social media";
        Facebook = "facebook", "Share it on Facebook";
        X = "x", "Share it on X";
        LinkedIn = "linkedin", "Share it on LinkedIn";
        Instagram = "instagram", "Share it on Instagram";
        YouTube = "youtube", "Share it on YouTube";
    }
}

impl Purpose {
    /// The channels of social media, each a purpose by itself.
    pub const CHANNELS: [Self; 5] = [Self::Facebook, Self::X, Self::LinkedIn, Self::Instagram, Self::YouTube];

    /// Whether forms ask for it. All social media at once was asked for at first; who agreed to that agreed to each channel.
    pub fn is_asked(self) -> bool {
        self != Self::Social
    }

    /// The form's field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Publish => "consent_publish",
            Self::RoundUp => "consent_round_up",
            Self::Partners => "consent_partners",
            Self::Social => "consent_social",
            Self::Facebook => "consent_facebook",
            Self::X => "consent_x",
            Self::LinkedIn => "consent_linkedin",
            Self::Instagram => "consent_instagram",
            Self::YouTube => "consent_youtube",
        }
    }
}

/// The purposes agreed to, when, to which words, until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// What is agreed to; holds [`Purpose::Publish`] for as long as the story may be public.
    pub purposes: Vec<Purpose>,
    /// Which words ([`consent_words`]).
    pub version: u32,
    /// When, to the day only: the hour could give an author away.
    pub day: Date,
    /// The last day on which it holds; none until it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Consent {
    /// Reads `consent_*`, `consent_until` with its date, and `adult`. Without consent to publish, or under 18, there is nothing to send.
    pub fn parse(answers: &Answers, now: Timestamp) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let purposes: Vec<Purpose> = Purpose::ALL.iter().copied().filter(|p| answers.ticked(p.field())).collect();
        if !purposes.contains(&Purpose::Publish) {
            errors.add(Purpose::Publish.field(), "Tick this box if you want us to publish your story");
        }
        let day = crate::time::today(now);
        let until = until::parse(answers, day, &mut errors);
        if !answers.ticked("adult") {
            errors.add("adult", "Tick this box if you are 18 or over. We can publish stories by adults only");
        }
        errors.or(Some(Self { purposes, version: STORY_CONSENT_VERSION, day, until }))
    }

    /// Whether a purpose was agreed to, and not taken back.
    pub fn allows(&self, purpose: Purpose) -> bool {
        self.purposes.contains(&purpose)
    }

    /// Whether the story may be put to this use: by its own tick or, on a channel, by one that was for all social media.
    pub fn covers(&self, purpose: Purpose) -> bool {
        self.allows(purpose) || (Purpose::CHANNELS.contains(&purpose) && self.allows(Purpose::Social))
    }

    /// Whether its time has run out.
    pub fn is_over(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(more: &[(&str, &str)]) -> Result<Consent, Errors> {
        let fields = [("consent_publish", "yes"), ("adult", "yes")];
        let answers = Answers::from_iter(fields.iter().chain(more).copied());
        Consent::parse(&answers, "2026-11-25T14:31:07Z".parse().unwrap())
    }

    #[test]
    fn nothing_is_agreed_to_that_was_not_ticked() {
        let consent = agreed(&[("consent_partners", "on")]).unwrap();
        assert_eq!((consent.purposes.as_slice(), consent.until), (&[Purpose::Publish][..], None));
        assert!(Consent::parse(&Answers::new(), Timestamp::UNIX_EPOCH).is_err());
    }

    #[test]
    fn a_time_ends_with_a_month_so_that_it_does_not_tell_the_day_of_sending() {
        let consent = agreed(&[("consent_until", "one-year")]).unwrap();
        assert_eq!(consent.until, Some(jiff::civil::date(2027, 10, 31)));
        assert!(!consent.is_over(jiff::civil::date(2027, 10, 31)) && consent.is_over(jiff::civil::date(2027, 11, 1)));
    }

    #[test]
    fn a_day_in_the_past_is_answered_beside_its_field() {
        let date = |day, year| agreed(&[("consent_until", "date"), ("day", day), ("month", "11"), ("year", year)]);
        assert_eq!(date("24", "2027").unwrap().until, Some(jiff::civil::date(2027, 11, 24)));
        for (day, year) in [("24", "2025"), ("25", "2026"), ("31", "2027"), ("", "")] {
            let errors = date(day, year).unwrap_err();
            assert!(errors.0.iter().all(|error| error.field == "day") && errors.0.len() == 1, "{errors:?}");
        }
        assert!(agreed(&[("consent_until", "for ever")]).is_err());
    }

    #[test]
    fn a_record_from_before_times_still_reads() {
        let old = r#"{"purposes":["publish","social"],"version":1,"day":"2026-11-01"}"#;
        let consent: Consent = serde_json::from_str(old).unwrap();
        assert!(consent.allows(Purpose::Social) && !consent.is_over(jiff::civil::date(2999, 1, 1)));
        assert_eq!(serde_json::to_string(&consent).unwrap(), old);
    }

    #[test]
    fn a_channel_is_agreed_to_by_itself_or_with_all_of_them_as_was_asked_before() {
        let one = agreed(&[("consent_linkedin", "yes")]).unwrap();
        let on = |consent: &Consent| Purpose::CHANNELS.map(|channel| consent.covers(channel));
        assert_eq!((on(&one), one.covers(Purpose::Partners)), ([false, false, true, false, false], false));
        let all = agreed(&[("consent_social", "yes")]).unwrap();
        assert_eq!((on(&all), all.covers(Purpose::Partners), all.covers(Purpose::RoundUp)), ([true; 5], false, false));
        assert_eq!(all.purposes, [Purpose::Publish, Purpose::Social], "what was agreed to is kept in its own words");
        assert_eq!(on(&agreed(&[]).unwrap()), [false; 5]);
    }
}
