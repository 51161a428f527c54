//! Reviewing what waits, and entering for somebody who phoned or wrote.

use domain::event::EventState;
use domain::ids::{EventId, FormKey, Slug};
use domain::message::Message;
use domain::staff::Role;
use http::StatusCode;
use store::events::Events;
use store::outbox::Outbox;
use store::public::{AtAddress, PublicReader};
use store::stories::ContactChange;
use store::weeks::Weeks;

use super::event_world::week;
use super::waiting;
use super::world::{Browser, World, random};

async fn at_the_desk(world: &World, role: Role) -> Browser<'_> {
    let staff = world.account(&format!("{}@example.org", role.value()), role).await;
    world.full(&staff).await
}

#[tokio::test]
async fn a_coordinator_publishes_what_waits() {
    let world = World::new().await;
    let event = waiting::event(&world, "Tea & <talk>").await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let queue = browser.get("/desk").await.body;
    assert!(queue.contains("1 is waiting") && queue.contains("Tea &amp; &lt;talk&gt;") && queue.contains("Example Trust"), "{queue}");
    let path = format!("/desk/events/{}", event.id);
    let page = browser.get(&path).await.body;
    for seen in ["Publish", "Ask for a change", "Decline", "Checks", "Only the desk sees this", "<strong>in a circle</strong>"] {
        assert!(page.contains(seen), "{seen}: {page}");
    }
    let version = event.version.to_string();
    let key = FormKey::from_random(random());
    for _ in 0..2 {
        let done = browser.post_with(&key, &path, &[("act", "publish"), ("version", &version)]).await;
        assert_eq!(done.location(), format!("/desk?event={}", event.id), "a repeat gives the same answer");
    }
    let after = browser.get(&format!("/desk?event={}", event.id)).await.body;
    assert!(
        after.contains("Published: Tea &amp; &lt;talk&gt;") && after.contains("Nothing is waiting") && after.contains("/events/tea-talk"),
        "{after}"
    );
    let public = PublicReader::new(world.db.clone());
    assert!(matches!(public.event(&Slug::parse("tea-talk").unwrap()).await.unwrap(), Some(AtAddress::Page(_))));
    let declined = browser.post(&path, &[("act", "decline"), ("version", &version), ("reason", "No.")]).await;
    assert!(declined.status == StatusCode::CONFLICT && declined.body.contains("Somebody changed it meanwhile"));
    assert!(browser.get("/desk/audit?day=2026-11-20").await.body.contains("coordinator published"));
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told() {
    let world = World::new().await;
    let event = waiting::event(&world, "Two minds").await;
    let (mut one, mut two) = (at_the_desk(&world, Role::Coordinator).await, at_the_desk(&world, Role::Administrator).await);
    let (path, version) = (format!("/desk/events/{}", event.id), event.version.to_string());
    let (publish, decline) =
        ([("act", "publish"), ("version", &*version)], [("act", "decline"), ("version", &*version), ("reason", "Twice listed.")]);
    let (a, b) = tokio::join!(one.post(&path, &publish), two.post(&path, &decline));
    let mut statuses = [a.status, b.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
}

#[tokio::test]
async fn a_change_is_asked_for_in_words() {
    let world = World::new().await;
    let event = waiting::event(&world, "Half told").await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let (path, version) = (format!("/desk/events/{}", event.id), event.version.to_string());
    let empty = browser.post(&path, &[("act", "ask-for-change"), ("version", &version), ("words", " ")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.body.contains("Write what should change"), "{}", empty.body);
    let asked = browser.post(&path, &[("act", "ask-for-change"), ("version", &version), ("words", "Say who may come.")]).await;
    assert_eq!(asked.location(), format!("/desk?event={}", event.id));
    let record = Events::new(world.db.clone()).load(&event.id).await.unwrap().unwrap();
    assert_eq!((record.state, record.desk_words.as_deref()), (EventState::ChangesAsked, Some("Say who may come.")));
    let mails = Outbox::new(world.db.clone()).waiting().await.unwrap();
    assert!(mails.iter().any(|w| w.message == Message::EventChangesAsked { event: event.id.clone() }));
    assert!(browser.get(&path).await.body.contains("Nothing to do"));
}

#[tokio::test]
async fn a_reviewer_reads_and_has_no_buttons() {
    let world = World::new().await;
    let event = waiting::event(&world, "To be read").await;
    let mut browser = at_the_desk(&world, Role::Reviewer).await;
    let page = browser.get(&format!("/desk/events/{}", event.id)).await.body;
    assert!(page.contains("You can read this") && !page.contains(">Publish<") && !page.contains(">Decline<"));
}

#[tokio::test]
async fn a_story_goes_live_and_the_desk_never_sees_its_author() {
    let world = World::new().await;
    let author = domain::contact::Email::parse("heron.secret@example.org").unwrap();
    let contact = ContactChange::Set(store::stories::AuthorContact { email: author, hash: "h1".into(), name: None });
    let record = waiting::story(&world, &week(), "We made **tea** first.", &contact).await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let path = format!("/desk/stories/{}", record.id);
    let page = browser.get(&path).await.body;
    assert!(page.contains("By Heron") && page.contains("<strong>tea</strong>") && !page.contains("heron.secret"), "{page}");
    let done = browser.post(&path, &[("act", "publish"), ("version", &record.version.to_string())]).await;
    assert_eq!(done.location(), format!("/desk?story={}", record.id), "{}", done.body);
    let cards = PublicReader::new(world.db.clone()).story_cards(week().id).await.unwrap();
    assert_eq!((cards[0].title.as_str(), cards[0].excerpt.trim()), ("The kettle rule", "We made tea first."));
}

#[tokio::test]
async fn an_event_is_entered_for_somebody_who_phoned() {
    let world = World::new().await;
    Weeks::new(world.db.clone()).put(&week()).await.unwrap();
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    assert!(browser.get("/desk/enter-event").await.body.contains("Scotland 2026"));
    let wrong = browser.post("/desk/enter-event", &[("week", ""), ("agreed", "")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("Choose the week"));
    let answer = browser.post("/desk/enter-event", &[("week", "scotland/2026"), ("agreed", "By phone on 3 November")]).await;
    let id = answer.location().strip_prefix("/manage/event/").and_then(|rest| rest.strip_suffix("/about")).unwrap().to_owned();
    assert!(browser.cookies.contains_key(&format!("__Host-event-{id}")), "this browser may fill it in");
    let record = Events::new(world.db.clone()).load(&EventId::parse(&id).unwrap()).await.unwrap().unwrap();
    assert!(record.entered_by.is_some());
    assert!(browser.get("/desk/audit").await.body.contains("By phone on 3 November"));
    let story = browser.post("/desk/enter-story", &[("week", "scotland/2026"), ("agreed", "In a letter")]).await;
    assert!(story.location().starts_with("/manage/story/") && story.location().ends_with("/naming"));
}

#[tokio::test]
async fn a_week_is_opened_and_changed() {
    let world = World::new().await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let fields = [
        ("nation", "wales"),
        ("year", "2027"),
        ("name", "Wythnos Cyd-gynhyrchu"),
        ("organiser", "Example"),
        ("first", ""),
        ("last", ""),
        ("theme", ""),
        ("hashtag", ""),
        ("questions", "One?\nTwo?"),
    ];
    assert_eq!(browser.post("/desk/weeks", &fields).await.location(), "/desk/weeks");
    let again = browser.post("/desk/weeks", &fields).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("There is a week of this nation and year"));
    let change = [
        ("name", "Wythnos"),
        ("organiser", "Example"),
        ("first", "5 7 2027"),
        ("last", "11 7 2027"),
        ("theme", "Who decides?"),
        ("hashtag", "CoPro"),
        ("questions", "One?\nTwo?"),
    ];
    assert_eq!(browser.post("/desk/weeks/wales/2027", &change).await.location(), "/desk/weeks");
    let page = browser.get("/desk/weeks").await.body;
    assert!(page.contains("Monday 5 to Sunday 11 July 2027") && page.contains("Who decides?"), "{page}");
    assert!(browser.get("/desk/audit").await.body.contains("coordinator opened"));
    let wrong = [("deadlines", "soon: events"), ("featured", "https://hub.example/events/no-such-event")];
    let refused = browser.post("/desk/weeks/wales/2027", &[&change[..], &wrong[..]].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Look at “soon: events”") && refused.body.contains("soon: events</textarea>"), "{}", refused.body);
    let wrong = [("deadlines", "1 6 2027: events for the programme"), ("featured", "https://hub.example/events/no-such-event")];
    let refused = browser.post("/desk/weeks/wales/2027", &[&change[..], &wrong[..]].concat()).await;
    assert!(refused.body.contains("There is no event of this week at no-such-event"), "{}", refused.body);
    let right = [("deadlines", "1 6 2027: events for the programme"), ("featured", "")];
    assert_eq!(browser.post("/desk/weeks/wales/2027", &[&change[..], &right[..]].concat()).await.location(), "/desk/weeks");
    assert!(browser.get("/desk/weeks/wales/2027").await.body.contains("1 6 2027: events for the programme</textarea>"));
}

#[tokio::test]
async fn a_week_that_ends_before_it_starts_is_refused_beside_its_last_day_and_kept_as_typed() {
    let world = World::new().await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let named = [("nation", "wales"), ("year", "2027"), ("name", "Backwards"), ("organiser", "Example"), ("theme", ""), ("hashtag", "")];
    let days = |first, last| [&named[..], &[("first", first), ("last", last), ("questions", "One?")]].concat();
    let refused = browser.post("/desk/weeks", &days("11 7 2027", "5 7 2027")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["The last day must be the first day or after it", "value=\"11 7 2027\"", "value=\"5 7 2027\"", "value=\"Backwards\""] {
        assert!(refused.body.contains(words), "the page lacks {words}: {}", refused.body);
    }
    assert!(!browser.get("/desk/weeks").await.body.contains("Backwards"), "nothing of it was kept as a week");
    assert_eq!(browser.post("/desk/weeks", &days("5 7 2027", "11 7 2027")).await.location(), "/desk/weeks", "the twin");
}

#[tokio::test]
async fn of_an_event_listed_again_the_desk_sees_what_is_different() {
    let world = World::new().await;
    let events = Events::new(world.db.clone());
    let old = waiting::event(&world, "Every year").await;
    let old = events.publish(&old, &super::event_world::details(&old), &super::event_world::desk()).await.unwrap();
    let mut again = old.again(EventId::from_random(random()), week().id, world.now());
    for (field, value) in [("day", "26"), ("month", "11"), ("year", "2026"), ("title", "Every single year")] {
        again.answers.set(field, value);
    }
    let (form, contact, host) = (super::event_world::form, super::event_world::contact, super::event_world::host);
    events.begin(&again, &form(), &host()).await.unwrap();
    events.send(&again, &contact(), &form(), &host()).await.unwrap();
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let page = browser.get(&format!("/desk/events/{}", again.id)).await.body;
    let (different, _) =
        page.split_once("as-shown").map(|(_, rest)| rest).unwrap_or(&page).split_once("<article").expect("the event as it will look");
    assert!(different.contains("What is different from Scotland 2026") && different.contains("<ins>single"), "{different}");
    assert!(different.contains("<h3>Day</h3>") && !different.contains("<h3>Summary</h3>"), "{different}");
}

#[tokio::test]
async fn what_may_be_listed_twice_stands_beside_it_with_a_link_and_holds_nothing_up() {
    let world = World::new().await;
    let events = Events::new(world.db.clone());
    let listed = waiting::event(&world, "Plan a day centre together").await;
    let listed = events.publish(&listed, &super::event_world::details(&listed), &super::event_world::desk()).await.unwrap();
    let other = waiting::event(&world, "Tea and cake").await;
    let twin = waiting::event(&world, "Planning a day centre, together").await;
    let third = waiting::event(&world, "Plan a day centre TOGETHER!").await;
    let mut browser = at_the_desk(&world, Role::Coordinator).await;
    let alone = browser.get(&format!("/desk/events/{}", other.id)).await.body;
    assert!(!alone.contains("Is it listed already?"), "{alone}");
    let path = format!("/desk/events/{}", twin.id);
    let page = browser.get(&path).await.body;
    let address = listed.page().unwrap().path();
    assert!(page.contains("Is it listed already?") && page.contains(&format!("href=\"{address}\"")), "{page}");
    assert!(page.contains(&format!("href=\"/desk/events/{}\"", third.id)) && !page.contains(&format!("/desk/events/{}\"", other.id)), "{page}");
    let done = browser.post(&path, &[("act", "publish"), ("version", &twin.version.to_string())]).await;
    assert_eq!(done.location(), format!("/desk?event={}", twin.id));
}
