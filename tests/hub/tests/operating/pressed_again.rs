//! The database is in trouble under every button of an event's and a story's life, and of the desk: it refuses, breaks, conflicts, lets an
//! answer be lost after the work was done, or cuts its lists short. What the page says is true, and whoever presses again until they are
//! answered has done it once, as if nothing had happened (quality-bar ). `HUB_FAULTS=all` takes every kind of trouble.

#[path = "pressed_again/lives.rs"]
mod lives;

use std::sync::Arc;

use hub_tests::proxy::{Fault, Faults, everything};
use hub_tests::walk::Visitor;
use hub_tests::{Fields, Page, Seed, TestHub};
use store::{Key, Table, Tx};

/// More calls than any button makes.
const MANY: usize = 80;

/// What goes wrong in a run that doesn't take everything: the first always, and one of the others.
const USUAL: [Fault; 5] = [Fault::LostAfter, Fault::Conflict, Fault::Throttled, Fault::Broken, Fault::Cut];

/// Reads older than the last write happen where a read doesn't ask for the newest, which no function's does; what hangs is
/// told from what is lost only by the time it takes; and nothing here asks for many records at once.
const ELSEWHERE: [Fault; 4] = [Fault::Stale, Fault::HangsBefore, Fault::HangsAfter, Fault::Unprocessed];

/// What an act leaves: entries of the audit, mails, rows of the desk's queue.
#[derive(Debug, PartialEq)]
struct Left {
    act: &'static str,
    audited: usize,
    mails: usize,
    queued: usize,
}

/// A hub between which and its database there is trouble, or none.
struct Line {
    hub: TestHub,
    faults: Arc<Faults>,
    trouble: Option<Fault>,
    left: Vec<Left>,
}

impl Line {
    async fn new(trouble: Option<Fault>) -> Self {
        let faults = Arc::new(Faults::default());
        Self { hub: TestHub::with_faults(faults.clone()).await, faults, trouble, left: Vec::new() }
    }

    /// Presses a page's button. In trouble all calls go wrong, from the first on; pressed again, from the second on; and so on, until the
    /// person is answered.
    async fn press(&mut self, act: &'static str, who: &Visitor, page: &Page, form: &str, typed: &[(&str, &str)]) -> Page {
        assert_eq!(page.status, 200, "{act}: {}", page.text());
        let sent = typed.iter().fold(page.form_at(form), |fields: Fields, (name, value)| fields.with(name, *value));
        let action = page.action_at(form);
        let answer = match self.trouble {
            Some(fault) => self.until_answered(act, fault, who, &action, &sent).await,
            None => who.submit(&action, &sent).await,
        };
        assert!(answer.status.is_success(), "{act}: {} said {}:\n{}", answer.path, answer.status, answer.text());
        self.hub.tick().await;
        let (audited, queued) = self.written().await;
        self.left.push(Left { act, audited, mails: self.hub.mailbox.letters().len(), queued });
        answer
    }

    /// Opens a page and presses its button.
    async fn press_at(&mut self, act: &'static str, who: &Visitor, path: &str, form: &str, typed: &[(&str, &str)]) -> Page {
        let page = who.get(path).await;
        self.press(act, who, &page, form, typed).await
    }

    /// Entries of the audit and rows of the desk's queue.
    async fn written(&self) -> (usize, usize) {
        let hub = self.hub.records(Table::Hub).await;
        let count = |kind: &str| hub.keys().filter(|key| key.starts_with(kind)).count();
        (count("AUDIT#"), count("QUEUE"))
    }

    /// Forgets how often somebody pressed: who is told to wait does so, and limits are by the hour and the day.
    async fn wait(&self) {
        for key in self.hub.records(Table::Hub).await.into_keys().filter(|key| key.starts_with("RATE#")) {
            let (pk, sk) = key.rsplit_once(' ').expect("a key of two parts");
            let mut tx = Tx::new(&self.hub.db);
            tx.delete(Table::Hub, &Key::new(pk, sk));
            tx.commit().await.expect("the database is well");
        }
    }

    async fn until_answered(&self, act: &str, fault: Fault, who: &Visitor, action: &str, sent: &Fields) -> Page {
        let mut was_written = false;
        for first in 0..MANY {
            self.wait().await;
            let before = self.written().await;
            self.faults.arm(fault, first, usize::MAX / 2);
            let answer = who.submit(action, sent).await;
            let (_, calls) = self.faults.disarm();
            was_written |= calls.iter().skip(first).any(|call| call == "TransactWriteItems");
            if !answer.status.is_server_error() {
                assert!(was_written || fault == Fault::Cut, "{act}: no transaction met {fault:?}: {calls:?}");
                return answer;
            }
            let text = answer.text();
            let is_whole = [
                "Nothing was booked and nothing was changed",
                "Sending it twice does no harm",
                "Everything you sent is still here",
                "it has reached us",
            ];
            assert!(is_whole.iter().any(|words| text.contains(words)), "{act}, {fault:?} from call {first}: what is safe is not said:\n{text}");
            if text.contains(is_whole[0]) {
                assert_eq!(self.written().await, before, "{act}, {fault:?} from call {first}, and yet:\n{text}");
            }
        }
        panic!("{act} is never answered")
    }
}

#[tokio::test]
async fn whoever_is_not_answered_and_presses_again_has_done_it_once() {
    let troubles: Vec<Fault> = if everything() {
        Fault::ALL.into_iter().filter(|fault| !ELSEWHERE.contains(fault)).collect()
    } else {
        vec![USUAL[0], USUAL[1 + Seed::from_environment().below(4) as usize]]
    };
    println!("Trouble: {troubles:?}");
    let well = lives::lived(Line::new(None).await).await;
    let (first, last) = (&well[0], &well[well.len() - 1]);
    assert!(first.audited < last.audited && first.mails < last.mails, "acts leave something: {well:#?}");
    for fault in troubles {
        assert_eq!(lives::lived(Line::new(Some(fault)).await).await, well, "{fault:?}");
    }
}
