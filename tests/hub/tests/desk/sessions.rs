//! How sessions end, and that nothing typed is lost when they do (quality-bar S-10, S-11, A-30).

use domain::ids::FormKey;
use domain::staff::Role;
use http::StatusCode;
use jiff::SignedDuration;

use super::world::{World, random};

const SIGN_IN: &str = "/desk/sign-in";

#[tokio::test]
async fn a_session_idle_for_half_an_hour_is_over() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Coordinator).await;
    let mut browser = world.full(&staff).await;
    for _ in 0..3 {
        world.later(SignedDuration::from_mins(30));
        assert_eq!(browser.get("/desk").await.status, StatusCode::OK, "used every 30 minutes it lives");
    }
    world.later(SignedDuration::from_secs(30 * 60 + 1));
    assert_eq!(browser.get("/desk").await.location(), SIGN_IN);
}

#[tokio::test]
async fn no_session_is_longer_than_twelve_hours() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Coordinator).await;
    let mut browser = world.full(&staff).await;
    for _ in 0..24 {
        world.later(SignedDuration::from_mins(30));
        assert_eq!(browser.get("/desk").await.status, StatusCode::OK);
    }
    world.later(SignedDuration::from_secs(1));
    assert_eq!(browser.get("/desk").await.location(), SIGN_IN);
}

#[tokio::test]
async fn the_token_changes_when_signing_in_is_complete_and_dies_at_sign_out() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Coordinator).await;
    let half = world.half(&staff).await;
    let mut full = half.clone();
    let code = world.code(&world.offered(&staff).await);
    full.post("/desk/second-factor/set-up", &[("code", &code)]).await;
    assert_ne!(half.cookies["__Host-desk"], full.cookies["__Host-desk"]);
    assert_eq!(half.clone().get("/desk/second-factor").await.location(), SIGN_IN, "the half session is gone");
    let mut kept = full.clone();
    let out = full.post("/desk/sign-out", &[]).await;
    assert!(out.headers["clear-site-data"].to_str().unwrap().contains("\"cache\""));
    assert!(!full.cookies.contains_key("__Host-desk"));
    assert_eq!(kept.get("/desk").await.location(), SIGN_IN, "a copied cookie is worth nothing");
    let stored = format!("{:?}", world.records("SESSION#").await);
    assert!(!stored.contains(&kept.cookies["__Host-desk"]), "only hashes are stored");
}

#[tokio::test]
async fn an_administrator_ends_sessions_and_removes_people() {
    let world = World::new().await;
    let admin = world.account("admin@example.org", Role::Administrator).await;
    let other = world.account("other@example.org", Role::Coordinator).await;
    let (mut admins, mut others) = (world.full(&admin).await, world.full(&other).await);
    world.later(SignedDuration::from_secs(1));
    let ended = admins.post(&format!("/desk/people/{}/end-sessions", other.id), &[("version", "1")]).await;
    assert_eq!(ended.location(), "/desk/people", "{}", ended.body);
    assert_eq!(others.get("/desk").await.location(), SIGN_IN);

    let page = admins.get(&format!("/desk/people/{}/remove", other.id)).await;
    let version = page.body.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let path = format!("/desk/people/{}/remove", other.id);
    let key = FormKey::from_random(random());
    for _ in 0..2 {
        assert_eq!(admins.post_with(&key, &path, &[("version", &version)]).await.location(), "/desk/people", "a repeat gives the same answer");
    }
    assert!(!admins.get("/desk/people").await.body.contains("other@example.org"));
    let audit = admins.get("/desk/audit").await.body;
    assert!(audit.contains("admin removed") && audit.contains("ended the sessions of"), "{audit}");
    let last = admins.get(&format!("/desk/people/{}/remove", admin.id)).await;
    let version = last.body.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let stays = admins.post(&format!("/desk/people/{}/remove", admin.id), &[("version", &version)]).await;
    assert!(stays.body.contains("The last administrator stays"), "{}", stays.body);
}

#[tokio::test]
async fn two_administrators_who_remove_each_other_leave_one() {
    let world = World::new().await;
    let (a, b) = (world.account("a@example.org", Role::Administrator).await, world.account("b@example.org", Role::Administrator).await);
    let form = || store::form_keys::FormUse { key: FormKey::from_random(random()), hash: "x".into() };
    let (first, second, now) = (form(), form(), world.now());
    let (one, two) =
        tokio::join!(world.staff.remove(&a.id, &b, "hash-b", &first, "m1", now), world.staff.remove(&b.id, &a, "hash-a", &second, "m2", now),);
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(world.staff.all().await.unwrap().iter().filter(|s| !s.removed).count(), 1);
}

#[tokio::test]
async fn what_was_typed_when_a_session_ended_comes_back_and_can_be_sent() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Coordinator).await;
    let mut browser = world.full(&staff).await;
    world.later(SignedDuration::from_mins(31));
    let words = "Two lines,\nwith <b>marks</b> & \"quotes\" — and £5.";
    let page = browser.post("/desk/enter-event", &[("week", "scotland/2026"), ("agreed", words)]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let html = scraper::Html::parse_document(&page.body);
    let hidden = scraper::Selector::parse("input[name=agreed]").unwrap();
    assert_eq!(html.select(&hidden).next().unwrap().value().attr("value").unwrap(), words, "sent again word for word");
    let shown = scraper::Selector::parse("dd.given").unwrap();
    assert!(html.select(&shown).any(|dd| dd.text().collect::<String>() == words), "shown word for word");
}
