//! Messages: what happened that somebody is told by mail. Texts are made when they are sent, from what is then true (I6).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::contact::Email;
use crate::ids::{ConcernId, EventId, RegistrationId, RelayId, StaffId, StoryId};

/// One thing that happened and whom it concerns. Ids, not texts: no access need and no story ever stands in it. What a reader writes to
/// whoever stands behind a story is the one text: it is kept nowhere else, and no longer than until it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Message {
    /// To a host: the link back to the draft.
    EventDraft { event: EventId },
    /// To a host: confirm your address, so that the event reaches the desk.
    EventConfirm { event: EventId },
    /// To a host: the desk has it.
    EventReceived { event: EventId },
    /// To a host: the desk asks for a change.
    EventChangesAsked { event: EventId },
    /// To a host: it is published.
    EventPublished { event: EventId },
    /// To a host: it was declined, and why.
    EventDeclined { event: EventId },
    /// To a host: their change is published.
    EventChangePublished { event: EventId },
    /// To a host: the desk asks for something else in their change.
    EventChangeReturned { event: EventId },
    /// To a host: their change is not published, and why.
    EventChangeRefused { event: EventId },
    /// To a host: it is over, and they can tell what happened.
    EventOver { event: EventId },
    /// To a host: a place is held until then for somebody without an address, whom only they can tell.
    OfferToCall { event: EventId, registration: RegistrationId, until: Timestamp },
    /// To a registrant: confirm your address within two hours.
    RegistrationConfirm { event: EventId, registration: RegistrationId },
    /// To a registrant: you have a place.
    RegistrationPlaced { event: EventId, registration: RegistrationId },
    /// To a registrant: you are on the waiting list.
    RegistrationWaiting { event: EventId, registration: RegistrationId },
    /// To a registrant: a place is held for you until then.
    RegistrationOffered { event: EventId, registration: RegistrationId, until: Timestamp },
    /// To a registrant: the offer that holds until then runs out soon.
    RegistrationWarning { event: EventId, registration: RegistrationId, until: Timestamp },
    /// To a registrant: the time ran out.
    RegistrationLapsed { event: EventId, registration: RegistrationId },
    /// To a registrant: you cancelled.
    RegistrationCancelled { event: EventId, registration: RegistrationId },
    /// To a registrant: the host cancelled the event.
    EventCancelled { event: EventId, registration: RegistrationId },
    /// To a registrant: day, time, place or way to take part is another, as of the event's version of that number.
    EventMoved { event: EventId, registration: RegistrationId, sequence: u32 },
    /// To a registrant: the host postponed the event, with its version of that number.
    EventPostponed { event: EventId, registration: RegistrationId, sequence: u32 },
    /// To a registrant: the event is near, and how to join.
    EventReminder { event: EventId, registration: RegistrationId },
    /// To a registrant: how to join or to find the event is another, as of its version of that number.
    EventChanged { event: EventId, registration: RegistrationId, sequence: u32 },
    /// To a registrant: thanks for coming, and when your data goes.
    EventThanks { event: EventId, registration: RegistrationId },
    /// To a registrant: what the host wrote to everybody; the words lie in a record of that id.
    FromHost { event: EventId, registration: RegistrationId, message: String },
    /// To an author: your private link, and what happens next.
    StoryReceived { story: StoryId },
    /// To an author: the desk asks for a change.
    StoryChangesAsked { story: StoryId },
    /// To an author: edits wait for their yes.
    StoryEditsProposed { story: StoryId },
    /// To an author: it goes live after a day's notice.
    StoryScheduled { story: StoryId },
    /// To an author: a coordinator took it off, and why.
    StoryTakenDown { story: StoryId },
    /// To an author: it is live.
    StoryLive { story: StoryId },
    /// To an author: it was declined, and why.
    StoryDeclined { story: StoryId },
    /// To an author: a coordinator has read their update.
    StoryUpdateRead { story: StoryId },
    /// To an author: it is withdrawn.
    StoryWithdrawn { story: StoryId },
    /// To the address that a story's author gave for it: what a reader wrote, and where they want to be answered.
    FromReader {
        relay: RelayId,
        words: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reach: Option<Email>,
    },
    /// To anyone who asked: all private links of this address.
    LinksAgain { events: Vec<EventId>, registrations: Vec<(EventId, RegistrationId)>, stories: Vec<StoryId> },
    /// To the coordinators: somebody is worried. The words are at the desk.
    ConcernRaised { concern: ConcernId },
    /// To somebody at the desk: the link to sign in. The token is good once, for ten minutes.
    StaffSignIn { staff: StaffId, token: String },
    /// To somebody new at the desk.
    StaffInvited { staff: StaffId },
}

/// To whom a message goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// To this address.
    Address(Email),
    /// To a story's author. Only the mailer looks the address up, in the confidential table, when it sends: whoever writes the
    /// message does not know it, and after withdrawal there is nobody to write to.
    Author(StoryId),
    /// To the address behind a relay, which only the mailer looks up, as for an author.
    Relay(RelayId),
}

impl From<Email> for Recipient {
    fn from(email: Email) -> Self {
        Self::Address(email)
    }
}

/// A message waiting to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Deterministic: the same thing that happened gives the same id, and so one mail (I6).
    pub id: String,
    /// To whom.
    pub to: Recipient,
    /// What happened.
    pub message: Message,
    /// When it happened.
    pub created: Timestamp,
}
