//! A reader who writes to whoever stands behind a story: their words are in one mail, the address it goes to in one record, and neither
//! is anywhere else (quality-bar P-17).

use hub_tests::TestHub;
use hub_tests::walk::{at_the_desk, decide, share_a_story_asking, write_to_a_story};

use super::caught::Caught;
use super::search::Places;

const ADDRESS: &str = "canarygroup@example.org";
const READER: [&str; 2] = ["canarywords", "canaryreader"];

#[tokio::test]
async fn a_reader_s_message_is_in_one_mail_and_the_address_it_goes_to_in_one_record() {
    let log = Caught::log();
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let (author, home) = share_a_story_asking(&hub, "Asks its readers", ADDRESS).await;
    let review = desk.get(&home.replace("/manage/story/", "/desk/stories/")).await.expect_status(200).text();
    assert!(review.contains("Ask us how we did it") && !review.contains("canarygroup"), "the desk reads what is asked, and no address: {review}");
    let story = decide(&hub, &desk, "Asks its readers", "publish").await;
    write_to_a_story(&hub, &story, "I was there too: canarywords.", "canaryreader@example.org").await;

    let waiting = Places::of(&hub, &desk, &log).await;
    let behind = waiting.search(&["canarygroup"], |place| place.starts_with("confidential RELAY#"));
    assert_eq!((behind.at_home, behind.elsewhere), (1, Vec::new()));
    let message = waiting.search(&READER, |place| place.starts_with("outbox WAITING#") || place.starts_with("outbox/waiting"));
    assert_eq!((message.at_home, message.elsewhere), (2, Vec::new()), "it waits, and an export of now holds what waits");

    hub.tick().await;
    let sent = Places::of(&hub, &desk, &log).await;
    let message = sent.search(&READER, |place| place == format!("a mail to {ADDRESS}"));
    assert_eq!((message.at_home, message.elsewhere), (1, Vec::new()), "nothing is kept of what was sent");
    let behind = sent.search(&["canarygroup"], |place| place.starts_with("confidential RELAY#"));
    assert_eq!((behind.at_home, behind.elsewhere), (1, Vec::new()));

    write_to_a_story(&hub, &story, "Too late: canarylate.", "").await;
    author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
    hub.get(&format!("{story}/message")).await.expect_status(410);
    hub.tick().await;
    let gone = Places::of(&hub, &desk, &log).await;
    let left = gone.search(&["canarygroup", "canarylate"], |_| false);
    assert!(left.elsewhere.is_empty(), "{}", left.elsewhere.join("\n"));
    assert_eq!(hub.mails_to(ADDRESS).len(), 1, "what waited when it was taken back is not sent");
}
