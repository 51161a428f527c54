//! A story's working record.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::consent::lines;
use super::{
    Byline, CodeRecord, Consent, ConsentAct, ConsentEntry, ConsentOf, Edits, Naming, Purpose, SecondReading, StoryPage, StoryRules, StoryState,
    StoryText, Transcript, Update, undecided,
};
use crate::answers::Answers;
use crate::event::Check;
use crate::field::Errors;
use crate::ids::{AddressId, Slug, StaffId, StoryId};
use crate::time::today;
use crate::week::{Week, WeekId};

/// Everything its author tells, every rule met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryDetails {
    /// How they are named.
    pub byline: Byline,
    /// What it says.
    pub text: StoryText,
    /// What was agreed to.
    pub consent: Consent,
}

/// When a story that has every yes is live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoesLive {
    /// From the beginning of this day: at least 24 hours after a coordinator's yes, and the same moment for every story of that day.
    pub day: Date,
    /// Its first words, for lists.
    pub excerpt: String,
}

/// What is public of a story, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveStory {
    /// Its random address.
    pub slug: Slug,
    /// The approved details.
    pub details: StoryDetails,
    /// The first day of the month in which it went live.
    pub month: Date,
}

/// The working record. Holds no address of its author: that lies in the confidential table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryRecord {
    /// Its name in records.
    pub id: StoryId,
    /// The week it belongs to.
    pub week: WeekId,
    /// Where it stands.
    pub state: StoryState,
    /// What its author typed; empty after withdrawal.
    pub answers: Answers,
    /// What is public, once something is; what will be, while it is scheduled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<LiveStory>,
    /// Its address while it was public, once it is withdrawn: a neutral notice lies there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was_at: Option<Slug>,
    /// Whether the confidential table holds an address to write to.
    #[serde(default)]
    pub has_contact: bool,
    /// The names of addresses that were behind it and are gone, so that no backup brings one back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses_gone: Vec<AddressId>,
    /// The withdrawal code that opens it, as far as the hub keeps it: a hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeRecord>,
    /// The record of consent: every line of it, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentEntry>,
    /// What it takes before it is public, as its author was told when they sent it.
    #[serde(default = "nothing_more")]
    pub rules: StoryRules,
    /// Edits that wait for its author, or what they said to the last ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edits: Option<Edits>,
    /// What the second reader found in the words as they stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<SecondReading>,
    /// When it is live, while it is scheduled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_live: Option<GoesLive>,
    /// What its author added once it was public, or wants to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// What the desk wrote to its author last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk_words: Option<String>,
    /// The coordinator who entered it on somebody's behalf; none once it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<StaffId>,
    /// Private links of a lower generation no longer open it.
    pub generation: u32,
    /// Rises with each change.
    pub version: u64,
    /// The day it was begun; no hour is kept. None once it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Date>,
    /// The day it was sent; the queue is ordered by it. None once it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Date>,
}

/// Of a record from before there were rules.
fn nothing_more() -> StoryRules {
    StoryRules::NONE
}

impl StoryRecord {
    /// A new draft for a week.
    pub fn draft(id: StoryId, week: WeekId, now: Timestamp) -> Self {
        let mut answers = Answers::new();
        answers.set("week", week.to_string());
        Self {
            id,
            week,
            state: StoryState::Draft,
            answers,
            live: None,
            was_at: None,
            has_contact: false,
            addresses_gone: Vec::new(),
            code: None,
            consents: Vec::new(),
            rules: StoryRules::NONE,
            edits: None,
            reading: None,
            goes_live: None,
            updates: Vec::new(),
            desk_words: None,
            entered_by: None,
            generation: 1,
            version: 1,
            created: Some(today(now)),
            sent: None,
        }
    }

    /// What to call it.
    pub fn title(&self) -> String {
        let typed = crate::text::one_line(self.answers.get("title"));
        if typed.is_empty() { "Your story".into() } else { typed }
    }

    /// Notes what its author agrees to as it is sent, as it stands now; `by` says who sent it.
    pub fn note_consent(&mut self, by: ConsentOf, now: Timestamp) {
        if let Ok(consent) = Consent::parse(&self.answers, now) {
            self.consents.extend(lines(&self.consents, &consent, by));
        }
    }

