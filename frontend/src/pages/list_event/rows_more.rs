//! What may be left out, in words, as it is checked: what is left out fills no page.

use domain::access::YesNo;
use domain::answers::Answers;
use domain::event::{Audience, BslHow, Format, Language, Resource, ResourceKind};

use crate::components::AnswerRow;

/// BSL and captions, more exactly, where something is told.
pub(super) fn interpreting(answers: &Answers, change: &impl Fn(&str) -> String) -> Vec<AnswerRow> {
    let mut rows = Vec::new();
    if let Some(how) = BslHow::from_value(answers.get("bsl_how")) {
        let words = [how.words(), answers.get("bsl_by")].join("\n");
        rows.push(AnswerRow::new("How the interpreter comes", words.trim(), change("bsl_how")));
    }
    if answers.ticked("captions_automatic") {
        rows.push(AnswerRow::new("Automatic captions", "Yes", change("captions_automatic")));
    }
    rows
}

/// What lets people prepare.
pub(super) fn preparing(answers: &Answers, change: &impl Fn(&str) -> String) -> Vec<AnswerRow> {
    let handouts = YesNo::from_value(answers.get("handouts")).map(YesNo::words).unwrap_or_default();
    let mut rows = vec![
        AnswerRow::new("Papers beforehand", handouts, change("handouts")),
        AnswerRow::new("Light and sound", answers.get("light_sound"), change("light_sound")),
    ];
    if Format::from_value(answers.get("format")).is_none_or(Format::has_room) {
        rows.push(AnswerRow::new("Getting there", answers.get("travel_help"), change("travel_help")));
    }
    rows
}

/// The last page of the form.
pub(super) fn more(answers: &Answers, change: &impl Fn(&str) -> String) -> Vec<AnswerRow> {
    let several = |field: &str, words: fn(&str) -> Option<&'static str>| {
        answers.all(field).iter().filter_map(|value| words(value)).collect::<Vec<_>>().join("\n")
    };
    let mut rows = vec![
        AnswerRow::new("Made for", several("audience", |v| Audience::from_value(v).map(Audience::words)), change("audience")),
        AnswerRow::new("Languages", several("languages", |v| Language::from_value(v).map(Language::words)), change("languages")),
        AnswerRow::new("More about languages", answers.get("languages_note"), change("languages_note")),
        AnswerRow::new("Recorded", YesNo::from_value(answers.get("recording")).map(YesNo::words).unwrap_or_default(), change("recording")),
        AnswerRow::new("Photos or films", YesNo::from_value(answers.get("photos")).map(YesNo::words).unwrap_or_default(), change("photos")),
        AnswerRow::new("Content note", answers.get("content_note"), change("content_note")),
    ];
    if answers.has("questions") {
        let numbers = answers.all("questions").iter().map(|n| format!("Question {n}")).collect::<Vec<_>>().join("\n");
        rows.push(AnswerRow::new("Questions it answers", numbers, change("questions")));
    }
    rows.push(AnswerRow::new("Local theme", answers.get("local_theme"), change("local_theme")));
    rows.push(AnswerRow::new("How you made it together", answers.get("coproduced"), change("coproduced")));
    for (label, field) in [("Who speaks or leads", "speakers"), ("More on your own site", "own_site"), ("Hashtag", "hashtag")] {
        rows.push(AnswerRow::new(label, answers.get(field), change(field)));
    }
    if answers.has("happened") {
        rows.push(AnswerRow::new("What happened", answers.get("happened"), change("happened")));
    }
    rows.extend((1..=Resource::MOST).filter_map(|number| resource(answers, number, change)));
    rows
}

fn resource(answers: &Answers, number: usize, change: &impl Fn(&str) -> String) -> Option<AnswerRow> {
    let fields = Resource::fields(number);
    let [title, kind, length, link, launch] = fields.each_ref().map(|field| answers.get(field).trim());
    let kind = ResourceKind::from_value(kind).map(ResourceKind::words).unwrap_or_default();
    let parts: Vec<&str> = [title, kind, length, link, launch].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| AnswerRow::new(format!("Material {number}"), parts.join("\n"), change(&fields[0])))
}
