use super::*;

fn parts() -> EventParts {
    EventParts {
        uid: "0123456789abcdef@hub.example.org".into(),
        sequence: 3,
        changed: "2026-11-01T09:00:00Z".parse().unwrap(),
        start: "2026-11-25T10:00:00Z".parse().unwrap(),
        end: "2026-11-25T12:00:00Z".parse().unwrap(),
        title: "Power, passed round the table".into(),
        summary: "Bring a drink.".into(),
        place: "Example Hall, ZZ1 1ZZ".into(),
        address: "https://hub.example.org/events/power-passed-round-the-table".into(),
        kind: "Workshop".into(),
        state: PublicState::Listed,
    }
}

fn one(parts: EventParts) -> String {
    calendar_ics(None, &[parts])
}

/// The lines as a calendar program reads them: folding undone.
fn lines(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn has(ics: &str, line: &str) -> bool {
    lines(ics).iter().any(|l| l == line)
}

#[test]
fn a_file_says_when_where_and_under_which_name() {
    let ics = calendar_ics(None, &[parts()]);
    for line in [
        "METHOD:PUBLISH",
        "UID:0123456789abcdef@hub.example.org",
        "SEQUENCE:3",
        "DTSTAMP:20261101T090000Z",
        "DTSTART:20261125T100000Z",
        "DTEND:20261125T120000Z",
        "SUMMARY:Power\\, passed round the table",
        "LOCATION:Example Hall\\, ZZ1 1ZZ",
        "STATUS:CONFIRMED",
        "CATEGORIES:Workshop",
        "URL:https://hub.example.org/events/power-passed-round-the-table",
    ] {
        assert!(has(&ics, line), "{line}\n{ics}");
    }
}

#[test]
fn a_cancelled_event_says_so_in_its_title_and_its_status() {
    let ics = one(EventParts { state: PublicState::Cancelled, ..parts() });
    assert!(has(&ics, "STATUS:CANCELLED"), "{ics}");
    assert!(has(&ics, "SUMMARY:CANCELLED: Power\\, passed round the table"), "{ics}");
}

#[test]
fn a_postponed_event_keeps_its_old_day_and_is_not_sure() {
    let ics = one(EventParts { state: PublicState::Postponed, ..parts() });
    for line in ["STATUS:TENTATIVE", "SUMMARY:POSTPONED: Power\\, passed round the table", "DTSTART:20261125T100000Z"] {
        assert!(has(&ics, line), "{line}\n{ics}");
    }
}

#[test]
fn text_stays_text() {
    let typed = "a\\b;c,d\r\nBEGIN:VEVENT\rSUMMARY:fake\u{0}\u{85}\u{202E}";
    let ics = one(EventParts { title: typed.into(), summary: typed.into(), place: typed.into(), ..parts() });
    assert_eq!(lines(&ics).iter().filter(|l| *l == "BEGIN:VEVENT").count(), 1, "{ics}");
    assert!(has(&ics, "SUMMARY:a\\\\b\\;c\\,d BEGIN:VEVENT SUMMARY:fake"), "{ics}");
    let description = lines(&ics).into_iter().find(|l| l.starts_with("DESCRIPTION:")).unwrap();
    assert!(description.starts_with("DESCRIPTION:a\\\\b\\;c\\,d\\nBEGIN:VEVENT\\nSUMMARY:fake\\n\\nhttps"), "{description}");
    assert!(ics.chars().all(|c| c == '\r' || c == '\n' || !c.is_control()), "{ics:?}");
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n']), "{ics:?}");
}

#[test]
fn lines_are_folded_at_75_octets_without_splitting_a_letter() {
    let ics = one(EventParts { title: "Ŵŷ日本語 ".repeat(20), summary: "é".repeat(500), ..parts() });
    for line in ics.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    assert!(has(&ics, &format!("SUMMARY:{}", one_line(&"Ŵŷ日本語 ".repeat(20)))));
}

#[test]
fn a_calendar_s_name_is_escaped_too() {
    let ics = calendar_ics(Some("Demo; 2026,\r\nBEGIN:VEVENT"), &[parts()]);
    assert!(has(&ics, "X-WR-CALNAME:Demo\\; 2026\\, BEGIN:VEVENT"), "{ics}");
}

#[test]
fn the_host_is_that_of_the_origin() {
    assert_eq!(host("https://hub.example.org"), "hub.example.org");
    assert_eq!(host("http://127.0.0.1:8080/"), "127.0.0.1");
}
