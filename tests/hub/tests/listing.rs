//! A host lists an event, over HTTP, with no script: every page of the form, the private link, the button that confirms.

#[path = "listing/browser.rs"]
mod browser;
#[path = "listing/odd.rs"]
mod odd;

use browser::Browser;
use domain::event::EventState;
use domain::message::Message;
use store::Table;

const PAGES: [(&str, &[(&str, &str)]); 7] = [
    ("about", &[("title", "Tea & <talk>"), ("summary", "Bring one question."), ("description", "We sit **in a circle**."), ("kind", "cafe")]),
    (
        "host",
        &[
            ("host", "Example Trust"),
            ("nation", "wales"),
            ("contact_name", "Siân Example"),
            ("contact_email", "sian@example.org"),
            ("contact_phone", ""),
            ("enquiries", "Reception"),
            ("enquiries_phone", "01632 960 001"),
        ],
    ),
    ("when", &[("timing", "timed"), ("day", "25"), ("month", "Nov"), ("year", "2026"), ("start", "10"), ("end", "noon")]),
    (
        "where",
        &[
            ("format", "online"),
            ("platform", "Zoom"),
            ("joining", "https://example.org/room"),
            ("venue", ""),
            ("address", ""),
            ("postcode", ""),
            ("directions", ""),
        ],
    ),
    ("access", &[]),
    ("booking", &[("booking", "required"), ("capacity", "20"), ("booking_link", ""), ("cost", "free"), ("cost_note", ""), ("expenses", "")]),
    ("more", &[("content_note", ""), ("recording", "no"), ("audience", "carers")]),
];

fn fields(step: &str) -> Vec<(String, String)> {
    if step == "access" {
        let facts = domain::access::AccessFact::ALL.iter();
        return facts
            .flat_map(|f| [(format!("access_{}", f.value()), "no".to_owned()), (format!("access_{}_note", f.value()), String::new())])
            .collect();
    }
    let (_, fields) = PAGES.iter().find(|(name, _)| *name == step).unwrap();
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn begun(browser: &mut Browser) -> String {
    let start = browser.get("/list-an-event").await;
    assert_eq!(start.status, 200);
    let about = browser.send(&start, &[("week", "scotland/2026")]).await;
    assert_eq!(about.status, 303);
    about.location.strip_suffix("/about").unwrap().to_owned()
}

async fn filled(browser: &mut Browser) -> String {
    let home = begun(browser).await;
    for (step, _) in PAGES {
        let page = browser.get(&format!("{home}/{step}")).await;
        assert_eq!(page.status, 200, "{step}");
        let fields = fields(step);
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut sent = browser.send(&page, &pairs).await;
        if step == "when" {
            // "10" alone is no time: the page comes back with everything that was typed.
            assert_eq!(sent.status, 422);
            assert!(sent.has("title", "Error: ") && sent.value("month") == "Nov" && sent.value("start") == "10");
            sent = browser
                .send(&sent, &[("start", "10am"), ("timing", "timed"), ("day", "25"), ("month", "Nov"), ("year", "2026"), ("end", "noon")])
                .await;
        }
        assert_eq!(sent.status, 303, "{step}: {}", sent.body);
    }
    home
}

#[tokio::test]
async fn a_host_lists_an_event_and_confirms_the_address() {
    let mut browser = Browser::new().await;
    let home = filled(&mut browser).await;
    let check = browser.get(&format!("{home}/check")).await;
    for words in ["Tea & <talk>", "Wednesday 25 November 2026", "Café or cuppa", "Wales", "https://example.org/room", "Not provided"] {
        assert!(check.text().contains(words), "the answers do not show {words}");
    }
    assert!(!check.body.contains("<talk>"));
    let sent = browser.send(&check, &[]).await;
    assert_eq!((sent.status, sent.location.as_str()), (303, home.as_str()));
    assert!(browser.get(&home).await.text().contains("Check your email"));

    let id = domain::ids::EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    let link = browser.context.link(web::Purpose::EventConfirm, id.as_str(), 1);
    let mut elsewhere = browser.elsewhere();
    for _ in 0..3 {
        assert_eq!(elsewhere.get(&link).await.status, 200);
    }
    assert_eq!(browser.record(&id).await.state, EventState::Sent, "looking at a link changes nothing");
    let button = elsewhere.get(&link).await;
    let pressed = elsewhere.send(&button, &[]).await;
    assert_eq!((pressed.status, pressed.location.as_str()), (303, home.as_str()));
    assert!(elsewhere.get(&home).await.text().contains("with the coordinators"));
    assert_eq!(browser.record(&id).await.state, EventState::Queued);
    let mails: Vec<Message> = browser.mails().await;
    let event = id.clone();
    assert_eq!(mails.iter().filter(|m| **m == Message::EventDraft { event: event.clone() }).count(), 1);
    assert_eq!(mails.iter().filter(|m| **m == Message::EventConfirm { event: event.clone() }).count(), 1);
    assert_eq!(mails.iter().filter(|m| **m == Message::EventReceived { event: event.clone() }).count(), 1);
}

#[tokio::test]
async fn a_private_link_brings_the_draft_back_on_another_device() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let about = browser.get(&format!("{home}/about")).await;
    let later = browser.send(&about, &[("title", "Half a title"), ("later", "yes")]).await;
    assert_eq!(later.location, format!("{home}/link"));
    let page = browser.get(&later.location).await;
    let link = page.private_link();
    let mut elsewhere = browser.elsewhere();
    assert_eq!(elsewhere.get(&home).await.status, 403, "the address alone opens nothing");
    let button = elsewhere.get(&link).await;
    assert_eq!(elsewhere.send(&button, &[]).await.location, home);
    assert_eq!(elsewhere.get(&format!("{home}/about")).await.value("title"), "Half a title");
    assert_eq!(elsewhere.get(&link.replace(".1.", ".2.")).await.status, 404);
}

