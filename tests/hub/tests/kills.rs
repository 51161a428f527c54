//! The hub's process is killed without a word, again and again, on a data folder that stays: nothing that somebody was told is lost, no
//! place is given twice, nobody is written to twice beyond the mail that was on its way (quality-bar …R-24).
//! `HUB_KILLS` says how often; six times each by default.

#[path = "kills/job.rs"]
mod job;
#[path = "kills/load.rs"]
mod load;
#[path = "kills/mortal.rs"]
mod mortal;

use domain::ids::EventId;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event_for, word};
use hub_tests::{Seed, TestHub};

use mortal::{Place, free_port};

fn kills() -> usize {
    std::env::var("HUB_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(6)
}

/// A folder with a published event of so many places; its host, its address, its id.
async fn with_event(name: &str, places: u32) -> (Place, TestHub, Visitor, String, EventId) {
    let folder = std::env::temp_dir().join(format!("hub-{name}-{}", std::process::id()));
    let hub = TestHub::with(local::Data::Folder(folder.clone()), |options| options.demonstration = true).await;
    let desk = at_the_desk(&hub).await;
    let title = format!("The {} table", word(&hub));
    let host = list_an_event_for(&hub, &title, "host@example.org", &places.to_string()).await;
    let event = decide(&hub, &desk, &title, "publish").await;
    let id = EventId::parse(host.home.rsplit('/').next().unwrap()).unwrap();
    (Place { folder, port: free_port() }, hub, host, event, id)
}

fn bytes<const N: usize>(seed: &Seed) -> [u8; N] {
    std::array::from_fn(|_| seed.below(256) as u8)
}
