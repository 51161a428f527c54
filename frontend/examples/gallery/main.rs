//! Writes a page of every kind, with made-up content, to a folder: `cargo run -p frontend --features ssr --example gallery -- DIR`.
//!
//! Every page is there twice: as the browser's scheme has it, and dark. It also shows how pages are put together.

mod desk;
mod forms;
mod reading;
mod week;

use std::{env, fs, io, path::Path};

use domain::markup::{self, SafeHtml};
use frontend::assets::Manifest;
use frontend::components::Link;
use frontend::pages::{self, contact::Contact};
use frontend::shell::{DeskBar, DeskPage, Section, Shell, render};
use leptos::prelude::*;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "/tmp/gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let css = styles()?;
    fs::write(folder.join("hub.css"), &css)?;
    fs::write(folder.join("hub-dark.css"), css.replace("(prefers-color-scheme: dark)", "all"))?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(here.join("fonts/atkinson-hyperlegible-next.woff2"), folder.join("font.woff2"))?;
    fs::copy(here.join("icons/icon.svg"), folder.join("icon.svg"))?;

    for (scheme, css) in [("", "hub.css"), ("-dark", "hub-dark.css")] {
        let manifest = Manifest { css: css.into(), font: "font.woff2".into(), icon: "icon.svg".into(), ..Manifest::default() };
        let write = |name: &str, html: String| fs::write(folder.join(format!("{name}{scheme}.html")), html);
        let public = |title: &str, section| Shell { title: title.into(), section, demonstration: true, ..Shell::default() };
        let desk = |title: &str, page| Shell {
            title: title.into(),
            section: Section::Desk,
            desk: Some(DeskBar { name: "Ada Example".into(), administrator: true, page, ..DeskBar::default() }),
            ..Shell::default()
        };
        write("home", render(&manifest, public("Who decides?", Section::None), reading::home))?;
        write("calendar", render(&manifest, public("Calendar", Section::Calendar), week::calendar))?;
        write("nothing", render(&manifest, public("Calendar", Section::Calendar), week::nothing))?;
        write("event", render(&manifest, public("Power, passed round the table", Section::Calendar), reading::event))?;
        write("story", render(&manifest, public("The kettle rule", Section::Stories), reading::story))?;
        write("stories", render(&manifest, public("Stories", Section::Stories), reading::stories))?;
        write("form", render(&manifest, public("When is it?", Section::ListAnEvent), forms::when))?;
        write("access", render(&manifest, public("Getting in", Section::ListAnEvent), forms::access))?;
        write("check", render(&manifest, public("Check your answers", Section::ListAnEvent), forms::check))?;
        write("done", render(&manifest, public("Your place is booked", Section::Calendar), forms::done))?;
        write("queue", render(&manifest, desk("Queue", DeskPage::Queue), desk::queue))?;
        write("review", render(&manifest, desk("Review", DeskPage::Queue), desk::review))?;
        let lost = pages::problem::Problem {
            heading: "We can’t find that page".into(),
            words: vec!["It may have moved, or the address may have a typing mistake.".into()],
            ways_on: vec![("See this week’s events".into(), "/".into()), ("Look in past weeks".into(), "/weeks".into())],
            reference: Some("k7f2-90ab".into()),
            typed: Vec::new(),
        };
        write("problem", render(&manifest, public(&lost.heading, Section::None), move || pages::problem::problem(lost)))?;
        let contact = || Contact { organisation: "Example Network".into(), email: "hello@hub.example".into(), phone: Some("01632 960 000".into()) };
        write("about", render(&manifest, public("About the hub", Section::None), || pages::about::about(contact())))?;
        write("help", render(&manifest, public("Help", Section::None), || pages::help::help(contact())))?;
        write("accessibility", render(&manifest, public("Accessibility", Section::None), || pages::accessibility::accessibility(contact())))?;
        write("privacy", render(&manifest, public("Privacy", Section::None), || pages::privacy::privacy(contact())))?;
        write("cookies", render(&manifest, public("Cookies", Section::None), pages::cookies::cookies))?;
    }
    Ok(())
}

/// The style sheet, its layers in order.
fn styles() -> io::Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut css = "@layer reset, tokens, base, layout, components, pages, print;\n".to_owned();
    for layer in ["reset", "tokens", "base", "layout", "components", "pages", "print"] {
        let mut files = vec![folder.join(format!("{layer}.css"))];
        if let Ok(entries) = fs::read_dir(folder.join(layer)) {
            let mut more: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            more.sort();
            files.extend(more);
        }
        for file in files.iter().filter(|file| file.exists()) {
            css.push_str(&fs::read_to_string(file)?);
        }
    }
    Ok(css.replace("{{font}}", "font.woff2"))
}

/// A few paragraphs, as their author wrote them.
fn prose(markdown: &str) -> SafeHtml {
    markup::render(markdown)
}

/// A list of plain links.
fn links(links: Vec<Link>) -> impl IntoView {
    let links = links.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
    view! { <ul class="links">{links}</ul> }
}
