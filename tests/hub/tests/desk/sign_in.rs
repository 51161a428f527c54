//! The link and its code, and the second factor (quality-bar S-12…S-16).

use domain::ids::{FormKey, spell};
use domain::staff::Role;
use http::{Method, StatusCode};
use jiff::SignedDuration;
use store::staff::{NewSession, Proof};

use super::world::{Browser, World, random};

const ASK: &str = "/desk/sign-in";

#[tokio::test]
async fn a_mailed_link_opens_the_desk_after_both_steps() {
    let world = World::new().await;
    let priya = world.account("priya@example.org", Role::Coordinator).await;
    let mut browser = world.browser();
    browser.get(ASK).await;
    assert_eq!(browser.post(ASK, &[("email", " Priya@Example.org ")]).await.location(), "/desk/sign-in/sent");
    let token = world.mailed_token().await.unwrap();
    let page = browser.get(&format!("{ASK}/{token}")).await;
    assert!(page.body.contains("Sign in") && !page.body.contains("6-digit"), "the browser that asked needs no code");
    let answer = browser.post(&format!("{ASK}/{token}"), &[]).await;
    assert_eq!(answer.location(), "/desk/second-factor/set-up");
    let page = browser.get("/desk/second-factor/set-up").await;
    assert!(page.body.contains("class=\"qr\"") && !page.body.contains("style="));
    let secret = world.offered(&priya).await;
    let answer = browser.post("/desk/second-factor/set-up", &[("code", &world.code(&secret))]).await;
    assert_eq!(answer.location(), "/desk");
    assert!(browser.get("/desk").await.body.contains("Nothing is waiting"));
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let world = World::new().await;
    world.account("known@example.org", Role::Reviewer).await;
    let mut answers = Vec::new();
    for email in ["known@example.org", "unknown@example.org"] {
        let answer = world.browser().post(ASK, &[("email", email)]).await;
        let names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
        answers.push((answer.status, answer.location().to_owned(), names, answer.body.len()));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(world.records("SIGNIN#").await.len(), 2, "both cost the same writes");
}

#[tokio::test]
async fn of_a_hundred_presses_at_once_one_begins_a_session() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Administrator).await;
    let token = spell(&random::<26>());
    world.staff.console_link(&staff.id, &token, world.now()).await.unwrap();
    let mut presses = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let (desk, token, now) = (world.staff.clone(), token.clone(), world.now());
        presses.spawn(async move {
            let session = spell(&random::<26>());
            let new = NewSession { token: &session, secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
            desk.redeem(&token, Proof::default(), &new, now).await.is_ok()
        });
    }
    let won = presses.join_all().await.into_iter().filter(|won| *won).count();
    assert_eq!(won, 1);
    assert_eq!(world.records("SESSION#").await.len(), 1);
}

#[tokio::test]
async fn a_scanner_may_open_a_link_as_often_as_it_likes() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Administrator).await;
    let token = spell(&random::<26>());
    world.staff.console_link(&staff.id, &token, world.now()).await.unwrap();
    let path = format!("{ASK}/{token}");
    for method in [Method::GET, Method::HEAD] {
        for _ in 0..10 {
            assert_eq!(world.browser().send(method.clone(), &path, String::new()).await.status, StatusCode::OK);
        }
    }
    assert!(world.records("SESSION#").await.is_empty());
    assert_eq!(world.browser().post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.browser().post(&path, &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_link_is_over_after_ten_minutes_and_when_a_newer_one_is_made() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Administrator).await;
    let tokens = [spell(&random::<26>()), spell(&random::<26>())];
    for token in &tokens {
        world.staff.console_link(&staff.id, token, world.now()).await.unwrap();
    }
    let path = |at: usize| format!("{ASK}/{}", tokens[at]);
    assert_eq!(world.browser().get(&path(0)).await.status, StatusCode::GONE);
    assert_eq!(world.browser().post(&path(0), &[]).await.status, StatusCode::GONE, "the older link is dead");
    world.later(SignedDuration::from_secs(601));
    assert_eq!(world.browser().post(&path(1), &[]).await.status, StatusCode::GONE, "10:01 is too late");
    world.later(SignedDuration::from_secs(-2));
    assert_eq!(world.browser().post(&path(1), &[]).await.status, StatusCode::SEE_OTHER, "9:59 is not");
}

