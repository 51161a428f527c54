//! A story: how its author is named, what it says, what was agreed to, how it lives.

mod consent;
mod naming;
mod page;
mod record;
mod state;
mod text;

pub use consent::{Consent, Purpose, STORY_CONSENT_VERSION};
pub use naming::{Byline, Naming};
pub use page::{StoryCard, StoryPage};
pub use record::{LiveStory, StoryDetails, StoryRecord, StoryStep, parse_story, story_checks};
pub use state::{StoryAct, StoryState};
pub use text::{StoryKind, StoryText};
