//! A host writes to everybody who registered: looked at first, then sent to each alone, by the keeper.

use axum::extract::{Path, Query, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::FormKey;
use domain::registration::{Audience, HostMessage, Placeholder, fill, parse_host_message};
use domain::text::counted;
use domain::time::date_and_time;
use frontend::form::FormPage;
use frontend::pages::host_message::{HostMessagePage, Preview, host_message};
use jiff::SignedDuration;
use serde::Deserialize;
use store::rate::Bucket;
use web::{Answer, Form, Problem, private_page, see_other};

use super::{Hosted, deed};
use crate::{State, events, problems, shell};

/// How many messages a host may send in a day: people's boxes are not a notice board.
const PER_DAY: u32 = 5;

/// Whether it was just sent.
#[derive(Debug, Deserialize)]
pub(crate) struct Where {
    sent: Option<String>,
}

/// The form.
pub(crate) async fn ask(Given(state): Given<State>, Path(id): Path<String>, Query(at): Query<Where>, headers: HeaderMap) -> Answer {
    let hosted = hosted(&state, &headers, &id).await?;
    let page = Page { sent: at.sent.is_some(), key: state.context.new_form_key(), answers: Answers::new(), errors: Errors::default(), preview: None };
    show(&state, &hosted, page).await
}

/// Shows how it would arrive, or sends it.
pub(crate) async fn write(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["act", "audience", "words"])?;
    let hosted = hosted(&state, &headers, &id).await?;
    let key = form.key.clone().unwrap_or_else(|| state.context.new_form_key());
    let page = |errors, preview| Page { sent: false, key: key.clone(), answers: form.answers.clone(), errors, preview };
    let (audience, words) = match parse_host_message(&form.answers) {
        Ok(parsed) => parsed,
        Err(errors) => return show(&state, &hosted, page(errors, None)).await,
    };
    if form.answers.get("act") != "send" {
        let preview = preview(&state, &hosted, audience, &words).await?;
        return show(&state, &hosted, page(Errors::default(), Some(preview))).await;
    }
    let form_use = form.form_use()?;
    let done = format!("{}/message?sent=yes", hosted.list());
    let met = |e| problems::of_host(e, &hosted.back());
    if state.registrations.sent_before::<()>(&form_use).await.map_err(met)?.is_some() {
        return Ok(see_other(&done));
    }
    let bucket = Bucket { what: "host-message", whom: hosted.id.as_str(), most: PER_DAY, window: SignedDuration::from_hours(24) };
    if !state.rates.take(&bucket, state.context.now()).await? {
        let mut errors = Errors::default();
        errors.add("words", format!("You can write {PER_DAY} times a day. Nothing was sent. Keep your words and send them tomorrow"));
        return show(&state, &hosted, page(errors, None)).await;
    }
    state.registrations.write_to(&hosted.id, audience, &words, &form_use, &deed(&state)).await.map_err(met)?;
    Ok(see_other(&done))
}

/// For the host of an event that takes place.
async fn hosted(state: &State, headers: &HeaderMap, id: &str) -> Result<Hosted, Problem> {
    let hosted = Hosted::granted(state, headers, id).await?;
    match hosted.record.state.goes_ahead() {
        true => Ok(hosted),
        false => {
            let back = Some(("Back to who is coming", hosted.list()));
            Err(problems::not_now("Your event is not published now", "Everybody registered was told when it was cancelled.", back))
        }
    }
}

struct Page {
    sent: bool,
    key: FormKey,
    answers: Answers,
    errors: Errors,
    preview: Option<Preview>,
}

async fn show(state: &State, hosted: &Hosted, page: Page) -> Answer {
    let wrong = !page.errors.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = FormPage { action: format!("{}/message", hosted.list()), form_key: page.key.to_string(), values: page.answers, ..FormPage::default() };
    let before = state.registrations.messages(&hosted.id, state.context.now()).await?;
    let view = HostMessagePage {
        event: events::line(&hosted.page),
        back: hosted.list(),
        sent: page.sent,
        preview: page.preview,
        before: before.iter().map(|message| (told(message), message.words.clone())).collect(),
        form: form.wrong(page.errors),
    };
    let shell = shell::of_week(hosted.page.week, "Write to people", wrong);
    Ok(private_page(&state.context, status, shell, || host_message(view)))
}

fn told(message: &HostMessage) -> String {
    format!("{}: {}", date_and_time(message.sent), message.audience.words())
}

async fn preview(state: &State, hosted: &Hosted, audience: Audience, words: &str) -> Result<Preview, Problem> {
    let (by_mail, by_phone) = state.registrations.reached(&hosted.id, audience).await?;
    let mut reach = format!("It goes to {}.", counted(by_mail as u64, "person", "people"));
    if by_phone > 0 {
        reach.push_str(&format!(" {} no email address: call them.", counted(by_phone as u64, "more has", "more have")));
    }
    let words = fill(words, |placeholder| match placeholder {
        Placeholder::Name => "Sam Example".into(),
        Placeholder::Event => hosted.page.title.clone(),
        Placeholder::When => hosted.page.when_words(),
    });
    Ok(Preview { words, reach })
}
