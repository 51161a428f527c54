//! Whoever knows in which order ten anonymous stories were sent, and holds every line of the log and of the gateway's, every audit entry, the outbox and all
//! that is public, can't tell which is which better than by chance (quality-bar P-17). `HUB_ATTACKS` says how many times ten there are.

#[path = "attacker/evidence.rs"]
mod evidence;
#[path = "attacker/guesses.rs"]
mod guesses;
#[path = "attacker/scores.rs"]
mod scores;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::week::{Question, Week};
use hub_tests::template::Template;
use hub_tests::walk::{Visitor, at_the_desk, settle};
use hub_tests::{Page, Seed, TestHub};
use jiff::SignedDuration;
use local::{Data, Engine};
use store::weeks::Weeks;
use store::{Key, Table, Tx};
use web::Random;

use super::caught::Caught;
use evidence::{Evidence, LIST};
use guesses::names;
use scores::Scores;

/// Random letters that are none: each is greater than the one before, as ids that carry their time are.
#[derive(Default)]
struct Sortable(AtomicU64);

impl Random for Sortable {
    fn fill(&self, bytes: &mut [u8]) {
        let mut left = self.0.fetch_add(1, Ordering::Relaxed);
        for byte in bytes.iter_mut().rev() {
            *byte = (left % 32) as u8;
            left /= 32;
        }
    }
}

/// A hub with one week that takes stories, which go live when a coordinator presses the button.
async fn hub(engine: &Arc<Engine>, prefix: &str, random: Arc<dyn Random>) -> TestHub {
    let hub = TestHub::with(Data::Shared(engine.clone(), prefix.to_owned()), |options| options.random = random).await;
    let week = Week { questions: vec![Question::new(1, "Who was in the room?")], ..hub_tests::fixtures::week() };
    Weeks::new(hub.db.clone()).put(&week).await.unwrap();
    hub
}

/// Sends a story without name and address. Gives the pages that its author saw.
async fn sends(hub: &TestHub, title: &str, body: &str) -> [Page; 5] {
    let author = Visitor::new(hub);
    let naming = author.press("/share-your-story", &[("week", "scotland/2026")]).await.expect_status(200);
    let write = author.send(&naming, &[("naming", "nothing")]).await.expect_status(200);
    let words = [("kind", "answer"), ("question", "1"), ("title", title), ("body", body)];
    let consent = author.send(&write, &words).await.expect_status(200);
    let agreed = [("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes")];
    let check = author.send(&consent, &agreed).await.expect_status(200);
    let sent = author.send(&check, &[]).await.expect_status(200);
    assert!(sent.path.ends_with("/sent"), "{}:\n{}", sent.path, sent.text());
    [naming, write, consent, check, sent]
}

/// A story of so many paragraphs. In lists, where only its beginning is shown, one is as long as the other.
fn body(paragraphs: usize) -> String {
    vec!["We began with one chair, then somebody brought another, and by spring the whole room was full of people."; paragraphs].join("\n\n")
}

/// What the gateway logs, as the deployment's template has it.
fn gateway() -> &'static str {
    Template::get().properties("HttpApi")["AccessLogSettings"]["Format"].as_str().expect("it has a log")
}

/// A line of that log about a page: of what the gateway knows, all that is another for each page.
fn passed(format: &str, page: &Page) -> String {
    format.replace("$context.responseLength", &page.body.len().to_string()).replace("$context.status", page.status.as_str()) + "\n"
}

/// Ten stories of different lengths are sent in the course of a day, read one after another and published in that order. Gives what there is
/// to know, and the titles in the order in which they were sent.
async fn ten(hub: &TestHub, log: &Caught, seed: &Seed, gateway: &str) -> (Evidence, Vec<String>) {
    let titles: Vec<String> = (0..10).map(|_| format!("About {}", seed.letters(9))).collect();
    let mut lengths: Vec<usize> = (3..13).collect();
    lengths.sort_by_cached_key(|_| seed.below(u64::MAX));
    let (mut sent, mut read) = (Vec::new(), Vec::new());
    for (title, paragraphs) in titles.iter().zip(lengths) {
        let before = log.text().len();
        let pages = sends(hub, title, &body(paragraphs)).await;
        hub.tick().await;
        let passed: String = pages.iter().map(|page| passed(gateway, page)).collect();
        sent.push(log.text()[before..].to_owned() + &passed);
        hub.clock.advance(SignedDuration::from_mins(20 + seed.below(30) as i64));
    }
    let desk = at_the_desk(hub).await;
    for title in &titles {
        let before = log.text().len();
        settle(&desk, title, "publish").await;
        hub.tick().await;
        read.push(log.text()[before..].to_owned());
    }
    (Evidence::of(hub, log, [sent, read]).await, titles)
}

