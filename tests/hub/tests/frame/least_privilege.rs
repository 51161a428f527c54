//! `site` over a database that refuses everything but reads of the table `public`.

use std::sync::Arc;
use std::time::Duration;

use hub_tests::proxy::{Proxy, Rules};
use local::{Data, Engine};
use store::{Db, Tables};

use super::*;

async fn site_behind(rules: Rules) -> (TestHub, axum::Router, Proxy) {
    let engine = Arc::new(Engine::memory().expect("an engine starts"));
    let hub = TestHub::with(Data::Shared(engine.clone(), "lp-".into()), |options| options.demonstration = true).await;
    let proxy = Proxy::before(&engine.endpoint(), rules).await.expect("a proxy");
    let db = Db::new(local::client::at(&proxy.endpoint()), Tables::with_prefix("lp-"));
    let mut settings = hub.context.settings().clone();
    settings.memory = Duration::ZERO;
    let site = site::router(site::State::new(hub.context.clone(), db));
    (hub, site, proxy)
}

async fn status(site: &axum::Router, address: &str) -> u16 {
    use tower::ServiceExt;
    let request = axum::http::Request::builder().uri(address).body(axum::body::Body::empty()).expect("a request");
    site.clone().oneshot(request).await.expect("an answer").status().as_u16()
}

/// What `site` itself serves, with the status it should have.
async fn routes_of_site(hub: &TestHub) -> Vec<String> {
    let others = ["/links", "/list-an-event", "/share-your-story", "/desk", "/mailbox", "/manage/", "/register", "/places"];
    let all = public_addresses(hub).await;
    all.into_iter().filter(|a| !others.iter().any(|o| a.starts_with(o) || a.ends_with(o))).collect()
}

#[tokio::test]
async fn site_serves_every_public_route_with_reads_of_the_public_table_alone() {
    let (hub, site, proxy) = site_behind(Rules { only_reads_of: Some("public"), ..Rules::default() }).await;
    for address in routes_of_site(&hub).await {
        assert_eq!(status(&site, &address).await, hub.get(&address).await.status.as_u16(), "{address}");
    }
    let calls = proxy.calls();
    assert!(calls.keys().all(|operation| operation == "GetItem" || operation == "Query"), "{calls:?}");
}

/// The twin: where even that is refused, the same pages fail. So the proxy refuses, and the test above can fail.
#[tokio::test]
async fn site_without_its_table_says_so_on_a_page() {
    let (hub, site, _proxy) = site_behind(Rules { only_reads_of: Some("no-such-table"), ..Rules::default() }).await;
    for address in ["/", "/demo/2026/calendar", "/weeks"] {
        assert_eq!(status(&site, address).await, 503, "{address}");
    }
    drop(hub);
}
