//! A host whom a coordinator trusts: what is new from their confirmed address is published as they send it.

use domain::event::{EventDetails, EventRecord};
use store::events::{EventError, HostContact};
use store::form_keys::FormUse;
use web::Problem;

use crate::State;

impl State {
    /// Publishes a new and complete event of a trusted host; `false` where it goes to the desk like any other. What a coordinator has
    /// answered once is theirs to decide, whoever sends it again.
    pub(crate) async fn published_by_trust(&self, record: &EventRecord, contact: &HostContact, form: &FormUse) -> Result<bool, Problem> {
        if record.desk_words.is_some() || record.entered_by.is_some() || !self.events.is_trusted(contact).await? {
            return Ok(false);
        }
        let week = self.week_of(record).await?;
        let Ok(details) = EventDetails::parse(&record.answers, &self.rules(record, &week)) else { return Ok(false) };
        match self.events.publish_trusted(record, contact, &details, form, &self.deed(record)).await {
            Ok(published) => Ok(published.is_some()),
            Err(EventError::Store(error)) => Err(error.into()),
            Err(EventError::FormUsed) => Err(Problem::FormUsed),
            Err(EventError::NotNow(_) | EventError::Changed) => Ok(false),
        }
    }
}
