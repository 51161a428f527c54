//! The whole hub over a DynamoDB that runs elsewhere, as `cargo run -- --endpoint URL` has it. `tests/run dynamodb-local` runs this.

use std::path::Path;

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, list_an_event, registered, share_a_story, word};
use local::Data;

async fn hub(folder: &Path) -> TestHub {
    let url = std::env::var("HUB_TEST_ENDPOINT").expect("HUB_TEST_ENDPOINT names a DynamoDB: start this by tests/run dynamodb-local");
    TestHub::with(Data::Endpoint(url, folder.to_owned()), |options| options.demonstration = true).await
}

#[tokio::test]
#[ignore = "needs a DynamoDB elsewhere: tests/run dynamodb-local"]
async fn the_three_journeys_and_a_restart_over_a_dynamodb_that_runs_elsewhere() {
    let folder = std::env::temp_dir().join(format!("hub-outside-{}", std::process::id()));
    let first = hub(&folder).await;
    let desk = at_the_desk(&first).await;
    let [title, name, told] = [(); 3].map(|()| word(&first));
    list_an_event(&first, &title, "host@example.org").await;
    let event = decide(&first, &desk, &title, "publish").await;
    let place = registered(&first, &event, &name, "guest@example.org").await;
    share_a_story(&first, &told).await;
    let story = decide(&first, &desk, &told, "publish").await;
    first.stop().await;

    let second = hub(&folder).await;
    assert!(second.get(&event).await.expect_status(200).text().contains(&title));
    assert!(second.get(&story).await.expect_status(200).text().contains(&told));
    assert!(place.at(second.address).get(&place.home).await.expect_status(200).text().contains("You have a place"));
    second.stop().await;
    std::fs::remove_dir_all(folder).unwrap();
}
