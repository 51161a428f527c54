//! What mails about registrations say of the event.

use domain::event::{Enquiries, EventPage, EventRecord, Format, Place, When};
use web::ics::{CONTENT_TYPE, event_ics};

use super::With;
use crate::letter::Letter;
use crate::mail::Attachment;

/// For subjects: ` on Wednesday 25 November, 10:00`, or nothing. Never the title, which may name an illness (quality-bar P-22).
/// Nor a day that is no longer true.
pub(super) fn on(page: &EventPage) -> String {
    match page.when {
        When::Timed { .. } if !page.is_postponed() => format!(" on {}", page.when.short_words()),
        _ => String::new(),
    }
}

/// What anyone may know: date, time, place.
pub(super) fn facts(letter: Letter, page: &EventPage) -> Letter {
    letter.fact("What", &page.title).fact("Host", &page.host).fact("When", page.when_words()).fact("Where", page.where_words())
}

/// What somebody who holds a place needs: a private address and how to join are for them alone.
pub(super) fn facts_for_a_place(letter: Letter, event: &EventRecord, page: &EventPage, with: &With<'_>) -> Letter {
    let letter = letter.fact("What", &page.title).fact("Host", &page.host).fact("When", page.when_words());
    let letter = match event.published.as_ref().map(|published| &published.details.place) {
        Some(place) => whereabouts(letter, place, page.when.is_near(with.now)),
        None => letter,
    };
    letter.fact_if("What it costs", page.cost_note.as_deref()).fact_if("Questions", page.enquiries.as_ref().map(Enquiries::words).as_deref())
}

fn whereabouts(letter: Letter, place: &Place, near: bool) -> Letter {
    let letter = match &place.venue {
        Some(v) => letter.fact("Where", format!("{}\n{}\n{}", v.name, v.address, v.postcode)).fact_if("How to find it", v.directions.as_deref()),
        None => letter.fact("Where", place.format.words()),
    };
    let letter = letter
        .fact_if("Online with", place.platform.as_deref())
        .fact_if("How to join", place.joining.as_deref().filter(|_| near))
        .fact_if("Watch or read it here", place.watch_link.as_ref().map(|link| link.as_str()));
    match (place.format, &place.joining) {
        (Format::Online | Format::Hybrid, None) => letter.say("The host will tell you how to join online."),
        (Format::Online | Format::Hybrid, Some(_)) if !near => {
            letter.say("We send you how to join online two days before. It also stands on the page behind your private link.")
        }
        _ => letter,
    }
}

/// The event as a calendar file: the same for everybody, with nothing private in it. None where there is no set time.
pub(super) fn ics(page: &EventPage, with: &With<'_>) -> Option<Attachment> {
    let body = event_ics(page, &with.links.page(""))?;
    Some(Attachment { name: "event.ics".into(), content_type: CONTENT_TYPE.into(), body })
}
