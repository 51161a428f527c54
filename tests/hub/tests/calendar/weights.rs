//! What the calendar's pages weigh with 2,000 events in the week, packed as a deployment packs them (quality-bar F-04).

use super::world::{WEEK, World};

const KB: usize = 1024;

/// As much as brotli makes of it at a speed that an edge has.
fn packed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &how).unwrap();
    out.len()
}

/// Prints what each weighs, and refuses what is over its budget. Asked of the one hub that holds so many.
pub async fn keep(world: &World) {
    println!("{:<38} {:>8} {:>9}   budget", "with 2,000 events", "raw kB", "brotli kB");
    for (what, path, budget) in [
        ("week", WEEK.to_owned(), 25),
        ("calendar", format!("{WEEK}/calendar"), 25),
        ("calendar, online with BSL", format!("{WEEK}/calendar?format=online&access=bsl"), 25),
        ("calendar, one day", format!("{WEEK}/calendar?day=2026-11-25"), 25),
        ("calendar, page 40 of 40", format!("{WEEK}/calendar?page=40"), 25),
        ("frame for other sites", format!("/embed{WEEK}"), 25),
        ("question", format!("{WEEK}/questions/1"), 25),
        ("data", format!("{WEEK}/calendar.json"), 60),
        ("feed of new events", format!("{WEEK}/calendar.atom"), 60),
        ("calendar file, all 2,000 in it", format!("{WEEK}/calendar.ics"), 500),
    ] {
        let page = world.get(&path).await;
        let size = packed(&page.body);
        println!("{what:<38} {:>8.1} {:>9.1}   {budget}", page.body.len() as f64 / 1024.0, size as f64 / 1024.0);
        assert!(size <= budget * KB, "{what}: {size} bytes");
        assert!(
            page.body.len() <= 3 * KB * KB,
            "{what}: {} bytes; a function's answer holds six megabytes, at twice as many events",
            page.body.len()
        );
        assert!(page.select("article").len() <= 50, "{what}");
    }
}
