use domain::access::YesNo;
use domain::event::{Cost, EventPage, Session, When};
use domain::time::long_date;

use crate::components::{KeyFact, Link};

/// When and where: what everybody looks for first.
pub(super) fn first(event: &EventPage) -> Vec<KeyFact> {
    let mut when = match &event.when {
        _ if event.is_postponed() => {
            vec!["Postponed".into(), "There is no new date yet.".into(), format!("It was to be on {}.", event.when.words())]
        }
        When::Timed { .. } => timed(&event.when.sessions()),
        When::AnyTime => vec!["Any time".into(), "It is there all week, and after.".into()],
    };
    when.extend(event.outside.as_ref().map(|why| format!("Outside the week. {why}")));
    vec![KeyFact { label: "When".into(), lines: when, link: None }, place(event)]
}

/// Day and hours; of several sessions each in a line of its own, and that they belong together.
fn timed(sessions: &[Session]) -> Vec<String> {
    match sessions {
        [only] => vec![long_date(only.day()), format!("{}, UK time", only.hours())],
        several => {
            let lines = several.iter().enumerate().map(|(n, session)| format!("Session {}: {}", n + 1, session.words()));
            [format!("{} sessions, UK time", several.len())].into_iter().chain(lines).collect()
        }
    }
}

/// Cost, booking, host, kind. None is left out: what isn't told says so.
pub(super) fn more(event: &EventPage) -> Vec<KeyFact> {
    let mut cost = vec![match (event.cost, &event.cost_note) {
        (Cost::Free, _) => "Free".to_owned(),
        (Cost::Paid, Some(note)) => note.clone(),
        (Cost::Paid, None) => "There is a charge".into(),
    }];
    cost.push(match &event.expenses {
        Some(words) => format!("Expenses: {words}"),
        None => "Expenses: not stated".into(),
    });
    cost.push(match &event.paid_involvement {
        Some(words) => format!("Paid involvement: {words}"),
        None => "Paid involvement: not stated".into(),
    });
    let mut out = vec![KeyFact { label: "Cost".into(), lines: cost, link: None }];
    let mut booking = vec![event.booking.words().to_owned()];
    booking.extend(event.capacity.map(|n| format!("{n} places in all")));
    out.push(KeyFact { label: "Booking".into(), lines: booking, link: None });
    out.push(KeyFact { label: "Who can come".into(), lines: who(event), link: None });
    out.push(KeyFact { label: "Languages".into(), lines: languages(event), link: None });
    out.push(KeyFact { label: "Recording".into(), lines: vec![recording(event).to_owned(), photos(event).to_owned()], link: None });
    let hosts = event.each_host();
    let label = if hosts.len() > 1 { "Hosts" } else { "Host" };
    let mut lines: Vec<String> = hosts.into_iter().map(str::to_owned).collect();
    lines.push(format!("Based in {}", event.nation.words()));
    out.push(KeyFact { label: label.into(), lines, link: None });
    out.push(KeyFact::new("Kind", event.kind.words()));
    out.extend(own(event));
    out
}

/// Who may come, and for whom it is made.
fn who(event: &EventPage) -> Vec<String> {
    let made_for: Vec<&str> = event.more.audience.iter().map(|a| a.words()).collect();
    let made_for = if made_for.is_empty() { "not stated".to_owned() } else { made_for.join(", ") };
    vec![event.open_to.words().to_owned(), format!("Made for: {made_for}")]
}

fn languages(event: &EventPage) -> Vec<String> {
    let named: Vec<&str> = event.more.languages.iter().map(|l| l.words()).collect();
    let mut lines: Vec<String> = (!named.is_empty()).then(|| named.join(", ")).into_iter().chain(event.more.languages_note.clone()).collect();
    if lines.is_empty() {
        lines.push("Not stated".into());
    }
    lines
}

fn recording(event: &EventPage) -> &'static str {
    match event.more.recording {
        Some(YesNo::Yes) => "It is recorded",
        Some(YesNo::No) => "It is not recorded",
        Some(YesNo::NotSure) => "Not sure, ask us",
        None => "Not stated",
    }
}

fn photos(event: &EventPage) -> &'static str {
    match event.more.photos {
        Some(YesNo::Yes) => "Photos or films are taken",
        Some(YesNo::No) => "No photos or films",
        Some(YesNo::NotSure) => "Photos or films: not sure, ask us",
        None => "Photos or films: not stated",
    }
}

/// Its hashtag, and where the host's own site says more.
fn own(event: &EventPage) -> Option<KeyFact> {
    let link = event.more.own_site.as_ref().map(|link| Link::new("More on the host's site", link.as_str()));
    let lines: Vec<String> = event.more.hashtag.clone().into_iter().collect();
    (link.is_some() || !lines.is_empty()).then(|| KeyFact { label: "Elsewhere".into(), lines, link })
}

fn place(event: &EventPage) -> KeyFact {
    let mut lines = Vec::new();
    if let Some(venue) = &event.venue {
        lines.push(venue.name.clone());
        lines.extend(venue.address.lines().map(str::to_owned));
        lines.push(venue.postcode.clone());
        lines.extend(venue.directions.clone());
        lines.extend(venue.arrival.as_ref().map(|words| format!("On arriving: {words}")));
    } else if event.venue_private {
        lines.push("In person".into());
        lines.push("The address is given to people who hold a place.".into());
    }
    if let Some(platform) = &event.platform {
        let online = if lines.is_empty() { "Online" } else { "And online" };
        lines.extend([online.to_owned(), format!("By {platform}")]);
        lines.extend(event.platform_help.as_ref().map(|words| format!("Who helps you try it out: {words}")));
        if event.through_hub {
            lines.push("You learn how to join when you have a place.".into());
        }
    }
    let link = event.watch_link.as_ref().map(|link| Link::new("Go to it on the host's site", link.as_str()));
    if lines.is_empty() {
        lines.push("Online, whenever you like".into());
    }
    KeyFact { label: "Where".into(), lines, link }
}
