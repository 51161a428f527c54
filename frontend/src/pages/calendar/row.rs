use domain::access::AccessFact;
use domain::calendar::{Listed, Meeting};
use domain::event::{BookingType, Cost, EventCard, Format, PublicState, Session, more_sessions};
use domain::registration::PublicPlaces;
use domain::time::clock_time;
use jiff::civil::Date;

use crate::components::{EventSummary, Fact, IconName, Places, PlacesTone, TagKind, TimeOfDay};

/// A line of a list by days as a row, as it is today.
pub fn row(meeting: &Meeting<'_>, count: Option<&PublicPlaces>, today: Date) -> EventSummary {
    let time = TimeOfDay {
        starts: meeting.session.map_or("Any time".into(), |session| clock_time(session.start)),
        ends: meeting.session.map(|session| format!("to {}", clock_time(session.end))),
        machine: meeting.session.map(|session| session.start.to_string()),
    };
    of(meeting.event, time, meeting.words(), count, today)
}

/// An event as a row of a list that is not by days: the row says the day of its first session, and how many more there are.
pub fn row_with_day(event: &Listed, count: Option<&PublicPlaces>, today: Date) -> EventSummary {
    let sessions = event.sessions();
    let first = sessions.first();
    let time = TimeOfDay {
        starts: first.map_or("Any time".into(), |session| session.day().strftime("%a %-d %b").to_string()),
        ends: first.map(Session::hours),
        machine: first.map(|session| session.start.to_string()),
    };
    let further = (sessions.len() > 1).then(|| format!("And {}", more_sessions(sessions.len() - 1)));
    of(event, time, further, count, today)
}

fn of(card: &EventCard, time: TimeOfDay, session: Option<String>, count: Option<&PublicPlaces>, today: Date) -> EventSummary {
    let (cancelled, postponed) = (card.state == PublicState::Cancelled, card.state == PublicState::Postponed);
    let session = session.map(|words| format!("{words}. ")).unwrap_or_default();
    EventSummary {
        href: card.path(),
        title: card.title.clone(),
        time,
        who: format!("{session}{}. {}.{}", card.host.trim_end_matches('.'), card.place, languages(card)),
        summary: (!cancelled).then(|| card.summary.clone()),
        told: None,
        facts: if cancelled { Vec::new() } else { facts(card, today) },
        places: (!cancelled && !postponed).then(|| match card.open_to.is_bookable() {
            true => places(card.booking, card.through_hub, count),
            false => Places { words: "Not open".into(), small: Some(card.open_to.short_words().to_lowercase()), tone: PlacesTone::Plain },
        }),
        tag: match (cancelled, card.moved) {
            (true, _) => Some(("Cancelled".to_owned(), TagKind::Stopped)),
            _ if postponed => Some(("Postponed, no new date yet".to_owned(), TagKind::Mind)),
            (_, true) => Some(("Changed".to_owned(), TagKind::Mind)),
            _ => None,
        },
        cancelled,
        collect: None,
    }
}

/// ` Languages: English, Welsh.` Nothing where they are not stated.
fn languages(card: &EventCard) -> String {
    let named: Vec<&str> = card.languages.iter().map(|language| language.words()).collect();
    if named.is_empty() { String::new() } else { format!(" Languages: {}.", named.join(", ")) }
}

fn facts(card: &EventCard, today: Date) -> Vec<Fact> {
    let fact = |f: &AccessFact| Fact::new(IconName::of_key(f.value()).unwrap_or_default(), card.access_words(*f, today));
    let mut out: Vec<Fact> = card.access.iter().filter(|f| makes_sense(**f, card.format)).map(fact).collect();
    if card.cost == Cost::Paid {
        out.push(Fact::new(IconName::Money, "There is a charge"));
    }
    if card.expenses {
        out.push(Fact::new(IconName::Money, "Expenses paid"));
    }
    out
}

/// Whether a fact says anything about this way of taking part: a door needs a room, a camera needs a call.
fn makes_sense(fact: AccessFact, format: Format) -> bool {
    match fact {
        AccessFact::StepFree | AccessFact::Toilet | AccessFact::HearingLoop => matches!(format, Format::InPerson | Format::Hybrid),
        AccessFact::CameraOff => matches!(format, Format::Online | Format::Hybrid),
        _ => true,
    }
}

/// How many places there are, in words.
pub fn places(booking: BookingType, through_hub: bool, count: Option<&PublicPlaces>) -> Places {
    let plain = |words: &str, small: Option<&str>| Places { words: words.into(), small: small.map(Into::into), tone: PlacesTone::Plain };
    match (booking, count) {
        (BookingType::NotNeeded, _) => plain("Just come", Some("no booking")),
        (BookingType::OnTheDay, _) => plain("Just come", Some("book on the day")),
        (_, _) if !through_hub => plain("Book", Some("on the host's site")),
        (_, Some(count)) => {
            let tone = match (count.is_full() || !count.open, count.few()) {
                (true, _) => PlacesTone::Waiting,
                (false, true) => PlacesTone::Few,
                (false, false) => PlacesTone::Plain,
            };
            Places { words: count.words(), small: count.small_words().filter(|_| count.open), tone }
        }
        (_, None) => plain("Places free", None),
    }
}
