//! Forms, with and without something wrong.

use frontend::components::*;
use frontend::form::FormPage;
use leptos::prelude::*;

/// A step with mistakes in it.
pub fn when() -> impl IntoView {
    let mut form = FormPage { action: "#".into(), form_key: "k".into(), ..FormPage::default() };
    for (name, value) in [("title", "Tea & <talk>"), ("day", "31"), ("month", "Noveber"), ("year", "2026"), ("start", "ten"), ("timing", "timed")] {
        form.values.set(name, value);
    }
    form.errors = vec![
        ("month".into(), "Enter the month as a number or a name, such as 11 or November".into()),
        ("start".into(), "Enter the time your event starts, such as 10:00 or 2.30pm".into()),
    ];
    let choices = vec![
        Choice::new("timed", "On a day, at a time"),
        Choice::new("any-time", "Any time in the week").hint("Such as a film to watch or an exhibition"),
    ];
    view! {
        <StepHeader back=Link::new("Back", "#") step=3 of=7 caption="List an event"/>
        <ErrorSummary errors=form.errors.clone()/>
        <h1>"When is it?"</h1>
        <FormShell form=form.head()>
            <Radios field=form.field("timing") legend="Does it start at a set time?" choices/>
            <DateInput day=form.field("day") month=form.field("month") year=form.field("year") legend="Which day?" hint="The week is Monday 23 to Sunday 29 November. For example, 25 11 2026"/>
            <div class="pair">
                <TimeInput field=form.field("start") label="It starts at"/>
                <TimeInput field=form.field("end") label="It ends at"/>
            </div>
            <TextInput field=form.field("title") label="Title" hint="Up to 100 characters. Say what people will do."/>
            <TextInput field=form.field("contact_email") label="E-mail" kind=InputKind::Email autocomplete="email" hint="Only we see this."/>
            <TextArea field=form.field("summary") label="Summary" hint="Up to 40 words. It stands under the title in the calendar." rows=4 optional=true/>
            <Select field=form.field("kind") label="What kind of event is it?" choices=vec![Choice::new("", "Choose one"), Choice::new("talk", "Talk"), Choice::new("workshop", "Workshop")]/>
            <Tick field=form.field("address_private") label="Show the address only to people who hold a place" hint="Some places need to stay private."/>
            <Disclosure summary="How to write a good summary"><p>"Say what happens, who it is for, and what people take away."</p></Disclosure>
            <Button label="Continue"/>
        </FormShell>
    }
}

/// Access facts: the same question many times.
pub fn access() -> impl IntoView {
    let form = FormPage { action: "#".into(), ..FormPage::default() };
    let three = || vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "Not sure")];
    let questions = [("step-free", "Step-free"), ("bsl", "BSL interpreter"), ("breaks", "Breaks")]
        .map(|(key, label)| {
            let field = form.field(&format!("access_{key}"));
            let note = form.field(&format!("access_{key}_note"));
            view! {
                <div class="stack">
                    <Radios field legend=label choices=three() inline=true size=Legend::Large/>
                    <TextInput field=note label="Note" optional=true/>
                </div>
            }
        })
        .collect_view();
    view! {
        <StepHeader back=Link::new("Back", "#") step=5 of=7 caption="List an event"/>
        <h1>"How can people get in and take part?"</h1>
        <FormShell form=form.head()>
            <p>"“Not sure” is a true answer. People can ask you."</p>
            {questions}
            <Button label="Continue"/>
        </FormShell>
    }
}

/// Check your answers.
pub fn check() -> impl IntoView {
    let form = FormPage { action: "#".into(), ..FormPage::default() };
    let rows = vec![
        AnswerRow::new("Title", "Tea & <talk>", "#"),
        AnswerRow::new("Summary", "Bring a drink and one question.\n\nWe start on time.", "#"),
        AnswerRow { label: "Phone".into(), value: None, change: Some("#".into()) },
        AnswerRow::new(
            "A very long question about what people asked for",
            "Averyverylongwordwithoutanyspacesinitatallwhichmustnotpushthepagesideways",
            "#",
        ),
    ];
    view! {
        <StepHeader back=Link::new("Back", "#") step=7 of=7 caption="List an event"/>
        <h1>"Check your answers"</h1>
        <h2>"About the event"</h2>
        <CheckAnswers rows/>
        <FormShell form=form.head()>
            <p>"When you send it, we e-mail you a link. Press the button behind it, and a coordinator reads your event."</p>
            <Button label="Send my event"/>
        </FormShell>
    }
}

/// Something went well.
pub fn done() -> impl IntoView {
    view! {
        <Panel heading="Your place is booked">
            <p>"Power, passed round the table"</p>
            <p><b>"Wednesday 25 November, 10:00 to 12:00"</b></p>
        </Panel>
        <div class="page">
            <h2>"What happens next"</h2>
            <p>"We sent a link to the address you gave. Press the button behind it within two hours, or the place goes to somebody else."</p>
            <Notice><p>"Can’t come after all? Use the same link to give your place back."</p></Notice>
            <Notice kind=NoticeKind::Success><p>"Your answers were saved."</p></Notice>
            <div class="row"><Button label="Change my booking" kind=ButtonKind::Secondary/><Button label="Give my place back" kind=ButtonKind::Warning/></div>
        </div>
    }
}
