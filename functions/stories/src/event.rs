//! The event that a story is about, found by what its author typed.

use domain::answers::Answers;
use domain::event::EventCard;
use domain::story::{EventMeant, FOUND, OTHER_WORDS, StoryRecord, event_meant};
use domain::time::{clock_time, day_and_month};
use frontend::components::Choice;
use web::Problem;

use crate::State;

impl State {
    /// Notes beside `event` which one is meant; or gives those that may be meant, for its author to choose from. What is typed there and
    /// was found before is not looked for again: a week can have thousands of events.
    pub(crate) async fn find_event(&self, record: &StoryRecord, typed: &mut Answers) -> Result<Vec<Choice>, Problem> {
        for name in FOUND {
            typed.remove(name);
        }
        if typed.has(OTHER_WORDS) {
            let words = typed.get(OTHER_WORDS).to_owned();
            typed.set("event", words);
            typed.remove(OTHER_WORDS);
        }
        let sought = typed.get("event").to_owned();
        if sought.trim().is_empty() {
            return Ok(Vec::new());
        }
        if sought == record.answers.get("event") && record.answers.has("event_id") {
            for name in FOUND {
                typed.set(name, record.answers.get(name));
            }
            return Ok(Vec::new());
        }
        let cards = self.weeks.event_cards(record.week).await?;
        match event_meant(&sought, &cards) {
            EventMeant::One(card) => {
                typed.set("event", card.path());
                typed.set("event_id", card.id.as_str());
                typed.set("event_title", card.title.clone());
                Ok(Vec::new())
            }
            EventMeant::OneOf(some) => Ok(some.into_iter().map(choice).collect()),
        }
    }
}

fn choice(card: &EventCard) -> Choice {
    let when = card.start.zip(card.day()).map_or("Any time".to_owned(), |(start, day)| format!("{}, {}", day_and_month(day), clock_time(start)));
    Choice::new(card.path(), card.title.clone()).hint(format!("{when}. {}", card.host))
}
