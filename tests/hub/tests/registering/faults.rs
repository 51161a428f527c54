//! What people read when something goes wrong with the database under the button that they pressed: whether it was done, what is safe,
//! what to do next; and that pressing again makes it right (quality-bar ). Which calls there are is found by pressing
//! each button once without a fault; all of them go wrong in a run with `HUB_FAULTS=all`, a third of the usual ones otherwise.

#[path = "faults/press.rs"]
mod press;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hub_tests::proxy::{Fault, Faults, everything, third};
use store::outbox::Outbox;
use tokio::task::{JoinSet, LocalSet};

use crate::browser::Answer;
use crate::events_world::now;
use crate::hub::Hub;
use press::{PRESSES, Press, Ready};

/// How many buttons at once: while one waits for a time limit, the others go on.
const LANES: usize = 8;

/// Until the hub gives up.
const EVER: usize = 60;

/// One thing to go wrong.
#[derive(Clone, Copy, Debug)]
struct Cell {
    press: Press,
    call: usize,
    writes: bool,
    fault: Fault,
    times: usize,
}

impl Cell {
    /// What the hub can't get over by itself is what people read of.
    fn is_usual(&self) -> bool {
        let said = matches!(self.fault, Fault::Throttled | Fault::LostAfter | Fault::HangsAfter) && self.times == EVER;
        let busy = self.fault == Fault::Conflict && self.times == EVER && matches!(self.press, Press::Book | Press::Accept);
        self.writes && (said || busy)
    }
}

/// How everything stands, and who was written to.
#[derive(Debug, PartialEq)]
struct Stands {
    records: Vec<String>,
    letters: Vec<String>,
}

async fn stands(hub: &Hub) -> Stands {
    let (store, event) = (&hub.world.registrations, &hub.world.event);
    let all = store.of_event(event).await.unwrap();
    let mut records: Vec<String> =
        all.iter().map(|r| format!("{} {:?} {:?} {} {} {}", r.person.name, r.state, r.party, r.came.is_some(), r.calls.len(), r.has_needs)).collect();
    let places = hub.world.places().await;
    records.push(format!("{:?} {} {}", places.plan(), places.open, places.walk_ins));
    records.push(format!("{} messages of the host", store.messages(event, now()).await.unwrap().len()));
    records.sort();
    let waiting = Outbox::new(hub.world.db.clone()).waiting().await.unwrap();
    let kind = |text: String| text.split([' ', '{']).next().unwrap_or_default().to_owned();
    let mut letters: Vec<String> = waiting.iter().map(|w| format!("{} to {:?}", kind(format!("{:?}", w.message)), w.to)).collect();
    letters.sort();
    Stands { records, letters }
}

/// The page afterwards: its heading, and on a host's list all its words, in whatever order people of one moment stand.
async fn looked_at(ready: &mut Ready) -> Vec<String> {
    let page = ready.page().await;
    assert_eq!(page.status, 200, "{}", page.body);
    let text = if ready.path.starts_with("/manage/registration/") { page.text("h1") } else { page.text("main") };
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
}

/// Whether the answer says that it is done; where it does not, it says what is safe and what to do, in words that are true.
fn says_done(answer: &Answer, before: &Stands, after: &Stands, cell: &Cell) -> bool {
    let text = answer.text("main");
    match answer.status {
        303 => return true,
        503 if text.contains("Nothing was booked and nothing was changed") => assert_eq!(before, after, "{cell:?}: and yet: {text}"),
        503 | 500 => assert!(text.contains("Sending it twice does no harm"), "{cell:?}: {text}"),
        status => panic!("{cell:?}: {status}: {text}"),
    }
    assert!(text.contains("ress Back") || text.contains("press the button"), "{cell:?}: what to do next is not said: {text}");
    assert!(answer.body.contains("href=\"/\""), "{cell:?}: there is no way on: {}", answer.body);
    false
}

/// What was left to the keeper, the keeper does.
async fn keep(hub: &Hub) {
    hub.world.registrations.offer_all(&hub.world.event, now()).await.unwrap();
}

type Expected = (Stands, Vec<String>);

/// The button without any fault: how everything stands then, and the calls that it makes.
async fn plain(press: Press) -> (Expected, Vec<String>) {
    let faults = Arc::new(Faults::default());
    let mut ready = press.ready(faults.clone()).await;
    faults.arm(Fault::Stale, usize::MAX / 2, 0);
    let answer = ready.browser.post(&ready.path, &ready.fields).await;
    let (_, calls) = faults.disarm();
    assert_eq!(answer.status, 303, "{press:?} without a fault: {}", answer.body);
    keep(&ready.hub).await;
    ((stands(&ready.hub).await, looked_at(&mut ready).await), calls)
}

