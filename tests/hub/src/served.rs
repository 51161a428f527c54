//! The addresses that functions serve, as their sources spell them: a route that is added is in here without anybody's doing.

use std::collections::BTreeSet;
use std::path::Path;

/// The functions that answer requests.
pub const SERVING: [&str; 5] = ["site", "events", "registrations", "stories", "desk"];

/// The patterns of a function's routes: what stands behind `.route(` in its sources.
///
/// # Panics
/// Where they can't be read.
pub fn routes(function: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../functions/{function}/src/lib.rs"));
    let text = std::fs::read_to_string(file).expect("the function's sources are there");
    text.split(".route(").skip(1).map(|rest| rest.split('"').nth(1).expect("a route is spelled out").to_owned()).collect()
}
