//! A story: how its author is named, what it says, what was agreed to, how it lives.

mod about_event;
mod call;
mod code;
mod consent;
mod content_note;
mod edits;
#[cfg(feature = "markup")]
mod excerpt;
mod give_away;
mod lacks;
mod naming;
mod page;
mod questions;
mod quotation;
mod reading;
mod record;
mod rules;
mod state;
mod step;
mod story_link;
mod text;
mod transcript;
mod update;

pub use about_event::{EventMeant, FOUND, OTHER_WORDS, StoryEvent, event_meant};
pub use call::{CALL_FIELDS, CALL_RELAY, CallKind, CallToAction, ReaderMessage};
pub use code::{CodeRecord, StoryCode};
pub use consent::{Consent, ConsentAct, ConsentEntry, ConsentOf, ConsentWords, HowLong, Purpose, STORY_CONSENT_VERSION, consent_words, standing};
pub use content_note::{ContentNote, note_of};
pub use edits::{EDITABLE, EDITABLE_TRANSCRIPT, Edits, EditsState, editable, has_transcript};
pub use give_away::{GiveAway, give_aways, give_aways_in, undecided};
pub use lacks::Lack;
pub use naming::{Byline, Naming};
pub use page::{StoryCard, StoryPage};
pub use questions::MOST_QUESTIONS;
pub use quotation::{Attribution, Basis, QUOTE_FIELDS, Quotation};
pub use reading::{Recognised, SecondReading};
pub use record::{GoesLive, LiveStory, StoryDetails, StoryRecord, parse_story, story_checks, story_missing};
pub use rules::StoryRules;
pub use state::{StoryAct, StoryState};
pub use step::StoryStep;
pub use story_link::{LINK_FIELDS, LinkKind, StoryLink};
pub use text::{StoryKind, StoryText};
pub use transcript::{TRANSCRIPT_FIELDS, Transcript, TranscriptWay};
pub use update::{MOST_UPDATES, PublicUpdate, Update, UpdateState, update_words};
