//! The life of a story: what may follow what (design §4; proposed edits and notice come with the stories issue).

use crate::choices;

choices! {
    /// Where a story stands.
    StoryState {
        Draft = "draft", "Not sent yet";
        Queued = "queued", "With the coordinators";
        ChangesAsked = "changes-asked", "A change was asked for";
        Live = "live", "Published";
        Declined = "declined", "Not published";
        Withdrawn = "withdrawn", "Withdrawn";
    }
}

choices! {
    /// What can be done to a story.
    StoryAct {
        Save = "save", "saved a draft";
        Send = "send", "sent it";
        AskForChange = "ask-for-change", "asked for a change";
        Publish = "publish", "published it";
        Decline = "decline", "declined it";
        Withdraw = "withdraw", "withdrew it";
    }
}

impl StoryState {
    /// The state after an act, or none where it can't be done now.
    pub fn after(self, act: StoryAct) -> Option<Self> {
        use StoryAct as A;
        use StoryState as S;
        match (self, act) {
            (S::Draft | S::ChangesAsked, A::Save) => Some(self),
            (S::Draft | S::ChangesAsked, A::Send) => Some(S::Queued),
            (S::Queued, A::AskForChange) => Some(S::ChangesAsked),
            (S::Queued, A::Publish) => Some(S::Live),
            (S::Queued | S::ChangesAsked, A::Decline) => Some(S::Declined),
            (S::Draft | S::Queued | S::ChangesAsked | S::Live | S::Declined, A::Withdraw) => Some(S::Withdrawn),
            _ => None,
        }
    }

    /// Whether its author may still edit it.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::ChangesAsked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawn_story_never_comes_back() {
        assert!(StoryAct::ALL.iter().all(|act| StoryState::Withdrawn.after(*act).is_none()));
    }

    #[test]
    fn only_what_waits_at_the_desk_goes_live() {
        for &state in StoryState::ALL {
            assert_eq!(state.after(StoryAct::Publish).is_some(), state == StoryState::Queued, "{state:?}");
        }
    }
}
