//! Mail that came back, and mail that somebody does not want, is said in words to whoever can do something about it.

use std::sync::Arc;

use hub_tests::TestHub;
use hub_tests::proxy::{Fault, Faults, Proxy, Rules};
use store::returned::{Returned, Why};
use store::{Db, StoreError};

use hub_tests::walk::{at_the_desk, decide, list_an_event, registered, word};

const TO_HOSTS: &str = "Mail to their address came back";
const UNWANTED_TO_HOSTS: &str = "They told their mail service that they don’t want our mail";
const TO_THE_DESK: &str = "Mail to its host came back";
const UNWANTED_TO_THE_DESK: &str = "Its host told their mail service that they don’t want our mail";

async fn marked(hub: &TestHub, address: &str, why: Why) {
    let hash = hub.context.contact_hash(&format!("email:{address}"));
    Returned::new(hub.db.clone()).mark(&hash, why, hub.context.now()).await.unwrap();
}

#[tokio::test]
async fn the_host_s_list_and_the_desk_say_that_mail_came_back() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let [title, host, guest, other] = [(); 4].map(|()| word(&hub));
    let [host, guest, other] = [host, guest, other].map(|name| format!("{name}@example.org"));
    list_an_event(&hub, &title, &host).await;
    hub.tick().await;
    let queue = desk.get("/desk").await;
    let links = queue.attributes("main table a, main li a", "href");
    let at = queue.select("main table a, main li a").iter().position(|t| t.contains(&title)).expect("it waits");
    assert!(!desk.get(&links[at]).await.expect_status(200).text().contains(TO_THE_DESK));
    let open = hub.mails_to(&host).iter().find_map(|mail| mail.text.contains("/event/open/").then(|| mail.link_with("/event/open/")));

    let event = decide(&hub, &desk, &title, "publish").await;
    for email in [&guest, &other] {
        registered(&hub, &event, &word(&hub), email).await;
    }
    let browser = hub.browser();
    let page = browser.get(&open.expect("a link for the host")).await.expect_status(200);
    let home = browser.submit(&page.path, &page.form()).await.expect_status(200).path;
    let list = format!("{home}/registrations");
    assert!(!browser.get(&list).await.expect_status(200).text().contains(TO_HOSTS));

    for email in [&host, &guest] {
        marked(&hub, email, Why::Bounced).await;
    }
    let shown = browser.get(&list).await.expect_status(200);
    assert_eq!(shown.text().matches(TO_HOSTS).count(), 1, "beside the one: {}", shown.text());
    assert!(shown.text().contains(&format!("{TO_HOSTS}. Ask when you meet")), "nobody can phone them: {}", shown.text());
    let review = desk.get(&links[at]).await.expect_status(200).text();
    assert!(review.contains(&format!("{TO_THE_DESK}. Look for another way to reach them.")), "nobody can phone them: {review}");
}

/// A complaint says nothing of the mailbox: to look for a mistake in the address would be in vain, and to write again unkind.
#[tokio::test]
async fn of_somebody_who_does_not_want_our_mail_nobody_reads_that_it_came_back() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = word(&hub);
    let [host, guest, other] = [(); 3].map(|()| format!("{}@example.org", word(&hub)));
    let listing = list_an_event(&hub, &title, &host).await;
    let queue = desk.get("/desk").await;
    let at = queue.select("main table a, main li a").iter().position(|t| t.contains(&title)).expect("it waits");
    let review = queue.attributes("main table a, main li a", "href").remove(at);
    let event = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &event, &word(&hub), &guest).await;
    let with_phone = registered(&hub, &event, &word(&hub), &other).await;
    let change = with_phone.get(&format!("{}/change", with_phone.home)).await.expect_status(200);
    with_phone.send(&change, &[("phone", "01632 960 011")]).await.expect_status(200);

    for email in [&host, &guest, &other] {
        marked(&hub, email, Why::Unwanted).await;
    }
    let shown = listing.get(&format!("{}/registrations", listing.home)).await.expect_status(200).text();
    for remedy in ["Ask when you meet", "Phone them, or ask when you meet"] {
        assert_eq!(shown.matches(&format!("{UNWANTED_TO_HOSTS}. {remedy}")).count(), 1, "beside one of the two: {shown}");
    }
    let review = desk.get(&review).await.expect_status(200).text();
    assert!(review.contains(UNWANTED_TO_THE_DESK), "{review}");
    for page in [shown, review] {
        assert!(!page.contains("came back"), "{page}");
    }
}

/// The database may answer nothing, or a part, of what is asked at once.
#[tokio::test]
async fn what_the_database_leaves_for_later_is_asked_again_until_it_has_room() {
    let hub = TestHub::start().await;
    let known: Vec<String> = (0..3).map(|_| hub.context.contact_hash(&format!("email:{}@example.org", word(&hub)))).collect();
    for hash in &known {
        Returned::new(hub.db.clone()).mark(hash, Why::Bounced, hub.context.now()).await.unwrap();
    }
    let faults = Arc::new(Faults::default());
    let line = Proxy::before(hub.endpoint(), Rules { faults: Some(faults.clone()), ..Rules::default() }).await.unwrap();
    let behind = Returned::new(Db::new(local::client::at(&line.endpoint()), hub.db.tables().clone()));

    faults.arm(Fault::Unprocessed, 0, 3);
    assert_eq!(behind.marks(&known, hub.context.now()).await.unwrap().len(), 3);
    assert_eq!(faults.disarm().0, 3);
    faults.arm(Fault::Unprocessed, 0, usize::MAX);
    assert!(matches!(behind.marks(&known, hub.context.now()).await, Err(StoreError::Busy)), "it gives up in the end");
    faults.disarm();
}
