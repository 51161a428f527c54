//! What is stored, in words that people understand.

use domain::access::AccessNeed;
use domain::event::MovedWhat;
use domain::registration::{
    Arranging, AskedBy, CONSENT_VERSION, CONSENT_WORDS, CallAbout, CallOutcome, ON_BEHALF_VERSION, ON_BEHALF_WORDS, RegistrationState, Way,
};
use domain::time::date_and_time;
use frontend::components::AnswerRow;
use jiff::Timestamp;
use serde_json::Value;

/// What each attribute is, in the order of the page: its section, its name, and the words for it.
const LABELS: [(&str, &str, &str); 56] = [
    ("registration", "person.name", "Full name"),
    ("registration", "person.email", "Email address"),
    ("registration", "person.phone", "Phone number"),
    ("registration", "state", "How your booking stands"),
    ("registration", "way", "How you take part"),
    ("registration", "places", "Places"),
    ("registration", "beside", "Support workers, companions and interpreters"),
    ("registration", "support", "You said that you need support to come, or time to arrange it"),
    ("registration", "kept", "How many of your places were held back for people who need support"),
    ("registration", "has_needs", "You told us what would help"),
    ("registration", "address_confirmed", "Your address is confirmed"),
    ("registration", "turn", "Your number on the waiting list"),
    ("registration", "until", "Until when you can answer"),
    ("registration", "warn", "When we remind you of that"),
    ("registration", "came", "When you came"),
    ("registration", "created", "When you registered"),
    ("registration", "changed", "When that last changed"),
    ("registration", "on_behalf.asked_by", "How you asked the person who wrote it down for you"),
    ("registration", "on_behalf.at", "When they wrote it down"),
    ("registration", "on_behalf.consent_version", "What they say you agreed to"),
    ("registration", "on_behalf.coordinator", "The coordinator who wrote it down, by number"),
    ("registration", "calls.about", "Why the host called you"),
    ("registration", "calls.outcome", "What came of the call"),
    ("registration", "calls.at", "When the host called"),
    ("registration", "reason", "Why the host changed your booking by hand"),
    ("registration", "reason_at", "When the host did that"),
    ("registration", "since", "Since when it stands like this"),
    ("registration", "to_say.about", "What the host is to tell you by phone where no mail reaches you"),
    ("registration", "to_say.at", "When that happened"),
    ("registration", "to_say.lines.what", "What of the event was changed"),
    ("registration", "to_say.lines.before", "As it was before"),
    ("registration", "to_say.lines.after", "As it was after"),
    ("registration", "to_say.message", "Which of the host’s messages that is, by number"),
    ("registration", "contacts", "Codes made from your address and number, by which we find your booking"),
    ("registration", "id", "The number of your booking"),
    ("registration", "event", "The number of the event"),
    ("registration", "generation", "Which of your private links is good"),
    ("registration", "version", "How often your booking was written"),
    ("waiting_list", "turn", "On the waiting list: your number"),
    ("waiting_list", "way", "On the waiting list: how you would take part"),
    ("waiting_list", "places", "On the waiting list: places"),
    ("waiting_list", "beside", "On the waiting list: support workers, companions and interpreters"),
    ("waiting_list", "support", "On the waiting list: that you need support"),
    ("waiting_list", "registration", "On the waiting list: the number of your booking"),
    ("access", "needs", "What would help you"),
    ("access", "other", "What would help, in your own words"),
    ("access", "arrangements", "Where arranging it stands"),
    ("access", "consent_version", "What you agreed to for that"),
    ("access", "consented", "When you agreed"),
    ("access", "kept_until", "Until when the host can see it"),
    ("access", "expires", "When it is deleted"),
    ("access", "registration", "The booking that it is for, by number"),
    ("known_by", "registration", "The booking that your code leads to, by number"),
    ("mail_came_back", "at", "When mail to your address came back"),
    ("mail_came_back", "why", "Why we send nothing more to it"),
    ("mail_came_back", "expires", "When we forget that"),
];

