//! Filters over 2,000 events give exactly what reading all of them gives, and no page sends more than fifty.

use std::collections::BTreeSet;

use hub_tests::Fields;
use hub_tests::many::Many;

use super::naive::{Ask, answers, combination};
use super::world::{MANY, WEEK, World, count};

/// How many combinations are asked for as data, and how many of them page by page; `HUB_FILTERS=all` asks many more.
fn samples() -> (usize, usize) {
    if std::env::var("HUB_FILTERS").is_ok_and(|many| many == "all") { (300, 60) } else { (20, 3) }
}

fn query(asked: &[Ask]) -> String {
    Fields::of(asked.iter().cloned()).encoded()
}

fn expected<'a>(world: &'a World, asked: &[Ask]) -> Vec<&'a Many> {
    world.events.iter().filter(|one| answers(one, asked)).collect()
}

/// Every event's address on the pages of a filter: the page, then each day's own, then page after page.
async fn walked(world: &World, path: &str) -> BTreeSet<String> {
    let page = world.get(path).await;
    let rows = page.attributes("#results article h3 a", "href");
    assert!(rows.len() <= 50, "{path}: {} rows", rows.len());
    let mut out: BTreeSet<String> = rows.into_iter().collect();
    for day in page.attributes("#results .rest a", "href") {
        out.extend(Box::pin(walked(world, &day)).await);
    }
    if let Some(next) = page.attributes("#results a[rel=next]", "href").pop() {
        out.extend(Box::pin(walked(world, &next)).await);
    }
    out
}

#[tokio::test]
async fn sampled_filters_over_two_thousand_events_give_what_a_naive_filter_gives() {
    let world = World::meeting_again(MANY).await;
    super::weights::keep(&world).await;
    let (data, pages) = samples();
    let mut found_something = 0;
    for sample in 0..data {
        let asked = combination(&world.seed);
        let query = query(&asked);
        let expected = expected(&world, &asked);
        let names: BTreeSet<String> = expected.iter().map(|one| one.page.id.to_string()).collect();
        assert_eq!(world.data(&query).await, names, "{query}");
        found_something += usize::from(!expected.is_empty() && expected.len() < MANY);
        let page = world.get(&format!("{WEEK}/calendar?{query}")).await;
        assert_eq!(count(&page), expected.len(), "{query}");
        if sample < pages {
            let addresses: BTreeSet<String> = expected.iter().map(|one| one.page.path()).collect();
            let path = format!("{WEEK}/calendar?{query}");
            assert_eq!(walked(&world, &path).await, addresses, "{query}");
            let listed = page.attributes("#results .whole a", "href").pop();
            if let Some(list) = listed {
                assert_eq!(walked(&world, &list).await, addresses, "{query}, in one list");
            }
        }
    }
    assert!(found_something > data / 3, "most samples ask for something that is there: {found_something}");
}

#[tokio::test]
async fn each_day_says_how_much_there_is_on_it_and_leads_to_the_rest() {
    let world = World::with(300).await;
    let page = world.get(&format!("{WEEK}/calendar")).await;
    assert_eq!(count(&page), 300);
    for (nth, day) in (23..=29).enumerate() {
        let asked = vec![("day", format!("2026-11-{day}"))];
        let on = expected(&world, &asked).into_iter().filter(|one| one.page.when.start().is_some()).count();
        let words = page.select(".days .count");
        assert_eq!(words[nth], domain::text::counted(on as u64, "event", "events"), "the strip on {day} November");
        let heading = page.select("#results .day h2").into_iter().find(|words| words.contains(&format!("{day} November"))).unwrap();
        assert!(heading.contains(&format!("{on} event")), "{heading}");
        let rest = page.select("#results .rest a").into_iter().find(|words| words.contains(&format!("{day} November"))).unwrap();
        assert!(rest.starts_with(&format!("See all {on} on")), "{rest}");
    }
    let any_time = world.get(&format!("{WEEK}/calendar?day=any-time")).await;
    assert_eq!(any_time.select("#results .day h2").len(), 1, "what has no time has an address of its own");
    assert!(any_time.attributes("input[name=day][value=any-time]", "checked").len() == 1);
}