fn first_seed() -> u64 {
    let first = std::env::var("HUB_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_else(|| u64::from(rand::random::<u32>()));
    println!("HUB_SEED={first}");
    first
}

#[tokio::test]
async fn nobody_tells_ten_anonymous_stories_apart_by_what_they_leave_behind() {
    let rounds: u64 = std::env::var("HUB_ATTACKS").ok().and_then(|text| text.parse().ok()).unwrap_or(6);
    let (engine, first) = (Arc::new(Engine::memory().unwrap()), first_seed());
    let mut scores = Scores::default();
    for round in 0..rounds.max(6) {
        let seed = Arc::new(Seed::new(first.wrapping_add(round)));
        let log = Caught::log();
        let hub = hub(&engine, &format!("a{round}-"), seed.clone()).await;
        let (evidence, titles) = ten(&hub, &log, &seed, gateway()).await;
        scores.add(&evidence, &titles, &seed);
    }
    println!("{scores}");
    let told = scores.better_than_chance();
    assert!(told.is_empty(), "seed {first}: told apart by {told:#?}");
    assert!(scores.ways() > 20, "so few ways were tried: {scores}");
}

/// The twin: with ids that can be put in order, the order of addresses gives all ten away.
#[tokio::test]
async fn ids_that_carry_their_time_would_give_all_ten_away() {
    let (engine, first) = (Arc::new(Engine::memory().unwrap()), first_seed());
    let (log, seed) = (Caught::log(), Seed::new(first));
    let hub = hub(&engine, "sortable-", Arc::new(Sortable::default())).await;
    let (evidence, titles) = ten(&hub, &log, &seed, gateway()).await;
    let mut scores = Scores::default();
    scores.add(&evidence, &titles, &seed);
    for way in [format!("order in {LIST}"), "order in /sitemap.xml".to_owned(), "order in the public table".to_owned()] {
        assert_eq!(scores.right(&way), Some(10), "seed {first}: {way}\n{scores}");
    }
}

/// Another: with the size of each answer in the gateway's log, the story that its author checked is told from the others by its length.
#[tokio::test]
async fn sizes_in_the_gateway_s_log_would_give_all_ten_away() {
    let (engine, first) = (Arc::new(Engine::memory().unwrap()), first_seed());
    let (log, seed) = (Caught::log(), Arc::new(Seed::new(first)));
    let hub = hub(&engine, "sizes-", seed.clone()).await;
    let careless = gateway().replacen('{', r#"{"bytes":"$context.responseLength","#, 1);
    let (evidence, titles) = ten(&hub, &log, &seed, &careless).await;
    let mut scores = Scores::default();
    scores.add(&evidence, &titles, &seed);
    assert_eq!(scores.right("sizes by bytes logged while it was sent"), Some(10), "seed {first}:\n{scores}");
}

/// The other twins, each a mistake that is quickly made: an audit that keeps the time and names the story's address, a moment in what is
/// public, a message that names the request by which a story came.
#[tokio::test]
async fn a_time_in_the_audit_or_on_a_page_and_a_request_s_number_would_give_all_ten_away_too() {
    let (engine, first) = (Arc::new(Engine::memory().unwrap()), first_seed());
    let (log, seed) = (Caught::log(), Arc::new(Seed::new(first)));
    let hub = hub(&engine, "careless-", seed.clone()).await;
    let (evidence, titles) = ten(&hub, &log, &seed, gateway()).await;
    let [sent, _] = &evidence.logged;
    for (n, title) in titles.iter().enumerate() {
        let slug = &evidence.stories.iter().find(|story| story.title == *title).expect("it is public").slug;
        let at = format!("2026-11-25T1{n}:00:00Z");
        let elsewhere: String = sent.iter().enumerate().filter(|(other, _)| *other != n).map(|(_, part)| part.as_str()).collect();
        let request = names(&sent[n]).into_iter().find(|name| !elsewhere.contains(name)).expect("each request has a number");
        let mut tx = Tx::new(&hub.db);
        tx.put(Table::Hub, &Key::new("AUDIT#2026-11-25", format!("AUDIT#{at}#careless")), &serde_json::json!({ "about": slug }));
        tx.update("page", Table::Public, &Key::new(format!("PAGE#stories/{slug}"), "PAGE"), "SET #began = :at", "", vec![(":at", store::s(at))]);
        let message = serde_json::json!({ "request": request, "page": slug });
        tx.put(Table::Outbox, &Key::new("CARELESS#0", format!("about-{slug}")), &message);
        tx.commit().await.unwrap();
    }
    let evidence = Evidence::of(&hub, &log, evidence.logged).await;
    let mut scores = Scores::default();
    scores.add(&evidence, &titles, &seed);
    for way in ["order in the audit", "order by PAGE#stories/* PAGE began", "links from what was logged while it was sent"] {
        assert_eq!(scores.right(way), Some(10), "seed {first}: {way}\n{scores}");
    }
}
