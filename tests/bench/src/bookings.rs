//! How many bookings one event takes in a second: whole requests through form, rules and transaction on the embedded engine.

use std::sync::Arc;
use std::time::Instant;

use local::Hub;
use tokio::task::JoinSet;

/// How many people book, and how many of them at once.
const PEOPLE: usize = 2_000;
const AT_ONCE: usize = 32;

async fn event_without_limit(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<String> {
    let week = crate::pages::kinds(hub, client).await?.into_iter().find(|(kind, _)| *kind == "week");
    let week = week.map(|(_, path)| path).unwrap_or_default();
    let feed: serde_json::Value = client.get(format!("{}{week}/calendar.json", hub.origin)).send().await?.json().await?;
    for event in feed["events"].as_array().into_iter().flatten() {
        let Some(url) = event["url"].as_str() else { continue };
        let answer = client.get(format!("{url}/places")).send().await?;
        if !answer.status().is_success() {
            continue;
        }
        let places: serde_json::Value = answer.json().await?;
        if places["free"].is_null() && places["waiting"] == 0 && event["state"] == "listed" {
            return Ok(url.to_owned());
        }
    }
    anyhow::bail!("the demonstration has no event without a limit")
}

/// Prints bookings a second for one event, and the spread of answers.
pub async fn print(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<()> {
    let url = Arc::new(event_without_limit(hub, client).await?);
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for worker in 0..AT_ONCE {
        let (url, client, context, origin) = (url.clone(), client.clone(), hub.context.clone(), hub.origin.clone());
        tasks.spawn(async move {
            let mut times = Vec::new();
            let mut refused = 0;
            for n in (worker..PEOPLE).step_by(AT_ONCE) {
                let key = context.new_form_key();
                let email = format!("person-{n}@example.org");
                let form = [
                    ("form_key", key.as_str()),
                    ("website", ""),
                    ("step", "send"),
                    ("name", "Example Person"),
                    ("email", &email),
                    ("phone", ""),
                    ("way", "room"),
                ];
                let begun = Instant::now();
                let answer = client.post(format!("{url}/register")).header("origin", &origin).form(&form).send().await;
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
                refused += usize::from(!answer.is_ok_and(|a| a.status().as_u16() == 303));
            }
            (times, refused)
        });
    }
    let (mut times, mut refused) = (Vec::new(), 0);
    while let Some(done) = tasks.join_next().await {
        let (more, r) = done?;
        times.extend(more);
        refused += r;
    }
    let seconds = begun.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    println!("\nBookings for one event: {PEOPLE} people, {AT_ONCE} at once, client and hub on the same machine");
    println!(
        "  {:.0} bookings a second; p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms; {refused} not taken",
        PEOPLE as f64 / seconds,
        crate::quantile(&times, 0.5),
        crate::quantile(&times, 0.95),
        crate::quantile(&times, 0.99)
    );
    Ok(())
}
