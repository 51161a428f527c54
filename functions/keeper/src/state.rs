//! What the keeper works with, and nothing else.

use store::Db;
use store::due::DueList;
use store::events::Events;
use store::registrations::Registrations;
use store::retention::Retention;
use store::stories::Stories;
use store::tell::Teller;

/// Everything the keeper may do. Cheap to clone.
#[derive(Clone)]
pub struct State {
    pub(crate) due: DueList,
    pub(crate) events: Events,
    pub(crate) registrations: Registrations,
    pub(crate) stories: Stories,
    pub(crate) teller: Teller,
    pub(crate) retention: Retention,
    pub(crate) mailer: mailer::State,
}

impl State {
    /// Over the database. The mailer's state is for what the outbox's stream lost.
    pub fn new(db: Db, mailer: mailer::State) -> Self {
        Self {
            due: DueList::new(db.clone()),
            events: Events::new(db.clone()),
            registrations: Registrations::new(db.clone()),
            retention: Retention::new(db.clone()),
            stories: Stories::new(db.clone()),
            teller: Teller::new(db),
            mailer,
        }
    }
}
