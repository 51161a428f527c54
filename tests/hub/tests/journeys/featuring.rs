//! A coordinator picks out an event for its week's page, and it stays there under another title.

use hub_tests::walk::{at_the_desk, decide, list_an_event, proposes_a_change, settle, word};
use hub_tests::{Page, TestHub};

/// The title of the first event on the week's page, under its heading.
async fn featured(hub: &TestHub) -> Option<String> {
    let page: Page = hub.get("/demo/2026").await.expect_status(200);
    let headings = page.select("main .section h2");
    headings.contains(&"Featured".to_owned()).then(|| page.first("main .section article h3").expect("a featured event"))
}

#[tokio::test]
async fn a_featured_event_stays_on_the_weeks_page_when_it_is_renamed() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let titles = [(); 3].map(|()| format!("Picked {}", word(&hub)));
    let host = list_an_event(&hub, &titles[0], "host@example.org").await;
    let address = decide(&hub, &desk, &titles[0], "publish").await;
    assert_eq!(featured(&hub).await, None);
    let settings = "/desk/weeks/demo/2026";
    desk.press(settings, &[("featured", &format!("{}{address}", hub.origin))]).await.expect_status(200);
    assert!(featured(&hub).await.is_some_and(|title| title.contains(&titles[0])), "a valid address is kept");
    for (old, new) in titles.iter().zip(&titles[1..]) {
        proposes_a_change(&host, &[("about", &[("title", new)])]).await;
        settle(&desk, &format!("Change to: {old}"), "publish").await;
        let shown = featured(&hub).await;
        assert!(shown.as_ref().is_some_and(|title| title.contains(new)), "renamed, and renamed again: {shown:?}");
    }
    // Its settings can be saved as they are, and then name it by the address it has.
    desk.press(settings, &[]).await.expect_status(200);
    let kept = desk.get(settings).await.form_at("main form[method=post i]");
    let now = hub.get(&address).await;
    let now = now.location().expect("the old address leads on");
    let at = kept.get("featured").unwrap_or_default().to_owned();
    let last = hub.get(&now).await;
    assert!(last.location().is_some_and(|last| last == format!("/events/{at}")), "{at}: {now}");
    host.press(&format!("{}/cancel", host.home), &[("words", "The hall is closed.")]).await.expect_status(200);
    assert_eq!(featured(&hub).await, None, "what is cancelled is not picked out");
}
