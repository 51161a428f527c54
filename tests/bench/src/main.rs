//! Measures the hub and prints what it finds beside the budgets. Nothing here passes or fails: times are for people to read.
//!
//! `cargo run -p bench --release`. Traffic goes to the loopback interface only, in a fixed number of requests, and it ends by itself.

mod bookings;
mod calendar;
mod check;
mod memory;
mod pages;
mod render;
mod venue;
mod weights;

use local::{Bundle, Data, Hub, Options};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("hub-bench-{}", std::process::id()));
    let begun = std::time::Instant::now();
    let mut options = Options::at_home(Data::Folder(folder.clone()), 0);
    options.bundle = Bundle::Built;
    options.tell = std::sync::Arc::new(|line| eprintln!("{line}"));
    let hub = Hub::start(options.clone()).await?;
    println!("First start with the demonstration: {:.1} s", begun.elapsed().as_secs_f64());
    let result = measure(&hub).await;
    hub.stop().await;

    let again = std::time::Instant::now();
    let hub = Hub::start(options).await?;
    println!("\nSecond start: {:.2} s (budget 2 s)", again.elapsed().as_secs_f64());
    hub.stop().await;
    std::fs::remove_dir_all(&folder)?;
    result
}

async fn measure(hub: &Hub) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    render::print();
    check::print()?;
    pages::print(hub, &client).await?;
    weights::print(hub, &client).await?;
    calendar::print().await?;
    bookings::print(hub, &client).await?;
    memory::print();
    Ok(())
}

/// The value below which a share of the sorted times lies.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = ((sorted.len() as f64 - 1.0) * share).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}
