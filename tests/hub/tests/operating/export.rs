//! Everything out as open files, and back in (quality-bar R-50, P-07).

use std::path::PathBuf;
use std::sync::Arc;

use hub_tests::TestHub;
use jiff::Timestamp;
use local::{Engine, fresh_db};
use operate::{administrator, erased, export, import, place::Place};
use store::{Db, Table};

use hub_tests::walk::{at_the_desk, decide, list_an_event, registered, share_a_story, word};

use super::files::all_text;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hub-export-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn then() -> Timestamp {
    "2026-12-01T09:00:00Z".parse().unwrap()
}

async fn empty(engine: &Engine, prefix: &str) -> Db {
    fresh_db(engine, prefix).await.unwrap()
}

#[tokio::test]
async fn a_hub_goes_out_and_comes_back_with_every_hash_equal() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let [title, name, told] = [(); 3].map(|()| format!("canary{}", word(&hub)));
    let guest = format!("{name}@example.org");
    list_an_event(&hub, &title, "host@example.org").await;
    let event = decide(&hub, &desk, &title, "publish").await;
    registered(&hub, &event, &name, &guest).await;
    share_a_story(&hub, &told).await;
    let engine = Arc::new(Engine::memory().unwrap());

    for confidential in [true, false] {
        let (first, second) = (folder(&format!("first-{confidential}")), folder(&format!("second-{confidential}")));
        let out = export::export(&hub.db, &first, confidential, then()).await.unwrap();
        assert!(out.records() > 100 && out.files.iter().any(|file| file.name == "hub/event-reg.jsonl"), "{out:?}");
        let db = empty(&engine, &format!("back-{confidential}-")).await;
        let back = import::import(&db, &first, &[], then()).await.unwrap();
        assert_eq!((back.written, back.erased), (out.records(), 0));
        let again = export::export(&db, &second, confidential, then()).await.unwrap();
        assert_eq!(again.files, out.files);
        let text = all_text(&first);
        assert!(text.contains(&title) && text.contains(&guest));
        assert_eq!(text.contains("totp_secret"), confidential, "second factors are for those who ask");
        assert_eq!(out.files.iter().any(|file| file.name.starts_with("confidential/")), confidential);
        assert!(!text.contains("SESSION#") && !text.contains("SIGNIN"), "nothing that opens a door");
        assert!(import::import(&db, &first, &[], then()).await.unwrap_err().to_string().contains("not empty"));

        let fresh = empty(&engine, &format!("broken-{confidential}-")).await;
        let broken = first.join("public/page-page.jsonl");
        let text = std::fs::read_to_string(&broken).unwrap();
        std::fs::write(&broken, text.replacen("Listed", "listed", 1).replacen("a", "b", 1)).unwrap();
        let said = import::import(&fresh, &first, &[], then()).await.unwrap_err().to_string();
        assert!(said.contains("page-page.jsonl is not as it was exported"), "{said}");
        let left = fresh.client().scan().table_name(fresh.tables().name(Table::Hub)).send().await.unwrap();
        assert_eq!(left.count(), 0, "nothing was written");
        for folder in [first, second] {
            std::fs::remove_dir_all(folder).unwrap();
        }
    }
}

#[tokio::test]
async fn a_story_taken_back_after_the_export_stays_away_after_the_import() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let story = decide(&hub, &desk, &told, "publish").await;
    let slug = story.trim_start_matches("/stories/").to_owned();
    let (out, list) = (folder("withdrawn"), folder("withdrawn-list"));
    export::export(&hub.db, &out, true, then()).await.unwrap();
    author.press(&format!("{home}/withdraw"), &[]).await;
    assert_eq!(erased::write(&hub.db, &list).await.unwrap(), 1);
    let ids = std::fs::read_to_string(&list).unwrap();
    assert!(!ids.contains("canary") && ids.contains("story"), "{ids}");

    let engine = Engine::memory().unwrap();
    let table = [("with-", std::slice::from_ref(&list), false), ("without-", &[][..], true)];
    for (prefix, lists, there) in table {
        let db = empty(&engine, prefix).await;
        let back = import::import(&db, &out, lists, then()).await.unwrap();
        assert_eq!(back.erased > 0, !there);
        let text = format!("{:?}", everything(&db).await);
        assert_eq!(text.contains(&told), there, "{prefix}");
        let reader = store::public::PublicReader::new(db.clone());
        let page = reader.story(&domain::ids::Slug::parse(&slug).unwrap()).await.unwrap().expect("the address stays");
        assert_eq!(matches!(page, store::public::AtAddress::Gone), !there, "{prefix}");
        assert_eq!(erased::replay(&db, &erased::read(&list).unwrap(), then()).await.unwrap() > 0, there, "a second time there is nothing left to do");
    }
    std::fs::remove_dir_all(out).unwrap();
    std::fs::remove_file(list).unwrap();
}

