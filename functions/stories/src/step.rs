//! The pages of the form: shown with what was typed, saved word for word whether or not something is wrong with it.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State as Of};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::field::Errors;
use domain::markup;
use domain::story::{Byline, FOUND, OTHER_WORDS, Quotation, StoryRecord, StoryState, StoryStep, note_of, undecided};
use domain::week::Week;
use frontend::components::{Choice, Link};
use frontend::form::FormPage;
use frontend::pages::share_story::{
    ConsentPage, GiveAwayPage, NamingPage, Place, Preview, WritePage, consent, give_away as give_away_page, naming, write,
};
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, private_link, problem, shell};
use crate::{contact, give_away, plainer};

/// How often a page is saved anew when another window saved at the same moment.
const TRIES: usize = 3;

/// Where the page leads back to, and whether the story is shown as it will look.
#[derive(Debug, Default, serde::Deserialize)]
pub(crate) struct Way {
    from: Option<String>,
    preview: Option<String>,
}

impl Way {
    fn is_from_check(&self) -> bool {
        self.from.as_deref() == Some("check")
    }
}

/// An address with an odd query shows the page all the same.
type Asked = Result<Query<Way>, QueryRejection>;

/// `GET /manage/story/{id}/{step}`
pub(crate) async fn show(Of(hub): Of<State>, Path((id, step)): Path<(String, String)>, way: Asked, headers: HeaderMap) -> Answer {
    let way = way.map(|Query(way)| way).unwrap_or_default();
    let step = StoryStep::from_value(&step).ok_or(Problem::NotFound)?;
    let record = hub.author(&headers, &id).await?;
    if !record.state.is_editable() {
        return Ok(see_other(&path(&record, "")));
    }
    let mut values = record.answers.clone();
    if step == StoryStep::Consent
        && record.has_contact
        && let Some(email) = hub.addresses.of(&record.id).await?
    {
        values.set("email", email.as_str());
    }
    if step == StoryStep::Write
        && let Some(address) = hub.messages_go_to(&record).await?
    {
        values.set("call_email", address);
    }
    let week = hub.week_of(&record).await?;
    let page = FormPage { values, ..hub.context.form(address(&record, step, &way)) };
    Ok(page_of(&hub, &record, &week, step, &way, page, Vec::new()))
}

/// `POST /manage/story/{id}/{step}`
pub(crate) async fn save(Of(hub): Of<State>, Path((id, step)): Path<(String, String)>, way: Asked, headers: HeaderMap, sent: Form) -> Answer {
    let way = way.map(|Query(way)| way).unwrap_or_default();
    let step = StoryStep::from_value(&step).ok_or(Problem::NotFound)?;
    let fields: Vec<&str> = step.fields().iter().copied().filter(|field| !FOUND.contains(field)).chain(["do", OTHER_WORDS]).collect();
    sent.only_with_many(&fields, &["keep", "content_notes", "question"])?;
    let mut record = hub.author(&headers, &id).await?;
    let mut typed = sent.answers.clone();
    if step == StoryStep::Naming && typed.get("naming") == "nothing" {
        // Whoever wants no name leaves none in the records either.
        typed.remove("shown_name");
    }
    let events = if step == StoryStep::Write { hub.find_event(&record, &mut typed).await? } else { Vec::new() };
    let contact = contact::change(&hub, step, &record, &typed);
    for attempt in 1.. {
        match hub.stories.save(&record, step.fields(), &typed, &contact, hub.context.now()).await {
            Err(StoryError::Changed) if attempt < TRIES => record = hub.author(&headers, &id).await?,
            saved => {
                record = saved.map_err(problem)?;
                break;
            }
        }
    }
    if sent.answers.get("do") == "preview" {
        let back = if way.is_from_check() { "&from=check" } else { "" };
        return Ok(see_other(&path(&record, &format!("/write?preview=yes{back}#preview"))));
    }
    let week = hub.week_of(&record).await?;
    let mut whole = record.answers.clone();
    whole.take(step.fields(), &typed);
    let errors = step.errors(&whole, &week, hub.context.now());
    if !errors.is_empty() {
        let page = FormPage { values: whole, ..hub.context.form(address(&record, step, &way)) }.wrong(errors);
        return Ok(page_of(&hub, &record, &week, step, &way, page, events));
    }
    Ok(see_other(&path(&record, &format!("/{}", next(&record, step, &way)))))
}

/// The page after this one. Where nothing was found that could give somebody away, there is no page about it.
fn next(record: &StoryRecord, step: StoryStep, way: &Way) -> &'static str {
    let decide = !undecided(&record.answers).is_empty();
    match step.next() {
        Some(StoryStep::GiveAway) if way.is_from_check() && decide => "give-away?from=check",
        Some(next) if !way.is_from_check() && (next != StoryStep::GiveAway || give_away::is_any(record)) => next.value(),
        Some(StoryStep::GiveAway) if !way.is_from_check() => StoryStep::Consent.value(),
        _ => "check",
    }
}

fn address(record: &StoryRecord, step: StoryStep, way: &Way) -> String {
    path(record, &format!("/{}{}", step.value(), if way.is_from_check() { "?from=check" } else { "" }))
}

/// The page of a step. `events` are those of which one may be meant.
fn page_of(hub: &State, record: &StoryRecord, week: &Week, step: StoryStep, way: &Way, form: FormPage, events: Vec<Choice>) -> Response {
    let status = if form.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let back = match step.before() {
        _ if way.is_from_check() => Link::new("Back to check your answers", path(record, "/check")),
        // Back to the page before, but not to one with nothing on it.
        Some(StoryStep::GiveAway) if !give_away::is_any(record) => Link::new("Back", path(record, "/write")),
        Some(before) => Link::new("Back", path(record, &format!("/{}", before.value()))),
        None => Link::new("Where your story stands", path(record, "")),
    };
    let place = Place {
        step: step.number(),
        back: Some(back),
        private_link: Some(private_link(&hub.context, record)),
        close: Some(path(record, "/close")),
        asked: record.desk_words.clone().filter(|_| record.state == StoryState::ChangesAsked),
        on_behalf: record.entered_by.is_some(),
    };
    let mut shell = shell(record, step.words(), status != StatusCode::OK);
    shell.privacy = matches!(step, StoryStep::Naming | StoryStep::Write);
    match step {
        StoryStep::Naming => private_page(&hub.context, status, shell, || naming(NamingPage { place, form })),
        StoryStep::Write => {
            let questions = week.questions.iter().map(|q| (q.number, q.text.clone())).collect();
            let preview = way.preview.as_ref().map(|_| preview(record));
            private_page(&hub.context, status, shell, || write(WritePage { place, questions, events, preview, form }))
        }
        StoryStep::GiveAway => {
            let from = if way.is_from_check() { "?from=check" } else { "" };
            let page = GiveAwayPage {
                place,
                hits: give_away::hits(record),
                change: path(record, &format!("/write{from}#body")),
                plainer: plainer::offers(record),
                form,
            };
            private_page(&hub.context, status, shell, || give_away_page(page))
        }
        StoryStep::Consent => private_page(&hub.context, status, shell, || consent(ConsentPage { place, form })),
    }
}

/// The story as it will look, from what was typed so far.
pub(crate) fn preview(record: &StoryRecord) -> Preview {
    Preview {
        title: record.title(),
        by: Byline::parse(&record.answers).ok().and_then(|byline| byline.words()),
        content_note: note_of(&record.answers),
        body: markup::render(&domain::text::many_lines(record.answers.get("body"))),
        quotes: Quotation::parse_all(&record.answers, &mut Errors::default()),
    }
}
