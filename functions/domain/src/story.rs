//! A story: how its author is named, what it says, what was agreed to, how it lives.

mod code;
mod consent;
mod give_away;
mod naming;
mod page;
mod record;
mod state;
mod step;
mod text;

pub use code::{CodeRecord, StoryCode};
pub use consent::{Consent, ConsentAct, ConsentEntry, ConsentOf, ConsentWords, HowLong, Purpose, STORY_CONSENT_VERSION, consent_words, standing};
pub use give_away::{GiveAway, give_aways, undecided};
pub use naming::{Byline, Naming};
pub use page::{StoryCard, StoryPage};
pub use record::{LiveStory, StoryDetails, StoryRecord, parse_story, story_checks, story_missing};
pub use state::{StoryAct, StoryState};
pub use step::StoryStep;
pub use text::{StoryKind, StoryText};
