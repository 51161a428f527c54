//! A form that meets a database which is away or takes no more is not lost: it comes back with everything typed, and one press sends
//! it again (quality-bar ).

use std::sync::Arc;

use domain::ids::EventId;
use hub_tests::proxy::{Fault, Faults};
use hub_tests::walk::{Visitor, at_the_desk, list_an_event};
use hub_tests::{Fields, Page, TestHub};
use store::events::Events;

const FORM: &str = "main form[method=post i]";
const TYPED: &str = "Ann O\u{2019}Hara <b>, \"two\" & three";

/// Sends a form while the database is in trouble, and again from the page that answered, once it is well.
async fn goes_and_comes_back(faults: &Faults, who: &Visitor, page: &Page, form: &str, values: &[(&str, &str)]) -> Page {
    let sent = values.iter().fold(page.form_at(form), |fields: Fields, (name, value)| fields.with(name, *value));
    let mut back = None;
    for fault in [Fault::Throttled, Fault::LostBefore] {
        faults.arm(fault, 0, usize::MAX);
        let answer = who.submit(&page.action_at(form), &sent).await;
        assert!(faults.disarm().0 > 0, "nothing went wrong on {}", page.path);
        let answer = answer.expect_status(503);
        assert_eq!(answer.header("retry-after").as_deref(), Some("60"), "{}", page.path);
        let kept = answer.form_at(FORM);
        for field in &sent.0 {
            assert!(kept.0.contains(field), "{} lost {field:?} by {fault:?}: {kept:?}", page.path);
        }
        assert_eq!(answer.action_at(FORM), page.action_at(form));
        assert!(answer.select("textarea").iter().any(|text| text == TYPED), "{} does not show it:\n{}", page.path, answer.text());
        assert!(answer.text().contains("Everything you sent is still here"), "{}", answer.text());
        back = Some(answer);
    }
    who.send(&back.expect("an answer"), &[]).await.expect_status(200)
}

#[tokio::test]
async fn nothing_typed_is_lost_in_any_function_while_the_database_is_away() {
    let faults = Arc::new(Faults::default());
    let hub = TestHub::with_faults(faults.clone()).await;

    // An event, and its host at the desk's queue.
    let host = Visitor::new(&hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let about = [("title", "Never lost"), ("summary", TYPED), ("description", "Come."), ("kind", "workshop")];
    goes_and_comes_back(&faults, &host, &page, FORM, &about).await;
    let kept = host.get(&page.path).await.expect_status(200).form_at(FORM);
    assert_eq!(kept.get("summary").map(str::trim), Some(TYPED));

    // A booking: its last page carries what was typed before.
    let event = with_places(&hub).await;
    let guest = Visitor::new(&hub);
    let page = guest.press(&format!("{event}/register"), &[("name", TYPED), ("email", "ann@example.org")]).await.expect_status(200);
    let check = guest.send(&page, &[("go", "skip")]).await.expect_status(200);
    let done = goes_and_comes_back(&faults, &guest, &check, FORM, &[("step", "send")]).await;
    assert!(done.text().contains("Check your email"), "{}", done.text());

    // A story.
    let author = Visitor::new(&hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = author.send(&page, &[("naming", "nothing")]).await.expect_status(200);
    goes_and_comes_back(&faults, &author, &page, FORM, &[("kind", "blog"), ("title", "One chair"), ("body", TYPED)]).await;
    let kept = author.get(&page.path).await.expect_status(200).form_at(FORM);
    assert_eq!(kept.get("body").map(str::trim), Some(TYPED));

    // The desk.
    let desk = at_the_desk(&hub).await;
    let waits = list_an_event(&hub, "Waits at the desk", "waits@example.org").await;
    let queue = desk.get("/desk").await.expect_status(200);
    let at = queue.select("main table a, main li a").iter().position(|title| title.contains("Waits at the desk")).expect("it waits");
    let review = desk.get(&queue.attributes("main table a, main li a", "href")[at]).await.expect_status(200);
    let asks = "form:has(input[name=act][value=ask-for-change])";
    goes_and_comes_back(&faults, &desk, &review, asks, &[("words", TYPED)]).await;
    let id = EventId::parse(waits.home.rsplit('/').next().unwrap()).unwrap();
    let asked = Events::new(hub.db.clone()).load(&id).await.unwrap().unwrap();
    assert_eq!(asked.desk_words.as_deref(), Some(TYPED), "the host was asked in these words");
}

/// The first event of the demonstration that takes registrations.
async fn with_places(hub: &TestHub) -> String {
    for event in hub.get("/demo/2026/calendar").await.attributes("article h3 a", "href") {
        if hub.get(&format!("{event}/places")).await.status.is_success() {
            return event;
        }
    }
    panic!("no event of the demonstration takes registrations")
}
