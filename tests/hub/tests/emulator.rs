//! The functions' binaries under cargo-lambda's runtime emulator, reached by API Gateway events, stream events and schedule events: those
//! that were built beside these tests, or with `HUB_RELEASE=1` release binaries. `tests/run emulator` runs these; without the emulator they
//! are left out, and said to be.

#[path = "emulator/batches.rs"]
mod batches;
#[path = "lambda/behind.rs"]
mod behind;
#[path = "emulator/deployment.rs"]
mod deployment;
#[path = "emulator/figures.rs"]
mod figures;
#[path = "lambda/function.rs"]
#[allow(dead_code, reason = "the Lambda runs use the rest")]
mod function;
#[path = "emulator/gateway.rs"]
mod gateway;
#[path = "emulator/invoke.rs"]
mod invoke;
#[path = "lambda/recorded.rs"]
mod recorded;
#[path = "lambda/runtime_api.rs"]
#[allow(dead_code, reason = "the Lambda runs use the rest")]
mod runtime_api;
#[path = "emulator/ses.rs"]
mod ses;
#[path = "emulator/stream.rs"]
mod stream;

use std::time::{Duration, Instant};

use deployment::Deployment;
use hub_tests::walk::{Visitor, fill_in_event, fill_in_story, settle};
use recorded::get;

#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn the_three_journeys_go_through_all_seven_functions() {
    let hub = Deployment::start().await;
    let visitor = || Visitor::of(hub.browser());
    let desk = hub.at_the_desk().await;
    let [title, told, name] = ["event", "story", "guest"].map(|word| format!("{word} {}", domain::ids::spell(&rand::random::<[u8; 8]>())));

    let host = visitor();
    let page = host.press("/list-an-event", &[("week", &hub.week)]).await.expect_status(200);
    let day = [hub.day.day().to_string(), hub.day.month().to_string(), hub.day.year().to_string()];
    let page = fill_in_event(&host, page, &title, "host@example.org", [&day[0], &day[1], &day[2]]).await;
    host.send(&page, &[]).await.expect_status(200);
    hub.stream().await;
    host.press(&hub.mail_to("host@example.org", "/confirm/"), &[]).await.expect_status(200);
    settle(&desk, &title, "publish").await;
    let event = hub.listed("calendar", &title).await;

    let guest = visitor();
    let page = guest.press(&format!("{event}/register"), &[("name", &name), ("email", "guest@example.org")]).await.expect_status(200);
    let page = guest.send(&page, &[("needs", "bsl"), ("needs_consent", "yes")]).await.expect_status(200);
    guest.send(&page, &[("step", "send")]).await.expect_status(200);
    hub.stream().await;
    guest.press(&hub.mail_to("guest@example.org", "/confirm/"), &[]).await.expect_status(200);
    // This time the stream is dead, and the keeper sends it.
    tokio::time::sleep(Duration::from_secs(2)).await;
    hub.schedule().await;
    let place = guest.press(&hub.mail_to("guest@example.org", "/open/"), &[]).await.expect_status(200);
    assert!(place.text().contains(&title) && place.text().contains("You have a place"), "{}", place.text());

    let author = visitor();
    let page = author.press("/share-your-story", &[("week", &hub.week)]).await.expect_status(200);
    let page = fill_in_story(&author, page, &told).await;
    let home = page.path.trim_end_matches("/check").to_owned();
    author.send(&page, &[]).await.expect_status(200);
    settle(&desk, &told, "publish").await;
    let story = hub.listed("stories", &told).await;
    author.press(&format!("{home}/withdraw"), &[]).await.expect_status(200);
    tokio::time::sleep(Duration::from_secs(21)).await;
    hub.browser().get(&story).await.expect_status(410);
    assert!(!hub.browser().get(&format!("/{}/stories", hub.week)).await.html().contains(&told));

    let sent = hub.ses.many();
    for _ in 0..3 {
        hub.stream_again().await;
    }
    hub.schedule().await;
    assert_eq!(hub.ses.many(), sent, "what comes again is sent no second time");
    assert_eq!(hub.refused(), Vec::<String>::new(), "from the first call of each process on, roles grant what is done");
}

#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn a_panic_is_a_page_a_slow_one_holds_up_nothing_for_good_and_a_start_is_short() {
    let hub = Deployment::start().await;
    let begun = Instant::now();
    hub.start_function("breaks");
    assert_eq!(hub.invoke("breaks", &get("/works", &[])).await.unwrap()["statusCode"], 200);
    let cold = begun.elapsed();
    println!("from the start of the process to its first answer: {} ms", cold.as_millis());
    assert!(cold < Duration::from_secs(3), "{cold:?}");
    let broken = hub.invoke("breaks", &get("/breaks", &[])).await.unwrap();
    assert_eq!(broken["statusCode"], 500);
    assert!(!broken.to_string().contains("on purpose"));
    let begun = Instant::now();
    let slow = hub.invoke_within("breaks", &get("/slow", &[]), Duration::from_secs(2)).await;
    assert!(slow.is_err(), "who asked waits no longer: {slow:?}");
    assert_eq!(hub.invoke("breaks", &get("/works", &[])).await.unwrap()["statusCode"], 200, "and the next is answered, by the same process");
    assert!(begun.elapsed() < Duration::from_secs(15), "as soon as the slow one is through: {:?}", begun.elapsed());
}

/// Two people, one process, ten thousand requests in turn (`HUB_REQUESTS` says how many): nothing of one is ever in the other's answer
/// (quality-bar S-37).
#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn ten_thousand_requests_of_two_people_through_one_process_cross_nowhere() {
    let hub = Deployment::start().await;
    let mut people = Vec::new();
    for canary in ["canaryann", "canarybob"] {
        let person = Visitor::of(hub.browser());
        let page = person.press("/list-an-event", &[("week", &hub.week)]).await.expect_status(200);
        let title = format!("An hour with {canary}");
        let day = [hub.day.day().to_string(), hub.day.month().to_string(), hub.day.year().to_string()];
        let page = fill_in_event(&person, page, &title, &format!("{canary}@example.org"), [&day[0], &day[1], &day[2]]).await;
        people.push((canary, page.path.clone(), person.cookies()));
    }
    let many = std::env::var("HUB_REQUESTS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000);
    let begun = Instant::now();
    let of = |n: usize| (&people[n % 2], people[(n + 1) % 2].0);
    for n in 0..many {
        let ((own, path, cookies), other) = of(n);
        let pairs: Vec<&str> = cookies.iter().map(String::as_str).collect();
        let answer = hub.invoke("events", &get(path, &pairs)).await.unwrap();
        assert_eq!(answer["statusCode"], 200, "request {n}");
        let text = answer.to_string();
        assert!(text.contains(own) && !text.contains(other), "request {n} holds the other's");
    }
    println!("{many} requests of two people in turn: {:.1} s", begun.elapsed().as_secs_f64());
    // The twin: with the other's cookie the same process does show the other's, so the search can find it.
    let ((_, _, _), other) = of(0);
    let (_, path, cookies) = &people[1];
    let pairs: Vec<&str> = cookies.iter().map(String::as_str).collect();
    assert!(hub.invoke("events", &get(path, &pairs)).await.unwrap().to_string().contains(other));
}
