//! What the browser build is made of.

use std::path::Path;

#[test]
fn no_dates_no_markdown_no_runtime_and_no_aws_reach_the_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let packages = assets::dependencies(&root, assets::ISLANDS, "normal").expect("cargo can read the workspace");
    assert!(packages.iter().any(|package| package.starts_with("leptos v")), "this is not the islands' tree: {packages:?}");
    let heavy = ["jiff", "ammonia", "pulldown-cmark", "tokio", "chrono", "html5ever"];
    let found: Vec<_> =
        packages.iter().filter(|package| package.starts_with("aws-") || heavy.iter().any(|name| package.split(' ').next() == Some(name))).collect();
    assert!(found.is_empty(), "these belong on the server: {found:?}");
}

#[test]
fn the_stories_check_comes_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let packages = assets::dependencies(&root, assets::PRIVACY, "normal").expect("cargo can read the workspace");
    assert!(packages.iter().any(|package| package.starts_with("privacy v")), "this is not the check's tree: {packages:?}");
    let heavy = ["leptos", "domain", "frontend", "web-sys", "js-sys", "serde", "serde_json", "regex"];
    let found: Vec<_> = packages.iter().filter(|package| heavy.iter().any(|name| package.split(' ').next() == Some(name))).collect();
    assert!(found.is_empty(), "a page on which people write loads these for nothing: {found:?}");
}
