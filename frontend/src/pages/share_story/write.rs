use domain::markup::SafeHtml;
use domain::story::{ContentNote, MOST_QUESTIONS, Quotation, StoryKind};
use leptos::prelude::*;

use super::ask::ask;
use super::frame::{Place, frame};
use super::keep_here::keep_here;
use super::more::{event, links};
use super::quotes::quotes;
use super::transcript::transcript;
use super::while_writing::while_writing;
use crate::components::{
    Button, ButtonKind, Checkboxes, Choice, Disclosure, ErrorSummary, FormShell, Notice, Prose, Radios, TextArea, TextInput, Tick,
};
use crate::form::FormPage;
use crate::pages::story::quotations;

/// A story as it will look.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The title.
    pub title: String,
    /// `By Ann`, where there is a name.
    pub by: Option<String>,
    /// What stands before the text.
    pub content_note: Option<String>,
    /// The text.
    pub body: SafeHtml,
    /// Quotes, set apart from it.
    pub quotes: Vec<Quotation>,
}

/// The page on which a story is written.
#[derive(Clone, Debug, Default)]
pub struct WritePage {
    /// Where the person is.
    pub place: Place,
    /// The week's questions: number and words.
    pub questions: Vec<(u8, String)>,
    /// Events of which one may be meant by what was typed.
    pub events: Vec<Choice>,
    /// How it will look, when that was asked for.
    pub preview: Option<Preview>,
    /// The form.
    pub form: FormPage,
}

/// Writing: kind, questions, title, text, content note.
pub fn write(page: WritePage) -> impl IntoView {
    let WritePage { place, questions, events, preview, form } = page;
    let kinds = StoryKind::ALL.iter().map(|kind| Choice::new(kind.value(), kind.words())).collect();
    let which = (!questions.is_empty()).then(|| {
        let choices = questions.into_iter().map(|(n, words)| Choice::new(n.to_string(), format!("{n}. {words}"))).collect();
        let hint = format!("Tick up to {MOST_QUESTIONS}, or none. Your story stands on the page of each of them.");
        view! { <Checkboxes field=form.field("question") legend="Which of the week’s questions does it answer?" hint choices/> }
    });
    let notes = ContentNote::ALL.iter().map(|note| Choice::new(note.value(), note.words())).collect();
    let errors = form.errors.clone();
    let of = form.action.split('?').next().unwrap_or_default().to_owned();
    let body = view! {
        <ErrorSummary errors/>
        {preview.map(shown)}
        <h1>"Your story"</h1>
        <FormShell form=form.head()>
            <Radios field=form.field("kind") legend="What are you sharing?" choices=kinds/>
            {which}
            <Tick
                field=form.field("between_weeks")
                label="It is not about the week: it belongs between weeks"
                hint="It stands with the stories of the week that you chose, whose coordinators read it, and says “Between weeks”."
            />
            <TextInput field=form.field("title") label="Title" hint="Up to 120 characters. It is shown in lists, so keep out of it what should not be."/>
            {safety()}
            <TextArea
                field=form.field("body")
                label="Your story, in your own words"
                hint="As short or as long as you like, up to 60,000 characters. Leave an empty line between paragraphs."
                rows=22
            />
            {while_writing("You decide what stays, on the next page.")}
            {how_to_write()}
            <Checkboxes
                field=form.field("content_notes")
                legend="Is there anything readers may want to know before they read?"
                hint="It stands before your story, so that people can choose. Tick what is in it, or nothing."
                choices=notes
            />
            <TextInput
                field=form.field("content_note")
                label="Anything else they may want to know, in your own words"
                hint="One line, such as: There is a storm at sea in it."
                optional=true
            />
            {quotes(&form)}
            {event(&form, events)}
            {links(&form)}
            {transcript(&form)}
            {ask(&form)}
            <div class="row">
                <Button label="Save and continue"/>
                <Button label="Save and show me how it looks" kind=ButtonKind::Secondary name="do" value="preview"/>
            </div>
        </FormShell>
        {keep_here(of)}
    };
    frame(place, body)
}

/// The story as readers will see it.
pub(super) fn shown(preview: Preview) -> impl IntoView {
    let Preview { title, by, content_note, body, quotes } = preview;
    view! {
        <section class="preview" id="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">"How it will look"</h2>
            <article class="story">
                <h3>{title}</h3>
                {by.map(|by| view! { <p class="by">{by}</p> })}
                {content_note.map(|note| view! { <p class="content-note"><strong>"Before you read: "</strong>{note}</p> })}
                <Prose html=body/>
                {quotations(quotes)}
            </article>
        </section>
    }
}

fn safety() -> impl IntoView {
    view! {
        <Notice>
            <p><strong>"Keep yourself and others safe"</strong></p>
            <p>"Leave out what could tell readers who somebody is: names of other people, the street, the ward, exact dates. If you write about self-harm or suicide, leave out how and where."</p>
        </Notice>
    }
}

fn how_to_write() -> impl IntoView {
    view! {
        <Disclosure summary="How to make headings, lists and links">
            <p>"You don’t need any of these. Plain words with empty lines between paragraphs are fine."</p>
            <ul class="links">
                <li><code>"# A heading"</code>": a number sign and a space at the start of a line"</li>
                <li><code>"- a point"</code>": a hyphen and a space at the start of each line of a list"</li>
                <li><code>"**strong**"</code>" and "<code>"*stressed*"</code>": stars around the words"</li>
                <li><code>"> somebody’s words"</code>": a sign at the start of a line for what somebody said"</li>
                <li><code>"[words](https://example.org)"</code>": a link"</li>
            </ul>
        </Disclosure>
    }
}
