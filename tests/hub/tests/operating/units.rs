//! What each step of a person uses of DynamoDB, measured on the embedded engine; `infra/cost` makes a bill of it. A transaction
//! that a condition refuses, or that is tried again, tells no units: these journeys have none. The embedded engine counts a write in a
//! transaction as two, as AWS bills it; AWS's own DynamoDB Local counts it as one, so the bill can't be measured there.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use cost::{Measured, Used};
use domain::event::EventPage;
use domain::ids::Slug;
use domain::week::WeekId;
use hub_tests::walk::{at_the_desk, list_an_event, published, registered, settle, share_a_story};
use hub_tests::{Seed, TestHub, fixtures};
use jiff::SignedDuration;
use local::{Data, Engine};
use store::public::{AtAddress, PublicReader, add_event};
use store::weeks::Weeks;
use store::{Key, Table, Tx};

use super::caught::Caught;

/// A hub whose records have the same length each time, with pages and cards kept as when deployed.
async fn hub(prefix: &str, demonstration: bool) -> TestHub {
    let engine = Arc::new(Engine::memory().unwrap());
    let hub = TestHub::with(Data::Shared(engine, format!("{prefix}-")), |options| {
        options.demonstration = demonstration;
        options.kept_seconds = 20;
        options.random = Arc::new(Seed::new(1));
    });
    let hub = hub.await;
    hub.guards.meter.turn_on();
    hub
}

/// Counts what is done from one [`Counter::since`] to the next.
struct Counter<'a> {
    hub: &'a TestHub,
    log: Caught,
    requests: usize,
    mails: usize,
    tick: Used,
}

impl Counter<'_> {
    fn now(&self) -> (usize, usize) {
        (self.log.requests().len(), self.hub.mailbox.letters().len())
    }

    /// What was used since the last time, without what so many ticks of the keeper would have used for nothing.
    fn since(&mut self, ticks: usize) -> Used {
        let ((reads, writes), (requests, mails)) = (self.hub.guards.meter.taken(), self.now());
        let less = ticks as f64;
        let used = Used {
            reads: reads - less * self.tick.reads,
            writes: writes - less * self.tick.writes,
            requests: requests - self.requests,
            mails: mails - self.mails,
        };
        (self.requests, self.mails) = (requests, mails);
        used
    }
}

/// Ticks until the day's walk through the records is over, and a tick does nothing but look.
async fn an_idle_tick(hub: &TestHub) -> Used {
    let mut seen = Vec::new();
    for _ in 0..100 {
        hub.tick().await;
        seen.push(hub.guards.meter.taken());
        if let [.., one, two, (reads, writes)] = seen.as_slice()
            && one == two
            && two == &(*reads, *writes)
        {
            return Used { reads: *reads, writes: *writes, ..Used::default() };
        }
    }
    panic!("the keeper never rests: {seen:?}")
}

/// What its schedule wakes the keeper for when nothing is due: a tick, and a look at what waits longest.
async fn an_idle_minute(hub: &TestHub) -> Used {
    let mailer = mailer::State::new(hub.context.clone(), hub.way_of("keeper"), hub.mailbox.clone());
    let keeper = keeper::State::new(hub.way_of("keeper"), mailer);
    keeper::handle(&keeper, hub.context.now()).await.unwrap();
    let (reads, writes) = hub.guards.meter.taken();
    Used { reads, writes, ..Used::default() }
}

async fn steps(hub: &TestHub) -> BTreeMap<String, Used> {
    let log = Caught::log();
    let mut steps = BTreeMap::new();
    let tick = an_idle_tick(hub).await;
    steps.insert("a minute of the keeper".to_owned(), an_idle_minute(hub).await);
    let desk = at_the_desk(hub).await;
    hub.tick().await;
    let mut counter = Counter { hub, log, requests: 0, mails: 0, tick };
    counter.since(0);

    let host = list_an_event(hub, "An hour of listening", "host@example.org").await;
    let list = settle(&desk, "An hour of listening", "publish").await;
    hub.tick().await;
    steps.insert("list and publish an event".to_owned(), counter.since(2));

    hub.clock.advance(SignedDuration::from_secs(30));
    let event = published(hub, list, "An hour of listening").await;
    counter.since(0);
    registered(hub, &event, "Example Person", "guest@example.org").await;
    steps.insert("book a place".to_owned(), counter.since(2));

    let words = [("act", "send"), ("audience", "all"), ("words", "Bring a cup.")];
    host.press(&format!("{}/registrations/message", host.home), &words).await.expect_status(200);
    counter.since(0);
    hub.tick().await;
    steps.insert("write to somebody who booked".to_owned(), counter.since(1));

    share_a_story(hub, "What one chair began").await;
    let list = settle(&desk, "What one chair began", "publish").await;
    hub.tick().await;
    steps.insert("tell and publish a story".to_owned(), counter.since(1));

    hub.clock.advance(SignedDuration::from_secs(30));
    let story = published(hub, list, "What one chair began").await;
    hub.get("/demo/2026/calendar").await.expect_status(200);
    counter.since(0);
    for (step, path) in [("open the calendar", "/demo/2026/calendar"), ("open an event", event.as_str()), ("open a story", story.as_str())] {
        hub.get(path).await.expect_status(200);
        steps.insert(step.to_owned(), counter.since(0));
    }
    steps
}

