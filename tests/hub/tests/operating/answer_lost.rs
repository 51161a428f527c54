//! The database does what it is asked, and its answer is lost: under every button of an event's and a story's life. Whoever presses again
//! until they are answered has done it once, as if nothing had happened (quality-bar ).

use std::sync::Arc;

use hub_tests::proxy::{Fault, Faults};
use hub_tests::walk::{Visitor, at_the_desk, fill_in_event, fill_in_story};
use hub_tests::{Fields, Page, TestHub};
use store::Table;

const FORM: &str = "main form[method=post i]";
const HOST: &str = "host@example.org";

/// More calls than any button makes.
const MANY: usize = 60;

/// What an act leaves: entries of the audit, mails, rows of the desk's queue.
#[derive(Debug, PartialEq)]
struct Left {
    act: &'static str,
    audited: usize,
    mails: usize,
    queued: usize,
}

/// A hub in which answers get lost, or not.
struct Line {
    hub: TestHub,
    faults: Arc<Faults>,
    bad: bool,
    left: Vec<Left>,
}

impl Line {
    async fn new(bad: bool) -> Self {
        let faults = Arc::new(Faults::default());
        Self { hub: TestHub::with_faults(faults.clone()).await, faults, bad, left: Vec::new() }
    }

    /// Presses a page's button. On a bad line the answers of all calls are lost, from the first on; pressed again, from the second on;
    /// and so on, until the person is answered.
    async fn press(&mut self, act: &'static str, who: &Visitor, page: &Page, form: &str, typed: &[(&str, &str)]) -> Page {
        let sent = typed.iter().fold(page.form_at(form), |fields: Fields, (name, value)| fields.with(name, *value));
        let action = page.action_at(form);
        let answer = if self.bad { self.until_answered(act, who, &action, &sent).await } else { who.submit(&action, &sent).await };
        assert!(answer.status.is_success(), "{act}: {} said {}:\n{}", answer.path, answer.status, answer.text());
        self.hub.tick().await;
        let hub = self.hub.records(Table::Hub).await;
        let count = |kind: &str| hub.keys().filter(|key| key.starts_with(kind)).count();
        let mails = self.hub.mailbox.letters().len();
        self.left.push(Left { act, audited: count("AUDIT#"), mails, queued: count("QUEUE") });
        answer
    }

    async fn until_answered(&self, act: &str, who: &Visitor, action: &str, sent: &Fields) -> Page {
        let mut was_written = false;
        for first in 0..MANY {
            self.faults.arm(Fault::LostAfter, first, usize::MAX / 2);
            let answer = who.submit(action, sent).await;
            let (_, calls) = self.faults.disarm();
            was_written |= calls.iter().skip(first).any(|call| call == "TransactWriteItems");
            if !answer.status.is_server_error() {
                assert!(was_written, "{act}: no answer of a transaction was lost: {calls:?}");
                return answer;
            }
        }
        panic!("{act} is never answered")
    }
}

/// An event and a story from the first form to their end.
async fn lives(bad: bool) -> Vec<Left> {
    let mut line = Line::new(bad).await;
    let desk = at_the_desk(&line.hub).await;

    let host = Visitor::new(&line.hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let check = fill_in_event(&host, page, "Done once", HOST, ["25", "November", "2026"]).await;
    let home = check.path.trim_end_matches("/check").to_owned();
    line.press("send an event", &host, &check, FORM, &[]).await;
    let confirm = line.hub.mail_to(HOST).link_with("/confirm/");
    let page = host.get(&confirm).await.expect_status(200);
    line.press("confirm the address", &host, &page, FORM, &[]).await;
    let page = review(&desk, "Done once").await;
    line.press("publish an event", &desk, &page, "form:has(input[name=act][value=publish])", &[]).await;
    let page = host.get(&format!("{home}/cancel")).await.expect_status(200);
    line.press("cancel an event", &host, &page, FORM, &[("words", "The hall is closed.")]).await;

    let author = Visitor::new(&line.hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let check = fill_in_story(&author, page, "Told once").await;
    let home = check.path.trim_end_matches("/check").to_owned();
    line.press("send a story", &author, &check, FORM, &[]).await;
    let page = review(&desk, "Told once").await;
    line.press("publish a story", &desk, &page, "form:has(input[name=act][value=publish])", &[]).await;
    let page = author.get(&format!("{home}/withdraw")).await.expect_status(200);
    line.press("withdraw a story", &author, &page, FORM, &[]).await;

    for list in ["/demo/2026/calendar", "/demo/2026/stories"] {
        assert!(!line.hub.get(list).await.expect_status(200).select("h3 a").iter().any(|title| title.contains("Told once")), "{list}");
    }
    line.left
}

/// The page at the desk of what waits under this title.
async fn review(desk: &Visitor, title: &str) -> Page {
    let queue = desk.get("/desk").await.expect_status(200);
    let rows = queue.select("main table a, main li a");
    let at: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| row.contains(title)).map(|(at, _)| at).collect();
    let [at] = at[..] else { panic!("{title} waits {} times:\n{}", at.len(), queue.text()) };
    desk.get(&queue.attributes("main table a, main li a", "href")[at]).await.expect_status(200)
}

#[tokio::test]
async fn whoever_is_not_answered_and_presses_again_has_done_it_once() {
    let (well, bad) = (lives(false).await, lives(true).await);
    assert_eq!(well.len(), 7);
    assert!(well[0].audited < well[6].audited && well[0].mails < well[3].mails, "acts leave something: {well:#?}");
    assert_eq!(bad, well);
}
