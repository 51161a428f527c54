//! Pages to read: home, an event, stories.

use frontend::components::*;
use leptos::prelude::*;

use crate::{links, prose, week};

/// Home, with the nearest week.
pub fn home() -> impl IntoView {
    view! {
        <section class="week">
            <h1>"Who decides?"</h1>
            <p class="when">"Scotland, Monday 23 to Sunday 29 November 2026"</p>
            <p class="ask">"Forty events by people who use services and people who run them, together."</p>
            <DayStrip days=week::days()/>
        </section>
        <div class="ways">
            <div><h2>"Come along"</h2><p>"Find an event that fits your day, your place and what you need."</p><p><ButtonLink label="See the calendar" href="/"/></p></div>
            <div><h2>"Put something on"</h2><p>"Listing an event takes about ten minutes. You can stop and come back."</p><p><ButtonLink label="List an event" href="/list-an-event" kind=ButtonKind::Secondary/></p></div>
            <div><h2>"Say what changed"</h2><p>"Tell your story under the name you choose. You can take it back."</p><p><ButtonLink label="Share your story" href="/share-your-story" kind=ButtonKind::Secondary/></p></div>
        </div>
        <section class="section" id="questions">
            <h2>"Questions of the week"</h2>
            <ol class="lines two">
                <li><p class="who">"Question 1"</p><p class="ask-one"><a href="#">"What did you decide together that nobody would have decided alone?"</a></p><p>"7 answers"</p></li>
                <li><p class="who">"Question 2"</p><p class="ask-one"><a href="#">"Who was not in the room?"</a></p><p>"No answers yet. Yours can be the first."</p></li>
            </ol>
        </section>
        <section class="section">
            <h2>"Other weeks"</h2>
            {links(vec![Link::new("England, July 2026", "#"), Link::new("Scotland, November 2025", "#")])}
        </section>
    }
}

/// One event.
pub fn event() -> impl IntoView {
    let facts = vec![
        KeyFact {
            label: "When".into(),
            lines: vec!["Wednesday 25 November 2026".into(), "10:00 to 12:00, UK time".into()],
            link: Some(Link::new("Add to my calendar", "#")),
        },
        KeyFact { label: "Where".into(), lines: vec!["Online".into(), "Zoom. You get the link when you register.".into()], link: None },
        KeyFact { label: "Cost".into(), lines: vec!["Free".into(), "We pay you for your time if you use services.".into()], link: None },
        KeyFact::new("Host", "Example Peer Network"),
    ];
    let access = [
        (IconName::Bsl, "BSL interpreter", "Yes", Some("Booked for the whole meeting.")),
        (IconName::Captions, "Captions by a person", "Yes", None),
        (IconName::EasyRead, "Easy Read papers", "Not sure", Some("Ask us by 18 November and we will make them.")),
        (IconName::HearingLoop, "Hearing loop", "No", None),
    ]
    .map(|(icon, label, answer, note)| AccessRow { icon, label: label.into(), answer: answer.into(), note: note.map(Into::into) });
    view! {
        <article>
            <BackLink href="/" label="All events on Wednesday"/>
            <header class="event-head">
                <Tag label="Changed" kind=TagKind::Mind/>
                <h1>"Power, passed round the table"</h1>
                <p class="who">"Example Peer Network with Sample Borough Council"</p>
                <p class="lead">"Try three ways of running a meeting in which nobody can decide alone, then take the one that fits back to your own group."</p>
            </header>
            <div class="beside">
                <div>
                    <Notice kind=NoticeKind::Warning><p>"The time changed on 20 November: it now starts at 10:00."</p></Notice>
                    <h2>"What happens"</h2>
                    <Prose html=prose("We start with a round in which everybody says one thing they decide alone at the moment. Then three short tries, twenty minutes each.\n\n\n\n### What to bring\n\n- A decision you would like to share\n- Something to draw with\n\nYou can come and go. Nobody is asked to speak.\n\n")/>
                    <h2>"Getting in and taking part"</h2>
                    <AccessList rows=access.into()/>
                    <h2>"Questions"</h2>
                    <p>"Ask the meeting organiser on 01632 960 001, Monday to Thursday."</p>
                </div>
                <aside aria-label="Key facts">
                    <KeyFacts facts/>
                    <p class="live">"41 places left " <small>"of 60"</small></p>
                    <ButtonLink label="Register for a place" href="/events/example/register"/>
                </aside>
            </div>
        </article>
    }
}

/// One story.
pub fn story() -> impl IntoView {
    view! {
        <article class="story">
            <BackLink href="/" label="All stories"/>
            <header>
                <h1>"The kettle rule"</h1>
                <p class="by">"By a peer worker, November 2026. Answers the question “Who was not in the room?”"</p>
            </header>
            <div class="content-note"><p><b>"Before you read: "</b>"this story mentions being kept in hospital."</p></div>
            <h2 class="visually-hidden">"The story"</h2>
            <Prose html=prose("For four years the kettle on our ward was locked away at ten. Nobody could tell me who had decided it. It had a laminated sign, and a sign has no phone number.\n\nWhen the group began, we were asked for *big* ideas. I said: the kettle. There was a silence in which somebody from estates wrote it down.\n\n\n\n> It took eleven meetings, and by the end the person who had written the sign was making the tea.\n\nWhat changed was not only the kettle. It was who could put a thing on the list. [We wrote down how we did it](https://example.org), and three other wards have used it since.\n\n\n\n## What I would say to you\n\nStart with the thing everybody walks past.\n\n")/>
            <Quote words="Start with the thing everybody walks past." by="A peer worker"/>
            <footer><p>"Does something in this story worry you? " <a href="/help">"Tell us"</a>"."</p></footer>
        </article>
    }
}

/// The stories of a week.
pub fn stories() -> impl IntoView {
    let line = |title: &'static str, by: &'static str, kind: &'static str| {
        view! { <li><p class="who">{kind}</p><h2 class="line"><a href="#">{title}</a></h2><p class="who">{by}</p><p>"For four years the kettle on our ward was locked away at ten. Nobody could tell me who had decided it."</p></li> }
    };
    view! {
        <section class="week"><h1>"Stories"</h1><p class="when">"Demonstration week, November 2026"</p></section>
        <div class="result"><p role="status"><strong>"12 stories"</strong>", newest first."</p><ul><li><a href="#">"Follow by feed"</a></li></ul></div>
        <ul class="lines two">
            {line("The kettle rule", "By a peer worker", "Lived experience")}
            {line("How we ran a week in a village hall", "By Example Carers Together", "How we ran it")}
        </ul>
    }
}
