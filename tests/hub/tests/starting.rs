//! The hub starts, and what is in it stays.

use hub_tests::TestHub;

#[tokio::test]
async fn a_page_that_does_not_exist_is_a_page_with_a_way_on() {
    let hub = TestHub::start().await;
    let page = hub.get("/no-such-page").await.expect_status(404);
    assert!(!page.select("main a").is_empty(), "{}", page.text());
}

#[tokio::test]
async fn the_demonstration_is_loaded_once_and_writes_to_nobody() {
    let hub = TestHub::with_demonstration().await;
    let waiting = store::outbox::Outbox::new(hub.db.clone()).waiting().await.unwrap();
    assert!(waiting.is_empty(), "{} messages wait", waiting.len());
    hub.tick().await;
    assert!(hub.mailbox.letters().is_empty());
    let again = local::demonstration::load(&hub.context, &hub.db, &|_| {}).await.unwrap();
    assert!(!again);
}

#[tokio::test]
async fn one_of_the_demonstration_s_stories_and_its_event_lead_to_each_other() {
    let hub = TestHub::with_demonstration().await;
    let story = hub_tests::walk::published(&hub, "/demo/2026/stories", "How we ran a meeting with no top table").await;
    let event = hub.get(&story).await.expect_status(200).attributes(".story .by a[href^='/events/']", "href").remove(0);
    let page = hub.get(&event).await.expect_status(200);
    assert_eq!(page.first("h1").as_deref(), Some("Power, passed round the table"));
    assert!(page.attributes("h3 a", "href").contains(&story), "{}", page.text());
}

#[tokio::test]
async fn a_second_start_on_the_same_folder_finds_everything_as_it_was() {
    let folder = std::env::temp_dir().join(format!("hub-start-{}", std::process::id()));
    let first = TestHub::in_folder(&folder).await;
    let week = domain::week::WeekId::parse("england/2025").unwrap();
    let weeks = store::weeks::Weeks::new(first.db.clone());
    let mut changed = weeks.get(week).await.unwrap().unwrap();
    changed.theme = Some("A theme that the desk wrote".into());
    weeks.put(&changed).await.unwrap();
    let hash = first.context.contact_hash("email:ann@example.org");
    first.stop().await;

    let second = TestHub::in_folder(&folder).await;
    let found = store::weeks::Weeks::new(second.db.clone()).get(week).await.unwrap().unwrap();
    assert_eq!(found, changed);
    assert_eq!(second.context.contact_hash("email:ann@example.org"), hash, "the keys are the same");
    second.stop().await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn home_answers() {
    let hub = TestHub::start().await;
    let page = hub.get("/").await.expect_status(200);
    assert!(page.text().contains("Co-production"), "{}", page.text());
}
