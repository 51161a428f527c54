//! Least privilege: every journey under the roles of the deployment's template, and no grant that nothing calls for.
//! (All hubs of these tests are under those roles; here it is proved that they count, and that they are no wider than what is done.)

#[path = "roles/attendees.rs"]
mod attendees;
#[path = "roles/authors.rs"]
mod authors;
#[path = "roles/data_map.rs"]
mod data_map;
#[path = "roles/desk.rs"]
mod desk;
#[path = "roles/hosts.rs"]
mod hosts;
#[path = "roles/keeping.rs"]
mod keeping;
#[path = "roles/mails.rs"]
mod mails;
#[path = "roles/readme.rs"]
mod readme;
#[path = "roles/shape.rs"]
mod shape;

use std::sync::Arc;

use hub_tests::TestHub;
use hub_tests::roles::{FUNCTIONS, Ledger, Role, implied};
use hub_tests::template::Template;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, registered};

/// Everything that the hub can do, once.
async fn everything(hub: &TestHub) {
    let desk = at_the_desk(hub).await;
    anybody(hub).await;
    let host = hosts::lists_changes_and_withdraws(hub, &desk).await;
    let event = hosts::is_published(hub, &desk).await;
    attendees::register_change_and_leave(hub, &event, &host).await;
    desk::registers_somebody(&desk, &event).await;
    attendees::wait_and_are_offered(hub, &desk).await;
    attendees::come_at_any_time(hub, &desk).await;
    authors::share_change_and_withdraw(hub, &desk).await;
    authors::tells_of_an_event(hub, &desk).await;
    authors::are_worried(hub, &desk).await;
    authors::are_written_to(hub, &desk).await;
    authors::are_told_before(hub, &desk).await;
    let for_some_days = authors::agrees_for_a_time(hub, &desk).await;
    desk::looks_after_people_and_weeks(hub, &desk).await;
    desk::brings_in_a_table(&desk).await;
    desk::trusts_a_host(hub, &desk).await;
    hosts::changes_what_is_published(hub, &desk).await;
    hosts::postpones(hub, &desk).await;
    hosts::cancels_for_many(hub, &desk).await;
    mails::come_by_the_stream(hub, &desk).await;
    // From here on hours pass, and sessions at the desk end.
    attendees::do_not_confirm(hub, &desk).await;
    mails::that_nobody_can_write_are_set_aside(hub).await;
    mails::come_back(hub).await;
    keeping::lets_go_of_what_is_over(hub).await;
    hub.get(&for_some_days).await.expect_status(410);
    assert!(hub.get("/demo/2026/stories").await.text().contains("Live after notice"));
}

/// Every public page.
async fn anybody(hub: &TestHub) {
    for address in ["/", "/weeks", "/demo/2026", "/demo/2026/calendar", "/demo/2026/stories", "/sitemap.xml", "/healthz", "/embed/demo/2026"] {
        hub.get(address).await.expect_status(200);
    }
    let event = hub.get("/demo/2026/calendar").await.attributes("article h3 a", "href").remove(0);
    hub.get(&event).await.expect_status(200);
}

fn noted(hub: &TestHub) -> Arc<Ledger> {
    let ledger = hub.guards.ledger.clone();
    for function in FUNCTIONS {
        implied(Template::get(), function).into_iter().for_each(|call| ledger.note(function, call));
    }
    ledger
}

#[tokio::test]
async fn every_journey_works_under_the_roles_and_no_grant_is_needless() {
    let hub = TestHub::with_demonstration().await;
    everything(&hub).await;
    let ledger = noted(&hub);
    let mut wrong = Vec::new();
    for function in FUNCTIONS {
        let role = Role::of(Template::get(), function);
        for (call, _) in ledger.of(function) {
            if role.allowing(&call).next().is_none() {
                wrong.push(format!("{function}: {} on {} is not granted", call.action, call.resource));
            }
        }
        for (sid, count) in ledger.alone(&role) {
            println!("{function:14} {sid:18} {count:5} calls that it alone allows");
            if count == 0 {
                wrong.push(format!("{function}: the statement {sid} is needless"));
            }
        }
        wrong.extend(ledger.needless(&role).into_iter().map(|part| format!("{function}: needless: {part}")));
    }
    // What goes wrong after an act that is done already is left for the keeper, and shows on no page.
    wrong.extend(ledger.refused());
    wrong.extend(data_map::gaps(&hub));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The twin: a statement is really taken out, and the journey that needs it fails on a page.
#[tokio::test]
async fn without_one_statement_its_journey_fails() {
    for (function, sid, path) in
        [("events", "HubWrites", "/list-an-event"), ("events", "PublicReads", "/list-an-event"), ("stories", "HubWrites", "/share-your-story")]
    {
        let hub = TestHub::under(move |role| if role.function == function { role.without(sid) } else { role }).await;
        let visitor = Visitor::new(&hub);
        let page = visitor.get(path).await;
        let status = match page.status.as_u16() {
            200 => visitor.send(&page, &[("week", "demo/2026")]).await.status.as_u16(),
            status => status,
        };
        assert_eq!(status, 503, "{function} without {sid}");
    }
}

/// The twin of what shows on no page: the count of places that everybody sees is brought up to date after a booking, by `registrations`.
#[tokio::test]
async fn what_is_refused_without_showing_on_a_page_is_noted() {
    let hub = TestHub::under(|role| if role.function == "registrations" { role.without("PublicWrites") } else { role }).await;
    let desk = at_the_desk(&hub).await;
    list_an_event(&hub, "With places to count", "counts@example.org").await;
    let event = decide(&hub, &desk, "With places to count", "publish").await;
    assert_eq!(hub.guards.ledger.refused(), Vec::<String>::new());
    registered(&hub, &event, "Ann", "ann@example.org").await;
    let refused = hub.guards.ledger.refused();
    assert!(!refused.is_empty(), "the booking went well, and its count was refused");
    assert!(refused.iter().all(|one| one.starts_with("registrations may not dynamodb:PutItem PLACES#")), "{refused:#?}");
}

/// The twin of the count: a grant that nothing calls for is named.
#[tokio::test]
async fn a_grant_too_many_is_named() {
    let ledger = Ledger::default();
    let role = Role::of(Template::get(), "site");
    implied(Template::get(), "site").into_iter().for_each(|call| ledger.note("site", call));
    let needless = ledger.needless(&role);
    assert_eq!(needless.len(), 2, "{needless:?}");
    assert!(needless.iter().all(|part| part.starts_with("PublicReads dynamodb:")), "{needless:?}");
    assert_eq!(ledger.alone(&role).iter().find(|(sid, _)| sid == "PublicReads").map(|(_, count)| *count), Some(0));
}
