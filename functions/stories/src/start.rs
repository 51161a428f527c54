//! Before a story is begun, and beginning it.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State as Of};
use axum::http::StatusCode;
use domain::answers::Answers;
use domain::field::Errors;
use domain::story::{StoryKind, StoryRecord};
use domain::week::{Week, WeekId};
use frontend::form::FormPage;
use frontend::pages::share_story::{StartPage, start};
use frontend::shell::{Section, Shell};
use jiff::SignedDuration;
use store::rate::Bucket;
use web::{Answer, Form, Problem, Purpose, Sender, private_page, see_other};

use crate::State;
use crate::author::problem;
use crate::weeks::offered;

/// How many drafts one network may begin in an hour: a library or a hospital is one network.
const DRAFTS_AN_HOUR: u32 = 40;

/// Where somebody comes from: a week, perhaps one of its questions or events.
#[derive(Debug, Default, serde::Deserialize)]
pub(crate) struct From {
    week: Option<String>,
    question: Option<String>,
    event: Option<String>,
}

/// `GET /share-your-story`
pub(crate) async fn show(Of(hub): Of<State>, from: Result<Query<From>, QueryRejection>) -> Answer {
    let from = from.map(|Query(from)| from).unwrap_or_default();
    let weeks = hub.all_weeks().await?;
    let mut page = hub.context.form("/share-your-story");
    page.values.set("week", from.week.unwrap_or_default());
    page.values.set("question", from.question.unwrap_or_default());
    page.values.set("event", from.event.unwrap_or_default());
    Ok(show_form(&hub, &weeks, page, StatusCode::OK))
}

/// `POST /share-your-story`: a draft, and the way into it. Nothing of the sender goes with it.
pub(crate) async fn begin(Of(hub): Of<State>, sender: Sender, sent: Form) -> Answer {
    sent.only(&["week", "question", "event"])?;
    if sent.is_bot {
        return Ok(see_other("/share-your-story"));
    }
    let weeks = hub.all_weeks().await?;
    let Some(week) = chosen(&weeks, sent.answers.get("week")) else {
        let mut errors = Errors::default();
        errors.add("week", "Choose the week your story is for");
        let page = FormPage { values: sent.answers.clone(), ..hub.context.form("/share-your-story") };
        return Ok(show_form(&hub, &weeks, page.wrong(errors), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let form_use = sent.form_use()?;
    let whom = sender.hash(&hub.context, "story");
    let bucket = Bucket { what: "story", whom: &whom, most: DRAFTS_AN_HOUR, window: SignedDuration::from_hours(1) };
    if !hub.rates.take(&bucket, hub.context.now()).await? {
        return Err(Problem::TooMany);
    }
    let mut record = StoryRecord::draft(hub.context.new_story_id(), week.id, hub.context.now());
    if let Some((number, _)) = question(Some(week), sent.answers.get("question")) {
        record.answers.set("kind", StoryKind::Answer.value());
        record.answers.set("question", number.to_string());
    }
    if sent.answers.has("event") {
        let mut about: Answers = [("event", event(sent.answers.get("event")))].into_iter().collect();
        hub.find_event(&record, &mut about).await?;
        if about.has("event_id") {
            record.answers.set("kind", StoryKind::Reflection.value());
            about.iter().for_each(|(name, values)| record.answers.set(name, values.concat()));
        }
    }
    let id = hub.stories.begin(&record, &form_use, hub.context.now()).await.map_err(problem)?;
    let grant = hub.context.grant(Purpose::Story, id.as_str(), record.generation);
    Ok(web::grants::with(see_other(&format!("/manage/story/{id}/naming")), grant))
}

fn show_form(hub: &State, weeks: &[Week], mut page: FormPage, status: StatusCode) -> axum::response::Response {
    let asked = WeekId::parse(page.values.get("week"));
    let week = chosen(weeks, page.values.get("week"));
    let question = question(week, page.values.get("question"));
    if let Some((number, _)) = &question {
        page.hidden.push(("question".into(), number.to_string()));
    }
    let of_event = page.values.has("event");
    if of_event {
        page.hidden.push(("event".into(), page.values.get("event").to_owned()));
    }
    let shell = Shell {
        title: "Share your story".into(),
        section: Section::ShareYourStory,
        demonstration: week.is_some_and(|week| week.id.is_demonstration()),
        error: !page.errors.is_empty(),
        ..Shell::default()
    };
    let page = StartPage { weeks: offered(weeks, asked, hub.context.today()), question: question.map(|(_, words)| words), of_event, form: page };
    private_page(&hub.context, status, shell, || start(page))
}

/// The address of an event's page by the last part of it.
fn event(typed: &str) -> String {
    format!("/events/{typed}")
}

fn chosen<'a>(weeks: &'a [Week], typed: &str) -> Option<&'a Week> {
    let id = WeekId::parse(typed)?;
    weeks.iter().find(|week| week.id == id)
}

fn question(week: Option<&Week>, typed: &str) -> Option<(u8, String)> {
    let question = week?.question(typed.trim().parse().ok()?)?;
    Some((question.number, question.text.clone()))
}