#[tokio::test]
async fn a_page_open_twice_asks_before_it_writes_over() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let (one, other) = (browser.get(&format!("{home}/about")).await, browser.get(&format!("{home}/about")).await);
    browser.send(&one, &[("title", "Written first")]).await;
    let asked = browser.send(&other, &[("title", "Written second")]).await;
    assert_eq!(asked.status, 409);
    assert_eq!(asked.value("title"), "Written second");
    assert_eq!(browser.get(&format!("{home}/about")).await.value("title"), "Written first");
    browser.send(&asked, &[("title", "Written second")]).await;
    assert_eq!(browser.get(&format!("{home}/about")).await.value("title"), "Written second");
}

#[tokio::test]
async fn the_description_is_previewed_and_kept() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let about = browser.get(&format!("{home}/about")).await;
    let preview = browser.send(&about, &[("description", "**free lunch** <script>x</script>"), ("preview", "yes")]).await;
    assert_eq!(preview.status, 200);
    assert!(preview.body.contains("<strong>free lunch</strong>") && !preview.body.contains("<script>x"));
    assert_eq!(browser.get(&format!("{home}/about")).await.value("description"), "**free lunch** <script>x</script>");
}

#[tokio::test]
async fn a_published_event_is_cancelled_by_its_host() {
    let mut browser = Browser::new().await;
    let home = filled(&mut browser).await;
    let id = domain::ids::EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    browser.publish(&id).await;
    assert!(browser.get(&home).await.text().contains("Your event is published"));
    assert_eq!(browser.get(&format!("{home}/about")).await.location, home, "nothing public is changed without the desk");
    let cancel = browser.get(&format!("{home}/cancel")).await;
    let cancelled = browser.send(&cancel, &[("words", "The boiler broke.")]).await;
    assert_eq!((cancelled.status, cancelled.location.as_str()), (303, home.as_str()));
    assert!(browser.get(&home).await.text().contains("The boiler broke."));
    assert_eq!(browser.send(&cancel, &[("words", "Twice.")]).await.location, home);
    assert_eq!(browser.record(&id).await.cancel_words.as_deref(), Some("The boiler broke."));
}

