//! Every page of the form, looked at as HTML.

use std::collections::BTreeSet;

use domain::event::EventStep;
use domain::ids::EventId;
use domain::markup::render as markdown;
use domain::week::{Question, Week, WeekId};
use scraper::{Html, Selector};

use super::{CheckPage, StepPage, check, step};
use crate::assets::Manifest;
use crate::form::FormPage;
use crate::shell::{Shell, render};

fn week() -> Week {
    let id = WeekId::parse("scotland/2026").unwrap();
    let days = (jiff::civil::date(2026, 11, 23), jiff::civil::date(2026, 11, 29));
    Week {
        id,
        name: "The week".into(),
        first: Some(days.0),
        last: Some(days.1),
        dates_note: None,
        theme: None,
        theme_note: None,
        organiser: "Example".into(),
        source: None,
        offered: String::new(),
        hashtag: None,
        questions: vec![Question::new(1, "Who decides?")],
        last_question: 0,
        deadlines: Vec::new(),
        featured: Vec::new(),
        concerns_read: None,
        story_rules: Default::default(),
    }
}

fn page(which: EventStep, form: FormPage) -> StepPage {
    StepPage {
        id: EventId::from_random([3; 16]),
        step: which,
        form,
        week: week(),
        from_check: false,
        desk_words: None,
        changed_elsewhere: false,
        preview: None,
        on_behalf: false,
        amending: false,
    }
}

fn html(page: StepPage) -> Html {
    Html::parse_document(&render(&Manifest::default(), Shell::default(), || step(page)))
}

fn all(html: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).filter_map(|found| found.attr(attribute)).map(str::to_owned).collect()
}

/// What is asked for only where the day or the time makes it a question.
const ONLY_SOMETIMES: [&str; 4] = ["outside_reason", "start_which", "end_which", "session3_end_which"];

fn only_sometimes(field: &str) -> bool {
    ONLY_SOMETIMES.contains(&field) || (field.starts_with("session") && field.ends_with("_which"))
}

#[test]
fn a_day_outside_the_week_and_a_time_that_comes_twice_are_asked_about_where_they_are_typed() {
    let typed = |pairs: &[(&str, &str)]| {
        let form = FormPage { values: pairs.iter().copied().collect(), ..FormPage::default() };
        let html = html(page(EventStep::When, form));
        ONLY_SOMETIMES.map(|field| !all(&html, &format!("[name='{field}']"), "name").is_empty())
    };
    assert_eq!(typed(&[]), [false; 4]);
    assert_eq!(typed(&[("day", "25"), ("month", "11"), ("year", "2026"), ("start", "1:30"), ("end", "3:00")]), [false; 4]);
    assert_eq!(typed(&[("day", "25"), ("month", "10"), ("year", "2026"), ("start", "1:30"), ("end", "3:00")]), [true, true, false, false]);
    assert_eq!(typed(&[("session3_day", "25 10 2026"), ("session3_start", "0:30"), ("session3_end", "1:30")]), [true, false, false, true]);
}

#[test]
fn every_field_of_every_page_is_asked_for_once_and_has_a_label() {
    for which in EventStep::ALL {
        let html = html(page(*which, FormPage::default()));
        let ids = all(&html, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{which:?} has an id twice: {ids:?}");
        let labels = all(&html, "label[for]", "for");
        for field in which.fields().into_iter().filter(|field| !only_sometimes(field)) {
            assert!(ids.contains(&field), "{which:?}: an error on {field} has nowhere to lead");
            assert!(labels.contains(&field), "{which:?}: {field} has no label");
            assert!(!all(&html, &format!("[name='{field}']"), "name").is_empty(), "{which:?}: {field} is not asked for");
        }
    }
}

#[test]
fn what_was_typed_comes_back_as_typed() {
    let mut form = FormPage::default();
    let typed = "\n</textarea><script>alert(1)</script> & \"tea\"";
    form.values.set("description", typed);
    form.values.set("title", "\"><b>x");
    let html = html(page(EventStep::About, form));
    let area = html.select(&Selector::parse("textarea#description").unwrap()).next().unwrap();
    assert_eq!(area.text().collect::<String>(), typed);
    assert_eq!(all(&html, "input#title", "value"), ["\"><b>x"]);
}

#[test]
fn the_preview_stands_under_the_description() {
    let mut about = page(EventStep::About, FormPage::default());
    about.preview = Some(markdown("**free lunch**"));
    let html = html(about);
    let strong = html.select(&Selector::parse("#preview .prose strong").unwrap()).next().unwrap();
    assert_eq!(strong.text().collect::<String>(), "free lunch");
    assert_eq!(all(&html, "button[name=preview]", "formaction"), ["/manage/event/3333333333333333/about#preview"]);
    let first = html.select(&Selector::parse("form.form button").unwrap()).next().unwrap();
    assert_eq!(first.attr("name"), None, "Enter in a field presses the first button: it must save");
}

#[test]
fn an_event_with_a_time_is_not_asked_for_a_place_on_demand() {
    let mut form = FormPage::default();
    form.values.set("timing", "timed");
    let html = html(page(EventStep::Where, form));
    assert_eq!(all(&html, "[name=format]", "value"), ["in-person", "online", "hybrid"]);
    assert!(all(&html, "#watch_link", "id").is_empty());
}

#[test]
fn an_incomplete_event_has_no_button_to_send_it() {
    let shown = |missing: Vec<(EventStep, usize)>| {
        let page = CheckPage {
            id: EventId::from_random([3; 16]),
            form: FormPage::default(),
            week: "The week".into(),
            answers: [("title", "Tea")].into_iter().collect(),
            missing,
            confirmed: false,
            on_behalf: false,
        };
        Html::parse_document(&render(&Manifest::default(), Shell::default(), || check(page)))
    };
    let incomplete = shown(vec![(EventStep::When, 1)]);
    assert!(all(&incomplete, "main form", "action").is_empty());
    assert!(all(&incomplete, "main a", "href").contains(&"/manage/event/3333333333333333/when?from=check".to_owned()));
    let complete = shown(Vec::new());
    assert_eq!(all(&complete, "main form", "method"), ["post"]);
    assert_eq!(all(&complete, ".answers .change a", "href")[0], "/manage/event/3333333333333333/about?from=check#title");
}
