//! Proposing other words to a story's author.

use domain::story::{Attribution, ContentNote, EDITABLE_TRANSCRIPT, LINK_FIELDS, QUOTE_FIELDS};
use leptos::prelude::*;

use crate::components::{BackLink, Button, Check, Checkboxes, Checks, Choice, ErrorSummary, FormShell, Radios, TextArea, TextInput, Tick, Width};
use crate::form::FormPage;

/// The story's words, to be changed, and a line to its author. `fields` are those of this story that may be changed; `found` is what the
/// edits bring that could give somebody away, once they were sent; `back` is its page at the desk.
pub fn edit_story(form: FormPage, fields: &[&'static str], found: Vec<Check>, back: String) -> impl IntoView + use<> {
    let transcript = fields.contains(&EDITABLE_TRANSCRIPT);
    let quotes = QUOTE_FIELDS.iter().enumerate().filter(|(_, [words, ..])| fields.contains(words));
    let quotes = quotes.map(|(at, of)| quote(&form, at + 1, of)).collect_view();
    let links = LINK_FIELDS.iter().enumerate().filter(|(_, [_, title, ..])| fields.contains(title));
    let links = links
        .map(|(at, [_, title, ..])| view! { <TextInput field=form.field(title) label=format!("Link {}: what does it lead to?", at + 1)/> })
        .collect_view();
    let notes = ContentNote::ALL.iter().map(|note| Choice::new(note.value(), note.words())).collect();
    view! {
        <div class="page">
            <ErrorSummary errors=form.errors.clone()/>
            <BackLink href=back label="The story"/>
            <h1>"Propose edits"</h1>
            <p>"Its author sees each word that goes and each that comes, and says yes, no, or changes it. Without their yes nothing of it is published. Change as little as you can: it is their story."</p>
            <FormShell form=form.head()>
                <TextInput field=form.field("title") label="Title"/>
                <TextArea field=form.field("body") label="The story" rows=22/>
                {transcript.then(|| view! {
                    <TextArea field=form.field("transcript_words") label="The transcript" hint="What is said in the film or podcast, as its author put it here." rows=14/>
                })}
                {quotes}
                {links}
                <Checkboxes field=form.field("content_notes") legend="What readers may want to know before they read" choices=notes/>
                <TextInput field=form.field("content_note") label="More of that, in own words" optional=true/>
                <TextArea field=form.field("words") label="A line to its author" hint="Why you would change it. They read it above the edits." rows=3 optional=true/>
                {(!found.is_empty()).then(|| view! {
                    <section><h2>"Your edits could give somebody away"</h2><Checks checks=found/></section>
                    <Tick field=form.field("sure") label="Send these words to its author as they are" hint="Its author sees them, and decides."/>
                })}
                <Button label="Send these edits to its author"/>
            </FormShell>
        </div>
    }
}

/// A quote. What it rests on its author alone can say.
fn quote(form: &FormPage, number: usize, [words, named, who, _]: &[&str; 4]) -> impl IntoView + use<> {
    let ways = Attribution::ALL.iter().map(|way| Choice::new(way.value(), way.words())).collect();
    let hint = "These are somebody’s own words. Change them only so that they give nobody away. Empty this to leave the quote out.";
    view! {
        <TextArea field=form.field(words) label=format!("Quote {number}: the words") hint rows=3/>
        <Radios field=form.field(named) legend=format!("Quote {number}: how are they named?") choices=ways/>
        <TextInput field=form.field(who) label=format!("Quote {number}: their name, or what they do or are") width=Width::Medium autocomplete="off" optional=true/>
    }
}
