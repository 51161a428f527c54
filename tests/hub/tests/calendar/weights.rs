//! What the calendar's pages weigh with 2,000 events in the week, packed as a deployment packs them (quality-bar F-04).

use super::world::{MANY, WEEK, World};

const KB: usize = 1024;

/// As much as brotli makes of it at a speed that an edge has.
fn packed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &how).unwrap();
    out.len()
}

#[tokio::test]
async fn pages_keep_to_their_weight_with_two_thousand_events() {
    let world = World::with(MANY).await;
    println!("{:<38} {:>8} {:>9}   budget", "with 2,000 events", "raw kB", "brotli kB");
    for (what, path, budget) in [
        ("week", WEEK.to_owned(), 25),
        ("calendar", format!("{WEEK}/calendar"), 25),
        ("calendar, online with BSL", format!("{WEEK}/calendar?format=online&access=bsl"), 25),
        ("calendar, one day", format!("{WEEK}/calendar?day=2026-11-25"), 25),
        ("calendar, page 40 of 40", format!("{WEEK}/calendar?page=40"), 25),
        ("frame for other sites", format!("/embed{WEEK}"), 25),
        ("data", format!("{WEEK}/calendar.json"), 60),
        ("feed of new events", format!("{WEEK}/calendar.atom"), 60),
    ] {
        let page = world.get(&path).await;
        let size = packed(&page.body);
        println!("{what:<38} {:>8.1} {:>9.1}   {budget}", page.body.len() as f64 / 1024.0, size as f64 / 1024.0);
        assert!(size <= budget * KB, "{what}: {size} bytes");
        assert!(page.select("article").len() <= 50, "{what}");
    }
}
