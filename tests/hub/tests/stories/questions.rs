//! A story that answers several of its week's questions: on its page, on the page of each, in the feed.

use axum::http::StatusCode;
use domain::ids::Slug;
use domain::story::parse_story;
use domain::week::{Question, Week};
use store::weeks::Weeks;

use crate::world::{World, coordinator, key, now, random, week};

/// A week that asks five.
fn asking() -> Week {
    let asks = ["Who decides?", "Who was in the room?", "What changed?", "Who was paid?", "What is next?"];
    Week { questions: asks.iter().zip(1..).map(|(text, number)| Question::new(number, *text)).collect(), ..week() }
}

#[tokio::test]
async fn a_story_that_answers_two_questions_stands_with_both() {
    let mut world = World::new().await;
    Weeks::new(world.db.clone()).put(&asking()).await.unwrap();
    let id = world.written("Two answers", "").await;
    let here = format!("/manage/story/{id}");
    let words = [("kind", "answer"), ("title", "Two answers"), ("body", "Everybody was.")];
    let four = [("question", "1"), ("question", "2"), ("question", "3"), ("question", "5")];
    let refused = world.post(&format!("{here}/write"), &[&words[..], &four].concat(), &key()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Choose up to 3 questions") && refused.body.contains("value=\"5\" checked"), "{}", refused.body);
    let saved = world.post(&format!("{here}/write"), &[&words[..], &[four[1], four[2]]].concat(), &key()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(world.get(&format!("{here}/check")).await.body.contains("Who was in the room?; What changed?"));
    world.post(&format!("{here}/consent"), &[("consent_publish", "yes"), ("consent_partners", "yes"), ("adult", "yes")], &key()).await;
    world.post(&format!("{here}/check"), &[], &key()).await;
    let record = world.load(&id).await;
    let details = parse_story(&record.answers, &asking(), now()).unwrap();
    let live = world.desk.publish(&record, &details, Slug::random(random()), "Everybody was.".into(), &coordinator()).await.unwrap();
    let page = live.page().unwrap();
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let text = world.ask_of(&site, &page.path()).await;
    for number in [2, 3] {
        assert!(text.contains(&format!("href=\"/scotland/2026/questions/{number}\"")), "{number}: {text}");
    }
    for number in 1..=5 {
        let answers = world.ask_of(&site, &format!("/scotland/2026/questions/{number}")).await;
        assert_eq!(answers.contains(page.slug.as_str()), [2, 3].contains(&number), "{number}");
    }
    let feed = world.ask_of(&site, "/scotland/2026/stories.atom").await;
    assert!(feed.contains("term=\"2\" label=\"Who was in the room?\"") && feed.contains("term=\"3\"") && !feed.contains("term=\"1\""), "{feed}");
}
