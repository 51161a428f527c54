//! Text is shown as typed, wherever it stands: the table that guards every change of Leptos.
#![cfg(feature = "ssr")]

use frontend::assets::Manifest;
use frontend::components::*;
use frontend::form::{Field, FormHead};
use frontend::shell::{Alternate, Shell, render};
use leptos::prelude::*;
use scraper::{Html, Selector};

const NASTY: &str = "</x></textarea></title></script><script>1</script>\"'&amp;";

fn page<V: IntoView + 'static>(shell: Shell, body: impl FnOnce() -> V) -> Html {
    let html = render(&Manifest::default(), shell, body);
    assert!(!html.contains("<script>1"), "a script came through: {html}");
    Html::parse_document(&html)
}

fn field(value: &str) -> Field {
    Field { name: "words".into(), values: vec![value.into()], error: Some(NASTY.into()) }
}

fn text(page: &Html, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("the selector of a test");
    page.select(&selector).next().expect("the element is on the page").text().collect()
}

fn attribute(page: &Html, selector: &str, name: &str) -> String {
    let selector = Selector::parse(selector).expect("the selector of a test");
    page.select(&selector).next().expect("the element is on the page").attr(name).expect("the attribute is there").to_owned()
}

#[test]
fn text_stays_text() {
    let page = page(Shell::default(), || view! { <p id="it">{NASTY}</p> });
    assert_eq!(text(&page, "#it"), NASTY);
}

#[test]
fn attributes_stay_attributes() {
    let page = page(Shell::default(), || view! { <a id="it" class=NASTY href=NASTY data-words=NASTY>"On"</a> });
    for name in ["class", "href", "data-words"] {
        assert_eq!(attribute(&page, "#it", name), NASTY, "{name}");
    }
}

#[test]
fn a_text_area_gives_back_what_was_typed() {
    for typed in [NASTY, "\nsecond line first", "\r\n\n three", "&lt; &amp; &#60;", "", "plain"] {
        let page = page(Shell::default(), move || view! { <TextArea field=field(typed) label=NASTY hint=NASTY/> });
        assert_eq!(text(&page, "textarea"), typed.replace("\r\n", "\n"));
        assert_eq!(text(&page, "#words-hint"), NASTY);
    }
}

#[test]
fn a_line_of_text_gives_back_what_was_typed() {
    let page = page(Shell::default(), || view! { <TextInput field=field(NASTY) label=NASTY hint=NASTY/> });
    assert_eq!(attribute(&page, "input#words", "value"), NASTY);
    assert_eq!(text(&page, "label"), NASTY);
    assert_eq!(text(&page, "#words-error"), format!("Error: {NASTY}"));
}

#[test]
fn choices_give_back_what_was_chosen() {
    let choices = || vec![Choice::new(NASTY, NASTY).hint(NASTY)];
    let page = page(Shell::default(), move || {
        view! {
            <Radios field=field(NASTY) legend=NASTY choices=choices()/>
            <Select field=field(NASTY) label=NASTY choices=choices()/>
        }
    });
    assert_eq!(attribute(&page, "input[type=radio][checked]", "value"), NASTY);
    assert_eq!(attribute(&page, "option[selected]", "value"), NASTY);
    assert_eq!(text(&page, "option"), NASTY);
    assert_eq!(text(&page, "legend"), NASTY);
}

#[test]
fn hidden_fields_and_answers_stay_as_they_are() {
    let page = page(Shell::default(), || {
        let form = FormHead { action: NASTY.into(), form_key: NASTY.into(), hidden: vec![("kept".into(), NASTY.into())] };
        view! {
            <FormShell form><ErrorSummary errors=vec![("words".into(), NASTY.into())]/></FormShell>
            <CheckAnswers rows=vec![AnswerRow::new("Title", NASTY, NASTY)]/>
        }
    });
    assert_eq!(attribute(&page, "form", "action"), NASTY);
    assert_eq!(attribute(&page, "input[name=kept]", "value"), NASTY);
    assert_eq!(text(&page, ".error-summary a"), NASTY);
    assert_eq!(text(&page, "dd.given"), NASTY);
    assert_eq!(attribute(&page, "dd.change a", "href"), NASTY);
}

#[test]
fn the_head_stays_the_head() {
    let shell = Shell {
        title: NASTY.into(),
        description: Some(NASTY.into()),
        canonical: Some(NASTY.into()),
        alternates: vec![Alternate { kind: "text/calendar".into(), title: NASTY.into(), href: NASTY.into() }],
        json_ld: Some("{\"name\":\"</script><script>1</script>\u{2028}\u{2029}\"}".to_owned()),
        ..Shell::default()
    };
    let page = page(shell, || view! { <p>"Words"</p> });
    assert_eq!(text(&page, "title"), format!("{NASTY} - Co-production Week"));
    assert_eq!(attribute(&page, "meta[name=description]", "content"), NASTY);
    assert_eq!(attribute(&page, "link[rel=canonical]", "href"), NASTY);
    assert_eq!(attribute(&page, "link[rel=alternate]", "title"), NASTY);
    assert_eq!(text(&page, "script[type='application/ld+json']"), r#"{"name":"\u003c/script>\u003cscript>1\u003c/script>\u2028\u2029"}"#);
}

#[test]
fn prose_is_what_the_sanitiser_made_and_nothing_else() {
    let page = page(Shell::default(), || {
        let html = domain::markup::render("Hello *you* <script>1</script> [on](javascript:alert(1))");
        view! { <Prose html/> }
    });
    assert_eq!(text(&page, ".prose em"), "you");
    let links = Selector::parse(".prose script, .prose a[href^=javascript]").expect("the selector of a test");
    assert_eq!(page.select(&links).count(), 0);
}
