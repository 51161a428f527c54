//! When an event ends, as far as keeping what people told for it goes.

use domain::event::EventRecord;
use domain::ids::EventId;
use domain::retention;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::db::Db;
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::weeks::Weeks;

/// The two ends that something is counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ends {
    /// For its registrations.
    pub kept: Option<Timestamp>,
    /// For what would help: none while it has no day.
    pub held: Option<Timestamp>,
}

impl Ends {
    /// Of an event; none where it is no more.
    pub async fn of(db: &Db, id: &EventId) -> Result<Self, StoreError> {
        let Some(event) = db.get::<EventRecord>(Table::Hub, &keys::event(id)).await? else { return Ok(Self::default()) };
        Ok(Self { kept: ends(db, &event).await?, held: event.page().and_then(|page| page.ends()) })
    }
}

/// When an event ends; where it has no time of its own, when its week does.
pub(crate) async fn ends(db: &Db, event: &EventRecord) -> Result<Option<Timestamp>, StoreError> {
    if let Some(end) = retention::ends(event) {
        return Ok(Some(end));
    }
    let week = Weeks::new(db.clone()).get(event.week).await?;
    let last = week.and_then(|week| week.last).and_then(|last| last.to_zoned(TimeZone::UTC).ok());
    Ok(last.map(|start| start.timestamp() + SignedDuration::from_hours(24)))
}
