//! What the desk does beside deciding.

use domain::access::AccessFact;
use domain::event::Format;
use hub_tests::TestHub;

use hub_tests::walk::{Visitor, list_an_event, settle};

/// Looks into the audit, invites somebody, who signs in from another browser and out again; ends their sessions, removes them; opens and
/// changes a week; enters an event and a story for somebody.
pub async fn looks_after_people_and_weeks(hub: &TestHub, desk: &Visitor) {
    desk.get("/desk/audit").await.expect_status(200);
    let people = desk.get("/desk/people").await.expect_status(200);
    desk.send(&people, &[("name", "Priya Example"), ("email", "priya@example.org"), ("role", "administrator")]).await.expect_status(200);
    hub.tick().await;
    signs_in_elsewhere(hub).await;
    for act in ["end-sessions", "remove"] {
        let people = desk.get("/desk/people").await.expect_status(200);
        let links = people.attributes("main a", "href");
        let mut last: Vec<_> = links.into_iter().filter(|l| l.ends_with(&format!("/{act}"))).collect();
        // The administrator who looks is among them: Priya's is the one that is not their own.
        last.retain(|link| !link.is_empty());
        for link in last {
            let page = desk.get(&link).await.expect_status(200);
            if page.text().contains("Priya") {
                desk.send(&page, &[]).await.expect_status(200);
                break;
            }
        }
    }
    let weeks = desk.get("/desk/weeks").await.expect_status(200);
    let settings = [("nation", "wales"), ("year", "2027"), ("name", "A week in Wales"), ("organiser", "Example"), ("questions", "What works?")];
    desk.send(&weeks, &settings).await.expect_status(200);
    desk.press("/desk/weeks/wales/2027", &[("name", "Another name"), ("deadlines", "1 6 2027: events for the programme")]).await.expect_status(200);
    let anyone = Visitor::new(hub);
    for question in ["Who is not here?", "Who decides?"] {
        let page = anyone.get("/suggest-a-question?week=wales/2027").await.expect_status(200);
        anyone.send(&page, &[("question", question)]).await.expect_status(200);
    }
    for act in ["add", "remove"] {
        desk.press("/desk/weeks/wales/2027/suggested-questions", &[("act", act)]).await.expect_status(200);
    }
    desk.press("/desk/enter-event", &[("week", "demo/2026"), ("agreed", "by phone on 3 November")]).await.expect_status(200);
    desk.press("/desk/enter-story", &[("week", "demo/2026"), ("agreed", "by letter")]).await.expect_status(200);
}

/// Records the host of a published event as trusted, whose next event is then published at once; takes it back.
pub async fn trusts_a_host(hub: &TestHub, desk: &Visitor) {
    list_an_event(hub, "Earns trust", "earns@example.org").await;
    settle(desk, "Earns trust", "publish").await;
    let audit = desk.get("/desk/audit").await.expect_status(200);
    let at = audit.select("main a").iter().position(|title| title == "Earns trust").expect("the audit names it");
    let review = audit.attributes("main a", "href")[at].clone();
    desk.press(&format!("{review}/trust"), &[]).await.expect_status(200);
    let host = list_an_event(hub, "Is trusted", "earns@example.org").await;
    assert!(host.get(&host.home).await.text().contains("Your event is published"));
    desk.press("/desk/trusted", &[]).await.expect_status(200);
}

/// Brings in an event from a table.
pub async fn brings_in_a_table(desk: &Visitor) {
    let names = "title,summary,description,kind,host,nation,contact_name,contact_email,timing,format,watch_link,booking,cost";
    let cells =
        "Brought in,A film,We filmed it,film,Example Group,wales,Ann Example,brought@example.org,any-time,on-demand,example.org/film,not-needed,free";
    let facts = AccessFact::ALL.iter().filter(|fact| fact.applies_to(Format::OnDemand));
    let (names, cells) =
        facts.fold((names.to_owned(), cells.to_owned()), |(names, cells), fact| (format!("{names},access_{}", fact.value()), format!("{cells},no")));
    let typed = [("week", "demo/2026"), ("agreed", "by email on 3 November"), ("table", &format!("{names}\n{cells}"))];
    let queue = desk.press("/desk/bring-in", &typed).await.expect_status(200);
    assert!(queue.text().contains("1 event was brought in"), "{}", queue.text());
}

/// Registers somebody who phones.
pub async fn registers_somebody(desk: &Visitor, event: &str) {
    let form = desk.press("/desk/enter-registration", &[("event", event)]).await.expect_status(200);
    let typed = [("asked_by", "phone"), ("agreed", "yes"), ("name", "Mo Example"), ("phone", "01632 960 078")];
    desk.send(&form, &typed).await.expect_status(200);
}

async fn signs_in_elsewhere(hub: &TestHub) {
    let (asks, opens) = (Visitor::new(hub), Visitor::new(hub));
    let sent = asks.press("/desk/sign-in", &[("email", "priya@example.org")]).await.expect_status(200);
    let code: String = sent.text().chars().collect::<Vec<_>>().windows(7).find_map(|w| is_code(w).then(|| w.iter().collect())).expect("a code");
    hub.tick().await;
    let link = hub.mail_to("priya@example.org").link_with("/desk/sign-in/");
    let page = opens.press(&link, &[("code", &code)]).await.expect_status(200);
    assert!(page.path.ends_with("/set-up"), "{}", page.path);
    let page = opens.get("/desk/second-factor/set-up").await.expect_status(200);
    opens.submit("/desk/sign-out", &page.form()).await;
}

/// Three digits, a space, three digits.
fn is_code(window: &[char]) -> bool {
    window.iter().enumerate().all(|(at, c)| if at == 3 { *c == ' ' } else { c.is_ascii_digit() })
}
