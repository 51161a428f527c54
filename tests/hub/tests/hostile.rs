//! Every field of every form gets what nobody should type: a page with words, never a fault of ours, and nothing typed is lost
//! (quality-bar R-31). `HUB_HOSTILE` says how many values a field gets; one by default, another each time.

#[path = "hostile/last_release.rs"]
mod last_release;
#[path = "hostile/pages.rs"]
mod pages;
#[path = "hostile/values.rs"]
mod values;

use std::collections::{BTreeMap, BTreeSet};

use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event};
use hub_tests::{Page, Seed, TestHub};

use values::{VALUES, can_stay, value};

/// Text that a refused form gives back.
const TYPED: &str = "input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([name=website])[name]";

fn many() -> usize {
    std::env::var("HUB_HOSTILE").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// The forms of a page that change something, but those that end it: by the address they go to.
fn forms(page: &Page) -> Vec<String> {
    let mut actions = page.attributes("main form[method=post i]", "action");
    actions.dedup();
    actions.retain(|action| !["/cancel", "/withdraw", "/held", "sign-out"].iter().any(|end| action.ends_with(end)));
    actions
}

/// The form of a page that goes to this address and has this field.
fn form_with(action: &str, name: &str) -> String {
    format!("main form[action='{action}']:has([name='{name}'])")
}

/// The names of a form's fields: those with text in them, and all.
fn names(page: &Page, form: &str) -> (Vec<String>, Vec<String>) {
    let typed = page.attributes(&format!("{form} {TYPED}, {form} textarea[name]"), "name");
    let mut all = page.attributes(&format!("{form} [name]"), "name");
    all.retain(|name| !["form_key", "website", "version"].contains(&name.as_str()));
    all.sort();
    all.dedup();
    (typed, all)
}

/// What was sent, and what came of it: refused with the text kept, taken, or neither. Words that fit several things are asked about: the
/// page says them above the choices.
async fn send(visitor: &Visitor, path: &str, action: &str, name: &str, text: &str) -> Result<u16, String> {
    let page = visitor.get(path).await;
    let form = form_with(action, name);
    if page.status.as_u16() != 200 || page.attributes(&form, "action").is_empty() {
        return Ok(0);
    }
    let answer = visitor.submit(action, &page.entered_at(&form).with(name, text)).await;
    let status = answer.status.as_u16();
    if status >= 500 {
        return Err(format!("{status} for {text:?} in {name} of {path}:\n{}", answer.text()));
    }
    let typed = names(&page, &form).0.iter().any(|typed| typed == name);
    if status == 422 && typed && can_stay(text) {
        let kept = came_back(&answer, &form, name).unwrap_or_default();
        let choices = !answer.attributes(&format!("{form} input[type=radio][name={name}]"), "value").is_empty();
        if kept.trim() != text.trim() && !(choices && answer.text().contains(text.trim())) {
            return Err(format!("{text:?} in {name} of {path} came back as {kept:?}"));
        }
    }
    Ok(status)
}

/// What a field of the form holds now; none where the form is gone.
fn came_back(answer: &Page, form: &str, name: &str) -> Option<String> {
    let fields = answer.attributes(form, "action").first().map(|_| answer.form_at(form))?;
    Some(fields.get(name).unwrap_or_default().to_owned())
}

#[tokio::test]
async fn whatever_is_typed_no_form_breaks_and_none_loses_it() {
    let hub = TestHub::with_demonstration().await;
    let seed = Seed::from_environment();
    let (mut sent, mut came, mut wrong, mut met) = (0, BTreeMap::new(), Vec::new(), BTreeSet::new());
    for (visitor, path) in pages::all(&hub).await {
        let page = visitor.get(&path).await;
        assert!(!forms(&page).is_empty(), "{path} has no form ({}):\n{}", page.status, page.text());
        for action in forms(&page) {
            for name in names(&page, &format!("main form[action='{action}']")).1 {
                for _ in 0..many() {
                    let text = value(&seed, seed.below(VALUES.len() as u64 * 2) as usize);
                    match send(&visitor, &path, &action, &name, &text).await {
                        Ok(status) => *came.entry(status).or_insert(0) += 1,
                        Err(fault) => wrong.push(fault),
                    }
                    sent += 1;
                }
                met.insert(name);
            }
        }
    }
    println!("{sent} forms sent; answers by status (0: the form was gone meanwhile): {came:?}");
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    // What only an event in two ways asks, and only a call to make.
    let missed: Vec<&str> = ["way", "online_capacity", "outcome", "seen"].into_iter().filter(|name| !met.contains(*name)).collect();
    assert!(missed.is_empty(), "no form that was walked asks for {missed:?}");
    assert!(came.get(&422).is_some_and(|refused| *refused > 50), "hardly anything was refused: {came:?}");
}

/// An event is listed again once its week is over: later than any other form is walked.
#[tokio::test]
async fn listing_again_takes_no_week_that_there_is_not() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let host = list_an_event(&hub, "Again in trouble", "host@example.org").await;
    decide(&hub, &desk, "Again in trouble", "publish").await;
    let weeks = desk.get("/desk/weeks").await.expect_status(200);
    let days = [("nation", "wales"), ("year", "2027"), ("name", "The next"), ("organiser", "Example"), ("first", "5 7 2027"), ("last", "11 7 2027")];
    desk.send(&weeks, &days).await.expect_status(200);
    let link = host.get(&format!("{}/link", host.home)).await.first("main code").expect("the private link");
    let over: jiff::Timestamp = "2026-12-02T09:00:00Z".parse().unwrap();
    hub.clock.advance(over.duration_since(hub.context.now()));
    host.press(link.strip_prefix(&hub.origin).expect("a link to this hub"), &[]).await.expect_status(200);
    let path = format!("{}/again", host.home);
    for text in VALUES {
        let answer = send(&host, &path, &path, "week", text).await;
        assert!(matches!(answer, Ok(400..=499)), "{text:?}: {answer:?}");
    }
    let begun = host.press(&path, &[("week", "wales/2027")]).await.expect_status(200);
    assert!(begun.text().contains("It is not sent yet"), "the twin: a week that there is begins a draft: {}", begun.text());
}

