//! How long the privacy check takes on a long story. In a page the same code runs as WASM, about three times as long; the browser test
//! `give-away` prints that.

use std::time::Instant;

const STORIES: &str = include_str!("../../../infra/data/demonstration/stories.json");

/// As long as a story can be, in words.
const WORDS: usize = 10_000;

/// The demonstration's stories, one after another, until there are so many words.
fn long_story() -> anyhow::Result<String> {
    let stories: Vec<serde_json::Value> = serde_json::from_str(STORIES)?;
    let words: Vec<&str> = stories.iter().filter_map(|story| story["answers"]["body"].as_str()).flat_map(|body| body.split(' ')).collect();
    Ok(words.iter().cycle().take(WORDS).copied().collect::<Vec<_>>().join(" "))
}

/// Prints the first time, before anything is warm, and the median of 100 more.
pub fn print() -> anyhow::Result<()> {
    let story = long_story()?;
    let mut times = Vec::new();
    let mut found = 0;
    for _ in 0..101 {
        let begun = Instant::now();
        found = std::hint::black_box(privacy::check(&story)).len();
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    println!(
        "\nThe privacy check on {WORDS} words, {found} marks: first {first:.1} ms, median {:.1} ms (budget in a page 50 ms)",
        crate::quantile(&times, 0.5)
    );
    Ok(())
}
