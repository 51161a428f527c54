//! The answers as the check page lists them.

use domain::story::{CallKind, HowLong, LINK_FIELDS, Naming, Purpose, QUOTE_FIELDS, StoryKind, StoryRecord, StoryStep, TranscriptWay, note_of};
use domain::text::{count_words, counted};
use domain::week::Week;
use frontend::components::AnswerRow;

use crate::author::path;

fn row(record: &StoryRecord, step: StoryStep, field: &str, label: &str, value: Option<String>) -> AnswerRow {
    AnswerRow { label: label.into(), value, change: Some(path(record, &format!("/{}?from=check#{field}", step.value()))) }
}

/// How it is named and what it says; its text is shown whole below.
pub(crate) fn story(record: &StoryRecord, week: &Week) -> Vec<AnswerRow> {
    let typed = |name: &str| Some(record.answers.get(name).to_owned());
    let named = Naming::from_value(record.answers.get("naming"));
    let kind_of = StoryKind::from_value(record.answers.get("kind"));
    let kind = kind_of.map(|kind| kind.words().to_owned());
    let words = count_words(record.answers.get("body"));
    let mut rows = vec![row(record, StoryStep::Naming, "naming", "How you are named", named.map(|n| n.words().to_owned()))];
    if named != Some(Naming::Nothing) {
        rows.push(row(record, StoryStep::Naming, "shown_name", "The name to show", typed("shown_name")));
    }
    for (field, label) in [("on_behalf", "On behalf of"), ("about", "Who or what it is about"), ("bio", "A line about you")] {
        rows.push(row(record, StoryStep::Naming, field, label, typed(field)));
    }
    rows.push(row(record, StoryStep::Write, "kind", "What you are sharing", kind));
    if !week.questions.is_empty() {
        let numbers = record.answers.all("question").iter().filter_map(|typed| typed.trim().parse().ok());
        let asked: Vec<&str> = numbers.filter_map(|n| week.question(n)).map(|question| question.text.as_str()).collect();
        let label = if asked.len() > 1 { "The questions it answers" } else { "The question it answers" };
        rows.push(row(record, StoryStep::Write, "question", label, Some(asked.join("; "))));
    }
    let between = record.answers.ticked("between_weeks").then(|| "No, it belongs between weeks".to_owned());
    rows.push(row(record, StoryStep::Write, "between_weeks", "Is it about the week?", Some(between.unwrap_or_else(|| "Yes".to_owned()))));
    rows.push(row(record, StoryStep::Write, "title", "Title", typed("title")));
    rows.push(row(record, StoryStep::Write, "content_notes", "What to know before reading", note_of(&record.answers)));
    let quotes = QUOTE_FIELDS.iter().filter(|[words, ..]| record.answers.has(words)).count();
    rows.push(row(record, StoryStep::Write, "quote_1", "Quotes", (quotes > 0).then(|| quotes.to_string())));
    let event = if record.answers.has("event_title") { "event_title" } else { "event" };
    rows.push(row(record, StoryStep::Write, "event", "The event it is about", typed(event)));
    let links: Vec<&str> = LINK_FIELDS.iter().map(|[_, title, ..]| record.answers.get(title)).filter(|title| !title.trim().is_empty()).collect();
    rows.push(row(record, StoryStep::Write, "link", "More elsewhere", Some(links.join("; "))));
    if kind_of == Some(StoryKind::Film) {
        rows.push(row(record, StoryStep::Write, "transcript", "Transcript", transcript(record)));
    }
    let asks = CallKind::from_value(record.answers.get("call")).map(|kind| format!("{}: {}", kind.words(), record.answers.get("call_words")));
    rows.push(row(record, StoryStep::Write, "call", "What you ask of readers", asks));
    let length = (words > 0).then(|| format!("{}, shown below as it will look", counted(words as u64, "word", "words")));
    rows.push(row(record, StoryStep::Write, "body", "Your story", length));
    rows
}

/// Where what is said in a film or podcast can be read.
fn transcript(record: &StoryRecord) -> Option<String> {
    let way = TranscriptWay::from_value(record.answers.get("transcript"))?;
    Some(match way {
        TranscriptWay::Here => {
            let words = count_words(record.answers.get("transcript_words"));
            format!("{}: {}", way.words(), counted(words as u64, "word", "words"))
        }
        TranscriptWay::Elsewhere => format!("{}: {}", way.words(), record.answers.get("transcript_link")),
        TranscriptWay::InText | TranscriptWay::NotYet => way.words().to_owned(),
    })
}

/// What was agreed to, and the addresses, which only its author sees here: theirs, and where messages from readers go.
pub(crate) fn agreed(record: &StoryRecord, email: Option<String>, messages: Option<String>) -> Vec<AnswerRow> {
    let yes = |field: &str| Some(if record.answers.ticked(field) { "Yes" } else { "No" }.to_owned());
    // What is asked for no more stands here only where its author ticked it while it was.
    let shown = Purpose::ALL.iter().filter(|purpose| purpose.is_asked() || record.answers.ticked(purpose.field()));
    let mut rows: Vec<AnswerRow> = shown.map(|p| row(record, StoryStep::Consent, p.field(), p.words(), yes(p.field()))).collect();
    let until = HowLong::from_value(record.answers.get("consent_until")).unwrap_or(HowLong::UntilTakenBack);
    let until = match until {
        HowLong::Date => ["day", "month", "year"].map(|part| record.answers.get(part)).join(" "),
        other => other.words().to_owned(),
    };
    rows.push(row(record, StoryStep::Consent, "consent_until", "For how long", Some(until)));
    rows.push(row(record, StoryStep::Consent, "adult", "I am 18 or over", yes("adult")));
    rows.push(row(record, StoryStep::Consent, "email", "Your email address", email));
    if messages.is_some() {
        rows.push(row(record, StoryStep::Write, "call_email", "Messages from readers go to", messages));
    }
    rows
}
