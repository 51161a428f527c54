//! What holds for every page: headers, refusals with a way on, nothing inline, and what `site` may read.

#[path = "frame/bad_input.rs"]
mod bad_input;
#[path = "frame/embedding.rs"]
mod embedding;
#[path = "frame/least_privilege.rs"]
mod least_privilege;

use hub_tests::{Page, TestHub};

/// One address of every kind that is open to anybody.
async fn public_addresses(hub: &TestHub) -> Vec<String> {
    let week = "/demo/2026";
    let calendar = hub.get(&format!("{week}/calendar")).await.expect_status(200);
    let stories = hub.get(&format!("{week}/stories")).await.expect_status(200);
    let event = calendar.attributes("article h3 a", "href").remove(0);
    let story = stories.attributes("h3 a", "href").remove(0);
    let mut all: Vec<String> = [
        "/",
        "/weeks",
        "/about",
        "/accessibility",
        "/privacy",
        "/cookies",
        "/help",
        "/links",
        "/list-an-event",
        "/share-your-story",
        "/robots.txt",
        "/sitemap.xml",
        "/healthz",
        "/embed",
        "/embed.js",
        "/open-data",
        "/openapi.json",
        "/england/2018",
        "/desk",
        "/desk/sign-in",
        "/mailbox",
        "/no-such-page",
        "/events/no-such-event",
        "/stories/no-such-story",
        "/nowhere/2026",
        "/england/1066",
        "/desk/no-such-page",
        "/manage/event/open/nonsense",
        "/manage/registration/open/nonsense",
        "/manage/story/open/nonsense",
    ]
    .map(str::to_owned)
    .into();
    for more in [
        "",
        "/calendar",
        "/calendar?day=2026-11-25&access=bsl&q=co-pro",
        "/calendar.ics",
        "/calendar.json",
        "/calendar.atom",
        "/add-to-calendar?access=bsl",
        "/my-week",
        "/my-week.ics",
        "/programme?by=area&size=large",
        "/stories",
        "/stories.atom",
        "/questions/1",
        "/questions/99",
    ] {
        all.push(format!("{week}{more}"));
    }
    all.extend([format!("{event}.ics"), format!("{event}/register"), format!("{event}/places"), event, story]);
    all
}

fn check_headers(page: &Page) {
    let header = |name: &str| page.header(name).unwrap_or_else(|| panic!("{} has no {name}", page.path));
    assert_eq!(header("content-security-policy"), web::CONTENT_SECURITY_POLICY, "{}", page.path);
    let policy = header("content-security-policy");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*') && !policy.contains("nonce"));
    assert!(header("strict-transport-security").starts_with("max-age=31536000"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin");
    // What holds nothing but what is public may be read by other sites.
    let shared = page.path.starts_with("/embed.js") || page.path.contains("/calendar.json") || page.path.starts_with("/openapi.json");
    assert_eq!(header("cross-origin-resource-policy"), if shared { "cross-origin" } else { "same-origin" }, "{}", page.path);
    assert_eq!(header("x-frame-options"), "DENY");
    assert_eq!(header("referrer-policy"), "same-origin");
    assert!(header("permissions-policy").contains("geolocation=()"));
    header("cache-control");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_is_never_empty() {
    let hub = TestHub::with_demonstration().await;
    for address in public_addresses(&hub).await {
        let page = hub.get(&address).await;
        check_headers(&page);
        let leads_on = page.status.is_redirection();
        assert!(leads_on || !page.body.is_empty(), "{address} is empty");
        let is_page = page.header("content-type").is_some_and(|t| t.starts_with("text/html"));
        if is_page && !leads_on {
            assert_eq!(page.select("h1").len(), 1, "{address} has one heading");
            let refused = page.status.is_client_error();
            assert!(!refused || !page.select("main a, main button").is_empty(), "{address} has a way on:\n{}", page.text());
        }
    }
}

#[tokio::test]
async fn nothing_inline_stands_in_any_page() {
    let hub = TestHub::with_demonstration().await;
    for address in public_addresses(&hub).await {
        let page = hub.get(&address).await;
        if !page.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            continue;
        }
        assert!(page.attributes("[style]", "style").is_empty(), "{address} has a style attribute");
        assert!(page.select("style").is_empty(), "{address} has a style element");
        let html = page.html();
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{address}");
        assert!(!html.contains("<!>"), "{address} has a mark of the renderer, which HTML takes for a mistake");
        for kind in page.attributes("script", "type") {
            assert!(kind == "application/ld+json" || kind == "module", "{address} has a script of type {kind}");
        }
        assert_eq!(page.attributes("script[type=module]", "src").len(), page.select("script[type=module]").len(), "{address}: scripts are files");
    }
}

/// Quality-bar P-15: only cookies that are needed, and nothing of other companies.
#[tokio::test]
async fn a_page_that_anybody_may_read_sets_no_cookie_and_loads_nothing_from_elsewhere() {
    let hub = TestHub::with_demonstration().await;
    for address in public_addresses(&hub).await {
        let page = hub.get(&address).await;
        if !page.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            continue;
        }
        assert!(address.starts_with("/desk") || page.header("set-cookie").is_none(), "{address} sets a cookie");
        for (css, name) in [("[src]", "src"), ("link[rel=stylesheet], link[rel=preload], link[rel=icon]", "href"), ("form", "action")] {
            for loaded in page.attributes(css, name) {
                // Without a bundle its files have no names.
                let own = loaded.is_empty() || loaded.starts_with('/') && !loaded.starts_with("//");
                assert!(own, "{address} loads {loaded}");
            }
        }
    }
}

#[tokio::test]
async fn forms_and_private_pages_are_kept_by_nobody_and_found_by_no_search_engine() {
    let hub = TestHub::with_demonstration().await;
    let event = hub.get("/demo/2026/calendar").await.attributes("article h3 a", "href").remove(0);
    for address in ["/links", "/list-an-event", "/share-your-story", "/desk/sign-in", "/manage/event/open/nonsense", &format!("{event}/register")] {
        let page = hub.get(address).await;
        assert_eq!(page.header("cache-control").as_deref(), Some("no-store"), "{address}");
        let from_header = page.header("x-robots-tag").is_some_and(|t| t.contains("noindex"));
        assert!(from_header || !page.attributes("meta[name=robots]", "content").is_empty(), "{address}");
    }
}

#[tokio::test]
async fn the_demonstration_says_so_on_every_page_of_its_week() {
    let hub = TestHub::with_demonstration().await;
    for address in public_addresses(&hub).await.iter().filter(|a| a.starts_with("/demo/") || a.starts_with("/events/") || a.starts_with("/stories/"))
    {
        let page = hub.get(address).await;
        if page.status.as_u16() == 200 && page.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            assert!(page.text().contains("not real"), "{address}");
        }
    }
}
