//! The life of a story: what may follow what (design §4).

use crate::choices;

choices! {
    /// Where a story stands.
    StoryState {
        Draft = "draft", "Not sent yet";
        Queued = "queued", "With the coordinators";
        ChangesAsked = "changes-asked", "A change was asked for";
        EditsProposed = "edits-proposed", "Edits wait for its author";
        Scheduled = "scheduled", "Goes live soon";
        Live = "live", "Published";
        Declined = "declined", "Not published";
        TakenDown = "taken-down", "Taken off";
        Withdrawn = "withdrawn", "Withdrawn";
    }
}

choices! {
    /// What can be done to a story.
    StoryAct {
        Save = "save", "saved a draft";
        Send = "send", "sent it";
        AskForChange = "ask-for-change", "asked for a change";
        ProposeEdits = "propose-edits", "proposed edits";
        AgreeToEdits = "agree-to-edits", "agreed to the edits";
        RefuseEdits = "refuse-edits", "refused the edits";
        ChangeEdits = "change-edits", "went on from the edits";
        ReadSecond = "read-second", "read it as the second reader";
        Schedule = "schedule", "published it, after notice";
        Stop = "stop", "stopped it before it was live";
        GoLive = "go-live", "went live";
        Publish = "publish", "published it";
        Decline = "decline", "declined it";
        TakeBack = "take-back", "took back one of its uses";
        ChangeAddress = "change-address", "changed where they are reached";
        Withdraw = "withdraw", "withdrew it";
        Update = "update", "wrote an update";
        ShowUpdate = "show-update", "published an update";
        DeclineUpdate = "decline-update", "declined an update";
        EndMessages = "end-messages", "ended messages from readers";
        TakeDown = "take-down", "took it off";
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
            (S::Queued, A::ProposeEdits) => Some(S::EditsProposed),
            (S::EditsProposed, A::AgreeToEdits | A::RefuseEdits) => Some(S::Queued),
            (S::EditsProposed, A::ChangeEdits) => Some(S::ChangesAsked),
            (S::Queued, A::ReadSecond) => Some(self),
            (S::Queued, A::Publish) => Some(S::Live),
            (S::Queued, A::Schedule) => Some(S::Scheduled),
            (S::Scheduled, A::Stop) => Some(S::Draft),
            (S::Scheduled, A::GoLive) => Some(S::Live),
            (S::Queued | S::ChangesAsked, A::Decline) => Some(S::Declined),
            (S::Queued | S::ChangesAsked | S::EditsProposed | S::Scheduled | S::Live, A::TakeBack) => Some(self),
            (state, A::ChangeAddress) if state != S::Withdrawn => Some(state),
            (S::Live, A::Update | A::ShowUpdate | A::DeclineUpdate | A::EndMessages) => Some(self),
            (S::Scheduled | S::Live, A::TakeDown) => Some(S::TakenDown),
            (S::Scheduled | S::Live, A::RunOut) => Some(S::Withdrawn),
            (state, A::Withdraw) if state != S::Withdrawn => Some(S::Withdrawn),
            _ => None,
        }
    }

    /// Whether the desk may read its words: while it waits there, waits for its author's answer, or is public or about to be. Before that
    /// and after it they are its author's alone.
    pub fn is_open_to_desk(self) -> bool {
        matches!(self, Self::Queued | Self::EditsProposed | Self::Scheduled | Self::Live)
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
        /// what its author had sent or agreed to, or the day that was told them after it; and once it is withdrawn nothing is done to it
        /// any more.
        #[test]
        fn no_order_of_acts_makes_a_story_public_without_both(acts in proptest::collection::vec(0..StoryAct::ALL.len(), 0..60)) {
            let (mut state, mut sent, mut approved) = (StoryState::Draft, false, false);
            for act in acts.into_iter().map(|at| StoryAct::ALL[at]) {
                let Some(next) = state.after(act) else { continue };
                assert!(state != StoryState::Withdrawn, "{act:?} after a withdrawal");
                if next == StoryState::Live && state != StoryState::Live {
                    assert!((act == StoryAct::Publish && sent) || (act == StoryAct::GoLive && approved), "{act:?} made it public");
                }
                assert!(!(sent && act == StoryAct::Save), "what the desk reads is not edited meanwhile");
                approved = next == StoryState::Scheduled && (approved || (act == StoryAct::Schedule && sent));
                sent = next == StoryState::Queued;
                state = next;
            }
        }
    }

    #[test]
    fn only_what_waits_at_the_desk_is_published() {
        for &state in StoryState::ALL {
            for act in [StoryAct::Publish, StoryAct::Schedule] {
                assert_eq!(state.after(act).is_some(), state == StoryState::Queued, "{state:?}");
            }
            assert_eq!(state.after(StoryAct::GoLive).is_some(), state == StoryState::Scheduled, "{state:?}");
        }
    }

    #[test]
    fn edits_come_to_the_desk_again_only_by_their_author() {
        for &act in StoryAct::ALL {
            use StoryAct as A;
            let authors = [A::AgreeToEdits, A::RefuseEdits, A::ChangeEdits, A::TakeBack, A::ChangeAddress, A::Withdraw];
            assert_eq!(StoryState::EditsProposed.after(act).is_some(), authors.contains(&act), "{act:?}");
        }
    }
}
