//! Links sent again, links pressed too late.

use domain::message::Message;
use jiff::ToSpan;
use store::outbox::Outbox;

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;

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
