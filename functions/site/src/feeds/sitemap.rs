//! Every lasting public address, for search engines.

use axum::extract::State as From;
use web::{Answer, file};

use super::xml::element;
use crate::state::State;

/// The most addresses of one sitemap (sitemaps.org).
const MOST: usize = 50_000;

const STILL: [&str; 9] = ["/", "/weeks", "/about", "/accessibility", "/privacy", "/cookies", "/help", "/embed", "/open-data"];

/// An address, and the day on which it changed where that may be told. Stories carry no date (quality-bar P-17).
struct Line {
    path: String,
    changed: Option<String>,
}

fn line(path: impl Into<String>) -> Line {
    Line { path: path.into(), changed: None }
}

pub async fn sitemap(From(state): From<State>) -> Answer {
    let mut lines: Vec<Line> = STILL.map(line).into();
    for week in state.weeks().await?.iter().filter(|w| !w.id.is_demonstration()) {
        let cards = state.cards(week.id).await?;
        let path = week.id.path();
        lines.push(line(path.clone()));
        if !cards.events.is_empty() {
            lines.push(line(format!("{path}/calendar")));
        }
        if !cards.stories.is_empty() {
            lines.push(line(format!("{path}/stories")));
        }
        lines.extend(week.questions.iter().map(|q| line(format!("{path}/questions/{}", q.number))));
        let day = |at: jiff::Timestamp| Some(at.strftime("%Y-%m-%d").to_string());
        lines.extend(cards.events.iter().map(|event| Line { path: event.path(), changed: day(event.changed) }));
        lines.extend(cards.stories.iter().map(|s| line(format!("/stories/{}", s.slug))));
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for Line { path, changed } in lines.into_iter().take(MOST) {
        let changed = changed.map(|day| element("lastmod", &day)).unwrap_or_default();
        out.push_str(&format!("<url>{}{changed}</url>\n", element("loc", &state.context.absolute(&path))));
    }
    out.push_str("</urlset>\n");
    Ok(file(&state.context, "application/xml; charset=utf-8", None, true, out))
}
