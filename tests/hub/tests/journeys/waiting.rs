//! While an event waits, its host learns how long the desk usually takes, once enough answers say so.

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, list_an_event, settle, word};

#[tokio::test]
async fn of_three_answers_the_host_who_waits_is_told_and_of_two_nothing() {
    let hub = TestHub::with_demonstration().await;
    let titles: Vec<String> = (0..3).map(|n| format!("Answered {n} {}", word(&hub))).collect();
    let mut hosts = Vec::new();
    for title in &titles {
        hosts.push(list_an_event(&hub, title, &format!("{}@example.org", word(&hub))).await);
    }
    let waits = list_an_event(&hub, &format!("Waits {}", word(&hub)), "waits@example.org").await;
    let said = "The coordinators of this week usually take less than one working day to answer.";
    // The demonstration's own events were answered when it was loaded; they are taken out, so that none is known.
    let (desk, db) = (at_the_desk(&hub).await, &hub.db);
    let known = db.list::<serde_json::Value>(store::Table::Hub, "WAITED#demo/2026", "", 1_000, None, false).await.unwrap();
    for (place, _) in known.records {
        let mut tx = store::Tx::new(db);
        tx.delete(store::Table::Hub, &store::Key::new("WAITED#demo/2026", place));
        tx.commit().await.unwrap();
    }
    for (n, title) in titles.iter().enumerate() {
        assert!(!waits.get(&waits.home).await.expect_status(200).text().contains(said), "{n} answers say too little");
        settle(&desk, title, "publish").await;
    }
    let page = waits.get(&waits.home).await.expect_status(200);
    assert!(page.text().contains(said), "{}", page.text());
    for answered in hosts {
        assert!(!answered.get(&answered.home).await.text().contains(said), "who was answered does not wait");
    }
}
