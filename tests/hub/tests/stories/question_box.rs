//! The question box: open until the week begins, read at the desk alone, gone thirty days after the week.

use axum::http::StatusCode;
use jiff::SignedDuration;
use store::Table;
use store::suggestions::QuestionBoxDesk;

use crate::world::{World, key, now, week};

const HERE: &str = "/suggest-a-question?week=scotland/2026";

#[tokio::test]
async fn a_question_is_kept_once_without_its_sender_and_is_not_public() {
    let mut world = World::new().await;
    // A month before the week.
    let before = now() - SignedDuration::from_hours(24 * 30);
    world.at(before);
    let page = world.get(HERE).await.body;
    assert!(page.contains("Who was in the room?") && page.contains("We don’t ask who you are"), "{page}");
    let week_named = ("week", "scotland/2026");
    for (typed, sentence) in [("  ", "Write your question"), (&"?".repeat(301)[..], "Your question must be 300 characters or fewer")] {
        let refused = world.post("/suggest-a-question", &[("question", typed), week_named], &key()).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(sentence), "{}", refused.body);
        assert!(refused.body.contains(typed), "what was typed is kept");
    }
    let form = key();
    for _ in 0..2 {
        let sent = world.post("/suggest-a-question", &[("question", "Who decides <who> canaryquestion?"), week_named], &form).await;
        assert_eq!(sent.location, "/suggest-a-question/sent?week=scotland/2026");
    }
    let desk = QuestionBoxDesk::new(world.db.clone());
    let kept = desk.of(week().id, before).await.unwrap();
    assert_eq!(kept.iter().map(|asked| asked.text.as_str()).collect::<Vec<_>>(), ["Who decides <who> canaryquestion?"]);
    for table in [Table::Public, Table::Confidential, Table::Outbox] {
        assert!(!world.everything(table).await.contains("canaryquestion"), "{table:?}");
    }
    assert!(world.everything(Table::Hub).await.contains(&kept[0].kept_until.as_second().to_string()), "it goes by itself");
    assert_eq!(desk.of(week().id, kept[0].kept_until).await.unwrap(), [], "what is overdue is not read, whether it was deleted or not");
}

#[tokio::test]
async fn once_the_week_has_begun_there_is_no_box() {
    let mut world = World::new().await;
    assert_eq!(world.get(HERE).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.post("/suggest-a-question", &[("question", "Late?"), ("week", "scotland/2026")], &key()).await.status, StatusCode::NOT_FOUND);
    for nobody in ["/suggest-a-question", "/suggest-a-question?week=nowhere/2026", "/suggest-a-question?week=wales/2030"] {
        assert_eq!(world.get(nobody).await.status, StatusCode::NOT_FOUND, "{nobody}");
    }
}
