//! The withdrawal code: shown until its author has it, kept as a hash, and enough by itself.

use axum::http::StatusCode;
use domain::story::{StoryCode, StoryState};
use store::Table;

use crate::world::{Page, World, key};

const ENTER: &str = "/manage/story/code";

fn code_on(page: &Page) -> String {
    let (_, rest) = page.body.split_once("class=\"story-code\"><code>").expect("the page shows a code");
    rest.split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_code_alone_opens_a_story_and_takes_it_back() {
    let mut world = World::new().await;
    let record = world.sent("By code alone", "").await;
    let code = code_on(&world.get(&format!("/manage/story/{}/sent", record.id)).await);
    world.forget();
    assert!(world.get(ENTER).await.body.contains("Your withdrawal code"));
    let opened = world.post(ENTER, &[("code", &code.to_uppercase().replace('-', " "))], &key()).await;
    assert_eq!(opened.location, format!("/manage/story/{}", record.id));
    assert!(world.get(&opened.location).await.body.contains("By code alone"));
    world.post(&format!("{}/withdraw", opened.location), &[], &key()).await;
    assert_eq!(world.load(&record.id).await.state, StoryState::Withdrawn);
    // And still says so to whoever has the code.
    world.forget();
    world.post(ENTER, &[("code", &code)], &key()).await;
    assert!(world.get(&opened.location).await.body.contains("Your story is withdrawn"));
}

#[tokio::test]
async fn no_table_knows_the_code_and_no_page_shows_it_once_it_is_kept() {
    let mut world = World::new().await;
    let record = world.sent("Shown once", "").await;
    let here = format!("/manage/story/{}", record.id);
    let code = code_on(&world.get(&format!("{here}/sent")).await);
    let letters = StoryCode::parse(&code).unwrap();
    for table in Table::ALL {
        let all = world.everything(table).await;
        assert!(!all.contains(letters.as_str()) && !all.contains(&code), "{table:?} knows the code");
    }
    assert_eq!(code_on(&world.get(&format!("{here}/code")).await), code, "a reload before printing shows it again");
    assert_eq!(world.post(&format!("{here}/code"), &[("do", "kept")], &key()).await.location, here);
    for page in ["", "/sent", "/code"] {
        assert!(!world.get(&format!("{here}{page}")).await.body.contains(&code), "{page}");
    }
}

#[tokio::test]
async fn a_new_code_ends_the_old_one() {
    let mut world = World::new().await;
    let record = world.sent("A new code", "").await;
    let here = format!("/manage/story/{}", record.id);
    let old = code_on(&world.get(&format!("{here}/code")).await);
    world.post(&format!("{here}/code"), &[("do", "kept")], &key()).await;
    let renew = key();
    for _ in 0..2 {
        world.post(&format!("{here}/code"), &[("do", "renew")], &renew).await;
    }
    let new = code_on(&world.get(&format!("{here}/code")).await);
    assert_ne!(old, new);
    assert_eq!(world.load(&record.id).await.code.unwrap().number, 2, "pressed twice it is one new code");
    world.forget();
    assert_eq!(world.post(ENTER, &[("code", &old)], &key()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.post(ENTER, &[("code", &new)], &key()).await.status, StatusCode::SEE_OTHER);
}

/// A story may wait for its author across a change of the key that makes codes and links.
#[tokio::test]
async fn a_code_that_is_shown_opens_its_story_after_the_key_was_changed_too() {
    let mut world = World::new().await;
    let record = world.sent("Across a change of keys", "").await;
    let here = format!("/manage/story/{}", record.id);
    let code = code_on(&world.get(&format!("{here}/sent")).await);
    world.rekeyed(&[3, 1]);
    for page in ["/sent", "/code"] {
        assert_eq!(code_on(&world.get(&format!("{here}{page}")).await), code, "{page}");
    }
    world.forget();
    assert_eq!(world.post(ENTER, &[("code", &code)], &key()).await.location, here);
    // Once the hub can't make it any more, it shows no other in its place, and gives a new one.
    world.rekeyed(&[3]);
    world.forget();
    assert_eq!(world.post(ENTER, &[("code", &code)], &key()).await.location, here, "whoever wrote it down has it");
    let page = world.get(&format!("{here}/code")).await;
    assert!(!page.body.contains("story-code") && page.body.contains("We can’t show your code again"), "{}", page.body);
    assert!(!world.get(&format!("{here}/sent")).await.body.contains("story-code"));
    world.post(&format!("{here}/code"), &[("do", "renew")], &key()).await;
    let new = code_on(&world.get(&format!("{here}/code")).await);
    world.forget();
    assert_eq!(world.post(ENTER, &[("code", &code)], &key()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.post(ENTER, &[("code", &new)], &key()).await.location, here);
}

#[tokio::test]
async fn what_is_said_of_a_code_that_is_not_shown_is_true() {
    let mut world = World::new().await;
    let id = world.written("Not sent yet", "").await;
    let page = world.get(&format!("/manage/story/{id}/code")).await.body;
    assert!(page.contains("Your story has no code yet") && !page.contains("You said that you have your code"), "{page}");
    let record = world.sent("Sent and noted", "").await;
    let here = format!("/manage/story/{}/code", record.id);
    world.post(&here, &[("do", "kept")], &key()).await;
    let page = world.get(&here).await.body;
    assert!(page.contains("You said that you have your code") && page.contains("no page shows it any more"), "{page}");
}

#[tokio::test]
async fn nothing_tells_a_code_that_was_never_given_from_one_that_is_none() {
    let mut world = World::new().await;
    let record = world.sent("Somebody's", "").await;
    let code = code_on(&world.get(&format!("/manage/story/{}/code", record.id)).await);
    world.forget();
    let mut almost = code.clone();
    almost.replace_range(0..1, if code.starts_with('0') { "1" } else { "0" });
    let answer = |page: Page, typed: &str| {
        let body = page.body.replace(typed, "");
        let (before, rest) = body.split_once("name=\"form_key\" value=\"").unwrap();
        (page.status, format!("{before}{}", &rest[26..]))
    };
    let wrong = answer(world.post(ENTER, &[("code", &almost)], &key()).await, &almost);
    assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    for typed in ["zzzz", "not a code at all", "0000-0000-0000-0000"] {
        assert_eq!(answer(world.post(ENTER, &[("code", typed)], &key()).await, typed), wrong, "{typed}");
    }
}

#[tokio::test]
async fn codes_can_be_tried_so_often_and_no_more() {
    let mut world = World::new().await;
    let mut last = StatusCode::OK;
    for _ in 0..31 {
        last = world.post(ENTER, &[("code", "0000-0000-0000-0000")], &key()).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}
