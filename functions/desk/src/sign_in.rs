//! The first factor: a link by mail, redeemed by a button (quality-bar S-13…S-16).

use axum::extract::{self, Path};
use axum::response::Response;
use domain::contact::Email;
use domain::field::Errors;
use frontend::pages::desk;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use store::rate::Bucket;
use store::staff::{LONGEST, LinkShown, NewLink, NewSession, Proof, StaffError};
use web::grants::with;
use web::{Answer, Form, Problem, Sender, cookies, see_other};

use crate::frame::outside;
use crate::guard::COOKIE;
use crate::state::State;
use crate::{totp, words};

/// The cookie of the browser that asks for a link. Lax: the link in the mail leads here from elsewhere.
const ASKING: &str = "__Host-desk-asking";
const ASKING_SECONDS: i64 = 3_600;

/// Asks for the address.
pub(crate) async fn form(extract::State(state): extract::State<State>, headers: HeaderMap) -> Response {
    let form = state.context.form("/desk/sign-in");
    let page = outside(&state, "Sign in to the desk", false, move || desk::sign_in(form));
    match browser(&headers) {
        Some(_) => page,
        None => with(page, cookies::set(ASKING, &state.token(), ASKING_SECONDS, "Lax")),
    }
}

/// Sends a link, if the address has an account. The answer is the same if it has none.
pub(crate) async fn ask(extract::State(state): extract::State<State>, sender: Sender, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["email"])?;
    let used = form.form_use()?;
    let email = match Email::parse(form.answers.get("email")) {
        Ok(email) => email,
        Err(sentence) => {
            let mut errors = Errors::default();
            errors.add("email", sentence);
            let mut page = state.context.form("/desk/sign-in").wrong(errors);
            page.values = form.answers;
            return Ok(outside(&state, "Sign in to the desk", true, move || desk::sign_in(page)));
        }
    };
    let now = state.context.now();
    let email_hash = state.email_hash(&email);
    let from = sender.hash(&state.context, "sign-in");
    for (what, whom, most) in [("sign-in", email_hash.as_str(), 5), ("sign-in-sender", from.as_str(), 30)] {
        let bucket = Bucket { what, whom, most, window: SignedDuration::from_hours(1) };
        if !state.rates.take(&bucket, now).await? {
            return Err(Problem::TooMany);
        }
    }
    let browser = browser(&headers).map_or_else(|| state.token(), str::to_owned);
    if !form.is_bot {
        let (token, code) = (state.token(), code(&browser));
        let link = NewLink { token: &token, browser: &browser, code: &code };
        let staff = state.staff.ask_link(&email_hash, &link, &used, now).await.map_err(words::problem)?;
        tracing::info!(target: "desk", staff = staff.map(|s| s.to_string()).unwrap_or_default(), "a sign-in link was asked for");
    }
    Ok(with(see_other("/desk/sign-in/sent"), cookies::set(ASKING, &browser, ASKING_SECONDS, "Lax")))
}

/// Says that a link is on its way, and shows the code for another browser.
pub(crate) async fn sent(extract::State(state): extract::State<State>, headers: HeaderMap) -> Response {
    let Some(browser) = browser(&headers) else { return see_other("/desk/sign-in") };
    let code = code(browser);
    let shown = format!("{} {}", &code[..3], &code[3..]);
    outside(&state, "Check your email", false, move || desk::link_sent(shown))
}

/// Behind the link: a button. Nothing changes, however often a scanner opens it.
pub(crate) async fn open(extract::State(state): extract::State<State>, Path(token): Path<String>, headers: HeaderMap) -> Answer {
    Ok(match state.staff.link(&token, browser(&headers), state.context.now()).await? {
        Some(shown) => open_page(&state, &token, shown == LinkShown::Code, Errors::default()),
        None => over(&state),
    })
}

/// Uses the link up and leads to the second factor.
pub(crate) async fn redeem(extract::State(state): extract::State<State>, Path(token): Path<String>, headers: HeaderMap, form: Form) -> Answer {
    form.only(&["code"])?;
    let typed = totp::digits(form.answers.get("code"));
    let proof = Proof { browser: browser(&headers), code: Some(typed.as_str()).filter(|c| !c.is_empty()) };
    let (session, secret) = (state.token(), totp::new_secret(&state.context));
    let new = NewSession { token: &session, secret: &secret };
    let mut errors = Errors::default();
    match state.staff.redeem(&token, proof, &new, state.context.now()).await {
        Ok(staff) => {
            tracing::info!(target: "desk", staff = %staff.id, "a sign-in link was used");
            let next = if staff.totp_secret.is_some() { "/desk/second-factor" } else { "/desk/second-factor/set-up" };
            return Ok(with(see_other(next), session_cookie(&session)));
        }
        Err(StaffError::CodeNeeded) => errors.add("code", "Enter the 6-digit code that the other browser shows"),
        Err(StaffError::WrongCode { left }) if left > 0 => {
            tracing::warn!(target: "desk", left, "a wrong code for a sign-in link");
            let tries = domain::text::counted(u64::from(left), "try", "tries");
            errors.add("code", format!("That is not the code the other browser shows. You have {tries} left"));
        }
        Err(StaffError::WrongCode { .. } | StaffError::LinkOver) => {
            tracing::warn!(target: "desk", "a sign-in link was refused");
            return Ok(over(&state));
        }
        Err(error) => return Err(words::problem(error)),
    }
    Ok(open_page(&state, &token, true, errors))
}

/// Ends the session, and takes everything the browser kept.
pub(crate) async fn sign_out(extract::State(state): extract::State<State>, headers: HeaderMap) -> Answer {
    if let Some(token) = cookies::get(&headers, COOKIE) {
        state.staff.sign_out(token).await?;
        tracing::info!(target: "desk", "signed out");
    }
    let answer = with(see_other("/desk/sign-in"), cookies::set(COOKIE, "", 0, "Strict"));
    let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    Ok(with(answer, (HeaderName::from_static("clear-site-data"), everything)))
}

/// The cookie of a session: Strict, no longer than any session.
pub(crate) fn session_cookie(token: &str) -> (HeaderName, HeaderValue) {
    cookies::set(COOKIE, token, LONGEST.as_secs(), "Strict")
}

fn open_page(state: &State, token: &str, code: bool, errors: Errors) -> Response {
    let wrong = !errors.is_empty();
    let form = state.context.form(format!("/desk/sign-in/{token}")).wrong(errors);
    outside(state, "Sign in to the desk", wrong, move || desk::open_link(form, code))
}

fn over(state: &State) -> Response {
    let mut page = outside(state, "This link no longer works", false, desk::link_over);
    *page.status_mut() = StatusCode::GONE;
    page
}

fn browser(headers: &HeaderMap) -> Option<&str> {
    cookies::get(headers, ASKING).filter(|secret| secret.len() == 26)
}

/// The six digits of a browser: shown to it alone, worked out of its secret.
fn code(browser: &str) -> String {
    let digest = Sha256::digest(format!("code|{browser}"));
    let number = digest.iter().take(8).fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}