/// The code on the page of the browser that asked for a link.
async fn code_shown_to(asking: &mut Browser<'_>) -> String {
    let shown = asking.get("/desk/sign-in/sent").await.body;
    shown.split("class=\"code\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned()
}

#[tokio::test]
async fn another_browser_needs_the_code_and_has_five_tries() {
    let world = World::new().await;
    world.account("ann@example.org", Role::Administrator).await;
    let mut asking = world.browser();
    asking.post(ASK, &[("email", "ann@example.org")]).await;
    let path = format!("{ASK}/{}", world.mailed_token().await.unwrap());
    let code = code_shown_to(&mut asking).await;
    let mut other = world.browser();
    assert!(other.get(&path).await.body.contains("6-digit"));
    assert_eq!(other.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no code costs no try");
    let wrong = if code.starts_with('0') { "100000" } else { "000000" };
    for left in (1..5).rev() {
        let page = other.post(&path, &[("code", wrong)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.body.contains(&format!("{left} t")), "{left}");
    }
    // The right code, as shown with its space, on the last try; a sixth would be refused.
    assert_eq!(other.post(&path, &[("code", &code)]).await.location(), "/desk/second-factor/set-up");

    asking.post(ASK, &[("email", "ann@example.org")]).await;
    let tokens = world.records("SIGNIN#").await.len();
    assert_eq!(tokens, 1, "the first link is used up");
}

#[tokio::test]
async fn five_wrong_codes_kill_the_link_even_for_the_right_one() {
    let world = World::new().await;
    world.account("ann@example.org", Role::Administrator).await;
    let mut asking = world.browser();
    asking.post(ASK, &[("email", "ann@example.org")]).await;
    let path = format!("{ASK}/{}", world.mailed_token().await.unwrap());
    let code = code_shown_to(&mut asking).await;
    let wrong = if code.starts_with('0') { "100000" } else { "000000" };
    for _ in 0..5 {
        world.browser().post(&path, &[("code", wrong)]).await;
    }
    assert_eq!(world.browser().post(&path, &[("code", &code)]).await.status, StatusCode::GONE);
    assert!(world.records("SESSION#").await.is_empty());
}

#[tokio::test]
async fn a_double_press_sends_one_mail_and_too_many_send_none() {
    let world = World::new().await;
    world.account("ann@example.org", Role::Administrator).await;
    let key = FormKey::from_random(random());
    let mut browser = world.browser();
    for _ in 0..2 {
        assert_eq!(browser.post_with(&key, ASK, &[("email", "ann@example.org")]).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(world.records("SIGNIN#").await.len(), 1);
    for _ in 0..3 {
        browser.post(ASK, &[("email", "ann@example.org")]).await;
    }
    assert_eq!(browser.post(ASK, &[("email", "ann@example.org")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    world.later(SignedDuration::from_hours(1));
    assert_eq!(browser.post(ASK, &[("email", "ann@example.org")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_of_the_app_works_once() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Administrator).await;
    let mut first = world.half(&staff).await;
    let secret = world.offered(&staff).await;
    let code = world.code(&secret);
    assert_eq!(first.post("/desk/second-factor/set-up", &[("code", &code)]).await.location(), "/desk");
    let mut second = world.half(&staff).await;
    let again = second.post("/desk/second-factor", &[("code", &code)]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("used already"), "{}", again.body);
    assert_eq!(second.get("/desk").await.location(), "/desk/second-factor", "a half session opens nothing");
    world.later(SignedDuration::from_secs(30));
    let earlier = second.post("/desk/second-factor", &[("code", &code)]).await;
    assert_eq!(earlier.status, StatusCode::UNPROCESSABLE_ENTITY, "nor within the tolerance");
    assert_eq!(second.post("/desk/second-factor", &[("code", &world.code(&secret))]).await.location(), "/desk");
}

#[tokio::test]
async fn a_code_used_by_two_at_once_opens_one_session() {
    let world = World::new().await;
    let staff = world.account("ann@example.org", Role::Administrator).await;
    drop(world.full(&staff).await);
    let secret = world.staff.get(&staff.id).await.unwrap().unwrap().totp_secret.unwrap();
    world.later(SignedDuration::from_mins(2));
    let (mut one, mut two) = (world.half(&staff).await, world.half(&staff).await);
    let code = world.code(&secret);
    let fields = [("code", code.as_str())];
    let (a, b) = tokio::join!(one.post("/desk/second-factor", &fields), two.post("/desk/second-factor", &fields));
    let opened = [&a, &b].iter().filter(|answer| answer.location() == "/desk").count();
    assert_eq!(opened, 1, "{} {}", a.status, b.status);
}
