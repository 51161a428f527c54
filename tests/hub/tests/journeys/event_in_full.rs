//! Everything a host can tell, from the form to the page, and from the page to what else names it.

use domain::access::AccessFact;
use hub_tests::walk::{Visitor, at_the_desk, decide, word};
use hub_tests::{Fields, TestHub};

/// Lists an event with every answer given, and confirms its host's address.
async fn listed(hub: &TestHub, title: &str, email: &str, open_to: &str) -> Visitor {
    let mut host = Visitor::new(hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let page = host.send(&page, &[("title", title), ("summary", "In full."), ("description", "Come *as you are*."), ("kind", "talk")]).await;
    let contact = [("host", "Group One"), ("cohosts", "Group Two\nGroup Three"), ("nation", "wales"), ("contact_name", "A Host")];
    let reached = [("contact_email", email), ("enquiries", "Reception"), ("enquiries_phone", "01632 960 001")];
    let page = host.send(&page, &[&contact[..], &reached].concat()).await;
    let when = [("timing", "timed"), ("day", "25"), ("month", "11"), ("year", "2026"), ("start", "2pm"), ("end", "3pm")];
    let page = host.send(&page, &when).await;
    let room = [("format", "hybrid"), ("venue", "Example Hall"), ("address", "1 Example Street"), ("postcode", "ZZ1 1ZZ"), ("directions", "Bus 4")];
    let online = [("arrival", "The blue door, from 1.45"), ("platform", "Zoom"), ("platform_help", "Dee, 01632 960 003"), ("joining", "private")];
    let page = host.send(&page, &[&room[..], &online].concat()).await;
    let facts: Vec<String> = AccessFact::ALL.iter().map(|fact| format!("access_{}", fact.value())).collect();
    let mut access: Vec<(&str, &str)> = facts.iter().map(|fact| (fact.as_str(), "yes")).collect();
    access.extend([("access_captions", "no"), ("captions_automatic", "yes"), ("bsl_how", "on-request"), ("bsl_by", "18 11 2026")]);
    access.push(("access_hearing-loop", "not-sure"));
    access.extend([("handouts", "yes"), ("light_sound", "Daylight, no music"), ("travel_help", "We meet you at the bus")]);
    let page = host.send(&page, &access).await;
    let booking =
        [("booking", "required"), ("cost", "paid"), ("cost_note", "£4, or what you can"), ("paid_involvement", "£25 an hour"), ("open_to", open_to)];
    let page = host.send(&page, &booking).await.expect_status(200);
    let lines = [("languages_note", "With whispering"), ("content_note", "We talk about restraint"), ("local_theme", "Glen roads")];
    let told = [("recording", "no"), ("coproduced", "Six people **planned** it."), ("resource1_title", "The slides"), ("resource1_kind", "slides")];
    let to_come = [("resource1_length", "12 pages"), ("resource1_launch", "3 December 2026")];
    let mut form: Fields = page.form_at("main form[method=post i]");
    let own = [("photos", "no"), ("speakers", "Ann, who plans it\nBo, who was there"), ("own_site", "example.org/full"), ("hashtag", "InFull")];
    for (name, value) in [&lines[..], &told, &to_come, &own].concat() {
        form = form.with(name, value);
    }
    let several = [("audience", "young"), ("audience", "carers"), ("languages", "welsh"), ("questions", "1"), ("questions", "3")];
    form = several.into_iter().fold(form, |form, (name, value)| form.and(name, value));
    let page = host.submit(&page.action_at("main form[method=post i]"), &form).await.expect_status(200);
    assert!(page.path.ends_with("/check"), "{}", page.text());
    for words in [
        "Group Three",
        "Young people",
        "Welsh",
        "The blue door",
        "The slides",
        "18 11 2026",
        "Automatic captions",
        "£25 an hour",
        "We meet you at the bus",
    ] {
        assert!(page.text().contains(words), "the answers to check lack {words}");
    }
    host.home = page.path.trim_end_matches("/check").to_owned();
    host.send(&page, &[]).await.expect_status(200);
    hub.tick().await;
    host.press(&hub.mail_to(email).link_with("/confirm/"), &[]).await.expect_status(200);
    host
}

#[tokio::test]
async fn everything_a_host_tells_is_on_the_page_and_its_questions_lead_both_ways() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("In full {}", word(&hub));
    listed(&hub, &title, "full@example.org", "public").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    let page = hub.get(&address).await.expect_status(200);
    for words in [
        "Group One, Group Two and Group Three",
        "Made for: Carers and families, Young people",
        "Anyone can come",
        "WelshWith whispering",
        "It is not recorded",
        "Content note: We talk about restraint",
        "local theme: Glen roads",
        "How we co-produced thisSix people planned it.",
        "The slidesSlides, 12 pages. Comes out on Thursday 3 December 2026.",
        "On arriving: The blue door, from 1.45",
        "Who helps you try it out: Dee, 01632 960 003",
        "Example Hall1 Example StreetZZ1 1ZZBus 4",
        "KindTalk",
        "Cost£4, or what you canExpenses: not stated",
        "Paid involvement: £25 an hour",
        "Reception, 01632 960 001",
        "With Relay UK, dial 18001",
        "Papers beforehandYes",
        "No photos or films",
        "#InFull",
        "Who speaks or leadsAnn, who plans itBo, who was there",
        "Light and soundDaylight, no music",
        "Getting thereWe meet you at the bus",
    ] {
        assert!(page.text().contains(words), "the page lacks {words}:\n{}", page.text());
    }
    let (labels, answers) = (page.select("dl.access dt"), page.select("dl.access dd"));
    for fact in AccessFact::ALL {
        let at = labels.iter().position(|label| label == fact.words()).unwrap_or_else(|| panic!("the page lacks {}: {labels:?}", fact.words()));
        let answer = match fact {
            AccessFact::HearingLoop => "Not sure, ask us",
            AccessFact::Bsl => "Yes, if you ask by Wednesday 18 November 2026",
            AccessFact::Captions => "No, automatic captions only",
            _ => "Yes",
        };
        assert_eq!(answers[at], answer, "{}", fact.words());
    }
    assert!(page.attributes("main aside a", "href").contains(&"https://example.org/full".to_owned()), "{}", page.html());
    let asked = page.attributes("main ul.links a", "href");
    assert!(asked.contains(&"/demo/2026/questions/3".to_owned()), "{asked:?}");
    assert!(hub.get("/demo/2026/questions/3").await.expect_status(200).text().contains(&title));
    assert!(!hub.get("/demo/2026/questions/2").await.text().contains(&title));
    // The day to ask by passes, at midnight on British clocks, and the page no longer promises what is over.
    for (now, passed) in [("2026-11-18T23:59:00Z", false), ("2026-11-19T00:00:30Z", true)] {
        hub.clock.set(now.parse().expect("a moment"));
        let said = hub.get(&address).await.expect_status(200).text();
        assert_eq!(said.contains("Yes, if you ask by Wednesday 18 November 2026"), !passed, "{now}: {said}");
        let words = "On request. The day to ask by was Wednesday 18 November 2026. Ask us: it may still be possible";
        assert_eq!(said.contains(words), passed, "{now}: {said}");
    }
    // So does the day on which something was to come out, and the day of the event itself.
    let before = ["Comes out on Thursday 3 December 2026", "Questions before you come?"];
    let after = ["Was to come out on Thursday 3 December 2026", "Whom to ask", "Were you there?"];
    for (now, over, is_out) in [
        ("2026-11-25T14:59:00Z", false, false),
        ("2026-11-25T15:00:30Z", true, false),
        ("2026-12-02T23:59:00Z", true, false),
        ("2026-12-03T00:00:30Z", true, true),
    ] {
        hub.clock.set(now.parse().expect("a moment"));
        let said = hub.get(&address).await.expect_status(200).text();
        assert_eq!((said.contains(before[0]), said.contains(after[0])), (!is_out, is_out), "{now}: {said}");
        assert_eq!((said.contains(before[1]), said.contains(after[1]), said.contains(after[2])), (!over, over, over), "{now}: {said}");
    }
}

