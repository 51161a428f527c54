//! Consent for social media: each channel a purpose by itself, and what was agreed to for all of them at once before.

use domain::story::{Consent, ConsentAct, ConsentEntry, ConsentOf, Purpose, StoryRecord, standing};
use jiff::civil::date;
use store::due::{Due, DueList};
use store::{Key, Table, Tx};

use crate::consent::live;
use crate::world::{World, key};

/// What stands of a record, by its value.
fn stands(record: &StoryRecord) -> Vec<&'static str> {
    let today = date(2026, 11, 25);
    Purpose::ALL.iter().filter(|purpose| standing(&record.consents, **purpose, today).is_some()).map(|purpose| purpose.value()).collect()
}

#[tokio::test]
async fn no_channel_is_ticked_beforehand_and_none_comes_with_another() {
    let mut world = World::new().await;
    let id = world.written("On one channel", "").await;
    let consent = format!("/manage/story/{id}/consent");
    let page = world.get(&consent).await.body;
    for channel in Purpose::CHANNELS {
        let (_, rest) = page.split_once(&format!("name=\"{}\"", channel.field())).unwrap_or_else(|| panic!("{channel:?} is asked for: {page}"));
        let (tag, after) = rest.split_once('>').unwrap();
        assert!(!tag.contains("checked") && after.contains(channel.words()), "{channel:?}: {tag}");
    }
    assert!(!page.contains("consent_social"), "all of them at once is asked for no more");
    let agreed = [("consent_publish", "yes"), ("consent_linkedin", "yes"), ("adult", "yes"), ("email", "")];
    world.post(&consent, &agreed, &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    assert_eq!(stands(&world.load(&id).await), ["publish", "linkedin"]);
}

#[tokio::test]
async fn a_channel_is_taken_back_alone_and_ends_with_the_day_that_was_chosen() {
    let mut world = World::new().await;
    let record = live(&mut world, &[("consent_facebook", "yes"), ("consent_x", "yes"), ("consent_until", "one-year")]).await;
    let until = Some(date(2027, 10, 31));
    assert!(record.consents.iter().all(|entry| entry.until == until), "{:?}", record.consents);
    let here = format!("/manage/story/{}/agreed", record.id);
    let page = world.get(&here).await.body;
    assert!(page.contains("Take this back: Share it on Facebook") && page.contains("Take this back: Share it on X"), "{page}");
    assert!(!page.contains("Share it on LinkedIn") && page.contains("until Sunday 31 October 2027"));
    assert_eq!(world.post(&here, &[("take_back", "facebook")], &key()).await.location, here);
    let record = world.load(&record.id).await;
    assert_eq!(stands(&record), ["publish", "x"]);
    assert_eq!(record.live.as_ref().unwrap().details.consent.purposes, [Purpose::Publish, Purpose::X]);
    assert!(record.consents.iter().all(|entry| entry.words().is_some()), "every line shows the words it is about");
    assert!(standing(&record.consents, Purpose::X, date(2027, 11, 1)).is_none(), "its time is over with the others'");
    let over = DueList::new(world.db.clone()).by("2027-11-01T00:10:00Z".parse().unwrap()).await.unwrap();
    assert!(over.iter().any(|now| matches!(&now.due, Due::StoryOver { story } if *story == record.id)), "{over:?}");
}

/// As a release wrote it that asked for social media as one.
async fn agreed_to_all_at_once(world: &mut World) -> StoryRecord {
    let mut record = live(world, &[]).await;
    let given = Consent { purposes: vec![Purpose::Publish, Purpose::Social], version: 2, day: date(2026, 11, 20), until: None };
    let line = |purpose: &Purpose| ConsentEntry::new(&given, *purpose, ConsentAct::Given, ConsentOf::Author, given.day);
    record.consents = given.purposes.iter().map(line).collect();
    record.answers.set("consent_social", "yes");
    record.live.as_mut().unwrap().details.consent = given;
    let mut tx = Tx::new(&world.db);
    tx.put(Table::Hub, &Key::new(format!("STORY#{}", record.id), "META"), &record);
    tx.commit().await.unwrap();
    record
}

#[tokio::test]
async fn what_was_agreed_to_for_all_social_media_still_stands_in_its_own_words_and_is_taken_back_as_one() {
    let mut world = World::new().await;
    let record = agreed_to_all_at_once(&mut world).await;
    let consent = &record.page().unwrap().consent;
    assert!(Purpose::CHANNELS.iter().all(|channel| consent.covers(*channel) && !consent.allows(*channel)));
    let here = format!("/manage/story/{}/agreed", record.id);
    let page = world.get(&here).await.body;
    assert!(page.contains("We may share its title and a link to its page.") && page.contains("Take this back: Share it on social media"), "{page}");
    world.post(&here, &[("take_back", "social")], &key()).await;
    let record = world.load(&record.id).await;
    let consent = &record.page().unwrap().consent;
    assert!(Purpose::CHANNELS.iter().all(|channel| !consent.covers(*channel)), "{consent:?}");
    assert_eq!((stands(&record), record.answers.ticked("consent_social")), (vec!["publish"], false));
}