#[tokio::test]
async fn a_host_changes_how_to_join_at_once_and_nothing_that_the_desk_approved() {
    let mut browser = Browser::new().await;
    let home = filled(&mut browser).await;
    let id = domain::ids::EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    assert_eq!(browser.get(&format!("{home}/details")).await.location, home, "not before it is published");
    browser.publish(&id).await;
    let before = browser.record(&id).await;
    let page = browser.get(&format!("{home}/details")).await;
    assert!(page.text().contains("How to join online") && !page.text().contains("How to find it"), "{}", page.text());
    assert_eq!(browser.send(&page, &[("joining", "x"), ("title", "Buy pills")]).await.status, 400);
    let wrong = browser.send(&page, &[("joining", "Room 2"), ("contact_phone", "12")]).await;
    assert_eq!((wrong.status, wrong.value("joining").trim()), (422, "Room 2"));
    let typed = [("joining", "Room 2: https://example.org/other"), ("contact_phone", "01632 960 009")];
    for _ in 0..2 {
        let saved = browser.send(&page, &typed).await;
        assert_eq!((saved.status, saved.location), (303, format!("{home}?changed=yes")), "{}", saved.body);
    }
    let after = browser.record(&id).await;
    assert_eq!(after.version, before.version + 1, "the second press found nothing to change");
    let (was, is) = (before.published.unwrap(), after.published.unwrap());
    assert_eq!(is.details.place.joining.as_deref(), Some("Room 2: https://example.org/other"));
    assert_eq!((is.sequence, &is.details.about, &is.details.when), (was.sequence + 1, &was.details.about, &was.details.when));
    assert!(!browser.everything(Table::Public).await.contains("example.org/other"), "how to join is for people with a place");
}

#[tokio::test]
async fn the_number_that_visitors_ring_changes_at_once_and_is_never_left_out() {
    let mut browser = Browser::new().await;
    let home = filled(&mut browser).await;
    let id = domain::ids::EventId::parse(home.rsplit('/').next().unwrap()).unwrap();
    browser.publish(&id).await;
    let before = browser.record(&id).await;
    let page = browser.get(&format!("{home}/details")).await;
    assert_eq!(page.value("enquiries_phone"), "01632 960 001");
    for wrong in ["", "12"] {
        assert_eq!(browser.send(&page, &[("joining", "https://example.org/room"), ("enquiries_phone", wrong)]).await.status, 422, "{wrong}");
    }
    assert_eq!(browser.record(&id).await.version, before.version, "a refused form changes nothing");
    let typed = [("joining", "https://example.org/room"), ("enquiries_phone", "01632 960 111"), ("contact_phone", "")];
    assert_eq!(browser.send(&page, &typed).await.location, format!("{home}?changed=yes"));
    let public = browser.everything(Table::Public).await;
    assert!(public.contains("01632 960 111") && !public.contains("01632 960 001"), "its page says the new one: {public}");
    let after = browser.record(&id).await;
    let (was, is) = (before.published.unwrap(), after.published.unwrap());
    assert_eq!(is.sequence, was.sequence + 1, "calendars notice what is public");
    assert_eq!((is.told, &is.details.place), (was.told, &was.details.place), "nobody is told of another way in");
    // A page of before has no such field, and takes nothing away.
    assert_eq!(browser.send(&page, &[("joining", "Room 3"), ("contact_phone", "")]).await.status, 303);
    let kept = browser.record(&id).await.published.unwrap().details.host.enquiries.unwrap();
    assert_eq!(kept.words(), "Reception, 01632 960 111");
}

#[tokio::test]
async fn what_did_not_come_from_our_page_is_refused() {
    let mut browser = Browser::new().await;
    let home = begun(&mut browser).await;
    let about = browser.get(&format!("{home}/about")).await;
    assert_eq!(browser.send(&about, &[("title", "x"), ("colour", "red")]).await.status, 400);
    assert_eq!(browser.send(&about, &[("title", "x"), ("website", "https://spam.example")]).await.status, 429);
    assert_eq!(browser.get(&format!("{home}/nothing")).await.status, 404);
    let long = "é".repeat(30_000);
    let refused = browser.send(&about, &[("description", &long)]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("description"), long);
    assert!(!browser.everything(Table::Hub).await.contains("éééé"));
}
