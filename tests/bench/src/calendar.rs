//! The calendar of a week with few and with many events: read from the tables and made, and filtered from what is kept.

use std::sync::Arc;
use std::time::Instant;

use hub_tests::{Seed, TestClock, fixtures, many};
use local::{Bundle, Data, Hub, Options};
use store::weeks::Weeks;

/// One seed, so that two measurements are of the same events.
const SEED: u64 = 2026;

/// How often each is asked.
const COLD: usize = 20;
const KEPT: usize = 200;

struct Measured {
    times: Vec<f64>,
    html: Vec<u8>,
}

impl Measured {
    fn say(mut self, events: usize, what: &str) {
        self.times.sort_by(f64::total_cmp);
        println!(
            "  {events:>6} {what:<22} {:>9.2} {:>9.2} {:>10.1} {:>10.1}",
            crate::quantile(&self.times, 0.5),
            crate::quantile(&self.times, 0.95),
            self.html.len() as f64 / 1000.0,
            crate::pages::brotli(&self.html) as f64 / 1000.0
        );
    }
}

/// Prints median and 95th percentile for 50, 500 and 2,000 events, cold and kept, whole and filtered.
pub async fn print() -> anyhow::Result<()> {
    println!("\nCalendar over loopback, one after another (cold: every card is read from the embedded database first)");
    println!("  {:>6} {:<22} {:>9} {:>9} {:>10} {:>10}", "events", "", "p50 ms", "p95 ms", "HTML kB", "brotli kB");
    for events in [50, 500, 2_000] {
        let clock = Arc::new(TestClock::at("2026-11-24T09:00:00Z".parse()?));
        let mut options = Options::for_tests(Data::Memory, clock.clone(), Arc::new(Seed::new(SEED)));
        options.bundle = Bundle::Absent;
        options.kept_seconds = 20;
        let hub = Hub::start(options).await?;
        let week = fixtures::week();
        Weeks::new(hub.db.clone()).put(&week).await?;
        many::write(&hub.db, &week, &many::events(&week, &Seed::new(SEED), events)).await;
        measure(&hub, &clock, &week.id.path(), events).await?;
        hub.stop().await;
    }
    Ok(())
}

async fn measure(hub: &Hub, clock: &TestClock, week: &str, events: usize) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let filtered = "?format=online&access=bsl&q=co-production";
    for (what, query, cold) in [
        ("cold", "", true),
        ("cold, filtered", filtered, true),
        ("kept", "", false),
        ("kept, filtered", filtered, false),
        ("kept, one day", "?day=2026-11-25", false),
    ] {
        let mut measured = Measured { times: Vec::new(), html: Vec::new() };
        for _ in 0..if cold { COLD } else { KEPT } {
            if cold {
                clock.advance(jiff::SignedDuration::from_secs(60));
            }
            let begun = Instant::now();
            let answer = client.get(format!("{}{week}/calendar{query}", hub.origin)).send().await?.error_for_status()?;
            measured.html = answer.bytes().await?.to_vec();
            measured.times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        measured.say(events, what);
    }
    Ok(())
}
