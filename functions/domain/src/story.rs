//! A story: how its author is named, what it says, what was agreed to, how it lives.

mod about_event;
mod code;
mod consent;
mod content_note;
mod edits;
mod give_away;
mod lacks;
mod naming;
mod page;
mod quotation;
mod reading;
mod record;
mod rules;
mod state;
mod step;
mod story_link;
mod text;
mod update;

pub use about_event::{EventMeant, FOUND, StoryEvent, event_meant};
pub use code::{CodeRecord, StoryCode};
pub use consent::{Consent, ConsentAct, ConsentEntry, ConsentOf, ConsentWords, HowLong, Purpose, STORY_CONSENT_VERSION, consent_words, standing};
pub use content_note::{ContentNote, note_of};
pub use edits::{EDITABLE, Edits, EditsState};
pub use give_away::{GiveAway, give_aways, give_aways_in, undecided};
pub use lacks::Lack;
pub use naming::{Byline, Naming};
pub use page::{StoryCard, StoryPage};
pub use quotation::{Attribution, Basis, QUOTE_FIELDS, Quotation};
pub use reading::{Recognised, SecondReading};
pub use record::{GoesLive, LiveStory, StoryDetails, StoryRecord, parse_story, story_checks, story_missing};
pub use rules::StoryRules;
pub use state::{StoryAct, StoryState};
pub use step::StoryStep;
pub use story_link::{LINK_FIELDS, LinkKind, StoryLink};
pub use text::{StoryKind, StoryText};
pub use update::{MOST_UPDATES, PublicUpdate, Update, UpdateState, update_words};