/// Only what is public goes back to an earlier moment: the notice among the working records says where the story was.
#[tokio::test]
async fn a_story_taken_back_stays_away_when_only_what_is_public_is_restored() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let slug = decide(&hub, &desk, &told, "publish").await.trim_start_matches("/stories/").to_owned();
    let public = hub.db.tables().name(Table::Public);
    let telling = async || {
        let mut out = Vec::new();
        let mut pages = hub.db.client().scan().table_name(&public).into_paginator().items().send();
        while let Some(item) = pages.next().await {
            out.extend(Some(item.unwrap()).filter(|item| format!("{item:?}").contains(&told)));
        }
        out
    };
    let before = telling().await;
    assert!(before.len() >= 2, "its page and its card");
    author.press(&format!("{home}/withdraw"), &[]).await;
    assert!(telling().await.is_empty());
    for item in before {
        hub.db.client().put_item().table_name(&public).set_item(Some(item)).send().await.unwrap();
    }
    let list = folder("restored-list");
    erased::write(&hub.db, &list).await.unwrap();
    assert!(erased::replay(&hub.db, &erased::read(&list).unwrap(), then()).await.unwrap() >= 2);
    assert!(telling().await.is_empty());
    hub.get(&format!("/stories/{slug}")).await.expect_status(410);
    std::fs::remove_file(list).unwrap();
}

/// Only the working records go back to an earlier moment, and their audit with them: the notice at its address says what was taken back.
#[tokio::test]
async fn a_story_taken_back_stays_away_when_only_the_working_records_are_restored() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let told = format!("canary{}", word(&hub));
    let (author, home) = share_a_story(&hub, &told).await;
    let story = decide(&hub, &desk, &told, "publish").await;
    let (client, name) = (hub.db.client().clone(), hub.db.tables().name(Table::Hub));
    let working = async || {
        let mut out = Vec::new();
        let mut pages = client.scan().table_name(&name).into_paginator().items().send();
        while let Some(item) = pages.next().await {
            out.push(item.unwrap());
        }
        out
    };
    let before = working().await;
    author.press(&format!("{home}/withdraw"), &[]).await;
    for item in working().await {
        let key = item.into_iter().filter(|(part, _)| part == "pk" || part == "sk").collect();
        client.delete_item().table_name(&name).set_key(Some(key)).send().await.unwrap();
    }
    for item in before {
        client.put_item().table_name(&name).set_item(Some(item)).send().await.unwrap();
    }
    assert!(format!("{:?}", working().await).contains(&told), "it is back among the working records");
    let list = folder("restored-working-list");
    assert_eq!(erased::write(&hub.db, &list).await.unwrap(), 1);
    assert!(erased::replay(&hub.db, &erased::read(&list).unwrap(), then()).await.unwrap() >= 1);
    assert!(!format!("{:?}", working().await).contains(&told));
    hub.get(&story).await.expect_status(410);
    std::fs::remove_file(list).unwrap();
}

async fn everything(db: &Db) -> Vec<String> {
    let mut out = Vec::new();
    for table in Table::ALL {
        let page = db.client().scan().table_name(db.tables().name(table)).send().await.unwrap();
        out.extend(page.items().iter().map(|item| format!("{item:?}")));
        assert!(page.last_evaluated_key().is_none());
    }
    out
}

#[tokio::test]
async fn a_new_deployment_gets_its_weeks_and_its_first_administrator() {
    let data = folder("new");
    let at = operate::place::At { data: Some(data.clone()), ..Default::default() };
    let place = Place::open(&at).await.unwrap();
    place.make_tables().await.unwrap();
    assert_eq!(local::weeks::load(&place.db).await.unwrap(), 18);
    let link = administrator::link(&place, "ada@example.org", "Ada", "https://hub.example/").await.unwrap();
    assert!(link.starts_with("https://hub.example/desk/sign-in/"), "{link}");
    drop(place);
    let hub = TestHub::with(local::Data::Folder(data.clone()), |options| options.clock = Arc::new(domain::time::SystemClock)).await;
    let page = hub.get(link.strip_prefix("https://hub.example").unwrap()).await.expect_status(200);
    assert!(page.form().get("form_key").is_some(), "a button to sign in by: {}", page.text());
    hub.stop().await;
    std::fs::remove_dir_all(data).unwrap();
}
