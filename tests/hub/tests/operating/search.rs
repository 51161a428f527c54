//! Looking for somebody: on every page, in every table, mail, line of the log, export.

use std::collections::BTreeSet;

use hub_tests::TestHub;
use hub_tests::walk::Visitor;
use operate::export;

use super::caught::Caught;
use super::files;

/// Pages and feeds in which a story can be.
const KNOWN: [&str; 14] = [
    "/",
    "/demo/2026",
    "/demo/2026/calendar",
    "/demo/2026/calendar.ics",
    "/demo/2026/calendar.json",
    "/demo/2026/calendar.atom",
    "/demo/2026/programme",
    "/demo/2026/stories",
    "/demo/2026/stories?page=2",
    "/demo/2026/stories.atom",
    "/demo/2026/questions/1",
    "/embed/demo/2026",
    "/sitemap.xml",
    "/privacy",
];

/// Everything that stands anywhere: each place by its name, and what is there.
pub struct Places(Vec<(String, String)>);

impl Places {
    /// The tables' records: `hub STORY#… META`.
    pub async fn stored(hub: &TestHub) -> Self {
        let records = hub.everything().await.into_iter();
        Self(records.map(|(key, record)| (key.clone(), format!("{key} {record}"))).collect())
    }

    /// Records, pages, mails, the log and its figures, and the files of an export that leaves out what is confidential.
    pub async fn of(hub: &TestHub, desk: &Visitor, log: &Caught) -> Self {
        let mut all = Self::stored(hub).await.0;
        all.extend(readable(hub, desk).await);
        for letter in hub.mailbox.letters() {
            let mail = &letter.mail;
            all.push((format!("a mail to {}", mail.to.as_str()), format!("{}{}{}", mail.subject, mail.text, mail.html)));
        }
        all.push(("the log".to_owned(), log.text()));
        let folder = std::env::temp_dir().join(format!("hub-search-{}-{}", std::process::id(), hub.seed.letters(6)));
        export::export(&hub.db, &folder, false, hub.context.now()).await.unwrap();
        all.extend(files::all(&folder));
        std::fs::remove_dir_all(&folder).unwrap();
        Self(all)
    }

    /// Where any of these words stand; `home` knows the places to which they belong.
    pub fn search(&self, words: &[&str], home: impl Fn(&str) -> bool) -> Seen {
        let found: Vec<_> = self.0.iter().filter(|(_, text)| words.iter().any(|word| text.contains(word))).collect();
        let (at_home, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|(place, _)| home(place));
        Seen { at_home: at_home.len(), elsewhere: elsewhere.into_iter().map(|(place, text)| format!("{place}: {text:.600}")).collect() }
    }
}

/// Where words stand.
pub struct Seen {
    /// In how many places to which they belong.
    pub at_home: usize,
    /// Everywhere else.
    pub elsewhere: Vec<String>,
}

/// Everything that anyone can read, each story and the event it is about among it; and the desk's queue and audit.
async fn readable(hub: &TestHub, desk: &Visitor) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut addresses: BTreeSet<String> = KNOWN.map(str::to_owned).into();
    addresses.extend(hub.get("/demo/2026/stories").await.expect_status(200).attributes("h3 a", "href"));
    let mut events = BTreeSet::new();
    for address in &addresses {
        let page = hub.get(address).await.expect_status(200);
        let html = page.html();
        if address.starts_with("/stories/") {
            events.extend(html.split('"').filter(|part| part.starts_with("/events/")).map(str::to_owned));
        }
        out.push((address.clone(), format!("{:?}{html}", page.headers)));
    }
    for address in events {
        out.push((address.clone(), hub.get(&address).await.expect_status(200).html()));
    }
    for address in ["/desk", "/desk/audit"] {
        out.push((address.to_owned(), desk.get(address).await.expect_status(200).html()));
    }
    out
}
