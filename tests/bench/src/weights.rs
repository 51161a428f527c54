//! What a first visit to each kind of page weighs: HTML, style, font, icon, and scripts where there are any.

use local::Hub;

use crate::pages::{brotli, kinds};

async fn weigh(hub: &Hub, client: &reqwest::Client, path: &str) -> anyhow::Result<(usize, usize)> {
    let bytes = client.get(format!("{}{path}", hub.origin)).send().await?.bytes().await?;
    let packed = if path.ends_with(".woff2") { bytes.len() } else { brotli(&bytes) };
    Ok((bytes.len(), packed))
}

/// Prints the built files, and for each page the sum of a first view under brotli.
pub async fn print(hub: &Hub, client: &reqwest::Client) -> anyhow::Result<()> {
    let built = &hub.context.settings().assets;
    let kb = |n: usize| n as f64 / 1000.0;
    println!("\nBuilt files{:>21} {:>10}", "raw kB", "brotli kB");
    let mut sizes = std::collections::BTreeMap::new();
    for (what, path, budget) in [
        ("CSS", &built.css, "15"),
        ("font", &built.font, "30"),
        ("icon", &built.icon, ""),
        ("islands.js", &built.islands_js, "10, with the glue"),
        ("glue", &built.app_js, "10"),
        ("WASM", &built.app_wasm, "100"),
        ("privacy.js", &built.privacy_js, ""),
        ("privacy's glue", &built.privacy_app_js, ""),
        ("privacy's WASM", &built.privacy_wasm, "50"),
    ] {
        let (raw, packed) = weigh(hub, client, path).await?;
        sizes.insert(what, packed);
        let budget = if budget.is_empty() { String::new() } else { format!("   (budget {budget})") };
        println!("  {what:<20} {:>9.1} {:>10.1}{budget}", kb(raw), kb(packed));
    }
    let of = |what: &str| sizes.get(what).copied().unwrap_or(0);
    let reading = of("CSS") + of("font") + of("icon");
    let alive = of("islands.js") + of("glue") + of("WASM");
    println!("\nFirst view, all files, brotli kB (budget: 60 for reading pages, 150 for the calendar)");
    for (kind, path) in kinds(hub, client).await? {
        let html = client.get(format!("{}{path}", hub.origin)).send().await?.text().await?;
        let islands = html.contains("<script type=\"module\"");
        let sum = brotli(html.as_bytes()) + reading + if islands { alive } else { 0 };
        println!("  {kind:<20} {:>9.1}{}", kb(sum), if islands { "   with islands" } else { "   no script" });
    }
    Ok(())
}
