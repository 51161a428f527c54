use domain::registration::Way;
use leptos::prelude::*;

use super::RegisterPage;
use crate::components::{AnswerRow, Button, ButtonKind, CheckAnswers, FormShell};

/// Everything given, before it is sent.
pub fn check(page: RegisterPage) -> impl IntoView {
    let form = page.form.clone();
    let row = |label: &str, name: &str| AnswerRow { label: label.into(), value: Some(form.value(name)), change: None };
    let group = AnswerRow { label: "Places".into(), value: Some(with_way(&page)), change: None };
    let yours = vec![row("Full name", "name"), row("Email address", "email"), row("Phone number", "phone"), group];
    let help = vec![AnswerRow { label: "What would help you".into(), value: Some(page.needs.join("\n")), change: None }];
    let by_mail = !form.value("email").trim().is_empty();
    let next = match (page.full, by_mail) {
        (false, true) => {
            "We hold a place for you and send you a link. Press the button behind it within two hours, or the place goes to somebody else."
        }
        (false, false) => "You have a place as soon as you send this. We can’t send you an email, so keep the link on the next page.",
        (true, true) => "You join the waiting list, and we send you a link. Press the button behind it within two hours to keep your turn.",
        (true, false) => "You join the waiting list. We can’t send you an email, so the host calls you when a place is free.",
    };
    let send = if page.full { "Join the waiting list" } else { "Send my booking" };
    view! {
        {page.head(3)}
        <h1>"Check your answers"</h1>
        <div class="stack">{page.event.lines()} {page.is_full("Press “Change what would help” to say so.")}</div>
        <FormShell form=form.head()>
            <h2>"Your details"</h2>
            <CheckAnswers rows=yours/>
            <p><Button label="Change your details" kind=ButtonKind::Secondary name="go" value="details"/></p>
            <h2>"What would help you take part"</h2>
            <CheckAnswers rows=help/>
            <p><Button label="Change what would help" kind=ButtonKind::Secondary name="go" value="access"/></p>
            <h2>"Now send it"</h2>
            <p>{next}</p>
            <Button label=send name="step" value="send"/>
        </FormShell>
    }
}

/// `3 places. Online`.
fn with_way(page: &RegisterPage) -> String {
    let way = Way::from_value(&page.form.value("way")).filter(|_| page.both).map(Way::words);
    [Some(page.party.as_str()), way].into_iter().flatten().collect::<Vec<_>>().join(". ")
}
