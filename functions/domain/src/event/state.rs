//! The life of an event: what may follow what. Nothing else decides it (design §4).

use crate::choices;

choices! {
    /// Where an event stands.
    EventState {
        Draft = "draft", "Not sent yet";
        Sent = "sent", "Waiting for you to confirm your email address";
        Queued = "queued", "With the coordinators";
        ChangesAsked = "changes-asked", "A change was asked for";
        Published = "published", "Published";
        Postponed = "postponed", "Postponed";
        Cancelled = "cancelled", "Cancelled";
        Declined = "declined", "Not published";
        Withdrawn = "withdrawn", "Withdrawn";
    }
}

choices! {
    /// What can be done to an event.
    EventAct {
        Save = "save", "saved a draft";
        Send = "send", "sent it";
        Confirm = "confirm", "confirmed the host's address";
        AskForChange = "ask-for-change", "asked for a change";
        Publish = "publish", "published it";
        /// It is published without waiting, because a coordinator recorded its host's confirmed address as trusted (I8).
        PublishTrusted = "publish-trusted", "published it, as a trusted host";
        Decline = "decline", "declined it";
        /// Details that need nobody's approval: how to join, how to find it, the contact's number.
        ChangeAtOnce = "change-at-once", "changed details";
        BeginChange = "begin-change", "began a change";
        SendChange = "send-change", "sent a change";
        DropChange = "drop-change", "took a change back";
        ReturnChange = "return-change", "asked for another change";
        ApproveChange = "approve-change", "approved a change";
        RefuseChange = "refuse-change", "refused a change";
        /// Its day is no longer true, and another is not known yet.
        Postpone = "postpone", "postponed it";
        /// It takes place on the day first given after all.
        GoAhead = "go-ahead", "took a postponement back";
        /// A change with a new date is approved.
        Reschedule = "reschedule", "published a new date";
        Cancel = "cancel", "cancelled it";
        Withdraw = "withdraw", "withdrew it";
    }
}

impl EventState {
    /// The state after an act, or none where the act may not be done now. `confirmed`: the host's address is confirmed
    /// already, or a coordinator entered the event on the host's behalf.
    pub fn after(self, act: EventAct, confirmed: bool) -> Option<Self> {
        use EventAct as A;
        use EventState as S;
        match (self, act) {
            (S::Draft | S::ChangesAsked, A::Save) => Some(self),
            // A mistyped address gets no mail to confirm: its host changes it, and sends again.
            (S::Sent, A::Save) => Some(S::Draft),
            (S::Draft | S::ChangesAsked, A::Send) => Some(if confirmed { S::Queued } else { S::Sent }),
            (S::Sent, A::Confirm) => Some(S::Queued),
            (S::Draft, A::PublishTrusted) if confirmed => Some(S::Published),
            (S::Sent, A::PublishTrusted) => Some(S::Published),
            (S::Queued, A::AskForChange) => Some(S::ChangesAsked),
            (S::Queued, A::Publish) => Some(S::Published),
            (S::Queued | S::ChangesAsked, A::Decline) => Some(S::Declined),
            // The published words stay while others wait beside them.
            (S::Published, A::ChangeAtOnce | A::BeginChange | A::SendChange | A::DropChange) => Some(S::Published),
            (S::Published, A::ReturnChange | A::ApproveChange | A::RefuseChange) => Some(S::Published),
            (S::Published, A::Postpone) => Some(S::Postponed),
            (S::Postponed, A::GoAhead | A::Reschedule) => Some(S::Published),
            (S::Postponed, A::ChangeAtOnce | A::BeginChange | A::SendChange | A::DropChange) => Some(S::Postponed),
            (S::Postponed, A::ReturnChange | A::ApproveChange | A::RefuseChange) => Some(S::Postponed),
            (S::Published | S::Postponed, A::Cancel) => Some(S::Cancelled),
            (S::Draft | S::Sent | S::Queued | S::ChangesAsked, A::Withdraw) => Some(S::Withdrawn),
            _ => None,
        }
    }

    /// Whether its host may still edit it.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Sent | Self::ChangesAsked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_published_that_did_not_wait_at_the_desk() {
        for &state in EventState::ALL {
            for confirmed in [true, false] {
                let after = state.after(EventAct::Publish, confirmed);
                assert_eq!(after.is_some(), state == EventState::Queued, "{state:?}");
            }
        }
    }

    #[test]
    fn trust_publishes_only_what_its_host_sends_from_a_confirmed_address() {
        for &state in EventState::ALL {
            for confirmed in [true, false] {
                let may = state == EventState::Sent || (state == EventState::Draft && confirmed);
                assert_eq!(state.after(EventAct::PublishTrusted, confirmed).is_some(), may, "{state:?} {confirmed}");
            }
        }
    }

    #[test]
    fn an_unconfirmed_host_does_not_reach_the_desk() {
        assert_eq!(EventState::Draft.after(EventAct::Send, false), Some(EventState::Sent));
        assert_eq!(EventState::Sent.after(EventAct::Publish, true), None);
        assert_eq!(EventState::Sent.after(EventAct::Confirm, false), Some(EventState::Queued));
    }

    #[test]
    fn a_postponed_event_gets_a_day_again_or_is_cancelled() {
        let after = |act: &EventAct| EventState::Postponed.after(*act, true);
        let leads: Vec<EventState> = EventAct::ALL.iter().filter_map(after).filter(|state| *state != EventState::Postponed).collect();
        assert_eq!(leads, [EventState::Published, EventState::Published, EventState::Cancelled]);
        assert_eq!(EventState::Cancelled.after(EventAct::Postpone, true), None);
    }

    #[test]
    fn a_cancelled_event_stays_cancelled() {
        assert!(EventAct::ALL.iter().all(|act| EventState::Cancelled.after(*act, true).is_none()));
    }
}
