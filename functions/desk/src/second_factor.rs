//! The second factor: a code of an authenticator app, and setting one up at the first sign-in (quality-bar S-12).

use axum::Extension;
use axum::extract;
use axum::response::Response;
use domain::field::Errors;
use frontend::pages::desk;
use http::HeaderMap;
use jiff::SignedDuration;
use store::rate::Bucket;
use store::staff::{CodeUse, Seat, StaffError};
use web::grants::with;
use web::{Answer, Form, Problem, cookies, see_other};

use crate::frame::outside;
use crate::guard::{COOKIE, second_step};
use crate::sign_in::session_cookie;
use crate::state::State;
use crate::{totp, words};

const PASS: &str = "/desk/second-factor";
const SET_UP: &str = "/desk/second-factor/set-up";

/// Asks for a code, of somebody who has an app.
pub(crate) async fn form(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Response {
    match second_step(&seat) {
        PASS => show(&state, &seat, Errors::default()),
        elsewhere => see_other(elsewhere),
    }
}

/// Shows the picture and the key, to somebody who has no app yet.
pub(crate) async fn set_up_form(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Response {
    match second_step(&seat) {
        SET_UP => show(&state, &seat, Errors::default()),
        elsewhere => see_other(elsewhere),
    }
}

/// Takes a code.
pub(crate) async fn pass(state: extract::State<State>, seat: Extension<Seat>, headers: HeaderMap, form: Form) -> Answer {
    complete(&state, &seat, &headers, &form).await
}

/// Takes the first code of a new app.
pub(crate) async fn set_up(state: extract::State<State>, seat: Extension<Seat>, headers: HeaderMap, form: Form) -> Answer {
    complete(&state, &seat, &headers, &form).await
}

async fn complete(state: &State, seat: &Seat, headers: &HeaderMap, form: &Form) -> Answer {
    form.only(&["code"])?;
    let now = state.context.now();
    let id = &seat.staff.id;
    let bucket = Bucket { what: "second-factor", whom: id.as_str(), most: 10, window: SignedDuration::from_mins(15) };
    if !state.rates.take(&bucket, now).await? {
        tracing::warn!(target: "desk", staff = %id, "too many codes");
        return Err(Problem::TooMany);
    }
    let secret = seat.session.set_up.as_ref().or(seat.staff.totp_secret.as_ref()).ok_or(Problem::NotAllowed)?;
    let typed = totp::digits(form.answers.get("code"));
    let Some(step) = totp::step_of(secret, &typed, now) else {
        tracing::warn!(target: "desk", staff = %id, "a wrong code");
        let sentence = match typed.len() {
            0 => "Enter the 6-digit code of your app",
            6 => "That code does not fit. Enter the one your app shows now",
            _ => "A code has 6 digits. Enter the one your app shows now",
        };
        return Ok(wrong(state, seat, sentence));
    };
    let half = cookies::get(headers, COOKIE).unwrap_or_default();
    let (full, mark) = (state.token(), state.context.mark());
    let code = CodeUse { step, half, full: &full, mark: &mark };
    let done = match seat.session.set_up.is_some() {
        true => state.staff.set_up(seat, &code, now).await,
        false => state.staff.pass(seat, &code, now).await,
    };
    match done {
        Ok(()) => {
            tracing::info!(target: "desk", staff = %id, "signed in");
            Ok(with(see_other("/desk"), session_cookie(&full)))
        }
        Err(StaffError::CodeUsed) => Ok(wrong(state, seat, "That code was used already. Wait for the next one, up to 30 seconds, and enter it")),
        Err(StaffError::SessionOver) => Ok(see_other("/desk")),
        Err(error) => Err(words::problem(error)),
    }
}

fn wrong(state: &State, seat: &Seat, sentence: &str) -> Response {
    let mut errors = Errors::default();
    errors.add("code", sentence);
    show(state, seat, errors)
}

fn show(state: &State, seat: &Seat, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let form = state.context.form(second_step(seat)).wrong(errors);
    match &seat.session.set_up {
        Some(secret) => {
            let (qr, key) = (totp::drawing(secret, seat.staff.email.as_str()), totp::grouped(secret));
            outside(state, "Set up your second step", wrong, move || desk::set_up(form, qr, key))
        }
        None => outside(state, "Enter your code", wrong, move || desk::second_factor(form)),
    }
}
