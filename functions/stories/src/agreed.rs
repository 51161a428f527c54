//! What an author agreed to, and taking back one of it.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use domain::story::{ConsentEntry, Purpose, StoryAct, StoryRecord, standing};
use domain::time::long_date;
use frontend::pages::manage_story::{AgreedLine, AgreedPage, agreed};
use jiff::civil::Date;
use store::stories::StoryError;
use web::{Answer, Form, Problem, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};

/// How often it is tried anew when the desk does something at the same moment.
const TRIES: usize = 10;

/// `GET /manage/story/{id}/agreed`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    let today = hub.context.today();
    let page = AgreedPage {
        title: record.title(),
        lines: Purpose::ALL.iter().filter_map(|purpose| line(&hub, &record, *purpose, today)).collect(),
        history: record.consents.iter().rev().map(history).collect(),
        back: path(&record, ""),
    };
    let shell = shell(&record, "What you agreed to", false);
    Ok(private_page(&hub.context, StatusCode::OK, shell, || agreed(page)))
}

/// `POST /manage/story/{id}/agreed`: takes one purpose back, and leaves the others as they are.
pub(crate) async fn take_back(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&["take_back"])?;
    let purpose = Purpose::from_value(sent.answers.get("take_back")).ok_or(Problem::UnknownFields)?;
    for _ in 0..TRIES {
        let record = hub.author(&headers, &id).await?;
        if purpose == Purpose::Publish {
            return Ok(see_other(&path(&record, "/withdraw")));
        }
        let excerpt = record.live.as_ref().map(|live| live.details.excerpt()).unwrap_or_default();
        match hub.stories.take_back(&record, purpose, excerpt, &hub.deed(&headers, &record)).await {
            Ok(_) | Err(StoryError::NotNow(_)) => return Ok(see_other(&path(&record, "/agreed"))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

/// A purpose that stands, in the words that were agreed to.
fn line(hub: &State, record: &StoryRecord, purpose: Purpose, today: Date) -> Option<AgreedLine> {
    let entry = standing(&record.consents, purpose, today).cloned().or_else(|| before_records(record, purpose))?;
    let words = entry.words()?;
    let mut take_back = hub.context.form(path(record, "/agreed"));
    take_back.hidden.push(("take_back".into(), purpose.value().into()));
    let can = record.state.after(StoryAct::TakeBack).is_some();
    Some(AgreedLine {
        label: words.label.into(),
        explains: words.explains.into(),
        since: long_date(entry.day),
        until: entry.until.map(long_date),
        take_back: (can && purpose != Purpose::Publish).then(|| Box::new(take_back)),
        withdraw: (purpose == Purpose::Publish).then(|| path(record, "/withdraw")),
    })
}

/// A story from before there was a record of consent: what its public page says stands.
fn before_records(record: &StoryRecord, purpose: Purpose) -> Option<ConsentEntry> {
    use domain::story::{ConsentAct, ConsentOf};
    let consent = &record.live.as_ref()?.details.consent;
    let said = record.consents.iter().any(|entry| entry.purpose == purpose);
    (!said && consent.allows(purpose)).then(|| ConsentEntry::new(consent, purpose, ConsentAct::Given, ConsentOf::Author, consent.day))
}

fn history(entry: &ConsentEntry) -> String {
    format!("{}: {}: {}. Said by {}.", long_date(entry.day), entry.act.words(), entry.purpose.words(), entry.by.words())
}
