//! An event and a story that wait at the desk.

use domain::answers::Answers;
use domain::event::EventRecord;
use domain::ids::{EventId, StoryId};
use domain::story::StoryRecord;
use domain::week::Week;
use store::events::Events;
use store::stories::{ContactChange, Stories};
use store::weeks::Weeks;

use super::event_world::{answers, contact, form, host, week};
use super::world::{World, random};

/// An event of this title, confirmed by its host.
pub async fn event(world: &World, title: &str) -> EventRecord {
    Weeks::new(world.db.clone()).put(&week()).await.unwrap();
    let events = Events::new(world.db.clone());
    let mut record = EventRecord::draft(EventId::from_random(random()), week().id, world.now());
    record.answers = answers(title);
    events.begin(&record, &form(), &host()).await.unwrap();
    events.send(&record, &contact(), &form(), &host()).await.unwrap();
    let sent = events.load(&record.id).await.unwrap().unwrap();
    events.confirm(&sent, &contact(), &form(), &host()).await.unwrap();
    events.load(&record.id).await.unwrap().unwrap()
}

/// A story by Heron with this text, sent for a week that is kept as it is given.
pub async fn story(world: &World, week: &Week, body: &str, contact: &ContactChange) -> StoryRecord {
    Weeks::new(world.db.clone()).put(week).await.unwrap();
    let stories = Stories::new(world.db.clone());
    let mut record = StoryRecord::draft(StoryId::from_random(random()), week.id, world.now());
    let typed = [
        ("naming", "pen-name"),
        ("shown_name", "Heron"),
        ("kind", "lived-experience"),
        ("title", "The kettle rule"),
        ("body", body),
        ("consent_publish", "yes"),
        ("adult", "yes"),
        ("week", "scotland/2026"),
    ];
    record.answers = typed.into_iter().collect::<Answers>();
    stories.begin(&record, &form(), world.now()).await.unwrap();
    let saved = stories.save(&record, &[], &Answers::new(), contact, world.now()).await.unwrap();
    stories.send(&saved, &form(), &host()).await.unwrap();
    stories.load(&record.id).await.unwrap().unwrap()
}
