//! Events from before hosts were asked for more: they load, they are shown, and they go on.

use domain::event::{EventState, OpenTo};
use store::public::{AtAddress, PublicReader};
use store::{Key, Table, Tx};

use crate::world::{World, contact, desk, details, form, host, week};

/// What such records do not hold.
const NEWER: [&str; 14] = [
    "preparing",
    "cohosts",
    "hosts",
    "interpreting",
    "more",
    "open_to",
    "paid_involvement",
    "platform_help",
    "arrival",
    "m",
    "d",
    "y",
    "q",
    "trusted",
];

fn cut(record: &mut serde_json::Value) {
    match record {
        serde_json::Value::Object(fields) => {
            NEWER.iter().chain(&["pk", "sk"]).for_each(|newer| drop(fields.remove(*newer)));
            fields.values_mut().for_each(cut);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(cut),
        _ => {}
    }
}

async fn cut_in_store(world: &World, table: Table, key: Key) {
    let mut record: serde_json::Value = world.db.get(table, &key).await.unwrap().unwrap();
    let before = record.to_string();
    cut(&mut record);
    assert_ne!(before, record.to_string());
    let mut tx = Tx::new(&world.db);
    tx.put(table, &key, &record);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_event_from_before_is_shown_and_goes_on() {
    let world = World::new().await;
    let mut draft = world.draft("From before").await;
    for (field, value) in [("cohosts", "Another Group"), ("content_note", "Loud"), ("open_to", "members"), ("audience", "young")] {
        draft.answers.set(field, value);
    }
    draft = world.events.save(&draft, domain::event::EventStep::More, &draft.answers.clone(), None, &host()).await.unwrap();
    draft = world.events.save(&draft, domain::event::EventStep::Host, &with("cohosts", "Another Group"), None, &host()).await.unwrap();
    world.events.send(&draft, &contact(), &form(), &host()).await.unwrap();
    let sent = world.load(&draft.id).await;
    world.events.confirm(&sent, &contact(), &form(), &host()).await.unwrap();
    let queued = world.load(&draft.id).await;
    let event = world.events.publish(&queued, &details(&queued), &desk()).await.unwrap();
    let slug = event.published.as_ref().unwrap().slug.clone();

    let id = event.id.to_string();
    cut_in_store(&world, Table::Hub, Key::new(format!("EVENT#{id}"), "META")).await;
    cut_in_store(&world, Table::Public, Key::new(format!("PAGE#events/{slug}"), "PAGE")).await;
    cut_in_store(&world, Table::Public, Key::new(format!("EVENTS#{}", week().id), slug.to_string())).await;

    let public = PublicReader::new(world.db.clone());
    let Some(AtAddress::Page(page)) = public.event(&slug).await.unwrap() else { panic!("there is no page") };
    assert!(page.more.is_empty() && page.open_to == OpenTo::Public);
    assert_eq!(page.each_host(), [page.host.as_str()]);
    let card = public.event_cards(week().id).await.unwrap().remove(0);
    assert!(card.audience.is_empty() && card.questions.is_empty());
    let old = world.load(&event.id).await;
    let cancelled = world.events.cancel(&old, "", &host()).await.unwrap();
    assert_eq!(cancelled.state, EventState::Cancelled);
}

fn with(field: &str, value: &str) -> domain::answers::Answers {
    let mut answers = crate::world::answers("From before");
    answers.set(field, value);
    answers
}

#[tokio::test]
async fn a_card_of_ordinary_text_stays_small() {
    let world = World::new().await;
    let queued = world.queued("Power, passed round the table").await;
    let mut typed = queued.clone();
    typed.answers.set(
        "summary",
        "Try three ways of running a meeting in which nobody can decide alone, then take the one that fits back to your own group, with a friend.",
    );
    typed.answers.set("cohosts", "Sample Borough Council\nDemonstration Carers Together");
    for (field, value) in [("audience", "people"), ("audience", "staff"), ("languages", "english"), ("languages", "welsh"), ("questions", "1")] {
        typed.answers.add(field, value);
    }
    for fact in ["toilet", "hearing-loop", "easy-read", "breaks"] {
        typed.answers.set(format!("access_{fact}"), "no");
    }
    let event = world.events.publish(&queued, &details(&typed), &desk()).await.unwrap();
    let card = event.page().unwrap().card();
    assert_eq!((card.audience.len(), card.host.matches(" and ").count()), (2, 1));
    let size = serde_json::to_string(&card).unwrap().len();
    assert!(size < 700, "{size} bytes");
}
