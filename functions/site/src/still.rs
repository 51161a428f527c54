//! Pages that need no data.

use axum::extract::State as From;
use axum::response::{IntoResponse, Response};
use frontend::IntoView;
use frontend::pages;
use frontend::shell::Shell;
use web::{Answer, file, public_page};

use crate::state::State;

fn still<V: IntoView + 'static>(state: &State, title: &str, path: &str, body: impl FnOnce() -> V) -> Response {
    let shell = Shell { title: title.into(), canonical: Some(state.context.absolute(path)), ..Shell::default() };
    public_page(&state.context, shell, body)
}

pub async fn about(From(state): From<State>) -> Answer {
    let contact = state.context.settings().contact.clone();
    Ok(still(&state, "About", "/about", || pages::about::about(contact)))
}

pub async fn accessibility(From(state): From<State>) -> Answer {
    let contact = state.context.settings().contact.clone();
    Ok(still(&state, "Accessibility", "/accessibility", || pages::accessibility::accessibility(contact)))
}

pub async fn privacy(From(state): From<State>) -> Answer {
    let contact = state.context.settings().contact.clone();
    Ok(still(&state, "Privacy", "/privacy", || pages::privacy::privacy(contact)))
}

pub async fn cookies(From(state): From<State>) -> Answer {
    Ok(still(&state, "Cookies", "/cookies", pages::cookies::cookies))
}

pub async fn help(From(state): From<State>) -> Answer {
    let contact = state.context.settings().contact.clone();
    Ok(still(&state, "Help", "/help", || pages::help::help(contact)))
}

/// Private pages are no search engine's business; they say so themselves as well.
pub async fn robots(From(state): From<State>) -> Answer {
    let sitemap = state.context.absolute("/sitemap.xml");
    let text = format!("User-agent: *\nDisallow: /manage/\nDisallow: /desk\nDisallow: /links\n\nSitemap: {sitemap}\n");
    Ok(file(&state.context, "text/plain; charset=utf-8", None, true, text))
}

/// Whether the function answers, in which release, built from what, and whether it takes forms. Asks the database nothing and tells nothing of it.
pub async fn healthz(From(state): From<State>) -> Response {
    let forms = if state.context.settings().read_only { "not now" } else { "open" };
    let commit = state.commit.as_deref().unwrap_or("not known");
    format!("well\nrelease {}\ncommit {commit}\nforms {forms}\n", env!("CARGO_PKG_VERSION")).into_response()
}
