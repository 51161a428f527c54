//! Registering over HTTP, as a browser without a script does it.

#[path = "registering/browser.rs"]
mod browser;
#[path = "events/world.rs"]
#[allow(dead_code, reason = "the tests of events use the rest")]
mod events_world;
#[path = "registrations/world.rs"]
#[allow(dead_code, reason = "the tests of the store use the rest")]
mod world;

use std::sync::Arc;

use axum::Router;
use browser::{Answer, Browser, TestClock, context};
use domain::event::EventState;
use domain::message::Message;
use events_world::{CANARY, now};
use jiff::ToSpan;
use registrations::{State, router};
use store::outbox::Outbox;
use web::{Context, Purpose};
use world::{World, put_event};

struct Hub {
    world: World,
    clock: Arc<TestClock>,
    context: Context,
    router: Router,
}

impl Hub {
    async fn with_places(places: u32) -> Self {
        let world = World::with_places(Some(places)).await;
        let clock = Arc::new(TestClock::default());
        let context = context(clock.clone());
        let router = router(State::new(context.clone(), world.db.clone()));
        Self { world, clock, context, router }
    }

    fn path(&self) -> String {
        format!("/events/{}/register", self.world.slug)
    }

    /// Walks the form to the answers to check.
    async fn to_check(&self, browser: &mut Browser, name: &str, email: &str, phone: &str) -> Answer {
        let path = self.path();
        let details = browser.get(&path).await;
        assert_eq!(details.status, 200, "{}", details.body);
        let access = browser.send(&path, &details, &[("name", name), ("email", email), ("phone", phone)]).await;
        assert_eq!(access.text("h1"), "What would help you take part?", "{}", access.body);
        browser.send(&path, &access, &[("needs", "bsl"), ("needs_other", "A seat <near> the door"), ("needs_consent", "yes")]).await
    }

    async fn registers(&self, browser: &mut Browser, name: &str, email: &str, phone: &str) -> Answer {
        let check = self.to_check(browser, name, email, phone).await;
        assert_eq!(check.text("h1"), "Check your answers", "{}", check.body);
        browser.send(&self.path(), &check, &[("step", "send")]).await
    }

    /// The link in the newest mail that asks to confirm.
    async fn confirm_link(&self) -> (String, String) {
        let waiting = Outbox::new(self.world.db.clone()).waiting().await.unwrap();
        let id = waiting.into_iter().rev().find_map(|w| match w.message {
            Message::RegistrationConfirm { event, registration } => Some(format!("{event}.{registration}")),
            _ => None,
        });
        let id = id.unwrap();
        (self.context.link(Purpose::RegistrationConfirm, &id, 1), id)
    }
}

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

