//! Rules of the house that a compiler doesn't know.
#![cfg(feature = "ssr")]

use std::fs;
use std::path::{Path, PathBuf};

use frontend::assets::Manifest;
use frontend::pages::{self, contact::Contact, problem::Problem};
use frontend::shell::{DeskBar, Shell, render};
use leptos::prelude::*;
use scraper::{Html, Selector};

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the crate").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
}

fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a text file"))).collect()
}

#[test]
fn ready_made_html_is_put_on_a_page_at_one_place_only() {
    let places: Vec<_> = sources("src", "rs").into_iter().filter(|(_, text)| text.contains("inner_html")).collect();
    let total: usize = places.iter().map(|(_, text)| text.matches("inner_html").count()).sum();
    assert_eq!(total, 1, "{:?}", places.iter().map(|(path, _)| path).collect::<Vec<_>>());
    assert!(places[0].0.ends_with("components/prose.rs"));
}

#[test]
fn nothing_that_leptos_renders_raw_is_written_elsewhere() {
    for (path, text) in sources("src", "rs") {
        assert_eq!(text.contains("<textarea\n") || text.contains("<textarea "), path.ends_with("components/text_area.rs"), "{path:?}");
        assert!(!text.contains("<noscript") && !text.contains("<style"), "{path:?}");
        assert!(!text.contains(" style="), "{path:?} has a style attribute, which the pages' policy refuses");
    }
}

#[test]
fn styles_stay_in_their_layers_and_load_nothing_from_elsewhere() {
    for (path, text) in sources("styles", "css") {
        assert!(text.contains("@layer "), "{path:?}");
        for address in text.split("url(").skip(1) {
            assert!(address.starts_with("\"{{font}}\")"), "{path:?} loads {address:.40}");
        }
        assert!(!text.contains("!important"), "{path:?}");
    }
}

/// Their packages say `test = false` and `doctest = false`: a test there would never run, and nobody would notice.
#[test]
fn main_files_and_documentation_hold_no_tests() {
    let all: Vec<_> = ["src", "../functions", "../infra", "../tests/bench"].iter().flat_map(|folder| sources(folder, "rs")).collect();
    assert!(all.iter().filter(|(path, _)| path.ends_with("src/main.rs")).count() > 10, "the programs are found");
    for (path, text) in all {
        assert!(!path.ends_with("src/main.rs") || !(text.contains("#[test]") || text.contains("::test]")), "{path:?} holds a test");
        let fences = text.lines().filter_map(|line| line.trim_start().strip_prefix("//")?.strip_prefix(['/', '!'])?.trim_start().strip_prefix("```"));
        // Every second one closes what the one before it opened.
        for kind in fences.step_by(2) {
            assert_eq!(kind, "text", "{path:?} shows code that nothing runs");
        }
    }
}

#[test]
fn the_letters_stay_small() {
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/atkinson-hyperlegible-next.woff2");
    assert!(fs::metadata(font).expect("the letters").len() <= 30 * 1024);
}

fn static_pages() -> Vec<(&'static str, String)> {
    let contact = || Contact { organisation: "Example Network".into(), email: "hello@hub.example".into(), phone: Some("01632 960 000".into()) };
    let shell = |title: &str| Shell { title: title.into(), ..Shell::default() };
    let manifest = Manifest::default();
    let problem = || Problem { heading: "We can’t find that page".into(), ways_on: vec![("Home".into(), "/".into())], ..Problem::default() };
    vec![
        ("about", render(&manifest, shell("About"), move || pages::about::about(contact()))),
        ("help", render(&manifest, shell("Help"), move || pages::help::help(contact()))),
        ("accessibility", render(&manifest, shell("Accessibility"), move || pages::accessibility::accessibility(contact()))),
        ("privacy", render(&manifest, shell("Privacy"), move || pages::privacy::privacy(contact()))),
        ("cookies", render(&manifest, shell("Cookies"), pages::cookies::cookies)),
        ("problem", render(&manifest, shell("Problem"), move || pages::problem::problem(problem()))),
    ]
}

#[test]
fn every_page_has_one_heading_a_way_past_the_menu_and_the_same_help() {
    let mut feet = Vec::new();
    for (name, html) in static_pages() {
        let page = Html::parse_document(&html);
        let count = |selector: &str| page.select(&Selector::parse(selector).expect("the selector of a test")).count();
        assert_eq!(count("h1"), 1, "{name}");
        assert_eq!(count("main#main"), 1, "{name}");
        assert_eq!(count("body > a.skip[href='#main']:first-child"), 1, "{name}");
        assert_eq!(count("style, script, [style], [onclick]"), 0, "{name}");
        assert_eq!(count("html[lang=en-GB]"), 1, "{name}");
        let foot = page.select(&Selector::parse("footer").expect("the selector of a test")).next().expect("a footer").html();
        for line in ["116 123", "85258", "111", "999"] {
            assert!(foot.contains(line), "{name} lacks {line}");
        }
        feet.push(foot);
    }
    feet.dedup();
    assert_eq!(feet.len(), 1, "the help differs from page to page");
}

#[test]
fn sentences_are_short_and_blame_nobody() {
    for (name, html) in static_pages() {
        let page = Html::parse_document(&html);
        for paragraph in page.select(&Selector::parse("main p, main li, main td, main h1, main h2").expect("the selector of a test")) {
            let text: String = paragraph.text().collect();
            for sentence in text.split(['.', '?', ':']) {
                assert!(sentence.split_whitespace().count() <= 20, "{name}: {sentence}");
            }
            for word in ["please", "sorry", "invalid", "forbidden", "illegal", "oops", "user", "ticket"] {
                let found = text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|other| other == word);
                assert!(!found, "{name} says {word}: {text}");
            }
        }
    }
}

#[test]
fn scripts_come_only_with_islands_and_the_desk_only_at_the_desk() {
    let manifest = Manifest { islands_js: "/assets/islands.js".into(), ..Manifest::default() };
    let plain = render(&manifest, Shell::default(), || view! { <p>"Words"</p> });
    assert!(!plain.contains("<script") && !plain.contains("Sign out"));
    let alive = render(&manifest, Shell { islands: true, ..Shell::default() }, || view! { <p>"Words"</p> });
    assert!(alive.contains(r#"<script type="module" src="/assets/islands.js"></script>"#));
    let desk = DeskBar { name: "Ada".into(), ..DeskBar::default() };
    let desk = render(&manifest, Shell { desk: Some(desk), noindex: true, ..Shell::default() }, || view! { <p>"Words"</p> });
    assert!(desk.contains("Sign out") && desk.contains(r#"content="noindex""#) && !desk.contains("/desk/people"));
}

#[test]
fn marks_of_the_renderer_are_comments_where_islands_look_for_them_and_nowhere_else() {
    let words = || {
        let typed = "<!>";
        view! { <p id="it" title=typed>"One"{None::<&str>}" two "{Some("three")}{typed}</p> }
    };
    for islands in [false, true] {
        let html = render(&Manifest::default(), Shell { islands, ..Shell::default() }, words);
        assert!(!html.contains("<!>"), "HTML takes it for a mistake: {html}");
        assert_eq!(html.contains("<!---->"), islands, "{html}");
        let page = Html::parse_document(&html);
        let it = page.select(&Selector::parse("#it").expect("the selector of a test")).next().expect("it is on the page");
        assert_eq!((it.text().collect::<String>().as_str(), it.attr("title")), ("One two three<!>", Some("<!>")), "what was typed stays");
    }
}
