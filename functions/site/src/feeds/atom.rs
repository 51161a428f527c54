//! Atom feeds (RFC 4287): newly listed events, and the stories that may travel.

use axum::extract::{Path, RawQuery, State as From};
use domain::calendar::{Filter, Listed};
use domain::time::day_and_month;
use domain::week::Week;
use jiff::Timestamp;
use web::{Answer, file, ics};

use super::data::hours;
use super::xml::{element, escape, link};
use crate::calendar::query;
use crate::links;
use crate::state::State;

const KIND: &str = "application/atom+xml; charset=utf-8";

/// The most entries of a feed.
const MOST: usize = 100;

/// What a feed says of itself.
struct Head {
    /// Its own whole address, which is its name too.
    own: String,
    title: String,
    /// The whole address of the page that shows the same.
    page: String,
    /// When its newest entry changed.
    updated: String,
}

fn feed(head: &Head, entries: impl IntoIterator<Item = String>) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n");
    out.extend([element("id", &head.own), element("title", &head.title), element("updated", &head.updated)]);
    out.extend([link("self", "application/atom+xml", &head.own), link("alternate", "text/html", &head.page)]);
    out.push_str("<author><name>Co-production Week</name></author>\n");
    out.extend(entries);
    out.push_str("</feed>\n");
    out
}

/// The events that answer a filter, the newest in the list first. An entry keeps its name when its event is renamed.
pub async fn events_atom(From(state): From<State>, Path((nation, year)): Path<(String, String)>, RawQuery(raw): RawQuery) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let filter = Filter::parse(&query(raw.as_deref()));
    let mut found: Vec<&Listed> = cards.found(&filter).collect();
    let listed = |event: &Listed| event.first_published();
    found.sort_by_key(|event| (std::cmp::Reverse(listed(event)), event.slug.clone()));
    let host = ics::host(&state.context.settings().origin).to_owned();
    let entry = |event: &&Listed| {
        let address = state.context.absolute(&event.path());
        let when = event.day.map_or_else(|| "Any time, on demand".to_owned(), |day| format!("{}, {}", day_and_month(day), hours(event)));
        let lines = [
            element("id", &format!("tag:{host},{}:event/{}", week.id.year, event.id)),
            element("title", &format!("{}{}", links::marked(event.state), event.title)),
            element("published", &listed(event).to_string()),
            element("updated", &event.changed.to_string()),
            link("alternate", "text/html", &address),
            format!("<category term=\"{}\"/>", escape(event.kind.value())),
            element("summary", &format!("{when}. {}. {}. {}", event.host, event.place, event.summary)),
        ];
        format!("<entry>{}</entry>\n", lines.concat())
    };
    let newest = found.iter().map(|event| event.changed).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let head = Head {
        own: state.context.absolute(&links::calendar_path(&week, "calendar.atom", &filter)),
        title: format!("Newly listed events of {}", links::week_name(&week)),
        page: state.context.absolute(&links::calendar_path(&week, "calendar", &filter)),
        updated: newest.to_string(),
    };
    Ok(file(&state.context, KIND, None, true, feed(&head, found.iter().take(MOST).map(entry))))
}

/// The stories that may travel. Dates are months: nothing in it tells when a story came.
pub async fn stories_atom(From(state): From<State>, Path((nation, year)): Path<(String, String)>) -> Answer {
    let week = state.week(&nation, &year).await?;
    let cards = state.cards(week.id).await?;
    let mut stories: Vec<_> = cards.stories.iter().filter(|s| s.travels).collect();
    stories.sort_by(|a, b| b.month.cmp(&a.month).then_with(|| a.slug.cmp(&b.slug)));
    let newest = stories.first().map_or(format!("{}-01-01", week.id.year), |s| s.month.to_string());
    let head = Head {
        own: state.context.absolute(&format!("{}/stories.atom", week.id.path())),
        title: format!("Stories of {}", links::week_name(&week)),
        page: state.context.absolute(&format!("{}/stories", week.id.path())),
        updated: format!("{newest}T00:00:00Z"),
    };
    let entries = stories.into_iter().take(MOST).map(|story| {
        let address = state.context.absolute(&format!("/stories/{}", story.slug));
        let summary = story.content_note.as_ref().map_or(story.excerpt.clone(), |note| format!("Before you read: {note}"));
        let lines = [
            element("id", &address),
            element("title", &story.title),
            element("updated", &format!("{}T00:00:00Z", story.month)),
            link("alternate", "text/html", &address),
            element("summary", &summary),
            questions(&state, &week, &story.questions),
        ];
        format!("<entry>{}</entry>\n", lines.concat())
    });
    Ok(file(&state.context, KIND, None, true, feed(&head, entries)))
}

/// The questions that a story answers, as categories: each by its number among the week's.
fn questions(state: &State, week: &Week, numbers: &[u8]) -> String {
    let scheme = escape(&state.context.absolute(&format!("{}/questions", week.id.path())));
    let asked = week.questions.iter().filter(|question| numbers.contains(&question.number));
    asked.map(|q| format!("<category scheme=\"{scheme}\" term=\"{}\" label=\"{}\"/>", q.number, escape(&q.text))).collect()
}
