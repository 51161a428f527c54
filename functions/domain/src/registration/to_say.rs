//! What a host has to tell somebody by phone, because no mail reaches them: each thing once, until a call after it settles it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{CallAbout, RegistrationRecord, RegistrationState};
use crate::event::{EventPage, EventRecord, EventState, Moved, MovedLine};

/// How long a mail may be on its way before it comes back: what was told so long before that did not arrive either.
const COMES_BACK_WITHIN: SignedDuration = SignedDuration::from_hours(72);

/// One thing to tell. On a registration it is noted when the mails about it are written, for everybody who gave a number: a mail may
/// come back later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToSay {
    /// What.
    pub about: CallAbout,
    /// When it happened.
    pub at: Timestamp,
    /// What is another now, where the event was changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<MovedLine>,
    /// The host's message, by its name in records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl ToSay {
    /// Something that needs no more words than these.
    pub fn new(about: CallAbout, at: Timestamp) -> Self {
        Self { about, at, lines: Vec::new(), message: None }
    }
}

impl RegistrationRecord {
    /// What the host has to tell them by phone, in the order in which it happened. `mail_back`: since when mail to their address comes
    /// back, where it does.
    pub fn to_call(&self, event: &EventRecord, mail_back: Option<Timestamp>, now: Timestamp) -> Vec<ToSay> {
        let since = match (&self.person.email, mail_back) {
            (None, _) => Timestamp::MIN,
            (Some(_), Some(back)) => back.checked_sub(COMES_BACK_WITHIN).unwrap_or(Timestamp::MIN),
            (Some(_), None) => return Vec::new(),
        };
        if self.person.phone.is_none() {
            return Vec::new();
        }
        let mut all: Vec<ToSay> = self.stands_so(event).into_iter().chain(self.was_told_to_others(event, now)).collect();
        all.retain(|one| since <= one.at && !self.was_told(one));
        all.sort_by_key(|one| one.at);
        together(all)
    }

    /// Takes off what calls have settled.
    pub fn forget_what_was_said(&mut self) {
        let mut noted = std::mem::take(&mut self.to_say);
        noted.retain(|one| !self.was_told(one));
        self.to_say = noted;
    }

    /// What follows from where the registration stands.
    fn stands_so(&self, event: &EventRecord) -> Option<ToSay> {
        use RegistrationState as S;
        let (about, at) = match self.state {
            state if event.state == EventState::Cancelled && state.is_active() => {
                (CallAbout::EventCancelled, event.published.as_ref().map(|published| published.changed))
            }
            S::Offered => (CallAbout::Offer, self.since),
            S::Lapsed => (CallAbout::Lapsed, self.since),
            // Whoever took what was offered by hand has been told why.
            S::Cancelled if self.reason.is_some() => (CallAbout::Changed, self.reason_at),
            _ => return None,
        };
        Some(ToSay::new(about, at.unwrap_or(self.created)))
    }

    /// What others learnt by mail, as far as it is still true.
    fn was_told_to_others(&self, event: &EventRecord, now: Timestamp) -> Vec<ToSay> {
        let over = event.page().is_some_and(|page| page.is_over(now));
        let near = |page: EventPage| page.when.is_near(now) && page.when.start().is_some_and(|start| now < start);
        let still = |one: &&ToSay| match one.about {
            // No day from before it was put off is true; what else was changed is said with the new one.
            CallAbout::Moved | CallAbout::WayIn => !over && event.postponed.as_ref().is_none_or(|postponed| postponed.at <= one.at),
            CallAbout::Reminder => event.state == EventState::Published && event.page().is_some_and(near),
            CallAbout::Postponed => event.postponed.as_ref().is_some_and(|postponed| postponed.at == one.at),
            _ => true,
        };
        let goes_on = self.state.is_active() && event.state.goes_ahead();
        self.to_say.iter().filter(|_| goes_on).filter(still).cloned().collect()
    }

    fn was_told(&self, one: &ToSay) -> bool {
        self.calls.iter().any(|call| call.settles(one.about, one.at))
    }
}

/// Several changes of an event that nobody told them of are one: as it was before all of them, as it is after. So are several of how to
/// find or join it, and several reminders: they are said as it is now.
fn together(mut all: Vec<ToSay>) -> Vec<ToSay> {
    for about in [CallAbout::WayIn, CallAbout::Reminder] {
        let last = all.iter().rfind(|one| one.about == about).map(|one| one.at);
        all.retain(|one| one.about != about || Some(one.at) == last);
    }
    let (moves, mut others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.about == CallAbout::Moved);
    let Some(last) = moves.last() else { return others };
    let mut moved = ToSay::new(CallAbout::Moved, last.at);
    moved.lines = Moved::as_one(moves.iter().flat_map(|one| &one.lines));
    others.extend((!moved.lines.is_empty()).then_some(moved));
    others.sort_by_key(|one| one.at);
    others
}
