//! A form that could not be taken and may be sent again comes back whole: everything typed can be read on the page, and one button sends it again, under
//! the same key, so that it counts once (quality-bar ).

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use frontend::form::FormHead;
use frontend::pages::not_now::Typed;
use frontend::pages::send_again::{SendAgain, send_again};
use frontend::shell::Shell;
use http::Method;

use crate::context::Context;
use crate::form::{self, Form};
use crate::page::private_page;
use crate::problem::Problem;
use crate::read_only::typed;

/// A form as it arrived.
pub(crate) struct Sent {
    /// Where it was sent to.
    action: String,
    /// Its fields, encoded.
    body: Vec<u8>,
}

/// Takes a form off a request and puts it back, to be shown again if need be; none where the request carries no form.
pub(crate) async fn keep(request: Request) -> Result<(Request, Option<Sent>), Problem> {
    if *request.method() != Method::POST || !form::is_form(request.headers()) {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    let body = form::bytes(body, form::most(parts.uri.path())).await?;
    let action = parts.uri.path_and_query().map_or_else(|| parts.uri.path().to_owned(), ToString::to_string);
    let sent = Sent { action, body: body.to_vec() };
    Ok((Request::from_parts(parts, Body::from(body)), Some(sent)))
}

impl Sent {
    /// What was typed into it.
    pub fn typed(&self) -> Vec<Typed> {
        typed(&Form::read(&self.body))
    }

    /// The page that gives it back.
    pub fn page(&self, context: &Context, problem: &Problem, reference: &str) -> Response {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(&self.body).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let form_key = pairs.iter().find(|(name, _)| name == "form_key").map(|(_, key)| key.clone()).unwrap_or_default();
        let hidden = pairs.into_iter().filter(|(name, _)| name != "form_key" && name != "website").collect();
        let told = problem.page(reference, false);
        let page = SendAgain {
            heading: told.heading.clone(),
            words: problem.of_a_form().unwrap_or_default().iter().map(|words| (*words).to_owned()).collect(),
            typed: self.typed(),
            form: FormHead { action: self.action.clone(), form_key, hidden },
            reference: told.reference,
        };
        let shell = Shell { title: told.heading, ..Shell::default() };
        private_page(context, problem.status(), shell, move || send_again(page))
    }
}

#[cfg(test)]
#[path = "sent_again/tests.rs"]
mod tests;