#[tokio::test]
async fn an_internal_event_is_listed_and_cannot_be_booked() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let title = format!("Among ourselves {}", word(&hub));
    listed(&hub, &title, "inside@example.org", "staff").await;
    let address = decide(&hub, &desk, &title, "publish").await;
    let page = hub.get(&address).await.expect_status(200);
    assert!(page.text().contains("Not open to bookOnly people who work for the host"), "{}", page.text());
    assert!(page.attributes("main a", "href").iter().all(|href| !href.ends_with("/register")));
    let closed = hub.get(&format!("{address}/register")).await;
    assert!(closed.text().contains("You don’t need to book here") && !closed.html().contains("name=\"email\""), "{}", closed.text());
    let list = hub.get(&format!("/demo/2026/calendar?q={}", title.rsplit(' ').next().unwrap())).await;
    assert!(list.text().contains("Not open staff of the host"), "{}", list.text());
    let asked = title.rsplit(' ').next().unwrap();
    let paper = hub.get(&format!("/demo/2026/programme?q={asked}")).await.expect_status(200).text();
    assert!(paper.contains("Not open to book: only people who work for the host") && paper.contains("Languages: Welsh"), "{paper}");
    assert!(!paper.contains("Booking required"), "{paper}");
    let data: serde_json::Value = serde_json::from_str(&hub.get(&format!("/demo/2026/calendar.json?q={asked}")).await.html()).unwrap();
    let [event] = &data["events"].as_array().unwrap()[..] else { panic!("one event: {data}") };
    assert_eq!((&event["open_to"], &event["words"]["open_to"]), (&"staff".into(), &"Only people who work for the host".into()));
}
