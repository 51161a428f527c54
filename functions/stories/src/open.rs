//! The private link: a button, and what pressing it does (quality-bar S-18).

use axum::extract::{Path, State as Of};
use axum::http::StatusCode;
use domain::ids::StoryId;
use frontend::pages::press::{Press, press};
use frontend::pages::share_story::with_help;
use frontend::shell::{Section, Shell};
use web::{Answer, Form, Problem, Purpose, private_page, see_other};

use crate::State;

/// `GET /manage/story/open/{token}`: opens nothing, so that programs that look at links do no harm.
pub(crate) async fn show(Of(hub): Of<State>, Path(token): Path<String>) -> Answer {
    hub.context.read_link(Purpose::Story, &token).ok_or(Problem::LinkUnknown)?;
    let page = Press {
        heading: "Open your story".into(),
        words: vec![
            "Press the button to see your story on this device. It stays open for a day.".into(),
            "On a device that others use, press “Close my story on this device” when you are done.".into(),
        ],
        label: "Open my story".into(),
        form: hub.context.form(format!("/manage/story/open/{token}")).head(),
        ..Press::default()
    };
    let shell = Shell { title: "Open your story".into(), section: Section::ShareYourStory, ..Shell::default() };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || with_help(press(page))))
}

/// `POST /manage/story/open/{token}`: lets this browser in for a day, at an address without a token.
pub(crate) async fn redeem(Of(hub): Of<State>, Path(token): Path<String>, sent: Form) -> Answer {
    sent.only(&[] as &[&str])?;
    let claim = hub.context.read_link(Purpose::Story, &token).ok_or(Problem::LinkUnknown)?;
    let id = StoryId::parse(&claim.id).ok_or(Problem::LinkUnknown)?;
    let record = hub.stories.load(&id).await?.ok_or(Problem::LinkUnknown)?;
    if record.generation != claim.generation {
        return Err(Problem::LinkStale);
    }
    let grant = hub.context.grant(Purpose::Story, id.as_str(), record.generation);
    Ok(web::grants::with(see_other(&format!("/manage/story/{id}")), grant))
}
