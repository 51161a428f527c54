//! The list as a file: no formula, no access need unless asked for on purpose, and every view noted.

use domain::time::date_and_time;
use jiff::ToSpan;
use store::Table;

use crate::browser::Browser;
use crate::events_world::now;
use crate::hub::Hub;

#[tokio::test]
async fn a_file_holds_no_formula_and_no_access_need_unless_asked_for_on_purpose() {
    let hub = Hub::with_places(5).await;
    hub.registers(&mut Browser::new(&hub.router), "=HYPERLINK(1), \"Ann\"", "ann@example.org", "").await;
    let path = format!("/manage/event/{}/registrations/download", hub.world.event);
    let mut host = hub.as_host();
    let page = host.get(&path).await;
    let list = host.send(&path, &page, &[("act", "list")]).await;
    assert_eq!((list.status, list.cache.as_str()), (200, "no-store"));
    assert!(list.body.contains("\"'=HYPERLINK(1), \"\"Ann\"\"\""), "{}", list.body);
    assert!(!list.body.contains("near") && !list.body.contains("BSL"), "{}", list.body);
    let refused = host.send(&path, &page, &[("act", "access")]).await;
    assert!(refused.status == 422 && refused.text("main").contains("Tick the box if you need it"));
    assert!(!noted(&hub).await.contains("download-access-answers"));
    let whole = host.send(&path, &page, &[("act", "access"), ("care", "yes")]).await;
    assert!(whole.body.contains("A seat <near> the door: asked for"), "{}", whole.body);
    assert!(noted(&hub).await.contains("download-access-answers"), "the audit knows");
    assert_eq!(Browser::new(&hub.router).get(&path).await.status, 403);
}

#[tokio::test]
async fn the_file_says_when_each_was_registered_by_whom_and_how_they_asked() {
    let hub = Hub::with_places(5).await;
    hub.registers(&mut Browser::new(&hub.router), "Ann", "ann@example.org", "").await;
    let mut host = hub.as_host();
    let list = format!("/manage/event/{}/registrations", hub.world.event);
    let add = host.get(&format!("{list}/add")).await;
    let phoned = [("asked_by", "phone"), ("agreed", "yes"), ("name", "Mo"), ("phone", "01632 960 077")];
    assert_eq!(host.send(&format!("{list}/add"), &add, &phoned).await.status, 303);
    let page = host.get(&format!("{list}/download")).await;
    let file = host.send(&format!("{list}/download"), &page, &[("act", "list")]).await.body;
    let cells = |line: &str| -> Vec<String> {
        let inner =
            line.trim_start_matches('\u{feff}').strip_prefix('"').and_then(|line| line.strip_suffix('"')).expect("quotation marks around all");
        inner.split("\",\"").map(str::to_owned).collect()
    };
    let rows: Vec<Vec<String>> = file.lines().map(cells).collect();
    let said = |name: &str, column: &str| {
        let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {file}"));
        row[rows[0].iter().position(|head| head == column).unwrap_or_else(|| panic!("{column}: {file}"))].clone()
    };
    assert_eq!((said("Ann", "Registered by").as_str(), said("Ann", "How they asked").as_str()), ("Themselves", ""));
    assert_eq!((said("Mo", "Registered by").as_str(), said("Mo", "How they asked").as_str()), ("The host", "By phone"));
    let (registered, until) = (date_and_time(now()), date_and_time(now() + 2.hours()));
    assert_eq!([said("Ann", "Registered"), said("Mo", "Registered")], [registered.clone(), registered]);
    assert_eq!([said("Ann", "Held until"), said("Mo", "Held until")], [until, String::new()], "only what is held runs out");
    assert!(noted(&hub).await.contains("download-list"), "the audit knows");
}

async fn noted(hub: &Hub) -> String {
    let db = &hub.world.db;
    format!("{:?}", db.client().scan().table_name(db.tables().name(Table::Hub)).send().await.unwrap().items())
}

#[tokio::test]
async fn every_look_at_what_would_help_is_noted() {
    let hub = Hub::with_places(5).await;
    hub.registers(&mut Browser::new(&hub.router), "Ann", "ann@example.org", "").await;
    let ann = hub.world.registrations.of_event(&hub.world.event).await.unwrap().remove(0);
    let list = format!("/manage/event/{}/registrations", hub.world.event);
    let mut host = hub.as_host();
    for (looks, path) in [list.clone(), format!("{list}/{}", ann.id), list].iter().enumerate() {
        assert_eq!(noted(&hub).await.matches("view-registrations").count(), looks, "before {path}");
        assert!(host.get(path).await.text("main").contains("A seat <near> the door"), "{path}");
    }
    assert_eq!(noted(&hub).await.matches("view-registrations").count(), 3);
}

#[tokio::test]
async fn the_list_is_searched_by_name_and_by_number() {
    let hub = Hub::with_places(5).await;
    for (name, email, phone) in [("Siân Other", "sian@example.org", "01632 960 055"), ("Bo Other", "bo@example.org", "")] {
        hub.registers(&mut Browser::new(&hub.router), name, email, phone).await;
    }
    let path = format!("/manage/event/{}/registrations", hub.world.event);
    let mut host = hub.as_host();
    for query in ["sian", "960055", "sian@example"] {
        let found = host.get(&format!("{path}?q={query}")).await.text("table");
        assert!(found.contains("Siân Other") && !found.contains("Bo Other"), "{query}: {found}");
    }
    assert!(host.get(&format!("{path}?q=nobody")).await.text("main").contains("Nobody found"));
}
