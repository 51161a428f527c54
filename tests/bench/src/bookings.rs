//! How many bookings are taken in a second: whole requests through form, rules and transaction on the embedded engine.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use local::Hub;
use store::registrations::Registrations;
use tokio::task::JoinSet;

use crate::venue::{Venue, venues};

/// How many people book in each measurement.
const PEOPLE: usize = 2_000;

/// How many of them at once, where everybody waits for nobody.
const AT_ONCE: usize = 32;

/// The rush: all people within so long, for so many places.
const RUSH: Duration = Duration::from_secs(10);
const PLACES: u32 = 100;

/// What came of a measurement: the time of each answer in milliseconds, and how many were none.
#[derive(Default)]
struct Answers {
    times: Vec<f64>,
    refused: usize,
}

/// Prints bookings a second for one event and across a hundred, and how a rush for few places is answered.
pub async fn print(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<()> {
    println!("\nBookings: {PEOPLE} people each time, client and hub on the same machine");
    for (name, many) in [("one event", 1), ("100 events", 100)] {
        let venues = Arc::new(venues(hub, client, many, None).await?);
        let begun = Instant::now();
        let answers = all_at_once(hub, client, &venues).await?;
        let seconds = begun.elapsed().as_secs_f64();
        line(&format!("{name}, {AT_ONCE} at once"), &answers, &format!("{:.0} bookings a second", PEOPLE as f64 / seconds));
    }
    let venue = venues(hub, client, 1, Some(PLACES)).await?.remove(0);
    let answers = rush(hub, client, &venue).await?;
    let places = Registrations::new(hub.db.clone()).places(&venue.id).await?.context("the places of a published event")?;
    let taken = places.room.confirmed + places.room.held;
    let outcome = format!("{taken} of {PLACES} places held, {} people wait", places.room.waiting);
    line(&format!("{} s, {PLACES} places", RUSH.as_secs()), &answers, &outcome);
    Ok(())
}

fn line(name: &str, answers: &Answers, outcome: &str) {
    let mut times = answers.times.clone();
    times.sort_by(f64::total_cmp);
    let at = |share| crate::quantile(&times, share);
    let (p50, p95, p99) = (at(0.5), at(0.95), at(0.99));
    println!("  {name:<24} p50 {p50:>7.1} ms  p95 {p95:>7.1} ms  p99 {p99:>7.1} ms  {outcome}; {} not answered", answers.refused);
}

/// Everybody as soon as one before them is done.
async fn all_at_once(hub: &Hub, client: &reqwest::Client, venues: &Arc<Vec<Venue>>) -> anyhow::Result<Answers> {
    let mut tasks = JoinSet::new();
    for worker in 0..AT_ONCE {
        let (venues, booker) = (venues.clone(), Booker::new(hub, client));
        tasks.spawn(async move {
            let mut answers = Answers::default();
            for n in (worker..PEOPLE).step_by(AT_ONCE) {
                answers.note(booker.book(&venues[n % venues.len()].url, n).await);
            }
            answers
        });
    }
    Ok(sum(tasks.join_all().await))
}

/// Everybody when they come, whether or not those before them are done.
async fn rush(hub: &Hub, client: &reqwest::Client, venue: &Venue) -> anyhow::Result<Answers> {
    let begun = tokio::time::Instant::now();
    let mut tasks = JoinSet::new();
    for n in 0..PEOPLE {
        let (url, booker) = (venue.url.clone(), Booker::new(hub, client));
        tasks.spawn(async move {
            tokio::time::sleep_until(begun + RUSH * n as u32 / PEOPLE as u32).await;
            let mut answers = Answers::default();
            answers.note(booker.book(&url, n).await);
            answers
        });
    }
    Ok(sum(tasks.join_all().await))
}

fn sum(all: Vec<Answers>) -> Answers {
    all.into_iter().fold(Answers::default(), |mut sum, one| {
        sum.times.extend(one.times);
        sum.refused += one.refused;
        sum
    })
}

impl Answers {
    fn note(&mut self, (time, taken): (f64, bool)) {
        self.times.push(time);
        self.refused += usize::from(!taken);
    }
}

/// Sends forms.
struct Booker {
    client: reqwest::Client,
    context: web::Context,
    origin: String,
}

impl Booker {
    fn new(hub: &Hub, client: &reqwest::Client) -> Self {
        Self { client: client.clone(), context: hub.context.clone(), origin: hub.origin.clone() }
    }

    /// One booking: how long it took in milliseconds, and whether it was taken.
    async fn book(&self, url: &str, n: usize) -> (f64, bool) {
        let (key, email) = (self.context.new_form_key(), format!("person-{n}@example.org"));
        let typed = [
            ("form_key", key.as_str()),
            ("website", ""),
            ("step", "send"),
            ("name", "Example Person"),
            ("email", &email),
            ("phone", ""),
            ("way", "room"),
        ];
        // One person registers for three events here: the limit by address is ten an hour.
        let begun = Instant::now();
        let answer = self.client.post(format!("{url}/register")).header("origin", &self.origin).form(&typed).send().await;
        (begun.elapsed().as_secs_f64() * 1000.0, answer.is_ok_and(|answer| answer.status().as_u16() == 303))
    }
}