/// The twin: the same answer, compared with something else than was typed, is a fault.
#[tokio::test]
async fn a_form_that_gave_back_something_else_would_be_noticed() {
    let hub = TestHub::with_demonstration().await;
    let visitor = Visitor::new(&hub);
    let page = visitor.get("/links").await;
    let action = forms(&page).remove(0);
    let form = format!("main form[action='{action}']");
    let answer = visitor.submit(&action, &page.form_at(&form).with("email", "nobody at all")).await;
    assert_eq!(came_back(&answer, &form, "email").as_deref(), Some("nobody at all"));
    assert_eq!(came_back(&answer, &form, "another").as_deref(), Some(""), "a field that is gone has lost it");
    assert!(VALUES.iter().filter(|value| can_stay(value)).count() > 30, "most of what is typed can be compared");
}

/// The second and the third page of registering have no address: they are reached by sending the first.
#[tokio::test]
async fn on_the_later_pages_of_registering_no_text_breaks_anything_and_none_is_lost() {
    let hub = TestHub::with_demonstration().await;
    let desk = at_the_desk(&hub).await;
    let seed = Seed::from_environment();
    list_an_event(&hub, "Later in trouble", "host@example.org").await;
    let event = decide(&hub, &desk, "Later in trouble", "publish").await;
    let (visitor, path, form) = (Visitor::new(&hub), format!("{event}/register"), "main form[method=post i]");
    let access = visitor.press(&path, &[("name", "Ann Example"), ("email", "ann@example.org")]).await.expect_status(200);
    let mut refused = 0;
    for text in VALUES {
        // What would help rests on a consent of its own: without that it is refused.
        let answer = visitor.submit(&path, &access.form_at(form).with("needs_other", text)).await;
        let status = answer.status.as_u16();
        assert!(status < 500, "{status} for {text:?}:\n{}", answer.text());
        refused += usize::from(status == 422);
        if status == 422 && can_stay(text) {
            assert_eq!(came_back(&answer, form, "needs_other").unwrap_or_default().trim(), text.trim());
        }
    }
    assert!(refused > 30, "hardly anything was refused: {refused}");
    let check = visitor.send(&access, &[]).await.expect_status(200);
    let fields = names(&check, form).1;
    assert!(["name", "email"].iter().all(|name| fields.iter().any(|field| field == name)), "{fields:?}");
    for name in fields {
        for _ in 0..many().max(4) {
            let text = value(&seed, seed.below(VALUES.len() as u64 * 2) as usize);
            let answer = visitor.submit(&path, &check.form_at(form).with(&name, &text).with("go", "details")).await;
            let status = answer.status.as_u16();
            assert!(status < 500, "{status} for {text:?} in {name}:\n{}", answer.text());
            if ["name", "email", "phone"].contains(&name.as_str()) && can_stay(&text) && matches!(status, 200 | 422) {
                assert_eq!(came_back(&answer, form, &name).unwrap_or_default().trim(), text.trim(), "{name}");
            }
        }
    }
}
