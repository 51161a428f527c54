//! What a host told beside what everybody must: shown where it is told, missing without a gap where it isn't.

use domain::access::YesNo;
use domain::event::{EventPage, MovedLine, Preparing, PublicState, Resource};
use domain::time::{local, long_date};
use jiff::civil::Date;
use leptos::prelude::*;

use super::paper::Paper;
use crate::components::{AccessRow, IconName, Link, Notice, NoticeKind};

/// That day, time, place or way to take part was changed: what it was, and what it is.
pub(super) fn moved(event: &EventPage) -> impl IntoView + use<> {
    event.moved.clone().map(|moved| {
        let day = long_date(local(moved.at).date());
        let line =
            |line: MovedLine| view! { <li>{line.what.words()}": it was "<del>{line.before}</del>", it is now "<strong>{line.after}</strong></li> };
        let lines = moved.lines.into_iter().map(line).collect_view();
        view! { <Notice kind=NoticeKind::Warning><p><strong>{format!("Changed on {day}")}</strong></p><ul>{lines}</ul></Notice> }
    })
}

/// That its day is no longer true, in the host's words.
pub(super) fn postponed(event: &EventPage) -> impl IntoView + use<> {
    let words = event.cancel_words.clone();
    event.is_postponed().then(|| {
        view! {
            <Notice kind=NoticeKind::Warning>
                <p>"The host postponed this event. There is no new date yet. Everyone who registered is told, and keeps their place."</p>
                {words.map(|w| view! { <p>{w}</p> })}
            </Notice>
        }
    })
}

/// What some people want to know before they read on.
pub(super) fn content_note(event: &EventPage) -> impl IntoView + use<> {
    event.more.content_note.clone().map(|words| view! { <Notice><p><strong>"Content note: "</strong>{words}</p></Notice> })
}

/// What happened, with what came of it, before what was announced: once it is told, the page is the event's record.
pub(super) fn happened(event: &EventPage, paper: Paper, today: Date) -> impl IntoView + use<> {
    event.more.happened.clone().map(|words| {
        view! {
            <h2>"What happened"</h2>
            {paper.prose(&words)}
            {resources(event, today)}
            <h2>"What was announced"</h2>
        }
    })
}

/// The questions of the week that it answers.
pub(super) fn questions(questions: Vec<Link>) -> impl IntoView {
    (!questions.is_empty()).then(|| {
        let lines = questions.into_iter().map(|q| view! { <li><a href=q.href>{q.label}</a></li> }).collect_view();
        view! { <h2>"Questions it answers"</h2><ul class="links">{lines}</ul> }
    })
}

/// What lets people prepare. None is left out: what isn't told says so.
pub(super) fn preparing(event: &EventPage) -> Vec<AccessRow> {
    let told = |label: &str, words: Option<&str>| AccessRow {
        icon: IconName::Information,
        label: label.to_owned(),
        answer: words.unwrap_or("Not stated").to_owned(),
        note: None,
    };
    let Preparing { handouts, light_sound, travel_help } = &event.preparing;
    let mut rows = vec![told("Papers beforehand", handouts.map(YesNo::words)), told("Light and sound", light_sound.as_deref())];
    rows.extend(event.format.has_room().then(|| told("Getting there", travel_help.as_deref())));
    rows
}

/// Who speaks or leads, each on a line.
pub(super) fn speakers(event: &EventPage) -> impl IntoView + use<> {
    event.more.speakers.clone().map(|words| {
        let lines = words.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
        view! { <h2>"Who speaks or leads"</h2><ul>{lines}</ul> }
    })
}

/// How it was made together.
pub(super) fn coproduced(event: &EventPage, paper: Paper) -> impl IntoView + use<> {
    event.more.coproduced.clone().map(|words| view! { <h2>"How we co-produced this"</h2>{paper.prose(&words)} })
}

/// What there is to read, watch or listen to, as it is on a day.
pub(super) fn resources(event: &EventPage, today: Date) -> impl IntoView + use<> {
    let lines = event.more.resources.iter().map(|one| resource(one, today)).collect_view();
    (!event.more.resources.is_empty()).then(|| view! { <h2>"To read, watch or listen to"</h2><ul class="links">{lines}</ul> })
}

fn resource(resource: &Resource, today: Date) -> impl IntoView + use<> {
    let (title, words) = (resource.title.clone(), resource.words());
    let title = match &resource.link {
        Some(link) => view! { <a href=link.as_str().to_owned()>{title}</a> }.into_any(),
        None => view! { <strong>{title}</strong> }.into_any(),
    };
    let launch = resource.launch.map(|day| match (day > today, &resource.link) {
        (true, _) => format!(". Comes out on {}", long_date(day)),
        (false, Some(_)) => format!(". Out since {}", long_date(day)),
        (false, None) => format!(". Was to come out on {}", long_date(day)),
    });
    view! { <li>{title}<br/>{words}{launch}"."</li> }
}

/// The person to ask, by role and number, and the way through a relay.
pub(super) fn whom_to_ask(event: &EventPage, past: bool) -> impl IntoView + use<> {
    let line = match event.enquiries.clone() {
        Some(who) => view! {
            <p>{who.words()}</p>
            {who.can_phone().then(|| view! { <p class="quiet">"With Relay UK, dial 18001 before the number."</p> })}
            {who.relay.then(|| view! { <p>"Can’t phone? "<a href="/help">"Ask us"</a>", and we will ask them."</p> })}
        }
        .into_any(),
        None => view! { <p>"The host gave no contact for questions. "<a href="/help">"Ask us"</a>", and we will ask them."</p> }.into_any(),
    };
    let to_come = event.state == PublicState::Listed && !past && event.more.happened.is_none();
    let heading = if to_come { "Questions before you come?" } else { "Whom to ask" };
    view! { <h2>{heading}</h2>{line} }
}
