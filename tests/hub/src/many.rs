//! A week with as many events as sister weeks have: 2,000, each with facts that filters ask for.

use domain::access::AccessFact;
use domain::answers::Answers;
use domain::event::{BookingType, EventDetails, EventKind, EventPage, EventStep, Format, PublicState, Published, Rules};
use domain::ids::{EventId, Slug, spell};
use domain::nation::Nation;
use domain::registration::PublicPlaces;
use domain::week::Week;
use jiff::Timestamp;
use store::public::{PlacesAt, add_event, places_key};
use store::{Db, Table, Tx};
use web::Random;

use crate::Seed;

const WORDS: [&str; 12] =
    ["Power", "table", "co-production", "Coproduction", "carers", "Caf\u{e9}", "housing", "T\u{177}", "budget", "voices", "copro", "garden"];

/// Postcodes of several regions, and one that is nowhere.
const POSTCODES: [&str; 6] = ["M1 1AE", "SE1 7PB", "S1 2HH", "CF10 1EP", "EH1 1YZ", "ZZ1 1ZZ"];

const AUDIENCES: [&str; 3] = ["everyone", "carers", "young"];
const LANGUAGES: [&str; 3] = ["english", "welsh", "bsl"];
const QUESTIONS: [&str; 3] = ["1", "2", "3"];

const STARTS: [(&str, &str); 5] = [("9:30", "11:00"), ("11:59", "12:30"), ("12:00", "13:00"), ("16:59", "18:00"), ("17:00", "19:00")];

/// What tests look for is there whatever the seed: the first event is on the week's last day, so that one that meets again does so
/// after the week; the second is cancelled. Both have a time.
const LATE: usize = 0;
const CANCELLED: usize = 1;

/// An event as it is public, and its places where the hub books it.
#[derive(Clone, Debug)]
pub struct Many {
    /// The event.
    pub page: EventPage,
    /// Its places.
    pub places: Option<PublicPlaces>,
}

/// As many events of a week, all different, each with one session.
pub fn events(week: &Week, seed: &Seed, many: usize) -> Vec<Many> {
    (0..many).map(|n| one(week, seed, n, answers(week, seed, n))).collect()
}

/// The same, of which every eighth meets again, some on a day after the week.
pub fn events_that_meet_again(week: &Week, seed: &Seed, many: usize) -> Vec<Many> {
    let meeting_again = |n: usize| {
        let mut answers = answers(week, seed, n);
        if n.is_multiple_of(8) {
            meet_again(&mut answers, week, seed);
        }
        answers
    };
    (0..many).map(|n| one(week, seed, n, meeting_again(n))).collect()
}

/// Adds one or two sessions on the days after the first.
fn meet_again(answers: &mut Answers, week: &Week, seed: &Seed) {
    let first: i16 = answers.get("day").parse().expect("a day");
    for (number, later) in (2..).zip(1..=1 + seed.below(2) as i16) {
        let day = week.days()[0].saturating_add(jiff::ToSpan::days(first - i16::from(week.days()[0].day()) + later));
        let (start, end) = pick(seed, &STARTS);
        for (part, value) in [("day", day.strftime("%-d %-m %Y").to_string()), ("start", (*start).into()), ("end", (*end).into())] {
            answers.set(format!("session{number}_{part}"), value);
        }
    }
    answers.set("outside_reason", "The hall is free only then.");
}

fn pick<'a, T>(seed: &Seed, all: &'a [T]) -> &'a T {
    &all[seed.below(all.len() as u64) as usize]
}

fn chance(seed: &Seed, percent: u64) -> bool {
    seed.below(100) < percent
}

