//! Every route of the desk, asked by everyone: refused is 403 or the way to sign in, never 200 (quality-bar S-32).

use desk::{Act, ROUTES, may};
use domain::ids::spell;
use domain::staff::Role;
use http::{Method, StatusCode};

use super::world::{Browser, World, random};

fn path(route: &str, id: &str) -> String {
    route.replace("{token}", &spell(&random::<26>())).replace("{id}", id).replace("{nation}/{year}", "scotland/2026")
}

async fn ask(browser: &mut Browser<'_>, method: &Method, path: &str) -> super::world::Answer {
    match *method {
        Method::GET => browser.get(path).await,
        _ => browser.post(path, &[]).await,
    }
}

#[tokio::test]
async fn nobody_does_what_their_role_does_not_allow() {
    let world = World::new().await;
    let admin = world.account("admin@example.org", Role::Administrator).await;
    let mut cells = 0;
    for role in [Role::Reviewer, Role::Coordinator, Role::Administrator] {
        let staff = world.account(&format!("{}-2@example.org", role.value()), role).await;
        for (method, route, act) in ROUTES {
            if *route == "/desk/sign-out" {
                continue;
            }
            let mut browser = match world.staff.get(&staff.id).await.unwrap().unwrap().totp_secret {
                None => world.full(&staff).await,
                Some(secret) => {
                    world.later(jiff::SignedDuration::from_mins(2));
                    let mut browser = world.half(&staff).await;
                    let code = world.code(&secret);
                    assert_eq!(browser.post("/desk/second-factor", &[("code", &code)]).await.location(), "/desk");
                    browser
                }
            };
            let answer = ask(&mut browser, method, &path(route, admin.id.as_str())).await;
            cells += 1;
            match act {
                Act::Complete => assert_eq!(answer.location(), "/desk", "{role:?} {method} {route}"),
                act => assert_eq!(answer.status == StatusCode::FORBIDDEN, !may(&staff, *act), "{role:?} {method} {route}: {}", answer.status),
            }
        }
    }
    assert_eq!(cells, 3 * (ROUTES.len() - 1));
}

#[tokio::test]
async fn without_a_full_session_nothing_opens() {
    let world = World::new().await;
    let admin = world.account("admin@example.org", Role::Administrator).await;
    for (method, route, act) in ROUTES.iter().filter(|(.., act)| *act != Act::SignIn) {
        let path = path(route, admin.id.as_str());
        let (nobody, half) = (ask(&mut world.browser(), method, &path).await, ask(&mut world.half(&admin).await, method, &path).await);
        match (method, act) {
            (&Method::GET, _) => assert_eq!(nobody.location(), "/desk/sign-in", "{route}"),
            _ => assert_eq!(nobody.status, StatusCode::FORBIDDEN, "{route}"),
        }
        match (method, act) {
            (_, Act::Complete) => assert_ne!(half.status, StatusCode::FORBIDDEN, "{route}"),
            (&Method::GET, _) => assert_eq!(half.location(), "/desk/second-factor/set-up", "{route}"),
            _ => assert_eq!(half.status, StatusCode::FORBIDDEN, "{route}"),
        }
    }
}
