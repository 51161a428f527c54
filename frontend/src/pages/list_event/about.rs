use domain::event::{About, EventKind};
use domain::markup::SafeHtml;
use leptos::prelude::*;

use crate::components::{Choice, Disclosure, Prose, Select, TextArea, TextInput};
use crate::form::FormPage;
use crate::islands::WordCount;

/// Title, summary, description and kind.
pub(super) fn about(form: &FormPage, preview: Option<SafeHtml>) -> impl IntoView {
    let mut kinds = vec![Choice::new("", "Choose one")];
    kinds.extend(EventKind::ALL.iter().map(|kind| Choice::new(kind.value(), kind.words())));
    let (summary, words) = (form.field("summary"), About::SUMMARY_WORDS as u32);
    view! {
        <TextInput field=form.field("title") label="Title" hint="Up to 100 characters. Say what people will do, such as “Plan a day centre together”."/>
        <WordCount limit=words>
            <TextArea field=summary label="Summary" hint="Up to 40 words. It stands under the title in the calendar." rows=4/>
        </WordCount>
        <div class="stack">
            <TextArea
                field=form.field("description")
                label="Description"
                hint="What will happen, who it is for, and what people can bring or leave at home."
                rows=10
            />
            {preview.map(described)}
            <Disclosure summary="How to add headings, lists and links">
                <ul class="links">
                    <li>"An empty line starts a new paragraph."</li>
                    <li>"A heading: " <code>"# What we will do"</code></li>
                    <li>"A line of a list: " <code>"- tea and talk"</code></li>
                    <li>"Stronger words: " <code>"**free lunch**"</code></li>
                    <li>"A link: " <code>"[our map](https://example.org/map)"</code></li>
                </ul>
            </Disclosure>
        </div>
        <Select field=form.field("kind") label="What kind of event is it?" choices=kinds/>
    }
}

/// The description as people will see it.
fn described(html: SafeHtml) -> impl IntoView {
    let nothing = html.as_str().trim().is_empty().then(|| view! { <p>"There is no description yet."</p> });
    view! {
        <section id="preview" class="stack" aria-labelledby="preview-title" tabindex="-1">
            <h2 id="preview-title">"How the description will look"</h2>
            <Prose html/>
            {nothing}
        </section>
    }
}
