//! The withdrawal code: shown until its author has it, typed in where they have nothing else.

use axum::extract::{Path, State as Of};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::field::Errors;
use domain::story::{StoryRecord, StoryState};
use frontend::form::FormPage;
use frontend::pages::share_story::{CodeNow, CodePage, EnterCodePage, code as code_page, enter_code};
use frontend::shell::{Section, Shell};
use jiff::SignedDuration;
use store::rate::Bucket;
use store::stories::StoryError;
use web::{Answer, Form, Problem, Purpose, Sender, private_page, see_other};

use crate::State;
use crate::author::{path, problem, shell};

/// Where a code is typed in.
const ENTER: &str = "/manage/story/code";

/// How many codes one network may try in an hour. With 80 bits in a code this is a courtesy to the tables.
const TRIES_AN_HOUR: u32 = 30;

/// How often the same is tried when another window saved at the same moment.
const AGAIN: usize = 3;

/// `GET /manage/story/code`
pub(crate) async fn ask(Of(hub): Of<State>) -> Answer {
    Ok(asked(&hub, hub.context.form(ENTER), StatusCode::OK))
}

/// `POST /manage/story/code`: opens the story to this browser for a day, as its private link does. Whatever was typed takes the same
/// steps and gets the same answer, unless it opens a story.
pub(crate) async fn open(Of(hub): Of<State>, sender: Sender, sent: Form) -> Answer {
    sent.only(&["code"])?;
    let whom = sender.hash(&hub.context, "story-code");
    let bucket = Bucket { what: "story-code", whom: &whom, most: TRIES_AN_HOUR, window: SignedDuration::from_hours(1) };
    if !hub.rates.take(&bucket, hub.context.now()).await? {
        return Err(Problem::TooMany);
    }
    let opens = hub.stories.by_code(&hub.context.code_hash(sent.answers.get("code"))).await?;
    let record = match opens.filter(|_| !sent.is_bot) {
        Some(id) => hub.stories.load(&id).await?,
        None => None,
    };
    let Some(record) = record else {
        let mut errors = Errors::default();
        errors.add("code", "That code opens no story. Look at each letter and number again");
        let page = FormPage { values: sent.answers, ..hub.context.form(ENTER) };
        return Ok(asked(&hub, page.wrong(errors), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let grant = hub.context.grant(Purpose::Story, record.id.as_str(), record.generation);
    Ok(web::grants::with(see_other(&path(&record, "")), grant))
}

/// `GET /manage/story/{id}/code`
pub(crate) async fn show(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let record = hub.author(&headers, &id).await?;
    if record.state == StoryState::Withdrawn {
        return Ok(see_other(&path(&record, "")));
    }
    let page = CodePage {
        code: now(&hub, &record),
        typed_at: typed_at(&hub),
        back: path(&record, ""),
        kept: act(&hub, &record, "kept"),
        renew: act(&hub, &record, "renew"),
    };
    let shell = shell(&record, "Your withdrawal code", false);
    Ok(private_page(&hub.context, StatusCode::OK, shell, || code_page(page)))
}

/// `POST /manage/story/{id}/code`: its author has it, or wants a new one.
pub(crate) async fn change(Of(hub): Of<State>, Path(id): Path<String>, headers: HeaderMap, sent: Form) -> Answer {
    sent.only(&["do"])?;
    for _ in 0..AGAIN {
        let record = hub.author(&headers, &id).await?;
        let (done, leads) = match sent.answers.get("do") {
            "kept" => (hub.stories.keep_code(&record).await, ""),
            // Pressed twice, it is one new code: the first is not noted yet.
            "renew" if shown(&hub, &record).is_some() => return Ok(see_other(&path(&record, "/code"))),
            "renew" => (give(&hub, &record).await, "/code"),
            _ => return Err(Problem::UnknownFields),
        };
        match done {
            Ok(record) => return Ok(see_other(&path(&record, leads))),
            Err(StoryError::Changed) => {}
            Err(error) => return Err(problem(error)),
        }
    }
    Err(Problem::Busy)
}

/// Gives a story its next code.
pub(crate) async fn give(hub: &State, record: &StoryRecord) -> Result<StoryRecord, StoryError> {
    let number = record.code.as_ref().map_or(1, |code| code.number + 1);
    let code = hub.context.story_code(&record.id, number);
    hub.stories.new_code(record, &hub.context.code_hash(code.as_str())).await
}

/// The code in groups, unless its author has it, or no key of the hub makes it any more.
pub(crate) fn shown(hub: &State, record: &StoryRecord) -> Option<String> {
    let code = record.code.as_ref().filter(|code| !code.kept)?;
    hub.context.story_code_of(&record.id, code.number, &code.hash).map(|code| code.to_string())
}

fn now(hub: &State, record: &StoryRecord) -> CodeNow {
    match (&record.code, shown(hub, record)) {
        (_, Some(code)) => CodeNow::Shown(code),
        (Some(code), None) if code.kept => CodeNow::Noted,
        (Some(_), None) => CodeNow::Lost,
        (None, None) => CodeNow::NotYet,
    }
}

/// Where a code is typed in, whole, for paper.
pub(crate) fn typed_at(hub: &State) -> String {
    hub.context.absolute(ENTER)
}

/// The form of one of the acts.
pub(crate) fn act(hub: &State, record: &StoryRecord, what: &str) -> FormPage {
    let mut form = hub.context.form(path(record, "/code"));
    form.hidden.push(("do".into(), what.into()));
    form
}

fn asked(hub: &State, form: FormPage, status: StatusCode) -> Response {
    let error = !form.errors.is_empty();
    let shell = Shell { title: "Open your story with your code".into(), section: Section::ShareYourStory, error, ..Shell::default() };
    private_page(&hub.context, status, shell, || enter_code(EnterCodePage { form }))
}