/// Adds copies of an event of the demonstration to another week, each with its count of places: from so many up to so many. Gives the
/// read units for one look at that week.
async fn cards(hub: &TestHub, from: u32, to: u32) -> f64 {
    let demonstration = hub.get("/demo/2026/calendar").await.expect_status(200);
    let slug = demonstration.attributes("article h3 a", "href")[0].trim_start_matches("/events/").to_owned();
    let reader = PublicReader::new(hub.db.clone());
    let Ok(Some(AtAddress::Page(page))) = reader.event(&Slug::parse(&slug).unwrap()).await else { panic!("{slug} has no page") };
    let week = fixtures::week().id;
    Weeks::new(hub.db.clone()).put(&fixtures::week()).await.unwrap();
    let places = reader.places(WeekId::parse("demo/2026").unwrap()).await.unwrap().remove(0);
    for n in from..to {
        let slug = Slug::parse(&format!("an-event-with-a-name-{n:05}")).unwrap();
        let mut tx = Tx::new(&hub.db);
        add_event(&mut tx, &EventPage { week, slug: slug.clone(), ..(*page).clone() });
        tx.put(Table::Public, &Key::new(format!("PLACES#{week}"), slug.as_str()), &places);
        tx.commit().await.unwrap();
    }
    hub.clock.advance(SignedDuration::from_secs(30));
    hub.guards.meter.taken();
    hub.get(&format!("{}/calendar", week.path())).await.expect_status(200);
    hub.guards.meter.taken().0
}

#[tokio::test]
async fn the_units_of_the_bill_are_the_units_that_are_used() {
    let hub = hub("measured", true).await;
    let steps = steps(&hub).await;
    let cards = BTreeMap::from([(10, cards(&hub, 0, 10).await), (640, cards(&hub, 10, 640).await)]);
    let measured = Measured { engine: "dynoxide-rs 3.2.0, embedded".into(), steps, cards };
    let text = serde_json::to_string_pretty(&measured).unwrap() + "\n";
    if std::env::var_os("HUB_WRITE_UNITS").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/cost/data/measured.json"), &text).unwrap();
        return;
    }
    let written = Measured::written().unwrap();
    assert!(agree(&written, &measured), "HUB_WRITE_UNITS=1 writes this into infra/cost/data/measured.json:\n{text}\nThere now:\n{written:#?}");
}

/// Whether two measurements name the same steps and make the same bill, give or take a tenth: a word more in a record is no news.
fn agree(one: &Measured, other: &Measured) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= (a.max(b) / 10.0).max(2.0);
    let alike =
        |a: &Used, b: &Used| near(a.reads, b.reads) && near(a.writes, b.writes) && near(a.requests as f64, b.requests as f64) && a.mails == b.mails;
    one.engine == other.engine
        && one.steps.len() == other.steps.len()
        && one.steps.iter().all(|(name, used)| other.steps.get(name).is_some_and(|also| alike(used, also)))
        && one.cards.len() == other.cards.len()
        && one.cards.iter().all(|(events, units)| other.cards.get(events).is_some_and(|also| near(*units, *also)))
}

#[test]
fn a_step_that_uses_a_tenth_more_is_noticed() {
    let written = Measured::written().unwrap();
    assert!(agree(&written, &written));
    for name in written.steps.keys() {
        let mut more = written.clone();
        let used = more.steps.get_mut(name).unwrap();
        used.writes += used.writes / 9.0 + 3.0;
        assert!(!agree(&written, &more), "{name}");
    }
    let mut more = written.clone();
    more.cards.values_mut().for_each(|units| *units *= 1.5);
    assert!(!agree(&written, &more));
}

/// The twin: the meter counts as AWS does, four kilobytes a read and one a write, twice in a transaction.
#[tokio::test]
async fn a_longer_record_is_more_units() {
    let hub = hub("longer", false).await;
    let db = hub.way_of("site");
    let keeper = hub.way_of("keeper");
    for (letters, reads, writes) in [(100, 1.0, 2.0), (3_500, 1.0, 8.0), (9_000, 3.0, 18.0)] {
        let mut tx = Tx::new(&keeper);
        tx.put(Table::Outbox, &Key::new("WAITING#0", "unit"), &serde_json::json!({ "text": "x".repeat(letters) }));
        tx.commit().await.unwrap();
        assert_eq!(hub.guards.meter.taken(), (0.0, writes), "{letters}");
        keeper.get::<serde_json::Value>(Table::Outbox, &Key::new("WAITING#0", "unit")).await.unwrap();
        assert_eq!(hub.guards.meter.taken(), (reads, 0.0), "{letters}");
    }
    db.get::<serde_json::Value>(Table::Public, &Key::new("WEEKS", "-")).await.unwrap();
    assert_eq!(hub.guards.meter.taken(), (1.0, 0.0), "nothing is a read too");
}
