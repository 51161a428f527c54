use leptos::prelude::*;

use crate::components::{AnswerRow, BackLink, Button, ButtonKind, CheckAnswers, Disclosure, FormShell};
use crate::form::FormHead;
use crate::pages::register::EventLine;

/// What is held about a person at one event.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The event.
    pub event: EventLine,
    /// Whose event it is, and who sees this.
    pub host: String,
    /// What the person told, and how it stands.
    pub rows: Vec<AnswerRow>,
    /// Everything in the records, what the hub notes for itself too.
    pub records: Vec<AnswerRow>,
}

/// Everything held about a person.
#[derive(Clone, Debug, Default)]
pub struct HeldPage {
    /// At each event.
    pub all: Vec<Held>,
    /// That mail to their address came back.
    pub mail: Vec<AnswerRow>,
    /// Where all of it is as a file.
    pub file: String,
    /// Whether it is all there is at their address; where they gave none it is one booking.
    pub whole: bool,
    /// The booking.
    pub back: String,
    /// The form that erases.
    pub form: FormHead,
}

/// Everything held about a person, and the buttons that erase it.
pub fn held(page: HeldPage) -> impl IntoView {
    let several = page.all.len() > 1;
    let about = match page.whole {
        true => "This is everything your email address is known for at events, with every host.",
        false => "This is what we hold for this booking. Without a confirmed email address we look for no others.",
    };
    let one = |held: Held| {
        view! {
            <h2>{held.event.title.clone()}</h2>
            <p>{held.event.when.clone()}<br/>"Held for " {held.host}</p>
            <CheckAnswers rows=held.rows/>
            <Disclosure summary="Everything in our records of this booking">
                <CheckAnswers rows=held.records/>
            </Disclosure>
        }
    };
    let mail = (!page.mail.is_empty()).then(|| view! { <h2>"Mail to your address"</h2> <CheckAnswers rows=page.mail/> });
    let form = page.form.clone();
    view! {
        <BackLink href=page.back/>
        <div class="page">
            <h1>"Everything we hold about you"</h1>
            <p>{about} " Stories you shared have private links of their own."</p>
        </div>
        {page.all.into_iter().map(one).collect_view()}
        {mail}
        <div class="page">
            <h2>"Take it with you"</h2>
            <p><a href=page.file download="">"Download all of it as a file"</a>" (JSON, which other programs can read)."</p>
            <p>
                "Beside this we keep notes that name you by number only: what was done to a booking, for a year; what is due; and that a form was sent, for a day. "
                "A message waits for 7 days at most until it is sent."
            </p>
        </div>
        <div class="page">
            <h2>"Erase it"</h2>
            <p>"Your name, address, number and answers are deleted at once. A place you have goes to the next person. It can’t be undone. "
                "Once an event is over you stay in its counts, as a number without a name."</p>
        </div>
        <FormShell form=form>
            <div class="row">
                <Button label="Erase this booking" kind=ButtonKind::Warning name="act" value="this"/>
                {several.then(|| view! { <Button label="Erase everything above" kind=ButtonKind::Warning name="act" value="all"/> })}
            </div>
        </FormShell>
    }
}
