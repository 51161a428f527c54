//! One hub with 2,000 events in a week, for all tests of this file that only read.

use std::collections::BTreeSet;

use domain::week::{Question, Week};
use hub_tests::many::{self, Many};
use hub_tests::{Page, Seed, TestHub, fixtures};
use store::weeks::Weeks;

pub const WEEK: &str = "/scotland/2026";
pub const MANY: usize = 2_000;

/// A hub that keeps its cards, as a deployed one does: its clock stands still, so it reads them once.
pub struct World {
    pub hub: TestHub,
    pub events: Vec<Many>,
    pub seed: Seed,
}

impl World {
    pub async fn with(events: usize) -> Self {
        Self::of(|week, seed| many::events(week, seed, events)).await
    }

    /// Of which some meet several times.
    pub async fn meeting_again(events: usize) -> Self {
        Self::of(|week, seed| many::events_that_meet_again(week, seed, events)).await
    }

    async fn of(events: impl Fn(&Week, &Seed) -> Vec<Many>) -> Self {
        let seed = Seed::from_environment();
        let hub = TestHub::keeping_cards().await;
        let asked = [1, 2, 3].map(|number| Question::new(number, format!("What changes with {number}?")));
        let week = Week { questions: asked.into(), ..fixtures::week() };
        Weeks::new(hub.db.clone()).put(&week).await.unwrap();
        let events = events(&week, &seed);
        many::write(&hub.db, &week, &events).await;
        hub.clock.advance(jiff::SignedDuration::from_secs(60));
        Self { hub, events, seed }
    }

    pub async fn get(&self, path: &str) -> Page {
        self.hub.get(path).await.expect_status(200)
    }

    /// The names of the events in the data for a query, from all its pages.
    pub async fn data(&self, query: &str) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        let mut next = Some(format!("{WEEK}/calendar.json?{query}"));
        while let Some(path) = next {
            let feed: serde_json::Value = serde_json::from_slice(&self.get(&path).await.body).unwrap();
            let events = feed["events"].as_array().unwrap();
            assert!(events.len() <= 200, "{path}: {} at once", events.len());
            out.extend(events.iter().map(|event| event["uid"].as_str().unwrap().split('@').next().unwrap().to_owned()));
            next = feed["next"].as_str().map(|next| next.strip_prefix(&self.hub.origin).unwrap().to_owned());
        }
        out
    }
}

/// How many the page says it found.
pub fn count(page: &Page) -> usize {
    page.first("#result-count strong").and_then(|words| words.split(' ').next()?.parse().ok()).unwrap_or(0)
}
