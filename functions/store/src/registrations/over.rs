//! What is over is shown to nobody, whether or not the daily walk has been there (quality-bar P-08).

use domain::event::EventRecord;
use domain::registration::RegistrationRecord;
use domain::retention::is_over;
use jiff::Timestamp;

use super::Registrations;
use crate::error::StoreError;
use crate::retention::ends;

/// Everybody registered at an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtEvent {
    /// Those who may still be shown.
    pub shown: Vec<RegistrationRecord>,
    /// Places of those who came, shown or not.
    pub came: u32,
}

impl Registrations {
    /// Everybody registered at an event, whatever their state.
    pub async fn at_event(&self, event: &EventRecord, now: Timestamp) -> Result<AtEvent, StoreError> {
        let ends = ends(&self.db, event).await?;
        let mut all = self.of_event(&event.id).await?;
        let came = all.iter().filter(|of| of.has_come()).map(|of| of.party.places).sum();
        all.retain(|of| !is_over(of, ends, now));
        Ok(AtEvent { shown: all, came })
    }

    /// Whether a registration at this event is over, so that nobody sees it any more.
    pub async fn is_over(&self, of: &RegistrationRecord, event: &EventRecord, now: Timestamp) -> Result<bool, StoreError> {
        Ok(is_over(of, ends(&self.db, event).await?, now))
    }
}
