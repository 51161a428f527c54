//! A coordinator brings in a programme from a table: every line is checked like the form, and all of it comes, or nothing.

use domain::access::AccessFact;
use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, word};

/// The names of the fields and one line for each title, as a file of commas.
pub(crate) fn table(titles: &[&str], day: &str) -> String {
    let mut names: Vec<String> =
        ["title", "summary", "description", "kind", "host", "nation", "contact_name", "contact_email"].map(String::from).into();
    names.extend(["timing", "day", "month", "year", "start", "end", "format", "platform", "booking", "cost", "audience"].map(String::from));
    names.extend(AccessFact::ALL.iter().map(|fact| format!("access_{}", fact.value())));
    let mut lines = vec![names.join(",")];
    for title in titles {
        let mut cells: Vec<String> = [*title, "\"Tea, and talk.\"", "We sit.", "talk", "Example Group", "wales"].map(String::from).into();
        cells.extend(["Ann Example", "ann@example.org", "timed", day, "November", "2026", "10am", "noon", "online", "Zoom"].map(String::from));
        cells.extend(["required", "free", "carers; staff"].map(String::from));
        cells.extend(AccessFact::ALL.iter().map(|_| "not-sure".to_owned()));
        lines.push(cells.join(","));
    }
    lines.join("\r\n")
}

async fn waiting(desk: &Visitor) -> String {
    desk.get("/desk").await.expect_status(200).text()
}

#[tokio::test]
async fn all_lines_of_a_table_are_brought_in_or_none() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let titles: Vec<String> = (0..3).map(|n| format!("Brought {n} {}", word(&hub))).collect();
    let names: Vec<&str> = titles.iter().map(String::as_str).collect();
    let form = desk.get("/desk/bring-in").await.expect_status(200);
    let template = desk.get("/desk/bring-in/template.csv").await.expect_status(200).html();
    assert!(template.contains("\"title\",\"summary\"") && template.contains("\"access_step-free\""), "{template}");

    let good = table(&names, "25");
    let bad = good.replacen("not-sure", "perhaps", 1).replacen("noon", "9am", 1);
    let sent = |table: &str| form.form_at("main form[method=post i]").with("week", "demo/2026").with("agreed", "by email").with("table", table);
    let action = form.action_at("main form[method=post i]");
    let refused = desk.submit(&action, &sent(&bad)).await.expect_status(422);
    for words in ["1 event is not right yet, so nothing was brought in", &format!("Line 2: {}", titles[0]), "end: The end must be after the start"] {
        assert!(refused.text().contains(words), "the page does not say: {words}\n{}", refused.text());
    }
    let kept = refused.form_at("main form[method=post i]").get("table").unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(kept.trim(), bad.replace("\r\n", "\n"), "what was typed is kept");
    assert!(!waiting(&desk).await.contains("Brought"), "not even the lines that are right");

    hub.tick().await;
    for _ in 0..2 {
        let done = desk.submit(&action, &sent(&good)).await.expect_status(200);
        assert!(done.text().contains("3 events were brought in"), "{}", done.text());
    }
    let queue = waiting(&desk).await;
    assert!(titles.iter().all(|title| queue.matches(title.as_str()).count() == 1), "a double press is one: {queue}");
    let address = decide(&hub, &desk, &titles[1], "publish").await;
    let page = hub.get(&address).await.expect_status(200);
    assert!(page.text().contains("Made for: Carers and families, People who work in services"), "{}", page.text());
    assert!(desk.get("/desk/audit").await.text().contains("brought in"));
}

#[tokio::test]
async fn what_is_no_table_or_too_long_a_one_says_so() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let form = desk.get("/desk/bring-in").await.expect_status(200);
    let many = table(&["Too many"; 501], "25");
    let none = many.lines().next().unwrap_or_default().to_owned();
    for (table, why) in
        [("Tea and talk", "There is no field “title”"), (&many, "You can bring in 500 events at a time. The table has 501"), (&none, "no event yet")]
    {
        let fields = form.form_at("main form[method=post i]").with("week", "demo/2026").with("agreed", "by email").with("table", table);
        let answer = desk.submit(&form.action_at("main form[method=post i]"), &fields).await.expect_status(422);
        assert!(answer.text().contains(why), "{why}:\n{}", answer.text());
    }
}
