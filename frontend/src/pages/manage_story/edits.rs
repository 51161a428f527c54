use domain::difference::Piece;
use leptos::prelude::*;

use crate::components::{BackLink, Button, ButtonKind, Difference, FormShell, OnBehalf, Quote, TextArea};
use crate::form::FormPage;
use crate::pages::share_story::HelpAside;

/// One part of a story that an edit changes.
#[derive(Clone, Debug)]
pub struct Change {
    /// "Title", "Your story".
    pub label: String,
    /// What stays, goes and comes.
    pub pieces: Vec<Piece>,
}

/// Edits that wait for their author.
#[derive(Clone, Debug, Default)]
pub struct EditsPage {
    /// The story's title, in the author's words.
    pub title: String,
    /// What the coordinator wrote beside them.
    pub words: Option<String>,
    /// What would change.
    pub changes: Vec<Change>,
    /// Yes.
    pub yes: FormPage,
    /// No, with the field `reply`.
    pub no: FormPage,
    /// Other words still.
    pub change: FormPage,
    /// A coordinator answers for its author, who told them.
    pub on_behalf: bool,
    /// The way back.
    pub back: String,
}

/// Each word that would go and each that would come, and three answers. Nothing happens without one of them.
pub fn edits(page: EditsPage) -> impl IntoView {
    let EditsPage { title, words, changes, yes, no, change, on_behalf, back } = page;
    let changes = changes
        .into_iter()
        .map(|change| view! { <section class="change"><h2>{change.label}</h2><Difference pieces=change.pieces/></section> })
        .collect_view();
    view! {
        <BackLink href=back label="Where your story stands"/>
        <div class="with-help">
            <div class="page">
                {on_behalf.then(|| view! { <OnBehalf whose="author"/> })}
                <h1>"Edits for you to answer"</h1>
                <p><strong>{title}</strong></p>
                <p>"A coordinator would change these words. "<del>"Words that would go"</del>" are struck out, "<ins>"words that would come"</ins>" are underlined. The rest stays as you wrote it. Nothing is published with these edits unless you say yes."</p>
                {words.map(|words| view! { <Quote words by="The coordinators"/> })}
                {changes}
                <h2>"What do you say?"</h2>
                <FormShell form=yes.head()>
                    <p>"With a yes these words are yours, and a coordinator can publish them."</p>
                    <Button label="Yes, use these words"/>
                </FormShell>
                <FormShell form=change.head()>
                    <p>"Go on from these words in the form, change them as you like, and send your story again."</p>
                    <Button label="Change it in another way" kind=ButtonKind::Secondary/>
                </FormShell>
                <FormShell form=no.head()>
                    <TextArea field=no.field("reply") label="Anything you want to say about it" hint="You don’t have to give a reason." rows=3 optional=true/>
                    <Button label="No, keep my own words" kind=ButtonKind::Secondary/>
                </FormShell>
            </div>
            <HelpAside/>
        </div>
    }
}
