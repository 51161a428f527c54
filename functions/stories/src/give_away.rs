//! What in a story could give somebody away, for the page on which its author decides.

use domain::story::{GiveAway, StoryRecord, give_aways};
use domain::text::counted;
use frontend::pages::share_story::Hit;

/// Whether there is anything to decide about.
pub(crate) fn is_any(record: &StoryRecord) -> bool {
    !give_aways(&record.answers).is_empty()
}

/// Each thing found, as the page shows it.
pub(crate) fn hits(record: &StoryRecord) -> Vec<Hit> {
    give_aways(&record.answers).into_iter().map(hit).collect()
}

/// One thing found, as pages show it.
pub(crate) fn hit(found: GiveAway) -> Hit {
    let place = match found.field {
        "title" => ", in your title",
        "content_note" => ", in what to know before reading",
        "about" => ", in who it is about",
        "on_behalf" => ", in for whom you speak",
        "link_title" | "link_2_title" | "link_3_title" => ", in what a link leads to",
        "transcript_words" => ", in the transcript",
        "bio" => ", in what you say about yourself",
        "quote_1" | "quote_2" | "quote_3" => ", in a quote",
        "quote_1_who" | "quote_2_who" | "quote_3_who" => ", in how somebody you quote is named",
        "call_words" => ", in what you ask of readers",
        "shown_name" => ", in how you are named",
        _ => "",
    };
    let times = if found.times > 1 { format!(", {} in all", counted(found.times as u64, "time", "times")) } else { String::new() };
    Hit {
        value: found.value(),
        what: found.kind.words().into(),
        place: format!("{place}{times}"),
        before: found.before,
        words: found.words,
        after: found.after,
        suggestion: found.kind.suggestion().into(),
    }
}
