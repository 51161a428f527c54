//! "Save and come back later": the private link on screen, and by mail.

use axum::extract::{self, Path, Query};
use axum::http::{HeaderMap, StatusCode};
use frontend::pages::manage_event::{self, LinkPage};
use serde::Deserialize;
use web::{Answer, Form, Problem, Purpose, private_page, see_other};

use crate::State;
use crate::mine::{home, or_standing, shell};

/// Whether the link was just mailed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Mailed {
    #[serde(default)]
    mailed: String,
}

/// GET: the link.
pub(crate) async fn show(
    extract::State(state): extract::State<State>,
    Path(id): Path<String>,
    Query(mailed): Query<Mailed>,
    headers: HeaderMap,
) -> Answer {
    let record = state.mine(&headers, &id).await?;
    let path = state.context.link(Purpose::Event, record.id.as_str(), record.generation);
    let page = LinkPage {
        title: record.title(),
        back: home(&record.id),
        link: state.context.absolute(&path),
        email: state.contact(&record).map(|contact| contact.email.as_str().to_owned()),
        mailed: mailed.mailed == "yes",
        form: state.context.form(format!("{}/link", home(&record.id))),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell(&record, "Your private link"), || manage_event::link(page)))
}

/// POST: mails it to the address in the form. While the address is to be confirmed, it is that mail that goes again.
pub(crate) async fn mail(extract::State(state): extract::State<State>, Path(id): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[] as &[&str])?;
    let record = state.mine(&headers, &id).await?;
    let form_use = form.form_use()?;
    let shown = format!("{}/link", home(&record.id));
    let Some(contact) = state.contact(&record) else { return Ok(see_other(&shown)) };
    if form.is_bot || !state.may_mail(&contact).await? {
        return Err(Problem::TooMany);
    }
    match state.events.mail_link(&record, &contact, &form_use, state.context.now()).await {
        Ok(()) => Ok(see_other(&format!("{shown}?mailed=yes"))),
        Err(error) => or_standing(&record.id, error),
    }
}
