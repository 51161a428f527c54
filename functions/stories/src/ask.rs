//! The question box: before a week begins, anyone can say what it should ask.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State as Of};
use axum::http::StatusCode;
use domain::field::Errors;
use domain::ids::SuggestionId;
use domain::week::{SuggestedQuestion, Week, WeekId};
use frontend::form::FormPage;
use frontend::pages::ask::{AskPage, asked, suggest};
use frontend::shell::Shell;
use jiff::SignedDuration;
use store::rate::Bucket;
use web::{Answer, Form, Problem, Sender, private_page, see_other};

use crate::State;

const HERE: &str = "/suggest-a-question";

/// How many one network may send in an hour.
const AN_HOUR: u32 = 20;

/// Which week.
#[derive(Debug, Default, serde::Deserialize)]
pub(crate) struct Named {
    week: Option<String>,
}

/// `GET /suggest-a-question?week=scotland/2026`
pub(crate) async fn show(Of(hub): Of<State>, of: Result<Query<Named>, QueryRejection>) -> Answer {
    let named = of.ok().and_then(|Query(of)| of.week).unwrap_or_default();
    let week = week(&hub, &named).await?;
    page(&hub, &week, hub.context.form(HERE))
}

/// `POST /suggest-a-question`
pub(crate) async fn send(Of(hub): Of<State>, sender: Sender, sent: Form) -> Answer {
    sent.only(&["question", "week"])?;
    let week = week(&hub, sent.answers.get("week")).await?;
    let now = hub.context.now();
    let question = match SuggestedQuestion::parse(sent.answers.get("question"), SuggestionId::from_random(hub.context.random()), &week, now) {
        Ok(question) => question,
        Err(sentence) => {
            let mut errors = Errors::default();
            errors.add("question", sentence);
            return page(&hub, &week, FormPage { values: sent.answers, ..hub.context.form(HERE) }.wrong(errors));
        }
    };
    let done = format!("{HERE}/sent?week={}", week.id);
    if sent.is_bot {
        return Ok(see_other(&done));
    }
    let whom = sender.hash(&hub.context, "suggest");
    let bucket = Bucket { what: "suggest", whom: &whom, most: AN_HOUR, window: SignedDuration::from_hours(1) };
    if !hub.rates.take(&bucket, now).await? {
        return Err(Problem::TooMany);
    }
    hub.question_box.suggest(week.id, &question, &sent.form_use()?, now).await?;
    Ok(see_other(&done))
}

/// `GET /suggest-a-question/sent?week=scotland/2026`
pub(crate) async fn sent(Of(hub): Of<State>, of: Result<Query<Named>, QueryRejection>) -> Answer {
    let named = of.ok().and_then(|Query(of)| of.week).unwrap_or_default();
    let week = week(&hub, &named).await?;
    Ok(private_page(&hub.context, StatusCode::OK, shell(false), || asked(week.id.path())))
}

/// A week that can still be asked.
async fn week(hub: &State, named: &str) -> Result<Week, Problem> {
    let id = WeekId::parse(named).ok_or(Problem::NotFound)?;
    let week = hub.weeks.week(id).await?.ok_or(Problem::NotFound)?;
    if week.takes_questions(hub.context.today()) { Ok(week) } else { Err(Problem::NotFound) }
}

fn page(hub: &State, week: &Week, mut form: FormPage) -> Answer {
    form.hidden.push(("week".into(), week.id.to_string()));
    let wrong = !form.errors.is_empty();
    let page = AskPage { name: week.name.clone(), week: week.id.path(), asks: week.questions.iter().map(|q| q.text.clone()).collect(), form };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private_page(&hub.context, status, shell(wrong), || suggest(page)))
}

fn shell(error: bool) -> Shell {
    Shell { title: "Suggest a question".into(), error, ..Shell::default() }
}
