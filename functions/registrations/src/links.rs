//! "Send my link again": the same answer whether or not the address is known.

use axum::extract::{Query, State as Given};
use axum::http::StatusCode;
use domain::contact::Email;
use domain::field::Errors;
use frontend::form::FormPage;
use frontend::pages::links::{links, links_sent};
use jiff::SignedDuration;
use serde::Deserialize;
use store::rate::Bucket;
use web::{Answer, Form, Problem, Sender, private_page, see_other};

use crate::{State, problems, shell};

/// How often links are sent to one address, and asked for by one sender, in an hour.
const PER_ADDRESS: u32 = 4;
const PER_SENDER: u32 = 60;

/// What the address of the page says.
#[derive(Debug, Deserialize)]
pub(crate) struct Where {
    sent: Option<String>,
    erased: Option<String>,
}

/// The question, or the answer after it was sent.
pub(crate) async fn ask(Given(state): Given<State>, Query(at): Query<Where>) -> Answer {
    if at.sent.is_some() {
        return Ok(private_page(&state.context, StatusCode::OK, shell::plain("Check your email", false), links_sent));
    }
    if at.erased.is_some() {
        let words = "Your name, address, number and answers are deleted. Nothing here leads to you any more.";
        return Err(problems::not_now("It is erased", words, Some(("Go to the home page", "/".to_owned()))));
    }
    let form = state.context.form("/links");
    Ok(private_page(&state.context, StatusCode::OK, shell::plain("Send my link again", false), || links(form)))
}

/// Puts the links of a known address into the outbox.
pub(crate) async fn send(Given(state): Given<State>, sender: Sender, form: Form) -> Answer {
    form.only(&["email"])?;
    let done = || Ok(see_other("/links?sent=yes"));
    if form.is_bot {
        return done();
    }
    let to = match Email::parse(form.answers.get("email")) {
        Ok(to) => to,
        Err(sentence) => return Ok(again(&state, &form, sentence)),
    };
    let sending = form.form_use()?;
    if state.registrations.sent_before::<()>(&sending).await.map_err(|e| problems::of(e, "/"))?.is_some() {
        return done();
    }
    let now = state.context.now();
    let hash = state.context.contact_hash(&format!("email:{}", to.folded()));
    let sender = sender.hash(&state.context, "links");
    let hour = SignedDuration::from_hours(1);
    for bucket in [
        Bucket { what: "links-from", whom: &sender, most: PER_SENDER, window: hour },
        Bucket { what: "links-to", whom: &hash, most: PER_ADDRESS, window: hour },
    ] {
        if !state.rates.take(&bucket, now).await? {
            return Err(Problem::TooMany);
        }
    }
    state.registrations.links_again(&to, &hash, &sending, now).await.map_err(|e| problems::of(e, "/"))?;
    done()
}

fn again(state: &State, form: &Form, sentence: String) -> axum::response::Response {
    let mut errors = Errors::default();
    errors.add("email", sentence);
    let form_key = form.key.clone().unwrap_or_else(|| state.context.new_form_key()).to_string();
    let page = FormPage { action: "/links".into(), form_key, values: form.answers.clone(), ..FormPage::default() }.wrong(errors);
    private_page(&state.context, StatusCode::UNPROCESSABLE_ENTITY, shell::plain("Send my link again", true), || links(page))
}
