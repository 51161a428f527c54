//! A page that somebody opened before a new release was deployed can still be sent: no form refuses a field that the release before had
//! (quality-bar R-25). `forms-of-the-last-release.txt` is what that release asked; HUB_RECORD_FORMS=1 writes it anew, for a release.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use hub_tests::{Fields, Page, TestHub};

use crate::{forms, names, pages};

/// The forms of a release: where each goes, ids left out, and the names of its fields.
type Recorded = BTreeMap<String, BTreeSet<String>>;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/forms-of-the-last-release.txt")
}

/// An address without what is another for each record: `/desk/events/{}/…`.
fn pattern(action: &str) -> String {
    let path = action.split('?').next().unwrap_or_default();
    let after_a_kind = |before: &str| ["events", "stories", "event", "story", "registration"].contains(&before);
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        let is_id = part.contains(|c: char| c.is_ascii_digit()) || parts.last().is_some_and(|before| after_a_kind(before));
        parts.push(if is_id { "{}" } else { part });
    }
    parts.join("/")
}

fn read() -> Recorded {
    let text = std::fs::read_to_string(file()).expect("the forms of the last release are recorded");
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    lines.map(|(form, names)| (form.to_owned(), names.split(' ').map(str::to_owned).collect())).collect()
}

fn write(forms: &Recorded) {
    let lines = forms.iter().map(|(form, names)| format!("{form}: {}\n", names.iter().cloned().collect::<Vec<_>>().join(" ")));
    std::fs::write(file(), lines.collect::<String>()).expect("the file can be written");
}

/// Sends a form as a page of before would: with fields that the page of now has no more.
async fn send(visitor: &hub_tests::walk::Visitor, page: &Page, action: &str, gone: &BTreeSet<String>) -> u16 {
    let now = page.entered_at(&format!("main form[action='{action}']"));
    let as_before = gone.iter().fold(now, |fields: Fields, name| fields.with(name, ""));
    visitor.submit(action, &as_before).await.status.as_u16()
}

#[tokio::test]
async fn a_form_of_the_release_before_is_taken() {
    let hub = TestHub::with_demonstration().await;
    let mut now = Recorded::new();
    let before = if std::env::var_os("HUB_RECORD_FORMS").is_some() { Recorded::new() } else { read() };
    let (mut met, mut wrong) = (BTreeSet::new(), Vec::new());
    for (visitor, path) in pages::all(&hub).await {
        let page = visitor.get(&path).await;
        for action in forms(&page) {
            let form = pattern(&action);
            let asked: BTreeSet<String> = names(&page, &format!("main form[action='{action}']")).1.into_iter().collect();
            met.insert(form.clone());
            let gone: BTreeSet<String> = before.get(&form).map(|before| before - &asked).unwrap_or_default();
            // Another state of the same page may ask less: what counts is whether the function still takes what was asked.
            if !gone.is_empty() && send(&visitor, &page, &action, &gone).await == 400 {
                wrong.push(format!("{form} refuses {gone:?}"));
            }
            now.entry(form).or_default().extend(asked);
        }
    }
    if before.is_empty() {
        return write(&now);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let unmet: Vec<&String> = before.keys().filter(|form| !met.contains(*form)).collect();
    assert!(unmet.is_empty(), "forms that nothing answers any more: {unmet:?}");
}

/// The twin: a field that no release had is refused, so one that was taken away would be noticed.
#[tokio::test]
async fn a_field_that_is_no_longer_known_would_be_noticed() {
    let hub = TestHub::with_demonstration().await;
    let visitor = hub_tests::walk::Visitor::new(&hub);
    let page = visitor.get("/links").await;
    let action = forms(&page).remove(0);
    let status = send(&visitor, &page, &action, &BTreeSet::from(["asked_by_no_release".to_owned()])).await;
    assert_eq!(status, 400);
    let kept = read();
    assert!(kept.len() > 15 && kept["/links"].contains("email"), "{kept:?}");
    assert_eq!(pattern("/manage/event/0a1b2c/registrations/add"), "/manage/event/{}/registrations/add");
}
