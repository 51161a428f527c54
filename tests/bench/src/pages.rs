//! How long each kind of page takes to be answered over loopback, and what its HTML weighs.

use std::time::Instant;

use local::Hub;

/// One page of every public kind, taken from the demonstration.
pub async fn kinds(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<Vec<(&'static str, String)>> {
    let home = client.get(format!("{}/", hub.origin)).send().await?.text().await?;
    let find = |text: &str, start: &str| text.split('"').find(|part| part.starts_with(start) && !part.contains(['?', '#'])).map(str::to_owned);
    let calendar = find(&home, "/demo/").map(|path| path.split("/calendar").next().unwrap_or("").to_owned());
    let week = calendar.ok_or_else(|| anyhow::anyhow!("home shows no demonstration week"))?;
    let week = week.trim_end_matches("/stories").to_owned();
    let listed = client.get(format!("{}{week}/calendar", hub.origin)).send().await?.text().await?;
    let stories = client.get(format!("{}{week}/stories", hub.origin)).send().await?.text().await?;
    let event = bookable(hub, client, &listed).await?;
    let story = find(&stories, "/stories/").ok_or_else(|| anyhow::anyhow!("there is no story"))?;
    Ok(vec![
        ("home", "/".into()),
        ("week", week.clone()),
        ("calendar", format!("{week}/calendar")),
        ("calendar, filtered", format!("{week}/calendar?format=online&access=bsl&q=co-production")),
        ("event", event.clone()),
        ("register", format!("{event}/register")),
        ("stories", format!("{week}/stories")),
        ("story", story),
        ("question", format!("{week}/questions/1")),
        ("past week", "/england/2018".into()),
        ("past weeks", "/weeks".into()),
        ("list an event", "/list-an-event".into()),
        ("share your story", "/share-your-story".into()),
        ("help", "/help".into()),
        ("not there", "/no-such-page".into()),
    ])
}

/// The first event that takes registrations here: its page is the fullest of its kind.
async fn bookable(hub: &Hub, client: &reqwest::Client, listed: &str) -> anyhow::Result<String> {
    for path in listed.split('"').filter(|part| part.starts_with("/events/")) {
        let page = client.get(format!("{}{path}", hub.origin)).send().await?.text().await?;
        if page.contains(&format!("{path}/register")) {
            return Ok(path.to_owned());
        }
    }
    anyhow::bail!("no event of the demonstration takes registrations")
}

/// The size of a text under brotli, quality 11.
pub fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() });
    out.len()
}

/// Prints median and 95th percentile of 200 requests, one after another, and the page's bytes.
pub async fn print(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<()> {
    println!("\nPages over loopback, one after another (200 requests each; cards kept for 20 s as when deployed; budget: home 10 ms)");
    println!("  {:<20} {:>9} {:>9} {:>10} {:>10}", "page", "p50 ms", "p95 ms", "HTML kB", "brotli kB");
    for (kind, path) in kinds(hub, client).await? {
        let mut times = Vec::with_capacity(200);
        let mut html = Vec::new();
        for _ in 0..200 {
            let begun = Instant::now();
            html = client.get(format!("{}{path}", hub.origin)).send().await?.bytes().await?.to_vec();
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let kb = |n: usize| n as f64 / 1000.0;
        println!(
            "  {kind:<20} {:>9.2} {:>9.2} {:>10.1} {:>10.1}",
            crate::quantile(&times, 0.5),
            crate::quantile(&times, 0.95),
            kb(html.len()),
            kb(brotli(&html))
        );
    }
    Ok(())
}