#[tokio::test]
async fn a_value_that_does_not_exist_is_passed_over_and_a_page_beyond_the_last_is_the_last() {
    let world = World::with(120).await;
    for nonsense in ["day=yesterday", "region=atlantis", "kind=%00", "page=-1", "page=99999999999999999999", "access=cake&format=by-post", "%ff=%ff"]
    {
        let page = world.get(&format!("{WEEK}/calendar?{nonsense}")).await;
        assert_eq!(count(&page), 120, "{nonsense}");
    }
    let last = world.get(&format!("{WEEK}/calendar?page=99")).await;
    assert_eq!(last.first("nav.pages span").as_deref(), Some("Page 3 of 3"));
    assert_eq!(last.attributes("#results article h3 a", "href").len(), 20);
}

#[tokio::test]
async fn what_is_passed_over_is_said_under_the_headings_of_the_form_and_nothing_else_is() {
    let world = World::with(120).await;
    let words = "asks for something that we don’t know, under";
    for (asked, same, under) in [
        ("access=bsl&access=cake", "access=bsl", "“What you need”."),
        ("format=by-post&day=yesterday&q=garden", "q=garden", "“How to take part” and “Day”."),
        ("places=1&time=midnight", "", "“Cost and places” and “Time of day”."),
    ] {
        let page = world.get(&format!("{WEEK}/calendar?{asked}")).await;
        let said = page.first("#results .notice").unwrap_or_else(|| panic!("{asked}: {}", page.text()));
        assert!(said.contains(&format!("{words} {under}")) && !said.contains("cake"), "{asked}: {said}");
        let legends = page.select("form.filters legend");
        assert!(under.split('“').skip(1).all(|part| legends.iter().any(|legend| part.starts_with(&format!("{legend}”")))), "{legends:?}");
        assert_eq!(count(&page), count(&world.get(&format!("{WEEK}/calendar?{same}")).await), "{asked}");
        assert!(world.get(&format!("/embed{WEEK}?{asked}")).await.text().contains(&format!("{words} {under}")), "{asked}, in a frame");
        let data: serde_json::Value = serde_json::from_slice(&world.get(&format!("{WEEK}/calendar.json?{asked}")).await.body).unwrap();
        assert!(
            data["passed_over"].as_str().is_some_and(|said| said.contains(&format!("{words} {under}"))),
            "{asked}, as data: {}",
            data["passed_over"]
        );
    }
    for asked in ["", "?access=bsl&day=any-time&places=yes&q=", "?fbclid=x&utm_source=mail&page=2"] {
        for path in [format!("{WEEK}/calendar{asked}"), format!("/embed{WEEK}{asked}"), format!("{WEEK}/calendar.json{asked}")] {
            assert!(!world.get(&path).await.html().contains(words), "{path}");
        }
    }
}

#[tokio::test]
async fn where_nothing_is_found_the_page_leads_to_what_there_is_without_one_of_the_things_asked_for() {
    let world = World::with(200).await;
    let [bsl, free, words] = [("access", "bsl"), ("free", "yes"), ("q", "zzzz")].map(|(name, value)| (name, value.to_owned()));
    let page = world.get(&format!("{WEEK}/calendar?{}", query(&[bsl.clone(), free.clone(), words.clone()]))).await;
    assert_eq!(count(&page), 0);
    let left = expected(&world, &[bsl, free]).len();
    assert!(left > 1, "{left}");
    let ways: Vec<String> = page.select(".empty a").into_iter().filter(|way| way.starts_with("Without ")).collect();
    assert_eq!(ways, [format!("Without “zzzz”: {left} events")], "without the others there is nothing either");
    let way = page.attributes(".empty a", "href").remove(0);
    assert_eq!(count(&world.get(&way).await), left);
    let alone = world.get(&format!("{WEEK}/calendar?{}", query(&[words]))).await;
    assert!(alone.select(".empty a")[0].starts_with("See every event"), "{}", alone.text());
}
