//! Everything held about one person, across all hosts (quality-bar P-06).

use domain::ids::{EventId, RegistrationId};
use serde::de::IgnoredAny;

use super::{Registrations, Stored};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;

impl Registrations {
    /// A registration as it is stored, for its person.
    pub async fn held(&self, event: &EventId, id: &RegistrationId) -> Result<Option<Stored>, StoreError> {
        self.stored(event, id).await
    }

    /// Every registration that this address has or had at any event, until it is erased.
    pub async fn held_about(&self, hash: &str) -> Result<Vec<(EventId, RegistrationId)>, StoreError> {
        let mut held = self.known_for(hash).await?.registrations;
        let mut after: Option<String> = None;
        loop {
            let page = self.db.list::<IgnoredAny>(Table::Hub, &keys::contact_pk(hash), keys::HAD, 200, after.as_deref(), false).await?;
            held.extend(page.records.iter().filter_map(|(place, _)| {
                let (event, id) = place.strip_prefix(keys::HAD)?.split_once('#')?;
                EventId::parse(event).zip(RegistrationId::parse(id))
            }));
            match page.more {
                Some(place) => after = Some(place),
                None => return Ok(held),
            }
        }
    }
}
