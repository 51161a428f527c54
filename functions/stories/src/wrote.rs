//! What an author typed, so that they can read and copy it.

use domain::story::{EDITABLE_TRANSCRIPT, LINK_FIELDS, QUOTE_FIELDS, StoryRecord, StoryState, has_transcript};
use domain::text::many_lines;
use domain::time::long_date;

/// Every part of it with its name, while there is no form to read it in and no public page.
pub(crate) fn wrote(record: &StoryRecord) -> Vec<(String, String)> {
    use StoryState as S;
    if !matches!(record.state, S::Queued | S::EditsProposed | S::Scheduled | S::Declined | S::TakenDown) {
        return Vec::new();
    }
    let named = |(name, field): (&str, &'static str)| (name.to_owned(), field);
    let text = [("The title", "title"), ("What to know before reading", "content_note"), ("Your story", "body")].map(named);
    let quotes = QUOTE_FIELDS.iter().enumerate().map(|(at, [words, ..])| (format!("Quote {}", at + 1), *words));
    let transcript = has_transcript(&record.answers).then(|| ("The transcript".to_owned(), EDITABLE_TRANSCRIPT));
    let links = LINK_FIELDS.iter().enumerate().map(|(at, [_, title, ..])| (format!("Link {}", at + 1), *title));
    let of_you =
        [("What you ask of readers", "call_words"), ("A line about you", "bio"), ("On behalf of", "on_behalf"), ("Who or what it is about", "about")];
    let parts = text.into_iter().chain(quotes).chain(transcript).chain(links).chain(of_you.map(named));
    let typed = parts.filter(|(_, field)| record.answers.has(field)).map(|(part, field)| (part, many_lines(record.answers.get(field))));
    let updates = record.updates.iter().map(|update| (format!("Your update, {}", long_date(update.day)), update.words.clone()));
    typed.chain(updates).collect()
}