fn answers(week: &Week, seed: &Seed, n: usize) -> Answers {
    let mut answers = Answers::new();
    let mut set = |name: &str, value: &str| answers.set(name, value);
    let title = format!("{} and {} {n}", pick(seed, &WORDS), pick(seed, &WORDS));
    set("title", &title);
    set("summary", &format!("Bring a drink and one question about {}.", pick(seed, &WORDS)));
    set("description", "We sit in a circle.");
    set("kind", pick(seed, EventKind::ALL).value());
    set("host", &format!("Example Trust {}", pick(seed, &WORDS)));
    set("nation", pick(seed, Nation::ALL).value());
    set("contact_name", "Ann Example");
    set("contact_email", "ann@example.org");
    let timed = chance(seed, 95) || n <= CANCELLED;
    set("timing", if timed { "timed" } else { "any-time" });
    let days = week.days();
    let day = if n == LATE { days[days.len() - 1] } else { *pick(seed, &days) };
    let (start, end) = pick(seed, &STARTS);
    for (name, value) in [("day", day.day().to_string()), ("month", day.month().to_string()), ("year", day.year().to_string())] {
        set(name, &value);
    }
    set("start", start);
    set("end", end);
    let format = if timed { *pick(seed, &[Format::InPerson, Format::Online, Format::Hybrid]) } else { Format::OnDemand };
    set("format", format.value());
    set("venue", "Example Hall");
    set("address", "1 Example Street");
    set("postcode", POSTCODES[seed.below(6) as usize]);
    if chance(seed, 10) {
        set("address_private", "yes");
    }
    set("platform", "Zoom");
    set("joining", "https://example.org/private-canary");
    set("watch_link", "https://example.org/watch");
    set("booking", pick(seed, BookingType::ALL).value());
    set("capacity", "20");
    set("open_to", if chance(seed, 8) { "staff" } else { "public" });
    let paid = chance(seed, 20);
    set("cost", if paid { "paid" } else { "free" });
    set("cost_note", "Five pounds");
    if chance(seed, 30) {
        set("expenses", "Travel by bus or train");
    }
    EventStep::Access.fields().iter().filter(|field| !field.ends_with("_note")).for_each(|field| set(field, "no"));
    for fact in AccessFact::ALL.iter().filter(|_| chance(seed, 35)) {
        set(&format!("access_{}", fact.value()), "yes");
    }
    for (name, values) in [("audience", AUDIENCES), ("languages", LANGUAGES), ("questions", QUESTIONS)] {
        values.iter().filter(|_| chance(seed, 30)).for_each(|value| answers.add(name, *value));
    }
    answers
}

fn one(week: &Week, seed: &Seed, n: usize, answers: Answers) -> Many {
    let today = week.first.unwrap_or_default();
    let details = EventDetails::parse(&answers, &Rules { week, today, past_allowed: true }).unwrap_or_else(|errors| panic!("{errors:?}"));
    let mut id = [0; 16];
    seed.fill(&mut id);
    let listed = "2026-10-01T09:00:00Z".parse::<Timestamp>().expect("a moment");
    let at = Timestamp::from_second(listed.as_second() + n as i64).expect("a moment");
    let slug = Slug::parse(&format!("example-{n}-{}", spell(&id[..4]))).expect("an address");
    let through_hub = details.booking.through_hub();
    let published = Published::new(slug, details, at);
    let state = if n == CANCELLED || n != LATE && chance(seed, 5) { PublicState::Cancelled } else { PublicState::Listed };
    let page = EventPage::new(&EventId::from_random(id), &published, state, None);
    let waiting = if chance(seed, 20) { 2 } else { 0 };
    let free = Some(seed.below(20) as u32 * u32::from(chance(seed, 60)));
    let open = chance(seed, 90);
    let places =
        through_hub.then_some(PublicPlaces { capacity: Some(20), free, waiting, full: None, online: None, kept_until: None, open, version: 1 });
    Many { page, places }
}

/// Writes them where the calendar reads.
///
/// # Panics
/// Where the database doesn't answer.
pub async fn write(db: &Db, week: &Week, events: &[Many]) {
    for some in events.chunks(33) {
        let mut tx = Tx::new(db);
        for one in some {
            add_event(&mut tx, &one.page);
            if let Some(places) = one.places.clone() {
                let slug = one.page.slug.clone();
                tx.put(Table::Public, &places_key(week.id, &slug), &PlacesAt { slug, places });
            }
        }
        tx.commit().await.expect("events are written");
    }
}
