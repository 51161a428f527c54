//! How long a calendar takes to become HTML, without store and network.

use std::time::Instant;

use frontend::assets::Manifest;
use frontend::components::{EventSummary, Fact, IconName, Places, TimeOfDay};
use frontend::pages::calendar::{CalendarPage, DayOfEvents, WeekHead, calendar};
use frontend::shell::{Shell, render};

fn event(n: usize) -> EventSummary {
    EventSummary {
        href: format!("/events/example-{n}"),
        title: format!("Example event number {n}, with a title of a usual length"),
        time: TimeOfDay { starts: "10:00".into(), ends: Some("to 12:00".into()), machine: Some("2026-11-25T10:00:00Z".into()) },
        who: "Example Peer Network. Example Hall, ZZ1 1ZZ, and online.".into(),
        summary: Some(
            "Try three ways of running a meeting in which nobody can decide alone, then take the one that fits back to your own group.".into(),
        ),
        facts: vec![
            Fact::new(IconName::Bsl, "BSL interpreter"),
            Fact::new(IconName::Captions, "Captions by a person"),
            Fact::new(IconName::Breaks, "Breaks"),
        ],
        places: Some(Places { words: "41 places".into(), small: Some("of 60".into()), ..Places::default() }),
        ..EventSummary::default()
    }
}

fn page(events: usize) -> CalendarPage {
    let day = DayOfEvents {
        id: "wednesday".into(),
        heading: "Wednesday 25 November".into(),
        small: String::new(),
        events: (0..events).map(event).collect(),
        more: None,
    };
    let head = WeekHead { heading: "Who decides?".into(), when: "Example week".into(), ..WeekHead::default() };
    CalendarPage { head, days: vec![day], count: format!("{events} events"), any: true, ..CalendarPage::default() }
}

/// Prints the median of 300 renderings.
pub fn print() {
    println!("\nCalendar rendered, view to HTML (median of 300)");
    for events in [1, 50, 500] {
        let mut times: Vec<f64> = (0..300)
            .map(|_| {
                let page = page(events);
                let begun = Instant::now();
                let html = render(&Manifest::default(), Shell::default(), move || calendar(page));
                std::hint::black_box(html.len());
                begun.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let budget = if events == 50 { "   (budget 1 ms)" } else { "" };
        println!("  {events:>4} events {:>8.3} ms{budget}", crate::quantile(&times, 0.5));
    }
}
