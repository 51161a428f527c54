//! A week's questions at the desk: their numbers stay, and another week's same question is named.

use domain::nation::WeekNation;
use domain::staff::Role;
use domain::week::{Question, QuestionId, Week, WeekId};
use http::StatusCode;
use store::weeks::Weeks;

use super::event_world::week;
use super::world::World;

const HERE: &str = "/desk/weeks/scotland/2026";

fn form(questions: &str) -> [(&'static str, &str); 3] {
    [("name", "A week"), ("organiser", "A group"), ("questions", questions)]
}

#[tokio::test]
async fn a_question_that_is_taken_out_takes_no_other_questions_number_with_it() {
    let world = World::new().await;
    let weeks = Weeks::new(world.db.clone());
    weeks.put(&week().asking(vec![Question::new(1, "Who decides?"), Question::new(2, "Who is missing?")])).await.unwrap();
    let staff = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&staff).await;
    let page = browser.get(HERE).await.body;
    assert!(page.contains("1: Who decides?\n2: Who is missing?</textarea>"), "{page}");
    assert_eq!(browser.post(HERE, &form("2: Who is missing?")).await.location(), "/desk/weeks");
    assert_eq!(browser.post(HERE, &form("")).await.location(), "/desk/weeks");
    assert_eq!(browser.post(HERE, &form("What changed?")).await.location(), "/desk/weeks");
    assert!(browser.get(HERE).await.body.contains("3: What changed?</textarea>"), "no number is used again");
    let kept = weeks.get(week().id).await.unwrap().unwrap();
    assert_eq!(kept.questions, [Question::new(3, "What changed?")]);
}

#[tokio::test]
async fn the_same_question_of_another_week_is_named_and_must_be_there() {
    let world = World::new().await;
    let weeks = Weeks::new(world.db.clone());
    let before = WeekId { nation: WeekNation::Scotland, year: 2025 };
    weeks.put(&week()).await.unwrap();
    weeks.put(&Week { name: "The week before".into(), ..Week::unknown(before) }.asking(vec![Question::new(1, "Who decides?")])).await.unwrap();
    let staff = world.account("coordinator@example.org", Role::Coordinator).await;
    let mut browser = world.full(&staff).await;
    let refused = browser.post(HERE, &form("Who decides now? = scotland/2025/4")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("There is no question 4 of Scotland 2025"), "{}", refused.body);
    let address = "Who decides now? = https://hub.example/scotland/2025/questions/1";
    assert_eq!(browser.post(HERE, &form(address)).await.location(), "/desk/weeks");
    assert!(browser.get(HERE).await.body.contains("1: Who decides now? = scotland/2025/1</textarea>"));
    let kept = weeks.get(week().id).await.unwrap().unwrap();
    assert_eq!(kept.questions[0].same_as, Some(QuestionId { week: before, number: 1 }));
}
