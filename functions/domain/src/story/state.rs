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
        TakeBack = "take-back", "took back one of its uses";
        Withdraw = "withdraw", "withdrew it";
        RunOut = "run-out", "took it off, because its time had run out";
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
            (S::Queued | S::ChangesAsked | S::Live, A::TakeBack) => Some(self),
            (S::Live, A::RunOut) => Some(S::Withdrawn),
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

    proptest::proptest! {
        /// Whatever anybody does in whatever order: it is public only while the last of what changed its state was the desk's yes to
        /// what its author had sent, and once it is withdrawn nothing is done to it any more.
        #[test]
        fn no_order_of_acts_makes_a_story_public_without_both(acts in proptest::collection::vec(0..StoryAct::ALL.len(), 0..40)) {
            let (mut state, mut sent) = (StoryState::Draft, false);
            for act in acts.into_iter().map(|at| StoryAct::ALL[at]) {
                let Some(next) = state.after(act) else { continue };
                assert!(state != StoryState::Withdrawn, "{act:?} after a withdrawal");
                assert!(next != StoryState::Live || state == StoryState::Live || (act == StoryAct::Publish && sent), "{act:?} made it public");
                assert!(!(sent && act == StoryAct::Save), "what the desk reads is not edited meanwhile");
                sent = next == StoryState::Queued;
                state = next;
            }
        }
    }

    #[test]
    fn only_what_waits_at_the_desk_goes_live() {
        for &state in StoryState::ALL {
            assert_eq!(state.after(StoryAct::Publish).is_some(), state == StoryState::Queued, "{state:?}");
        }
    }
}
