//! The form: pages, what is refused, what is sent twice.

use crate::browser::{Answer, Browser};
use crate::events_world::CANARY;
use crate::hub::Hub;

#[tokio::test]
async fn somebody_registers_confirms_changes_and_cancels() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    let check = hub.to_check(&mut browser, "Siân O’Brien", "sian@example.org", "").await;
    for shown in ["Siân O’Brien", "sian@example.org", "BSL interpreter", "A seat <near> the door", "Not provided"] {
        assert!(check.text("main").contains(shown), "{shown}: {}", check.text("main"));
    }
    let changing = browser.send(&hub.path(), &check, &[("go", "details")]).await;
    assert_eq!(changing.text("h1"), "Your details");
    let check = browser.send(&hub.path(), &changing, &[("name", "Siân Wyn")]).await;
    assert_eq!(check.text("h1"), "Check your answers", "Change leads straight back");
    let sent = browser.send(&hub.path(), &check, &[("step", "send")]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(browser.get(&sent.location).await.text("h1"), "Check your email");

    let (link, id) = hub.confirm_link().await;
    let own = format!("/manage/registration/{id}");
    assert_eq!(browser.get(&own).await.status, 403, "nothing opens before the link");
    let ask = browser.get(&link).await;
    assert_eq!(ask.status, 200);
    assert_eq!(hub.world.places().await.room.held, 1, "opening a link changes nothing");
    assert_eq!(browser.send(&link, &ask, &[]).await.location, own);
    let mine = browser.get(&own).await;
    assert_eq!((mine.text("h1").as_str(), mine.cache.as_str()), ("You have a place", "no-store"));
    for shown in ["Siân Wyn", "A seat <near> the door", "House canary7private", "https://example.org/canary7private"] {
        assert!(mine.text("main").contains(shown), "{shown}");
    }
    let ics = browser.get(&format!("{own}/calendar.ics")).await;
    assert!(ics.body.contains(&format!("UID:{}@hub.example", hub.world.event)), "{}", ics.body);
    assert!(!ics.body.contains(CANARY) && !ics.body.contains("/manage/") && !ics.body.contains("door"));

    let change = browser.get(&format!("{own}/change")).await;
    let wrong = browser.send(&format!("{own}/change"), &change, &[("name", ""), ("phone", "12")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("There is a problem") && wrong.body.contains("value=\"12\""));
    let form_key = change.fields().into_iter().find(|(name, _)| name == "form_key").unwrap();
    let cleared = [form_key, ("name".into(), "Siân Wyn".into()), ("phone".into(), "01632 960 055".into())];
    assert_eq!(browser.post(&format!("{own}/change"), &cleared).await.status, 303);
    let mine = browser.get(&own).await;
    assert!(mine.text("main").contains("01632 960 055") && !mine.text("main").contains("near"));

    let ask = browser.get(&format!("{own}/cancel")).await;
    assert_eq!(browser.send(&format!("{own}/cancel"), &ask, &[]).await.status, 303);
    assert_eq!(browser.get(&own).await.text("h1"), "You cancelled your booking");
    assert_eq!(hub.world.places().await.room.free(), Some(5));
    hub.world.holds_together().await;
}

#[tokio::test]
async fn a_refused_form_comes_back_with_everything_typed() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    let details = browser.get(&hub.path()).await;
    let wrong = browser.send(&hub.path(), &details, &[("name", "<b>Ann</b> & co"), ("email", "ann@"), ("phone", "")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text("title").starts_with("Error: "));
    assert!(wrong.fields().contains(&("name".into(), "<b>Ann</b> & co".into())));
    assert!(wrong.fields().contains(&("email".into(), "ann@".into())));
    let access = browser.send(&hub.path(), &wrong, &[("email", "ann@example.org")]).await;
    let wrong = browser.send(&hub.path(), &access, &[("needs", "bsl")]).await;
    assert_eq!(wrong.status, 422, "needs rest on their own consent");
    assert!(wrong.body.contains("href=\"#needs_consent\""));
    let skipped = browser.send(&hub.path(), &wrong, &[("go", "skip")]).await;
    assert_eq!(skipped.text("h1"), "Check your answers");
    assert!(!skipped.text("main").contains("BSL"));
    let unknown = browser.send(&hub.path(), &details, &[("surprise", "yes")]).await;
    assert_eq!(unknown.status, 400);
}

#[tokio::test]
async fn nothing_on_the_screen_tells_who_is_registered() {
    let hub = Hub::with_places(5).await;
    let (mut first, mut second) = (Browser::new(&hub.router), Browser::new(&hub.router));
    for (name, email, phone) in [("Ann", "ann@example.org", ""), ("Ben", "", "01632 960 066")] {
        let one = hub.registers(&mut first, name, email, phone).await;
        let two = hub.registers(&mut second, name, email, phone).await;
        let (one_page, two_page) = (first.get(&one.location).await, second.get(&two.location).await);
        assert_eq!((one.status, one_page.text("main")), (two.status, two_page.text("main")));
        if !phone.is_empty() {
            let own = |answer: &Answer| format!("/manage/registration/{}", answer.location.split("booking=").nth(1).unwrap());
            assert_eq!(first.get(&own(&one)).await.text("h1"), "You have a place");
            assert_eq!(second.get(&own(&two)).await.status, 403, "a number alone opens nobody's booking");
        }
    }
    assert_eq!((hub.world.places().await.room.held, hub.world.places().await.room.confirmed), (1, 1));
}

#[tokio::test]
async fn a_double_press_gives_the_same_answer_and_books_once() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    let check = hub.to_check(&mut browser, "Ben", "", "01632 960 077").await;
    let mut answers = Vec::new();
    for _ in 0..12 {
        answers.push(browser.send(&hub.path(), &check, &[("step", "send")]).await.location);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let other = browser.send(&hub.path(), &check, &[("step", "send"), ("name", "Somebody else")]).await;
    assert_eq!(other.status, 409);
    assert_eq!(hub.world.places().await.room.confirmed, 1);
}
