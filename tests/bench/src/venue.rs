//! Events to book, beside those of the demonstration.

use anyhow::{Context as _, Result};
use domain::event::EventRecord;
use domain::ids::{EventId, Slug};
use domain::registration::{Places, Plan, PoolPlan};
use local::Hub;
use store::events::Events;
use store::{Key, Table, Tx};

/// An event that is there to be booked.
pub struct Venue {
    /// Its name in records.
    pub id: EventId,
    /// Where people register.
    pub url: String,
}

/// So many published events, each with so many places, like the first of the demonstration that takes bookings.
pub async fn venues(hub: &Hub, client: &reqwest::Client, many: usize, places: Option<u32>) -> Result<Vec<Venue>> {
    let like = bookable(hub, client).await?;
    let mut out = Vec::new();
    for _ in 0..many {
        out.push(venue(hub, &like, places).await?);
    }
    Ok(out)
}

async fn venue(hub: &Hub, like: &EventRecord, places: Option<u32>) -> Result<Venue> {
    let mut record = like.clone();
    record.id = hub.context.new_event_id();
    let slug = Slug::random(hub.context.random());
    let published = record.published.as_mut().context("a published event")?;
    published.slug = slug.clone();
    let mut tx = Tx::new(&hub.db);
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", record.id), "META"), &record);
    let plan = Plan { room: PoolPlan { capacity: places, ..PoolPlan::default() }, online: None };
    tx.put(Table::Hub, &Key::new(format!("EVENT#{}", record.id), "PLACES"), &Places::planned(plan));
    store::public::add_event(&mut tx, &record.page().context("a page")?);
    tx.commit().await?;
    Ok(Venue { id: record.id, url: format!("{}/events/{slug}", hub.origin) })
}

async fn bookable(hub: &Hub, client: &reqwest::Client) -> Result<EventRecord> {
    let kinds = crate::pages::kinds(hub, client).await?;
    let week = kinds.iter().find(|(kind, _)| *kind == "week").map(|(_, path)| path.as_str()).unwrap_or_default();
    let nation_and_year = domain::week::WeekId::parse(week.trim_start_matches('/')).context("a week")?;
    let cards = store::public::PublicReader::new(hub.db.clone()).event_cards(nation_and_year).await?;
    let events = Events::new(hub.db.clone());
    for card in cards.iter().filter(|card| card.through_hub && card.start.is_some_and(|start| start > hub.context.now())) {
        let Some(record) = events.load(&card.id).await? else { continue };
        if record.page().is_some_and(|page| page.through_hub && page.state == domain::event::PublicState::Listed) {
            return Ok(record);
        }
    }
    anyhow::bail!("no event of the demonstration takes registrations")
}
