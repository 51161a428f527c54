//! A published event, for its host: what can be changed before it takes place, and what can be told after.

use leptos::prelude::*;

use super::{StatePage, again, usually};
use crate::components::{ButtonKind, ButtonLink, Notice, NoticeKind, Quote};

pub(super) fn published(page: &StatePage) -> impl IntoView + use<> {
    let said = match (page.changed, page.over) {
        (true, _) => "The details are changed.",
        (_, true) => "Your event is over. Its page stays, for good.",
        _ => "Your event is published. It is in the calendar.",
    };
    let public = page.public.clone().map(|href| view! { <p><a href=href>"See your event as everyone sees it"</a></p> });
    let (now_over, still_to_come) = (page.over.then(|| after(page)), (!page.over).then(|| before(page)));
    view! {
        <h1>{page.title.clone()}</h1>
        <Notice kind=NoticeKind::Success>
            <p>{said}</p>
        </Notice>
        {public}
        {now_over}
        {again(page)}
        {change(page)}
        {coming(page)}
        {still_to_come}
        <h2>"Your private link"</h2>
        <p><a href=format!("/manage/event/{}/link", page.id)>"Get your private link"</a></p>
    }
}

/// A postponed event: a new date, the old one after all, or none.
pub(super) fn postponed(page: &StatePage) -> impl IntoView + use<> {
    let of = |part: &str| format!("/manage/event/{}/{part}", page.id);
    let public = page.public.clone().map(|href| view! { <p><a href=href>"See your event as everyone sees it"</a></p> });
    let as_planned = page.to_come.then(|| {
        view! {
            <h2>"If it can go ahead as first planned"</h2>
            <p><a href=of("postpone")>"It goes ahead on the day first given"</a></p>
        }
    });
    view! {
        <h1>{page.title.clone()}</h1>
        <p class="lead">"Your event is postponed. Its page says so. Everyone keeps their place."</p>
        {page.cancel_words.clone().map(|words| view! { <Quote words by="Your words on the page"/> })}
        {public}
        <p>"When you know the new date, change the event. Everyone who registered is told once a coordinator has published it."</p>
        {change(page)}
        {coming(page)}
        {as_planned}
        <h2>"If it will not take place"</h2>
        <p><ButtonLink label="Cancel the event" href=of("cancel") kind=ButtonKind::Secondary/></p>
        <h2>"Your private link"</h2>
        <p><a href=of("link")>"Get your private link"</a></p>
    }
}

/// The way to who registered, where they did so here.
fn coming(page: &StatePage) -> impl IntoView + use<> {
    page.through_hub.then(|| {
        view! {
            <h2>"Who is coming"</h2>
            <p>"You see names, how to reach people, and what access to arrange. Only you can see it."</p>
            <p><ButtonLink label="See who is coming" href=format!("/manage/event/{}/registrations", page.id)/></p>
        }
    })
}

/// What its host can still do before it takes place.
fn before(page: &StatePage) -> impl IntoView + use<> {
    let of = |part: &str| format!("/manage/event/{}/{part}", page.id);
    view! {
        <h2>"If details change"</h2>
        <p>"How to join, how to find it, phone numbers: these change at once."</p>
        <p><a href=of("details")>"Change details"</a></p>
        <h2>"If it can’t go ahead"</h2>
        {page.to_come.then(|| view! { <p>"Will it be on another day that you don’t know yet? "<a href=of("postpone")>"Postpone the event"</a></p> })}
        <p>"Cancel it here, and its page says so at once."</p>
        <p><ButtonLink label="Cancel the event" href=of("cancel") kind=ButtonKind::Secondary/></p>
    }
}

/// What its host can do when it is over.
fn after(page: &StatePage) -> impl IntoView + use<> {
    let href = format!("/manage/event/{}/happened", page.id);
    let told = page.told;
    (!page.change_waits).then(|| {
        view! {
            <h2>"What happened"</h2>
            {match told {
                true => view! { <p>"What you told comes first on the event’s page."</p><p><a href=href>"Change what you told"</a></p> }.into_any(),
                false => view! {
                    <p>"Tell people who were not there, and add slides, a report or a recording. It comes first on the event’s page."</p>
                    <p><ButtonLink label="Tell what happened" href/></p>
                }
                .into_any(),
            }}
        }
    })
}

/// A change beside what is published, and how it stands.
fn change(page: &StatePage) -> AnyView {
    let amend = format!("/manage/event/{}/amend", page.id);
    let desk = page
        .desk_words
        .clone()
        .map(|words| view! { <p>"The coordinators wrote about your change:"</p><Quote words by="A coordinator of the week"/> });
    match (page.change_waits, page.change_open) {
        (true, _) => view! {
            <h2>"Your change is with the coordinators"</h2>
            <p>"The event’s page stays as it is until they answer. We tell you by email."</p>
            {usually(page)}
        }
        .into_any(),
        (_, true) => view! {
            <h2>"You began a change"</h2>
            {desk}
            <p><ButtonLink label="Go on with it" href=amend/></p>
        }
        .into_any(),
        _ => view! {
            <h2>"Change the event"</h2>
            {desk}
            <p>"Title, time, place, words: a coordinator reads what is different before everyone sees it."</p>
            <p><a href=amend>"Change your event"</a></p>
        }
        .into_any(),
    }
}