/// What an attribute of a section is, in words.
pub fn label(section: &str, attribute: &str) -> Option<&'static str> {
    let is = |named: &str| attribute == named || attribute.strip_prefix(named).is_some_and(|rest| rest.starts_with('.'));
    LABELS.iter().find(|(of, named, _)| *of == section && is(named)).map(|(_, _, words)| *words)
}

/// A record of a section as answers. What has no words yet is shown under its own name: nothing is left out.
pub(super) fn in_words(section: &str, record: &Value) -> Vec<AnswerRow> {
    let mut leaves = Vec::new();
    walk(String::new(), record, &mut leaves);
    let mut rows: Vec<(usize, AnswerRow)> = Vec::new();
    for (path, value) in leaves {
        let label = label(section, &path).map_or_else(|| path.clone(), str::to_owned);
        let place = LABELS.iter().position(|(of, _, words)| *of == section && *words == label).unwrap_or(LABELS.len());
        let said = spoken(section, &path, value);
        match rows.iter_mut().find(|(_, row)| row.label == label) {
            Some((_, row)) => row.value = row.value.take().map(|before| format!("{before}\n{said}")),
            None => rows.push((place, AnswerRow { label, value: Some(said), change: None })),
        }
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The attributes that hold something, nested ones with dots.
fn walk<'v>(path: String, value: &'v Value, out: &mut Vec<(String, &'v Value)>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| walk(below(name), inner, out)),
        Value::Array(items) if items.iter().any(Value::is_object) => items.iter().for_each(|item| walk(path.clone(), item, out)),
        Value::Array(items) if items.is_empty() => {}
        Value::Null => {}
        _ => out.push((path, value)),
    }
}

fn spoken(section: &str, path: &str, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let chosen = match (section, path) {
        (_, "state") => RegistrationState::from_value(text).map(RegistrationState::words),
        (_, "way") => Way::from_value(text).map(Way::words),
        (_, "on_behalf.asked_by") => AskedBy::from_value(text).map(AskedBy::words),
        (_, "calls.about" | "to_say.about") => CallAbout::from_value(text).map(CallAbout::words),
        (_, "to_say.lines.what") => MovedWhat::from_value(text).map(MovedWhat::words),
        (_, "calls.outcome") => CallOutcome::from_value(text).map(CallOutcome::words),
        ("access", "consent_version") => Some(CONSENT_WORDS).filter(|_| *value == CONSENT_VERSION),
        (_, "on_behalf.consent_version") => Some(ON_BEHALF_WORDS).filter(|_| *value == ON_BEHALF_VERSION),
        ("mail_came_back", "why") if text == "bounced" => Some("It came back: there is no such mailbox"),
        ("mail_came_back", "why") => Some("Somebody told their mail service that it was unwanted"),
        _ => None,
    };
    if let Some(words) = chosen {
        return words.to_owned();
    }
    if let Some(need) = path.strip_prefix("arrangements.") {
        let stands = Arranging::from_value(text).map_or(text, |stands| stands.words());
        return format!("{}: {}", AccessNeed::from_value(need).map_or("In your own words", |need| need.words()), stands.to_lowercase());
    }
    match value {
        Value::Bool(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Value::Array(items) => {
            let one = |item: &Value| item.as_str().map(|text| AccessNeed::from_value(text).map_or(text, |need| need.words()).to_owned());
            items.iter().filter_map(one).collect::<Vec<_>>().join("\n")
        }
        Value::Number(second) if path == "expires" => {
            second.as_i64().and_then(|second| Timestamp::from_second(second).ok()).map(moment).unwrap_or_default()
        }
        Value::String(text) if path != "other" && path != "reason" && path != "person.name" => {
            text.parse::<Timestamp>().map_or_else(|_| text.clone(), moment)
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn moment(at: Timestamp) -> String {
    format!("{}, UK time", date_and_time(at))
}
