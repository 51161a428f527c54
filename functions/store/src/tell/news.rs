//! Whom a piece of news concerns: one rule for those who get a mail and for those who have to be called.

use domain::event::EventRecord;
use domain::ids::EventId;
use domain::registration::{CallAbout, HostMessage, RegistrationRecord, RegistrationState, ToSay};
use jiff::Timestamp;

use crate::db::Db;
use crate::due::Tidings;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;

/// What people are told at once.
pub(super) struct News {
    /// Whom it concerns.
    whom: Whom,
    /// When it came to be so: whoever registered after that has read it as it is.
    at: Option<Timestamp>,
    /// What is to be said by phone where no mail arrives.
    pub say: Option<ToSay>,
}

/// Whom it concerns.
enum Whom {
    Everybody,
    Placed,
    Of(HostMessage),
    Nobody,
}

impl News {
    /// What it is about, whom it concerns, and what somebody has to be told by phone whom no mail reaches.
    pub async fn about(db: &Db, event: &EventId, tidings: &Tidings, now: Timestamp) -> Result<Self, StoreError> {
        let published = || async {
            let record: Option<EventRecord> = db.get(Table::Hub, &keys::event(event)).await?;
            Ok::<_, StoreError>(record.and_then(|record| Some((record.published?, record.postponed))))
        };
        Ok(match tidings {
            // Nobody registers for a cancelled event; that it is cancelled is said by the event itself.
            Tidings::Cancelled => News { whom: Whom::Everybody, at: None, say: None },
            Tidings::Reminder => News { whom: Whom::Placed, at: None, say: Some(ToSay::new(CallAbout::Reminder, now)) },
            Tidings::Thanks => News { whom: Whom::Placed, at: None, say: None },
            Tidings::Changed { sequence } => {
                let published = published().await?.map(|(published, _)| published);
                let at = published.as_ref().filter(|published| published.sequence == *sequence).map(|published| published.changed);
                // It is said as it is now, whatever was published since.
                let say = published.map(|published| ToSay::new(CallAbout::WayIn, published.changed));
                News { whom: Whom::Placed, at, say }
            }
            Tidings::Moved { sequence } => {
                let moved = published().await?.and_then(|(published, _)| published.move_of(*sequence).cloned());
                let say = moved.map(|moved| ToSay { lines: moved.lines, ..ToSay::new(CallAbout::Moved, moved.at) });
                News::of(Whom::Everybody, say)
            }
            Tidings::Postponed { .. } => {
                let postponed = published().await?.and_then(|(_, postponed)| postponed);
                News::of(Whom::Everybody, postponed.map(|postponed| ToSay::new(CallAbout::Postponed, postponed.at)))
            }
            Tidings::FromHost { message } => {
                let message: Option<HostMessage> = db.get(Table::Hub, &keys::host_message(event, message)).await?;
                let say = message.as_ref().map(|m| ToSay { message: Some(m.id.clone()), ..ToSay::new(CallAbout::HostMessage, m.sent) });
                News::of(message.map_or(Whom::Nobody, Whom::Of), say)
            }
        })
    }

    fn of(whom: Whom, say: Option<ToSay>) -> Self {
        Self { whom, at: say.as_ref().map(|say| say.at), say }
    }

    /// The rule for mails and for calls.
    pub fn concerns(&self, registration: &RegistrationRecord) -> bool {
        let knew = self.at.is_some_and(|at| registration.created > at);
        !knew
            && match &self.whom {
                Whom::Everybody => registration.state.is_active(),
                Whom::Placed => registration.state == RegistrationState::Confirmed,
                // An address that nobody confirmed may be anybody's.
                Whom::Of(message) => message.audience.takes_in(registration.state) && registration.address_confirmed,
                Whom::Nobody => false,
            }
    }
}
