//! The answers of each page in words, as they are checked before sending.

use domain::access::{AccessFact, YesNo};
use domain::answers::Answers;
use domain::event::{BookingType, Cost, EventKind, EventStep, Format, OpenTo, Session, facts_asked};
use domain::nation::Nation;
use domain::time::{Which, long_date, parse_date, parse_date_line};

use crate::components::AnswerRow;

/// The rows of one page; `path` is the page's address.
pub(super) fn rows(step: EventStep, answers: &Answers, path: &str) -> Vec<AnswerRow> {
    let change = |field: &str| format!("{path}?from=check#{field}");
    let plain = |label: &str, field: &str| AnswerRow::new(label, answers.get(field), change(field));
    let chosen = |label: &str, field: &str, words: fn(&str) -> Option<&'static str>| {
        AnswerRow::new(label, words(answers.get(field)).unwrap_or_default(), change(field))
    };
    match step {
        EventStep::About => vec![
            plain("Title", "title"),
            plain("Summary", "summary"),
            plain("Description", "description"),
            chosen("Kind of event", "kind", |v| EventKind::from_value(v).map(EventKind::words)),
        ],
        EventStep::Host => vec![
            plain("Organisation or group", "host"),
            plain("Held with", "cohosts"),
            chosen("Based in", "nation", |v| Nation::from_value(v).map(Nation::words)),
            plain("Your name", "contact_name"),
            plain("Email address", "contact_email"),
            plain("Phone number", "contact_phone"),
            plain("Who answers visitors", "enquiries"),
            plain("Phone number for visitors", "enquiries_phone"),
            AnswerRow::new("Coordinators pass questions on", if answers.ticked("enquiries_relay") { "Yes" } else { "No" }, change("enquiries_relay")),
        ],
        EventStep::When if answers.get("timing") == "any-time" => vec![AnswerRow::new("When", "At any time, on demand", change("timing"))],
        EventStep::When => {
            let time = |label: &str, field: &str| {
                let which = Which::from_value(answers.get(&format!("{field}_which"))).map(Which::words).unwrap_or_default();
                AnswerRow::new(label, format!("{}\n{which}", answers.get(field)).trim(), change(field))
            };
            let outside = answers.has("outside_reason").then(|| plain("Why it is outside the week", "outside_reason"));
            let day = AnswerRow::new("Day", day(answers), change("day"));
            let further = Session::further().filter(|n| Session::fields(*n).iter().any(|field| answers.has(field)));
            let further = further.map(|n| session(n, answers, &change));
            [day].into_iter().chain(outside).chain([time("Starts at", "start"), time("Ends at", "end")]).chain(further).collect()
        }
        EventStep::Where => {
            let mut rows = vec![chosen("How people take part", "format", |v| Format::from_value(v).map(Format::words))];
            rows.extend(where_fields(answers.get("format")).iter().map(|(label, field)| plain(label, field)));
            if rows.len() > 5 {
                let shown = if answers.ticked("address_private") { "People who have a place" } else { "Everyone" };
                rows.push(AnswerRow::new("Who sees the venue", shown, change("address_private")));
            }
            rows
        }
        EventStep::Access => {
            let mut rows: Vec<AnswerRow> = facts_asked(answers).map(|fact| access(fact, answers, &change)).collect();
            rows.extend(super::rows_more::interpreting(answers, &change));
            rows.extend(super::rows_more::preparing(answers, &change));
            rows
        }
        EventStep::More => super::rows_more::more(answers, &change),
        EventStep::Booking => {
            let open_to = OpenTo::from_value(answers.get("open_to")).unwrap_or_default();
            let mut rows = vec![
                chosen("Booking", "booking", |v| BookingType::from_value(v).map(BookingType::words)),
                AnswerRow::new("Places", if answers.has("capacity") { answers.get("capacity") } else { "No limit" }, change("capacity")),
                AnswerRow::new("Held back for people who need support", answers.get("kept_back"), change("kept_back")),
                AnswerRow::new(
                    "Booking page",
                    if answers.has("booking_link") { answers.get("booking_link") } else { "Here, on the hub" },
                    change("booking_link"),
                ),
                chosen("Cost", "cost", |v| Cost::from_value(v).map(Cost::words)),
            ];
            if !matches!(answers.get("booking"), "preferred" | "required") {
                rows.remove(3);
            }
            if answers.get("cost") == Cost::Paid.value() {
                rows.push(plain("What it costs", "cost_note"));
            }
            rows.push(plain("Expenses paid", "expenses"));
            rows.push(plain("Paid involvement", "paid_involvement"));
            rows.insert(0, AnswerRow::new("Who can come", open_to.words(), change("open_to")));
            rows
        }
    }
}

fn where_fields(format: &str) -> &'static [(&'static str, &'static str)] {
    const VENUE: [(&str, &str); 5] = [
        ("Venue", "venue"),
        ("Street and town", "address"),
        ("Postcode", "postcode"),
        ("How to find the door", "directions"),
        ("On arriving", "arrival"),
    ];
    const ONLINE: [(&str, &str); 3] =
        [("What people use to join", "platform"), ("Who helps to try it out", "platform_help"), ("Link or numbers to join", "joining")];
    const BOTH: [(&str, &str); 8] = [VENUE[0], VENUE[1], VENUE[2], VENUE[3], VENUE[4], ONLINE[0], ONLINE[1], ONLINE[2]];
    match Format::from_value(format) {
        Some(Format::InPerson) => &VENUE,
        Some(Format::Online) => &ONLINE,
        Some(Format::Hybrid) => &BOTH,
        Some(Format::OnDemand) => &[("Web address", "watch_link")],
        None => &[],
    }
}

/// The day as a date in words where it is one, else as typed.
fn day(answers: &Answers) -> String {
    parse_date(answers, "The date").map(long_date).unwrap_or_else(|_| {
        let typed = ["day", "month", "year"].map(|part| answers.get(part).trim());
        typed.join(" ").trim().to_owned()
    })
}

/// A further session in one row: its day, and its times as typed.
fn session(number: usize, answers: &Answers, change: &impl Fn(&str) -> String) -> AnswerRow {
    let [day, start, end] = Session::fields(number);
    let date = parse_date_line(answers.get(&day), "").map(long_date).unwrap_or_else(|_| answers.get(&day).trim().to_owned());
    let time = |field: &str| {
        let which = Which::from_value(answers.get(&format!("{field}_which"))).map(|which| format!(" ({})", which.words()));
        format!("{}{}", answers.get(field).trim(), which.unwrap_or_default())
    };
    AnswerRow::new(format!("Session {number}"), format!("{date}\n{} to {}", time(&start), time(&end)), change(&day))
}

fn access(fact: AccessFact, answers: &Answers, change: &impl Fn(&str) -> String) -> AnswerRow {
    let field = format!("access_{}", fact.value());
    let answer = YesNo::from_value(answers.get(&field)).map(YesNo::words).unwrap_or_default();
    let note = answers.get(&format!("{field}_note")).trim();
    let words = if note.is_empty() { answer.to_owned() } else { format!("{answer}\n{note}") };
    AnswerRow::new(fact.words(), words, change(&field))
}
