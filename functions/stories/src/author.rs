//! An author at their own story: let in by a grant, with their private link at hand.

use axum::http::HeaderMap;
use domain::audit::Actor;
use domain::ids::StoryId;
use domain::story::StoryRecord;
use domain::week::Week;
use frontend::shell::{Section, Shell};
use store::Deed;
use store::stories::StoryError;
use web::grants::Granted;
use web::{Context, Problem, Purpose};

use crate::State;

impl State {
    /// The story, if this browser opened it by its private link or its code, or entered it for somebody. Whether there is such a story is
    /// not told otherwise.
    pub(crate) async fn author(&self, headers: &HeaderMap, id: &str) -> Result<StoryRecord, Problem> {
        let id = StoryId::parse(id).ok_or(Problem::NotFound)?;
        let generation = self.opened(headers, &id).ok_or(Problem::LinkStale)?;
        let record = self.stories.load(&id).await?.ok_or(Problem::NotFound)?;
        if record.generation == generation { Ok(record) } else { Err(Problem::LinkStale) }
    }

    /// The generation of a story that this browser has open.
    pub(crate) fn opened(&self, headers: &HeaderMap, id: &StoryId) -> Option<u32> {
        let granted = |what: Granted| self.context.granted(headers, what, id.as_str());
        granted(Granted::Story).or_else(|| granted(Granted::Entered))
    }

    /// Whether this browser has a story open only because a coordinator entered it there: whoever acts, acts on its author's behalf.
    pub(crate) fn is_on_behalf(&self, headers: &HeaderMap, record: &StoryRecord) -> bool {
        record.entered_by.is_some() && self.context.granted(headers, Granted::Story, record.id.as_str()).is_none()
    }

    /// An act on a story, now: its author's, who has no name, in the audit either; or that of the coordinator who entered it for them.
    pub(crate) fn deed(&self, headers: &HeaderMap, record: &StoryRecord) -> Deed {
        let by = match &record.entered_by {
            Some(staff) if self.is_on_behalf(headers, record) => Actor::Staff(staff.clone()),
            _ => Actor::Contributor,
        };
        Deed { by, at: self.context.now(), mark: self.context.mark() }
    }

    /// Where messages from readers go, for the author's own pages.
    pub(crate) async fn messages_go_to(&self, record: &StoryRecord) -> Result<Option<String>, Problem> {
        let Some(relay) = record.relay() else { return Ok(None) };
        Ok(self.relays.behind(&relay).await?.map(|behind| behind.email.as_str().to_owned()))
    }

    /// The story's week.
    pub(crate) async fn week_of(&self, record: &StoryRecord) -> Result<Week, Problem> {
        self.weeks.week(record.week).await?.ok_or(Problem::Fault)
    }
}

/// The private link of a story, whole.
pub(crate) fn private_link(context: &Context, record: &StoryRecord) -> String {
    context.absolute(&context.link(Purpose::Story, record.id.as_str(), record.generation))
}

/// The page of a story's state, and with `more` one below it.
pub(crate) fn path(record: &StoryRecord, more: &str) -> String {
    address(&record.id, more)
}

/// The same, by the story's id.
pub(crate) fn address(id: &StoryId, more: &str) -> String {
    format!("/manage/story/{id}{more}")
}

/// By which name a copy of what its author typed is kept on a device, where they asked for that: the address of the page they typed it on.
pub(crate) fn copy(record: &StoryRecord) -> String {
    path(record, "/write")
}

/// The frame of a page about a story.
pub(crate) fn shell(record: &StoryRecord, title: &str, error: bool) -> Shell {
    Shell { title: title.to_owned(), section: Section::ShareYourStory, demonstration: record.week.is_demonstration(), error, ..Shell::default() }
}

/// What a refused act is for the person.
pub(crate) fn problem(error: StoryError) -> Problem {
    match error {
        StoryError::Changed => Problem::Changed,
        StoryError::FormUsed => Problem::FormUsed,
        StoryError::AddressTaken => Problem::Busy,
        StoryError::NotNow(_) => Problem::NotNow {
            heading: "This story can’t be changed now".into(),
            words: "It was sent or withdrawn. What you have just typed is not saved: press Back if you want to copy it.".into(),
            way_on: None,
            demonstration: false,
        },
        StoryError::Store(error) => error.into(),
    }
}