    /// Takes one purpose back, wherever it stands: in the answers, in what is public, in the record.
    pub fn take_back(&mut self, purpose: Purpose, act: ConsentAct, by: ConsentOf, today: Date) {
        let given = self.consents.iter().rev().find(|entry| entry.purpose == purpose).cloned();
        if let Some(given) = given.filter(|entry| entry.act == ConsentAct::Given) {
            self.consents.push(ConsentEntry { act, by, day: today, until: None, ..given });
        } else if let Some(live) = self.live.as_ref().filter(|live| live.details.consent.allows(purpose)) {
            // From before there was such a record.
            self.consents.push(ConsentEntry::new(&live.details.consent, purpose, act, by, today));
        }
        self.answers.remove(purpose.field());
        if let Some(live) = &mut self.live {
            live.details.consent.purposes.retain(|p| *p != purpose);
        }
    }

    /// Whether it ended because the time was over for which its author had agreed.
    pub fn ran_out(&self) -> bool {
        self.state == StoryState::Withdrawn && self.consents.last().is_some_and(|entry| entry.act == ConsentAct::RanOut)
    }

    /// What of it anyone may read; none unless it is live. The day of consent is cut to the month, like every public date
    /// of a story (quality-bar P-17).
    pub fn page(&self) -> Option<StoryPage> {
        let live = self.live.as_ref().filter(|_| self.state == StoryState::Live)?;
        let d = &live.details;
        Some(StoryPage {
            slug: live.slug.clone(),
            week: self.week,
            kind: d.text.kind,
            title: d.text.title.clone(),
            body: d.text.body.clone(),
            byline: d.byline.clone(),
            questions: d.text.questions.clone(),
            between_weeks: d.text.between_weeks,
            content_note: d.text.content_note.clone(),
            event: d.text.event.clone(),
            links: d.text.links.clone(),
            transcript: d.text.transcript.clone(),
            quotes: d.text.quotes.clone(),
            call: d.text.call.clone(),
            posted_for: self.entered_by.is_some(),
            updates: self.public_updates(d.byline.naming),
            month: live.month,
            consent: Consent { day: live.month, ..d.consent.clone() },
        })
    }
}

/// Reads the whole form.
pub fn parse_story(answers: &Answers, week: &Week, now: Timestamp) -> Result<StoryDetails, Errors> {
    let mut errors = Errors::default();
    let byline = errors.join(Byline::parse(answers));
    let text = errors.join(StoryText::parse(answers, week));
    let consent = errors.join(Consent::parse(answers, now));
    let details = match (byline, text, consent) {
        (Some(byline), Some(text), Some(consent)) => Some(StoryDetails { byline, text, consent }),
        _ => None,
    };
    errors.or(details)
}

/// What keeps a story from being sent: what is missing from the form, and what could give somebody away and is not decided.
pub fn story_missing(answers: &Answers, week: &Week, now: Timestamp) -> Errors {
    let mut errors = undecided(answers);
    errors.0.extend(parse_story(answers, week, now).err().unwrap_or_default().0);
    errors
}

/// What the desk is told beside a story, over and above what could give somebody away.
pub fn story_checks(details: &StoryDetails) -> Vec<Check> {
    let fine = details.text.content_note.is_some();
    let sentence = if fine { "There is a content note." } else { "There is no content note. Does it need one?" };
    let mut out = vec![Check { fine, sentence: sentence.to_owned() }];
    if details.text.transcript == Some(Transcript::NotYet) {
        let sentence = "It has no transcript yet, so who does not hear it can not take it in. Ask its author whether one is coming.";
        out.push(Check { fine: false, sentence: sentence.to_owned() });
    }
    if details.text.call.as_ref().is_some_and(|call| call.kind.is_relayed()) {
        let sentence = "Readers can send a message through the hub. Its author gave an address for that, which nobody at the desk sees.";
        out.push(Check { fine: true, sentence: sentence.to_owned() });
    }
    if details.text.event.is_some() && details.byline.naming != Naming::FullName {
        let sentence = "It names an event and not its author. Where few people came, the event can tell who wrote it.";
        out.push(Check { fine: false, sentence: sentence.to_owned() });
    }
    out
}