#[tokio::test]
async fn a_full_event_has_a_waiting_list_and_an_offer_is_taken_by_a_button() {
    let hub = Hub::with_places(1).await;
    let ann = hub.world.comes("ann", now()).await;
    let mut browser = Browser::new(&hub.router);
    assert!(browser.get(&hub.path()).await.text("main").contains("This event is full"));
    let sent = hub.registers(&mut browser, "Ben", "", "01632 960 088").await;
    assert_eq!(browser.get(&sent.location).await.text("h1"), "You are on the waiting list");
    let own = format!("/manage/registration/{}", sent.location.split("booking=").nth(1).unwrap());
    assert!(browser.get(&own).await.text("main").contains("You are first in the queue"));
    hub.world.registrations.cancel(&hub.world.event, &ann, now()).await.unwrap();
    let offered = browser.get(&own).await;
    assert!(offered.text("main").contains("until Tuesday 3 November 2026 at 09:00, UK time"), "{}", offered.text("main"));
    assert!(!offered.body.contains(CANARY), "joining details are for people who have a place");
    let key = offered.fields().into_iter().find(|(name, _)| name == "form_key").unwrap();
    assert_eq!(browser.post(&format!("{own}/accept"), &[key]).await.status, 303);
    assert_eq!(browser.get(&own).await.text("h1"), "You have a place");
    let places = browser.get(&format!("/events/{}/places", hub.world.slug)).await;
    assert_eq!(
        (places.body.as_str(), places.cache.as_str()),
        (r#"{"free":0,"waiting":0,"words":"Waiting list","small":"Nobody waiting yet"}"#, "no-store")
    );
}

#[tokio::test]
async fn the_list_is_for_its_host_alone() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    let path = format!("/manage/event/{}/registrations", hub.world.event);
    assert_eq!(browser.get(&path).await.status, 403);
    let (_, cookie) = hub.context.grant(Purpose::Event, hub.world.event.as_str(), 1);
    browser.take_cookie(cookie.to_str().unwrap());
    assert!(browser.get(&path).await.text("main").contains("Nobody has registered yet"));
    hub.registers(&mut Browser::new(&hub.router), "Ann <Other>", "ann@example.org", "").await;
    let list = browser.get(&path).await;
    for shown in ["Ann <Other>", "ann@example.org", "BSL interpreter : 1", "A seat <near> the door", "Place held"] {
        assert!(list.text("main").contains(shown), "{shown}: {}", list.text("main"));
    }
    hub.clock.set("2026-12-09T12:00:00Z".parse().unwrap());
    let (_, cookie) = hub.context.grant(Purpose::Event, hub.world.event.as_str(), 1);
    browser.take_cookie(cookie.to_str().unwrap());
    assert!(!browser.get(&path).await.text("main").contains("near"), "access needs go 14 days after the event");
}

#[tokio::test]
async fn what_can_not_be_booked_is_a_page_and_no_error() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    hub.clock.set("2026-11-25T10:30:00Z".parse().unwrap());
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "This event has started");
    hub.clock.set("2026-11-26T10:30:00Z".parse().unwrap());
    assert_eq!(browser.get(&hub.path()).await.text("h1"), "This event is over");
    hub.clock.set(now());
    let mut event = hub.world.registrations.event(&hub.world.event).await.unwrap().unwrap();
    event.state = EventState::Cancelled;
    put_event(&hub.world.db, &event).await;
    let mut tx = store::Tx::new(&hub.world.db);
    store::public::change_event(&mut tx, &event.page().unwrap());
    tx.commit().await.unwrap();
    let page = browser.get(&hub.path()).await;
    assert_eq!((page.status, page.text("h1").as_str()), (200, "This event was cancelled"));
    assert_eq!(browser.get("/events/nothing-here/register").await.status, 404);
}

#[tokio::test]
async fn links_are_sent_again_with_one_answer_for_all() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    hub.registers(&mut browser, "Ann", "ann@example.org", "").await;
    let mut pages = Vec::new();
    for email in ["ANN@example.org", "nobody@example.org"] {
        let ask = browser.get("/links").await;
        let sent = browser.send("/links", &ask, &[("email", email)]).await;
        pages.push((sent.status, sent.location.clone(), browser.get(&sent.location).await.text("main")));
    }
    assert_eq!(pages[0], pages[1]);
    let waiting = Outbox::new(hub.world.db.clone()).waiting().await.unwrap();
    assert_eq!(waiting.iter().filter(|w| matches!(w.message, Message::LinksAgain { .. })).count(), 1);
    let ask = browser.get("/links").await;
    assert_eq!(browser.send("/links", &ask, &[("email", "ann")]).await.status, 422);
}

#[tokio::test]
async fn a_link_pressed_too_late_says_so_and_leads_on() {
    let hub = Hub::with_places(5).await;
    let mut browser = Browser::new(&hub.router);
    hub.registers(&mut browser, "Ann", "ann@example.org", "").await;
    let (link, _) = hub.confirm_link().await;
    hub.clock.set(now() + 3.hours());
    let ask = browser.get(&link).await;
    let late = browser.send(&link, &ask, &[]).await;
    assert_eq!(late.text("h1"), "The time ran out");
    assert!(late.body.contains(&format!("/events/{}", hub.world.slug)));
    let unknown = browser.get("/manage/registration/open/nothing").await;
    assert_eq!(unknown.status, 404);
}
