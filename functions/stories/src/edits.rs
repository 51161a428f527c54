//! Edits that a coordinator proposes: shown word by word, and answered.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::answers::Answers;
use domain::difference::difference;
use domain::field::Errors;
use domain::story::{Attribution, Edits, LINK_FIELDS, QUOTE_FIELDS, StoryRecord, StoryState, note_of};
use domain::text::{many_lines, one_line, passage};
use frontend::form::FormPage;
use frontend::pages::manage_story::{Change, EditsPage, edits};
use store::stories::{EditsAnswer, StoryError};
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};

/// The most that an author may write with their answer, in characters.
const MOST: usize = 2_000;

/// `GET /manage/story/{id}/edits`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    page(&hub, &headers, &record, Errors::default(), "")
}

/// `POST /manage/story/{id}/edits`: yes, no, or on from there. It is about the version that was shown, and no other.
pub(crate) async fn answer(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&["do", "version", "reply"])?;
    let record = hub.author(&headers, &id).await?;
    let answer = match sent.answers.get("do") {
        "yes" => EditsAnswer::Yes,
        "no" => EditsAnswer::No,
        "change" => EditsAnswer::Change,
        _ => return Err(Problem::UnknownFields),
    };
    if record.state != StoryState::EditsProposed {
        return Ok(see_other(&path(&record, "")));
    }
    if sent.answers.get("version") != record.version.to_string() {
        return Err(Problem::Changed);
    }
    let mut errors = Errors::default();
    let reply = errors.keep_if_given(&sent.answers, "reply", |typed| passage(typed, MOST, "", "What you want to say"));
    if !errors.is_empty() {
        return page(&hub, &headers, &record, errors, sent.answers.get("reply"));
    }
    match hub.stories.answer_edits(&record, answer, reply, &hub.deed(&headers, &record)).await {
        Ok(record) if answer == EditsAnswer::Change => Ok(see_other(&path(&record, "/write"))),
        Ok(record) => Ok(see_other(&path(&record, ""))),
        // Pressed twice: the first press was it.
        Err(StoryError::Changed) => Ok(see_other(&path(&record, ""))),
        Err(error) => Err(problem(error)),
    }
}

fn page(hub: &State, headers: &HeaderMap, record: &StoryRecord, errors: Errors, reply: &str) -> Answer {
    let Some(waiting) = record.edits.as_ref().filter(|_| record.state == StoryState::EditsProposed) else {
        return Ok(see_other(&path(record, "")));
    };
    let form = |what: &str| {
        let mut form = hub.context.form(path(record, "/edits"));
        form.hidden = vec![("do".into(), what.into()), ("version".into(), record.version.to_string())];
        form
    };
    let wrong = !errors.is_empty();
    let mut no = FormPage { errors: errors.pairs(), ..form("no") };
    no.values.set("reply", reply);
    let page = EditsPage {
        title: record.title(),
        on_behalf: hub.is_on_behalf(headers, record),
        words: record.desk_words.clone(),
        changes: changes(record, waiting),
        yes: form("yes"),
        no,
        change: form("change"),
        back: path(record, ""),
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shell = shell(record, "Edits for you to answer", wrong);
    Ok(private_page(&hub.context, status, shell, || edits(page)))
}

/// What would change, part by part. What stays as it is, is not shown.
fn changes(record: &StoryRecord, waiting: &Edits) -> Vec<Change> {
    let (before, after) = (&record.answers, waiting.onto(&record.answers));
    let note = |answers| note_of(answers).unwrap_or_default();
    let mut parts = vec![
        ("Title".to_owned(), one_line(before.get("title")), one_line(after.get("title"))),
        ("What to know before reading".into(), note(before), note(&after)),
        ("Your story".into(), many_lines(before.get("body")), many_lines(after.get("body"))),
        ("The transcript".into(), many_lines(before.get("transcript_words")), many_lines(after.get("transcript_words"))),
    ];
    let quotes = QUOTE_FIELDS.iter().enumerate();
    parts.extend(quotes.map(|(at, fields)| (format!("Quote {}", at + 1), quote(before, fields), quote(&after, fields))));
    let links = LINK_FIELDS.iter().map(|[_, title, ..]| title).enumerate();
    parts.extend(links.map(|(at, title)| (format!("Link {}", at + 1), one_line(before.get(title)), one_line(after.get(title)))));
    let changed = parts.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(label, before, after)| Change { label, pieces: difference(&before, &after) }).collect()
}

/// A quote in words: what was said, and how whoever said it is named. Nothing where it is left out.
fn quote(answers: &Answers, [words, named, who, _]: &[&str; 4]) -> String {
    if !answers.has(words) {
        return String::new();
    }
    let said = many_lines(answers.get(words));
    match Attribution::from_value(answers.get(named)) {
        None => said,
        Some(Attribution::Nobody) => format!("{said}\n\nNot named"),
        Some(way) => format!("{said}\n\nNamed {}: {}", way.words().to_lowercase(), one_line(answers.get(who))),
    }
}
