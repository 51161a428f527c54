//! Every part of a form is wired: label, help, error, summary and field belong together.
#![cfg(feature = "ssr")]

use domain::field::Errors;
use frontend::assets::Manifest;
use frontend::components::*;
use frontend::form::FormPage;
use frontend::shell::{Shell, render};
use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};

fn refused() -> FormPage {
    let mut form = FormPage { action: "/here".into(), form_key: "k1".into(), hidden: vec![("step".into(), "when".into())], ..FormPage::default() };
    form.values.set("title", "Tea");
    form.values.set("month", "Noveber");
    form.values.add("needs", "bsl");
    form.values.add("needs", "breaks");
    let mut errors = Errors::default();
    for field in ["title", "summary", "month", "kind", "needs", "week", "consent_publish"] {
        errors.add(field, format!("Mend the {field}"));
    }
    form.wrong(errors)
}

fn page() -> Html {
    let form = refused();
    let html = render(&Manifest::default(), Shell { error: true, title: "When".into(), ..Shell::default() }, move || {
        let choices = || vec![Choice::new("bsl", "BSL"), Choice::new("breaks", "Breaks").hint("Often"), Choice::new("quiet", "Quiet")];
        view! {
            <ErrorSummary errors=form.errors.clone()/>
            <FormShell form=form.head()>
                <TextInput field=form.field("title") label="Title" hint="Up to 100 characters" autocomplete="off"/>
                <TextArea field=form.field("summary") label="Summary" optional=true/>
                <DateInput day=form.field("day") month=form.field("month") year=form.field("year") legend="Which day?" hint="For example, 25 11 2026"/>
                <Radios field=form.field("kind") legend="What kind?" choices=choices()/>
                <Checkboxes field=form.field("needs") legend="What do you need?" choices=choices()/>
                <Select field=form.field("week") label="Which week?" choices=choices()/>
                <Tick field=form.field("consent_publish") label="You may publish it"/>
                <TimeInput field=form.field("start") label="It starts at"/>
                <Button label="Continue"/>
            </FormShell>
        }
    });
    Html::parse_document(&html)
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("the selector of a test")).collect()
}

#[test]
fn the_summary_is_first_takes_the_focus_and_leads_to_every_field() {
    let page = page();
    let summary = all(&page, "main > :first-child")[0];
    assert_eq!(summary.attr("role"), Some("alert"));
    assert_eq!(summary.attr("tabindex"), Some("-1"));
    assert!(summary.attr("autofocus").is_some());
    assert_eq!(all(&page, ".error-summary h2")[0].text().collect::<String>(), "There is a problem");
    let links = all(&page, ".error-summary a");
    assert_eq!(links.len(), 7);
    for link in links {
        let id = link.attr("href").expect("a link to the field");
        assert!(matches!(all(&page, id)[0].value().name(), "input" | "textarea" | "select"), "{id} is no field");
    }
    assert_eq!(all(&page, "title")[0].text().collect::<String>(), "Error: When - Co-production Week");
}

#[test]
fn what_describes_a_field_is_on_the_page() {
    let page = page();
    let described = all(&page, "[aria-describedby]");
    assert!(described.len() >= 8);
    for field in described {
        for id in field.attr("aria-describedby").unwrap_or_default().split(' ') {
            assert_eq!(all(&page, &format!("#{id}")).len(), 1, "{id}");
        }
    }
    assert_eq!(all(&page, "#title")[0].attr("aria-describedby"), Some("title-hint title-error"));
    assert_eq!(all(&page, "#title")[0].attr("aria-invalid"), Some("true"));
    assert_eq!(all(&page, "#start")[0].attr("aria-invalid"), None);
    assert_eq!(all(&page, "#month")[0].attr("aria-invalid"), Some("true"));
    assert_eq!(all(&page, "#day")[0].attr("aria-invalid"), None);
}

#[test]
fn every_field_has_a_label_and_no_id_comes_twice() {
    let page = page();
    for field in all(&page, "main input:not([type=hidden]):not([name=website]), main textarea, main select") {
        let id = field.attr("id").expect("a field has an id");
        assert_eq!(all(&page, &format!("label[for='{id}']")).len(), 1, "{id}");
    }
    let mut ids: Vec<_> = all(&page, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id comes twice");
}

#[test]
fn answers_come_back_as_typed() {
    let page = page();
    assert_eq!(all(&page, "#title")[0].attr("value"), Some("Tea"));
    assert_eq!(all(&page, "#month")[0].attr("value"), Some("Noveber"));
    let ticked: Vec<_> = all(&page, "input[name=needs][checked]").into_iter().filter_map(|tick| tick.attr("value")).collect();
    assert_eq!(ticked, ["bsl", "breaks"]);
    assert_eq!(all(&page, "#consent_publish")[0].attr("checked"), None);
    assert_eq!(all(&page, "label[for=summary]")[0].text().collect::<String>(), "Summary (optional)");
}

#[test]
fn a_form_carries_its_key_and_a_trap_and_leaves_the_checks_to_the_server() {
    let page = page();
    let form = all(&page, "main form")[0];
    assert_eq!((form.attr("method"), form.attr("action")), (Some("post"), Some("/here")));
    assert!(form.attr("novalidate").is_some());
    assert_eq!(all(&page, "main input[name=form_key]")[0].attr("value"), Some("k1"));
    assert_eq!(all(&page, "input[name=step]")[0].attr("value"), Some("when"));
    let trap = all(&page, "[aria-hidden=true] input[name=website]")[0];
    assert_eq!((trap.attr("tabindex"), trap.attr("autocomplete"), trap.attr("value")), (Some("-1"), Some("off"), Some("")));
}

#[test]
fn an_answer_left_out_says_so_and_its_change_link_names_it() {
    let html = render(&Manifest::default(), Shell::default(), || {
        view! { <CheckAnswers rows=vec![AnswerRow::new("Phone", "  ", "/change"), AnswerRow::new("Title", "Two\nlines", "/change")]/> }
    });
    let page = Html::parse_document(&html);
    let given: Vec<String> = all(&page, "dd.given").into_iter().map(|answer| answer.text().collect()).collect();
    assert_eq!(given, ["Not provided", "Two\nlines"]);
    assert_eq!(all(&page, "dd.change a")[0].text().collect::<String>(), "Change Phone");
}
