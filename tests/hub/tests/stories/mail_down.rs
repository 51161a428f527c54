//! When no mail can be sent and nothing brings the outbox to the mailer, a story is taken back all the same: by its link and by its code,
//! in every page at once.

use std::sync::Arc;

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, share_a_story_from, word};
use jiff::SignedDuration;
use local::{Data, Engine};
use mailer::PostError;
use store::outbox::Outbox;

use crate::mail_world::Pile;

/// Where a story of the demonstration stands while it is public.
const PLACES: [&str; 4] = ["/demo/2026", "/demo/2026/stories", "/demo/2026/stories?page=1", "/demo/2026/questions/1"];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Link,
    Code,
}

/// Opens a story on a device that knows nothing of it.
async fn opened(hub: &TestHub, way: Way, link: &str, code: &str) -> Visitor {
    let device = Visitor::new(hub);
    let page = match way {
        Way::Link => device.press(link.strip_prefix(&hub.origin).expect("a link to this hub"), &[]).await,
        Way::Code => device.press("/manage/story/code", &[("code", code)]).await,
    };
    assert!(page.path.starts_with("/manage/story/") && page.status.is_success(), "{}:\n{}", page.path, page.text());
    device
}

#[tokio::test]
async fn with_mail_down_and_the_stream_dead_a_withdrawal_is_complete_at_once() {
    let pile = Arc::new(Pile::default());
    let post = pile.clone();
    let hub = TestHub::with(Data::Shared(Arc::new(Engine::memory().unwrap()), "down-".into()), |options| {
        options.demonstration = true;
        options.post = Some(post);
    });
    let hub = hub.await;
    *pile.answer.lock().unwrap() = Some(PostError::Later("the service is down".into()));
    let desk = at_the_desk(&hub).await;
    let mut authors = Vec::new();
    for way in [Way::Link, Way::Code] {
        let (title, email) = (format!("Told {}", word(&hub)), format!("{}@example.org", word(&hub)));
        let (author, home) = share_a_story_from(&hub, &title, &email).await;
        let sent = author.get(&format!("{home}/sent")).await.expect_status(200);
        let link = sent.first(".private-link code").expect("a link is on the page that follows, whatever the mail does");
        let code = sent.first(".story-code code").expect("and a code");
        let story = decide(&hub, &desk, &title, "publish").await;
        assert!(hub.get(PLACES[1]).await.text().contains(&title));

        let device = opened(&hub, way, &link, &code).await;
        let done = device.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
        assert!(done.text().contains("Your story is withdrawn"), "{way:?}: {}", done.text());
        let page = hub.get(&story).await.expect_status(410);
        assert!(!page.text().contains(&title), "{way:?}: {}", page.text());
        for place in PLACES {
            let page = hub.get(place).await.expect_status(200);
            assert!(!page.html().contains(&title) && !page.html().contains(&story), "{way:?}: {place} still shows it");
        }
        authors.push(email);
    }
    // Nothing waited for the mail, and the mail waits for its time.
    hub.tick().await;
    assert!(pile.mails.lock().unwrap().is_empty());
    let outbox = Outbox::new(hub.db.clone());
    assert!(outbox.waiting().await.unwrap().len() >= authors.len(), "each farewell waits");
    *pile.answer.lock().unwrap() = None;
    hub.clock.advance(SignedDuration::from_hours(2));
    hub.tick().await;
    for email in authors {
        let sent = pile.mails.lock().unwrap().iter().filter(|mail| mail.to.as_str() == email).count();
        assert_eq!(sent, 1, "{email} is told once, that it is withdrawn");
    }
}
