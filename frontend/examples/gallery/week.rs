//! A week's calendar, full and empty.

use frontend::components::*;
use leptos::prelude::*;

/// The picture of the week.
pub fn days() -> Vec<Day> {
    [
        ("Monday", "23 Nov", "6 events", 45),
        ("Tuesday", "24 Nov", "9 events", 75),
        ("Wednesday", "25 Nov, today", "12 events", 100),
        ("Thursday", "26 Nov", "7 events", 60),
        ("Friday", "27 Nov", "5 events", 40),
        ("Saturday", "28 Nov", "1 event", 10),
        ("Sunday", "29 Nov", "No events", 0),
    ]
    .map(|(name, date, count, fill)| Day {
        name: name.into(),
        date: date.into(),
        count: count.into(),
        href: format!("#{}", name.to_lowercase()),
        fill,
        current: fill == 100,
    })
    .into()
}

fn row(starts: &str, ends: &str, title: &str, who: &str, summary: &str, facts: Vec<Fact>, places: Places) -> EventSummary {
    EventSummary {
        href: "/events/example".into(),
        title: title.into(),
        time: TimeOfDay { starts: starts.into(), ends: Some(format!("to {ends}")), machine: Some("2026-11-25T10:00Z".into()) },
        who: who.into(),
        summary: Some(summary.into()),
        facts,
        places: Some(places),
        ..EventSummary::default()
    }
}

fn places(words: &str, small: &str, tone: PlacesTone) -> Places {
    Places { words: words.into(), small: Some(small.into()), tone }
}

fn events() -> Vec<EventSummary> {
    use IconName::*;
    let fact = Fact::new;
    let mut cancelled = row(
        "15:00",
        "16:00",
        "Drawing a service from memory",
        "Example Arts Collective. Everyone who registered has been told.",
        "",
        vec![],
        Places::default(),
    );
    cancelled.summary = None;
    cancelled.places = None;
    cancelled.cancelled = true;
    cancelled.tag = Some(("Cancelled".into(), TagKind::Stopped));
    vec![
        row(
            "10:00",
            "12:00",
            "Power, passed round the table",
            "Example Peer Network with Sample Borough Council. Online.",
            "Try three ways of running a meeting in which nobody can decide alone, then take the one that fits back to your own group.",
            vec![fact(Bsl, "BSL booked"), fact(Captions, "Captions by a person"), fact(Breaks, "Breaks")],
            places("41 places", "of 60", PlacesTone::Plain),
        ),
        row(
            "11:00",
            "11:45",
            "Cuppa and a question",
            "Demonstration Carers Together. Online, camera off is fine.",
            "Bring a drink and one question about working with services as an equal.",
            vec![fact(CameraOff, "Camera off is fine"), fact(EasyRead, "Easy Read papers")],
            places("3 places left", "of 20", PlacesTone::Few),
        ),
        row(
            "14:00",
            "16:30",
            "What changed because of us",
            "Sample Recovery College. Example Hall, Anytown, and online.",
            "Five groups show one thing that is different today because people with lived experience helped to decide it.",
            vec![
                fact(StepFree, "Step-free"),
                fact(Bsl, "BSL on request by 18 Nov"),
                fact(Money, "Travel paid"),
                fact(Toilet, "Accessible toilet"),
                fact(HearingLoop, "Hearing loop"),
                fact(QuietSpace, "Quiet space"),
                fact(SupportWorker, "Support workers welcome"),
                fact(Hybrid, "In person and online"),
                fact(Free, "Free"),
                fact(LargePrint, "Large print"),
                fact(OnDemand, "Any time"),
                fact(Dietary, "Food"),
                fact(InPerson, "In person"),
                fact(Online, "Online"),
                fact(Place, "Anytown"),
                fact(Calendar, "All week"),
            ],
            places("Waiting list", "4 people", PlacesTone::Waiting),
        ),
        cancelled,
    ]
}

/// The filters beside a list: a plain form.
fn filters() -> impl IntoView {
    let group = |legend: &str, name: &str, choices: &[(&str, &str)]| {
        let choices = choices.iter().map(|(value, label)| Choice::new(*value, *label)).collect();
        let mut field = frontend::form::Field::from(name);
        field.values = vec!["online".into(), "bsl".into()];
        view! { <Checkboxes field legend=legend choices/> }
    };
    view! {
        <Fold summary="Filter: online, BSL interpreter">
            <form class="filters" method="get" role="search" aria-label="Filter events">
                <div class="field"><label for="q">"Search"</label><input id="q" name="q" type="search"/></div>
                {group("How to take part", "format", &[("in-person", "In person"), ("online", "Online"), ("any-time", "Any time")])}
                {group("What you need", "access", &[("bsl", "BSL interpreter"), ("captions", "Captions by a person"), ("step-free", "Step-free"), ("quiet-space", "Quiet space")])}
                <Button label="Show results" kind=ButtonKind::Secondary/>
            </form>
        </Fold>
    }
}

fn head() -> impl IntoView {
    view! {
        <section class="week">
            <h1>"Who decides?"</h1>
            <p class="when">"Demonstration week, Monday 23 to Sunday 29 November 2026"</p>
            <p class="ask">"Forty events by people who use services and people who run them, together. Most are free, and every one says how you can get in and take part."</p>
            <DayStrip days=days()/>
        </section>
    }
}

/// A full day.
pub fn calendar() -> impl IntoView {
    let events = events().into_iter().map(|event| view! { <EventRow event/> }).collect_view();
    view! {
        {head()}
        <div class="split">
            {filters()}
            <div>
                <div class="result">
                    <p role="status"><strong>"12 events"</strong>" on Wednesday 25 November. Times are UK time."</p>
                    <ul><li><a href="calendar.ics">"Add these to my calendar"</a></li></ul>
                </div>
                <section class="day" id="wednesday">
                    <h2>"Wednesday 25 November " <small>"12 events, 3 with BSL"</small></h2>
                    {events}
                </section>
                <Pagination before=Link::new("Earlier", "#") after=Link::new("Later", "#") place="Page 2 of 5"/>
            </div>
        </div>
    }
}

/// Filters that leave nothing.
pub fn nothing() -> impl IntoView {
    view! {
        {head()}
        <div class="split">
            {filters()}
            <div>
                <div class="result"><p role="status"><strong>"No events"</strong>" match what you chose."</p></div>
                <EmptyState
                    heading="Nothing matches all of that"
                    words="Take one thing off the filter, or look at another day. Hosts add events until the week begins."
                    ways_on=vec![Link::new("See every event", "?"), Link::new("List an event", "/list-an-event")]
                />
            </div>
        </div>
    }
}
