//! Before every handler of the desk: who is there, and may they? What was typed when a session ended is handed back.

use axum::extract::{self, FromRequest, MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use frontend::form::FormHead;
use frontend::pages::desk::{Kept, signed_out};
use frontend::shell::{Section, Shell};
use http::{Method, StatusCode};
use store::staff::{Seat, Stage};
use web::{Form, Problem, cookies, private_page, see_other};

use crate::roles::{Act, act_of, may};
use crate::state::State;

/// The cookie of a session.
pub(crate) const COOKIE: &str = "__Host-desk";

/// Lets a request through with its [`Seat`], or answers in its place.
pub(crate) async fn check(extract::State(state): extract::State<State>, mut request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let Some(act) = act_of(request.method(), &route) else {
        return Problem::NotAllowed.into_response();
    };
    if act == Act::SignIn {
        return next.run(request).await;
    }
    let seat = match cookies::get(request.headers(), COOKIE) {
        Some(token) => match state.staff.seat(token, state.context.now()).await {
            Ok(seat) => seat,
            Err(error) => return Problem::from(error).into_response(),
        },
        None => None,
    };
    match seat {
        None => turn_away(&state, request, "/desk/sign-in").await,
        Some(seat) if act == Act::Complete && seat.session.stage == Stage::Full => see_other("/desk"),
        Some(seat) if act != Act::Complete && seat.session.stage == Stage::Half => turn_away(&state, request, second_step(&seat)).await,
        Some(seat) if !may(&seat.staff, act) => {
            tracing::warn!(target: "desk", staff = %seat.staff.id, %route, "refused by role");
            Problem::NotAllowed.into_response()
        }
        Some(seat) => {
            request.extensions_mut().insert(seat);
            next.run(request).await
        }
    }
}

/// Where somebody with a half session goes on.
pub(crate) fn second_step(seat: &Seat) -> &'static str {
    if seat.session.set_up.is_some() { "/desk/second-factor/set-up" } else { "/desk/second-factor" }
}

/// Reading leads to signing in. Writing gets everything typed back, and a way to send it again.
async fn turn_away(state: &State, request: Request, sign_in: &str) -> Response {
    if *request.method() != Method::POST {
        return see_other(sign_in);
    }
    let action = request.uri().path().to_owned();
    let form = match Form::from_request(request, &()).await {
        Ok(form) => form,
        Err(problem) => return problem.into_response(),
    };
    let shell = Shell { title: "You were signed out".into(), section: Section::Desk, ..Shell::default() };
    let kept = kept(action, &form);
    private_page(&state.context, StatusCode::FORBIDDEN, shell, move || signed_out(kept))
}

fn kept(action: String, form: &Form) -> Kept {
    let pairs: Vec<(String, String)> =
        form.answers.iter().flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone()))).collect();
    let form_key = form.key.as_ref().map(ToString::to_string).unwrap_or_default();
    let typed = pairs.iter().filter(|(name, value)| !matches!(name.as_str(), "act" | "version" | "code") && !value.is_empty());
    let typed = typed.map(|(name, value)| (label(name), value.clone())).collect();
    let hidden = pairs.into_iter().filter(|(name, _)| name != "code").collect();
    Kept { form: FormHead { action, form_key, hidden }, typed }
}

/// A field's name as words.
fn label(name: &str) -> String {
    match name {
        "words" => "What should change".into(),
        "agreed" => "How they agreed".into(),
        name => {
            let mut letters = name.chars();
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default().replace('_', " ")
        }
    }
}
