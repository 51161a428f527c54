//! What was typed beside what is saved.

use std::hash::{DefaultHasher, Hash, Hasher};

use domain::answers::Answers;
use domain::event::{EventRecord, EventStep, More};
use web::Form;

/// The most bytes one page may hold: seven of them stay below what one record can.
const MOST_BYTES: usize = 50_000;

/// A mark of what a page showed, to notice that it was changed elsewhere before it is sent.
pub(super) fn seen(step: EventStep, answers: &Answers) -> String {
    let mut hasher = DefaultHasher::new();
    for field in step.fields() {
        answers.all(&field).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// The record with this page's answers in it. What the page did not ask for stays: a format that is not there to choose takes
/// its fields off the page, not out of the draft.
pub(super) fn over(record: &EventRecord, step: EventStep, typed: &Answers) -> EventRecord {
    let mut page = typed.clone();
    for field in step.fields() {
        let unticked = boxes_shown(step, &field, typed);
        if typed.all(&field).is_empty() && !unticked {
            for value in record.working().all(&field) {
                page.add(field.clone(), value.clone());
            }
        }
    }
    let mut candidate = record.clone();
    candidate.working_mut().take(&step.fields(), &page);
    candidate
}

/// Whether the page showed boxes under this name. A box that isn't ticked sends nothing, so a field beside it must tell: one that is
/// always sent, empty or not.
fn boxes_shown(step: EventStep, field: &str, typed: &Answers) -> bool {
    let beside = match field {
        "address_private" => "venue",
        "captions_automatic" => "access_captions_note",
        "enquiries_relay" => "enquiries_phone",
        _ if step == EventStep::More && More::SEVERAL.contains(&field) => "content_note",
        _ => return false,
    };
    !typed.all(beside).is_empty()
}

/// Whether a page holds more than can be saved.
pub(super) fn too_long(step: EventStep, answers: &Answers) -> bool {
    step.fields().iter().flat_map(|field| answers.all(field)).map(String::len).sum::<usize>() > MOST_BYTES
}

/// Whether the page was changed elsewhere since it was shown, and would now be changed again.
pub(super) fn changed_elsewhere(form: &Form, step: EventStep, record: &EventRecord, candidate: &EventRecord) -> bool {
    let shown = form.answers.get("seen");
    !shown.is_empty() && shown != seen(step, record.working()) && candidate.working() != record.working()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::EventId;
    use domain::week::WeekId;

    fn record(pairs: &[(&str, &str)]) -> EventRecord {
        let week = WeekId::parse("scotland/2026").unwrap();
        let mut record = EventRecord::draft(EventId::from_random([1; 16]), week, jiff::Timestamp::UNIX_EPOCH);
        pairs.iter().for_each(|(name, value)| record.answers.set(*name, *value));
        record
    }

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form { answers: pairs.iter().copied().collect(), key: None, is_bot: false, hash: String::new() }
    }

    #[test]
    fn a_venue_stays_in_the_draft_while_the_page_does_not_ask_for_it() {
        let saved = record(&[("venue", "Example Hall"), ("address_private", "yes"), ("format", "in-person")]);
        let typed = [("format", "on-demand"), ("watch_link", "https://example.org")].into_iter().collect();
        let candidate = over(&saved, EventStep::Where, &typed);
        assert_eq!(candidate.answers.get("venue"), "Example Hall");
        assert!(candidate.answers.ticked("address_private"));
        assert_eq!(candidate.answers.get("format"), "on-demand");
    }

    #[test]
    fn a_box_that_is_no_longer_ticked_is_cleared() {
        let saved = record(&[("venue", "Example Hall"), ("address_private", "yes")]);
        let typed = [("venue", "Example Hall")].into_iter().collect();
        assert!(!over(&saved, EventStep::Where, &typed).answers.ticked("address_private"));
    }

    #[test]
    fn languages_that_are_no_longer_ticked_are_cleared() {
        let saved = record(&[("languages", "welsh"), ("captions_automatic", "yes")]);
        let typed = [("content_note", "")].into_iter().collect();
        assert!(!over(&saved, EventStep::More, &typed).answers.has("languages"));
        let typed = [("access_bsl", "no")].into_iter().collect();
        assert!(over(&saved, EventStep::Access, &typed).answers.ticked("captions_automatic"), "a page that did not show the box clears nothing");
    }

    #[test]
    fn a_page_changed_in_another_window_is_not_written_over() {
        let shown = seen(EventStep::About, &record(&[]).answers);
        let saved = record(&[("title", "Written elsewhere")]);
        let mine = form(&[("title", "Written here"), ("seen", &shown)]);
        assert!(changed_elsewhere(&mine, EventStep::About, &saved, &over(&saved, EventStep::About, &mine.answers)));
        let same = form(&[("title", "Written elsewhere"), ("seen", &shown)]);
        assert!(!changed_elsewhere(&same, EventStep::About, &saved, &over(&saved, EventStep::About, &same.answers)));
    }
}
