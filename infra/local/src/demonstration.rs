//! The demonstration: a week of events, registrations and stories that are not real, loaded once.
//!
//! Everything goes through the domain's rules and the store's own acts, so every invariant holds. Ids and form keys are made
//! from the names in the files: a loading that was cut off goes on where it stopped, and does nothing twice.

mod content;
mod events;
mod people;
mod quiet;
mod stories;

use anyhow::{Context as _, Result};
use domain::audit::Actor;
use domain::ids::{StaffId, spell};
use domain::week::{Week, WeekId};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use store::Deed;
use store::form_keys::FormUse;
use store::weeks::Weeks;
use store::{Db, Key, Table, Tx};
use web::Context;

use content::{Content, bytes};

/// That the demonstration was loaded, and which week it is. Nothing but this module reads it.
#[derive(Serialize, Deserialize)]
struct Loaded {
    week: WeekId,
    done: bool,
}

fn marker() -> Key {
    Key::new("LOADED", "DEMONSTRATION")
}

/// What loading needs everywhere.
#[derive(Clone)]
struct Loader {
    context: Context,
    db: Db,
    week: Week,
    now: Timestamp,
}

impl Loader {
    /// Something done by somebody now. `what` tells it from everything else in the demonstration.
    fn deed(&self, by: Actor, what: &str) -> Deed {
        Deed { by, at: self.now, mark: spell(&bytes::<16>(&format!("mark {what}"))) }
    }

    /// Something done by the demonstration's own coordinator.
    fn desk_deed(&self, what: &str) -> Deed {
        self.deed(Actor::Staff(StaffId::from_random(bytes("coordinator"))), what)
    }

    /// A form that is sent once.
    fn form(&self, what: &str) -> FormUse {
        FormUse { key: domain::ids::FormKey::from_random(bytes(&format!("form {what}"))), hash: what.to_owned() }
    }

    fn monday(&self) -> Date {
        self.week.first.unwrap_or(self.context.today())
    }
}

/// Loads the demonstration where it wasn't loaded yet, and tells whether it did.
///
/// # Errors
/// Where the database doesn't answer, or the files break a rule of the domain.
pub async fn load(context: &Context, db: &Db, tell: &(dyn Fn(&str) + Send + Sync)) -> Result<bool> {
    let before: Option<Loaded> = db.get(Table::Hub, &marker()).await?;
    if before.as_ref().is_some_and(|loaded| loaded.done) {
        return Ok(false);
    }
    tell("Loading the demonstration week: events, registrations and stories that are not real.");
    let content = Content::read()?;
    let week = week(context, db, before.map(|loaded| loaded.week), &content).await?;
    let loader = Loader { context: context.clone(), db: db.clone(), week, now: context.now() };
    note(&loader, false).await?;
    let (events, stories) = tokio::join!(events::load(&loader, &content), stories::load(&loader, &content));
    events.context("The demonstration's events could not be loaded.")?;
    stories.context("The demonstration's stories could not be loaded.")?;
    quiet::send_nothing(&loader).await?;
    note(&loader, true).await?;
    Ok(true)
}

/// The week, as it was fixed before; else the one that begins on the next Monday.
async fn week(context: &Context, db: &Db, fixed: Option<WeekId>, content: &Content) -> Result<Week> {
    let weeks = Weeks::new(db.clone());
    if let Some(id) = fixed
        && let Some(week) = weeks.get(id).await?
    {
        return Ok(week);
    }
    let monday = next_monday(context.today())?;
    let week = content.week(monday)?;
    weeks.put(&week).await?;
    Ok(week)
}

fn next_monday(today: Date) -> Result<Date> {
    today.nth_weekday(1, Weekday::Monday).context("There is no Monday after today. Set this machine's clock.")
}

async fn note(loader: &Loader, done: bool) -> Result<()> {
    let mut tx = Tx::new(&loader.db);
    tx.put(Table::Hub, &marker(), &Loaded { week: loader.week.id, done });
    tx.commit().await.context("The database doesn't take what is written.")
}

#[cfg(test)]
mod tests {
    use super::next_monday;
    use jiff::civil::date;

    #[test]
    fn the_demonstration_begins_on_a_monday_after_today() {
        for (today, monday) in
            [(date(2026, 11, 22), date(2026, 11, 23)), (date(2026, 11, 23), date(2026, 11, 30)), (date(2026, 12, 29), date(2027, 1, 4))]
        {
            assert_eq!(next_monday(today).unwrap(), monday);
        }
    }
}