async fn with_fault(cell: Cell, expected: &Expected) {
    let faults = Arc::new(Faults::default());
    let mut ready = cell.press.ready(faults.clone()).await;
    let before = stands(&ready.hub).await;
    if cell.fault.hangs() {
        ready.browser.turn_to(&ready.hub.in_a_hurry());
    }
    faults.arm(cell.fault, cell.call, cell.times);
    let answer = ready.browser.post(&ready.path, &ready.fields).await;
    let (struck, _) = faults.disarm();
    assert!(struck > 0, "{cell:?}: the call was not reached");
    let after = stands(&ready.hub).await;
    if !says_done(&answer, &before, &after, &cell) {
        ready.browser.turn_to(&ready.hub.router);
        let again = ready.browser.post(&ready.path, &ready.fields).await;
        assert_eq!(again.status, 303, "{cell:?}, pressed again: {}", again.text("main"));
    }
    keep(&ready.hub).await;
    assert_eq!((&stands(&ready.hub).await, &looked_at(&mut ready).await), (&expected.0, &expected.1), "{cell:?}: {}", answer.status);
}

#[tokio::test]
async fn whatever_goes_wrong_under_a_button_the_page_says_the_truth_and_pressing_again_makes_it_right() {
    let (mut cells, mut expected, mut sites) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for press in PRESSES {
        let (is, calls) = plain(press).await;
        assert!(calls.iter().any(|call| call == "TransactWriteItems"), "{press:?} changes nothing: {calls:?}");
        for (call, operation) in calls.iter().enumerate() {
            *sites.entry(operation.clone()).or_insert(0) += 1;
            let writes = !Fault::Stale.concerns(operation);
            for fault in Fault::ALL.into_iter().filter(|fault| *fault != Fault::Stale && fault.concerns(operation)) {
                cells.extend([1, EVER].map(|times| Cell { press, call, writes, fault, times }));
            }
        }
        expected.insert(press, is);
    }
    if !everything() {
        cells.retain(Cell::is_usual);
        cells = third(cells);
    }
    println!("{} buttons, calls {sites:?}, {} things to go wrong", PRESSES.len(), cells.len());
    let (cells, expected, next) = (Arc::new(cells), Arc::new(expected), Arc::new(AtomicUsize::new(0)));
    let work = async || {
        let mut lanes = JoinSet::new();
        for _ in 0..LANES {
            let (cells, expected, next) = (cells.clone(), expected.clone(), next.clone());
            lanes.spawn_local(async move {
                while let Some(cell) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
                    with_fault(*cell, &expected[&cell.press]).await;
                }
            });
        }
        lanes.join_all().await;
    };
    LocalSet::new().run_until(work()).await;
    assert!(next.load(Ordering::Relaxed) >= cells.len(), "each of them went wrong");
}

/// Forms under which nothing is tried, and why not.
const NOT_PRESSED: [(&str, &str); 4] = [
    ("/manage/registration/open/{token}", "it changes nothing: the browser gets a cookie"),
    ("/manage/event/{id}/registrations/download", "it changes nothing: the browser gets a file"),
    ("/manage/event/{id}/register-for-somebody/{coordinator}", "it is the form by which a host registers somebody"),
    ("/links", "it tells nobody whether anything was done"),
];

#[tokio::test]
async fn every_form_of_the_function_is_one_under_which_things_go_wrong() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../functions/registrations/src/lib.rs");
    let source = std::fs::read_to_string(source).unwrap();
    let taking = source.lines().filter(|line| line.contains("post("));
    let forms: Vec<&str> = taking.filter_map(|line| line.split('"').nth(1)).collect();
    assert!(forms.len() >= 15, "the source reads otherwise than this test does: {forms:?}");
    let mut pressed: Vec<&str> = NOT_PRESSED.iter().map(|(form, _)| *form).collect();
    for press in PRESSES {
        let path = press.ready(Arc::default()).await.path;
        let most_alike = forms.iter().filter(|form| leads_to(form, &path)).min_by_key(|form| form.matches('{').count());
        pressed.push(*most_alike.unwrap_or_else(|| panic!("no form takes {path}")));
    }
    let left_out: Vec<&&str> = forms.iter().filter(|form| !pressed.contains(*form)).collect();
    assert!(left_out.is_empty(), "nothing ever goes wrong under {left_out:?}");
}

/// Whether a route's pattern takes a path.
fn leads_to(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(path).all(|(wanted, is)| wanted.starts_with('{') || *wanted == is)
}
