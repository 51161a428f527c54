//! Private links. Looking at one changes nothing: it shows a button, and the button opens or confirms (quality-bar S-08, S-18).

use axum::extract::{self, Path};
use axum::http::StatusCode;
use domain::event::{EventRecord, EventState};
use domain::ids::EventId;
use frontend::pages::press::{Press, press};
use store::events::EventError;
use web::grants::with;
use web::{Answer, Form, Problem, Purpose, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

impl State {
    /// The event that a link names, if it is good and not replaced by a newer one.
    async fn behind(&self, purpose: Purpose, token: &str) -> Result<EventRecord, Problem> {
        let claim = self.context.read_link(purpose, token).ok_or(Problem::LinkUnknown)?;
        let id = EventId::parse(&claim.id).ok_or(Problem::LinkUnknown)?;
        let record = self.events.load(&id).await?.ok_or(Problem::LinkUnknown)?;
        if claim.generation < record.generation {
            return Err(Problem::LinkStale);
        }
        Ok(record)
    }

    fn opened(&self, record: &EventRecord) -> Answer {
        let grant = self.context.grant(Purpose::Event, record.id.as_str(), record.generation);
        Ok(with(see_other(&home(&record.id)), grant))
    }

    fn open_page(&self, record: &EventRecord, action: String) -> Answer {
        let page = Press {
            heading: "Open your event".into(),
            words: vec!["Press the button to see and change your event on this device. It stays open for a day.".into()],
            label: "Open my event".into(),
            form: self.context.form(action).head(),
            ..Press::default()
        };
        Ok(private_page(&self.context, StatusCode::OK, shell(record, "Open your event"), || press(page)))
    }
}

/// GET: the button that opens.
pub(crate) async fn show(extract::State(state): extract::State<State>, Path(token): Path<String>) -> Answer {
    let record = state.behind(Purpose::Event, &token).await?;
    state.open_page(&record, format!("/manage/event/open/{token}"))
}

/// POST: opens the event for this browser.
pub(crate) async fn open(extract::State(state): extract::State<State>, Path(token): Path<String>, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let record = state.behind(Purpose::Event, &token).await?;
    state.opened(&record)
}

/// GET: the button that confirms; once that is done, the button that opens.
pub(crate) async fn show_confirm(extract::State(state): extract::State<State>, Path(token): Path<String>) -> Answer {
    let record = state.behind(Purpose::EventConfirm, &token).await?;
    let action = format!("/manage/event/confirm/{token}");
    if record.state != EventState::Sent {
        return state.open_page(&record, action);
    }
    let page = Press {
        heading: "Confirm your email address".into(),
        words: vec![format!("Press the button, and “{}” goes to the coordinators.", record.title())],
        label: "Confirm and send my event".into(),
        form: state.context.form(action).head(),
        ..Press::default()
    };
    Ok(private_page(&state.context, StatusCode::OK, shell(&record, "Confirm your email address"), || press(page)))
}

/// POST: confirms the host's address, brings the event to the desk, and opens it for this browser.
pub(crate) async fn confirm(extract::State(state): extract::State<State>, Path(token): Path<String>, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let record = state.behind(Purpose::EventConfirm, &token).await?;
    if record.state != EventState::Sent {
        return state.opened(&record);
    }
    let form_use = form.form_use()?;
    let contact = state.contact(&record).ok_or(Problem::Changed)?;
    if state.published_by_trust(&record, &contact, &form_use).await? {
        return state.opened(&record);
    }
    match state.events.confirm(&record, &contact, &form_use, &state.deed(&record)).await {
        Ok(_) | Err(EventError::NotNow(_)) => {
            let now = state.events.load(&record.id).await?.ok_or(Problem::NotFound)?;
            state.opened(&now)
        }
        Err(error) => or_standing(&record.id, error),
    }
}
