//! An event's page, and its calendar file at the same address with `.ics` behind.

use axum::extract::{Path, State as From};
use axum::http::HeaderMap;
use domain::event::{Cost, EventPage, Format, Language, PublicState, Session};
use domain::ids::Slug;
use domain::registration::PublicPlaces;
use frontend::pages::event::{EventView, event_page};
use frontend::pages::stories::StoryLine;
use frontend::shell::{Alternate, Section};
use serde_json::json;
use store::public::AtAddress;
use web::{Answer, Problem, public_page, qr, see_permanently};

use crate::feeds;
use crate::links;
use crate::state::State;
use crate::ways_in;

pub async fn show(From(state): From<State>, Path(name): Path<String>, asked: HeaderMap) -> Answer {
    let (name, as_file) = match name.strip_suffix(".ics") {
        Some(name) => (name.to_owned(), true),
        None => (name, false),
    };
    let slug = Slug::parse(&name).ok_or(Problem::NotFound)?;
    let event = match state.public.event(&slug).await?.ok_or(Problem::NotFound)? {
        AtAddress::Page(event) => *event,
        AtAddress::Moved { to } => {
            let more = if as_file { ".ics" } else { "" };
            return Ok(see_permanently(&format!("/events/{to}{more}")));
        }
        AtAddress::Gone => return Err(Problem::Gone),
    };
    if event.week.is_demonstration() && !state.context.settings().demonstration_allowed {
        return Err(Problem::NotFound);
    }
    match as_file {
        true => feeds::event_file(&state, &asked, &event),
        false => page(&state, event).await,
    }
}

async fn page(state: &State, event: EventPage) -> Answer {
    let week = state.week(event.week.nation.value(), &event.week.year.to_string()).await?;
    let places = async {
        match event.through_hub {
            true => state.public.places_of(event.week, &event.slug).await,
            false => Ok(None),
        }
    };
    let (places, mut stories) = tokio::try_join!(places, state.public.stories_of_event(&event.id))?;
    let places = places.map(|at| at.places);
    let mut shell = links::shell(&week, format!("{}{}", links::marked(event.state), event.title), Section::Calendar);
    shell.description = Some(event.summary.clone());
    shell.canonical = Some(state.context.absolute(&event.path()));
    shell.code = Some(qr::drawing(&state.context.absolute(&event.path())));
    shell.json_ld = Some(json_ld(state, &event, places.as_ref()).to_string());
    if event.when.start().is_some() {
        let href = format!("{}.ics", event.path());
        shell.alternates.insert(0, Alternate { kind: "text/calendar".into(), title: "This event as a calendar file".into(), href });
    }
    let today = state.context.today();
    stories.retain(|story| !story.is_over(today));
    let stories = stories.iter().map(StoryLine::of).collect();
    let past = event.is_over(state.context.now());
    let questions = links::answered(&week, &event.more.questions);
    let ways_in = ways_in::of(&event, &state.context.settings().origin, state.context.now());
    let view = EventView { event, places, today, past, week: links::week_name(&week), stories, questions, ways_in, preview: false };
    Ok(public_page(&state.context, shell, move || event_page(view)))
}

/// The event for search engines (schema.org/Event), with its true state and way of taking part.
fn json_ld(state: &State, event: &EventPage, places: Option<&PublicPlaces>) -> serde_json::Value {
    let status = match event.state {
        PublicState::Listed if previous_start(event).is_some() => "https://schema.org/EventRescheduled",
        PublicState::Listed => "https://schema.org/EventScheduled",
        PublicState::Postponed => "https://schema.org/EventPostponed",
        PublicState::Cancelled => "https://schema.org/EventCancelled",
    };
    let mode = match event.format {
        Format::InPerson => "https://schema.org/OfflineEventAttendanceMode",
        Format::Hybrid => "https://schema.org/MixedEventAttendanceMode",
        Format::Online | Format::OnDemand => "https://schema.org/OnlineEventAttendanceMode",
    };
    let url = state.context.absolute(&event.path());
    let room = event.venue.as_ref().map(|v| {
        json!({ "@type": "Place", "name": v.name, "address": { "@type": "PostalAddress", "streetAddress": v.address, "postalCode": v.postcode } })
    });
    let online = (event.format != Format::InPerson).then(|| json!({ "@type": "VirtualLocation", "url": url }));
    let hidden = event.venue_private.then(|| json!({ "@type": "Place", "name": "The address is given to people who hold a place" }));
    let locations: Vec<_> = room.or(hidden).into_iter().chain(online).collect();
    let hosts: Vec<_> = event.each_host().into_iter().map(|name| json!({ "@type": "Organization", "name": name })).collect();
    let mut out = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "url": url,
        "image": [state.context.absolute(&state.context.settings().assets.card)],
        "eventStatus": status,
        "eventAttendanceMode": mode,
        "isAccessibleForFree": event.cost == Cost::Free,
        "organizer": hosts,
        "location": locations,
    });
    // Of places in a room and online apart, one number would say neither.
    if let Some(all) = event.capacity.filter(|_| places.is_none_or(|count| count.online.is_none())) {
        out["maximumAttendeeCapacity"] = json!(all);
        if let Some(free) = places.and_then(|count| count.free).filter(|_| event.state == PublicState::Listed) {
            out["remainingAttendeeCapacity"] = json!(free);
        }
    }
    let languages: Vec<&str> = event.more.languages.iter().filter_map(|l| code(*l)).collect();
    if !languages.is_empty() {
        out["inLanguage"] = json!(languages);
    }
    if let (Some(start), Some(end)) = (event.when.start(), event.when.end()) {
        let offset = |at| domain::time::local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        out["startDate"] = json!(offset(start));
        out["endDate"] = json!(offset(end));
        let sessions = event.when.sessions();
        if sessions.len() > 1 {
            let part = |s: &Session| json!({ "@type": "Event", "name": event.title, "startDate": offset(s.start), "endDate": offset(s.end), "eventStatus": status, "eventAttendanceMode": mode, "location": locations });
            out["subEvent"] = sessions.iter().map(part).collect();
        }
        if let Some(before) = previous_start(event) {
            out["previousStartDate"] = json!(offset(before));
        }
    }
    out
}

/// When it was to start before it was moved.
fn previous_start(event: &EventPage) -> Option<jiff::Timestamp> {
    event.moved.as_ref().and_then(|moved| moved.previous_start)
}

/// A language as standards name it (RFC 5646); none for one that the host didn't name.
fn code(language: Language) -> Option<&'static str> {
    Some(match language {
        Language::English => "en-GB",
        Language::Welsh => "cy",
        Language::Gaelic => "gd",
        Language::Irish => "ga",
        Language::Bsl => "bfi",
        Language::Arabic => "ar",
        Language::Bengali => "bn",
        Language::Polish => "pl",
        Language::Punjabi => "pa",
        Language::Urdu => "ur",
        Language::Other => return None,
    })
}
