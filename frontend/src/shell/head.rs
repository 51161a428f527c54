//! What browsers and search engines read before the page.

use leptos::prelude::*;

use super::Shell;
use crate::assets::Manifest;

/// The same content in another format.
#[derive(Clone, Debug, Default)]
pub struct Alternate {
    /// Its media type, such as "text/calendar".
    pub kind: String,
    /// What it is.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// JSON made safe to stand inside a script element, where nothing else is escaped.
pub fn json_ld_text(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// What other programs show in place of a link (Open Graph).
fn open_graph(manifest: &Manifest, shell: &Shell, address: String) -> impl IntoView + use<> {
    let words = shell.description.clone().unwrap_or_else(|| "Events and stories of the national co-production weeks.".into());
    // The picture's address must be whole: the hub's own, as the page's is.
    let origin = address.find("://").and_then(|at| address[at + 3..].find('/').map(|slash| &address[..at + 3 + slash])).unwrap_or(&address);
    let picture = ("og:image", format!("{origin}{}", manifest.card));
    let address = ("og:url", address);
    let same = [
        ("og:type", "website"),
        ("og:site_name", "Co-production Week"),
        ("og:locale", "en_GB"),
        ("og:image:alt", "Seven bars, one for each day of a week"),
    ]
    .map(|(name, words)| (name, words.to_owned()));
    [("og:title", shell.title.clone()), ("og:description", words), picture, address]
        .into_iter()
        .chain(same)
        .map(|(property, content)| leptos::html::meta().attr("property", property).attr("content", content))
        .collect_view()
}

/// The head of a page.
pub(super) fn head(manifest: &Manifest, shell: &Shell) -> impl IntoView + use<> {
    let wrong = if shell.error { "Error: " } else { "" };
    let title = format!("{wrong}{} - Co-production Week", shell.title);
    let alternates = shell
        .alternates
        .iter()
        .cloned()
        .map(|other| view! { <link rel="alternate" type=other.kind title=other.title href=other.href/> })
        .collect_view();
    let description = shell.description.clone().map(|words| view! { <meta name="description" content=words/> });
    let preview = shell.canonical.clone().filter(|_| !shell.noindex).map(|address| open_graph(manifest, shell, address));
    let canonical = shell.canonical.clone().map(|href| view! { <link rel="canonical" href=href/> });
    let facts = shell.json_ld.as_deref().map(json_ld_text);
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title}</title>
            <meta name="color-scheme" content="light dark"/>
            <link rel="preload" r#as="font" type="font/woff2" crossorigin="anonymous" href=manifest.font.clone()/>
            <link rel="stylesheet" href=manifest.css.clone()/>
            <link rel="icon" type="image/svg+xml" href=manifest.icon.clone()/>
            {shell.embedded.then(|| view! { <base target="_blank"/> })}
            {description}
            {canonical}
            {preview}
            {alternates}
            {shell.noindex.then(|| view! { <meta name="robots" content="noindex"/> })}
            {facts.map(|facts| view! { <script type="application/ld+json">{facts}</script> })}
            {shell.islands.then(|| view! { <script type="module" src=manifest.islands_js.clone()></script> })}
            {shell.privacy.then(|| view! { <script type="module" src=manifest.privacy_js.clone()></script> })}
        </head>
    }
}
