//! `/mailbox`, a mail, and what is attached to it. Only in the hub at home: a deployed one sends its mails.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frontend::shell::Shell;
use web::{Answer, Context, Problem, private_page};

use super::{Mailbox, pages};

#[derive(Clone)]
struct Rooms {
    context: Context,
    mailbox: Arc<Mailbox>,
}

/// The mailbox's pages.
pub fn routes(context: &Context, mailbox: Arc<Mailbox>) -> Router {
    Router::new()
        .route("/mailbox", get(list))
        .route("/mailbox/{number}", get(letter))
        .route("/mailbox/{number}/{attachment}", get(attachment))
        .with_state(Rooms { context: context.clone(), mailbox })
}

fn shell(title: impl Into<String>) -> Shell {
    Shell { title: title.into(), ..Shell::default() }
}

async fn list(State(rooms): State<Rooms>) -> Answer {
    let mut letters = rooms.mailbox.letters();
    letters.reverse();
    Ok(private_page(&rooms.context, StatusCode::OK, shell("Mailbox"), move || pages::list(letters)))
}

async fn letter(State(rooms): State<Rooms>, Path(number): Path<usize>) -> Answer {
    let letter = rooms.mailbox.letter(number).ok_or(Problem::NotFound)?;
    Ok(private_page(&rooms.context, StatusCode::OK, shell(letter.mail.subject.clone()), move || pages::letter(letter)))
}

async fn attachment(State(rooms): State<Rooms>, Path((number, attachment)): Path<(usize, usize)>) -> Answer {
    let letter = rooms.mailbox.letter(number).ok_or(Problem::NotFound)?;
    let attached = letter.mail.attachments.into_iter().nth(attachment).ok_or(Problem::NotFound)?;
    Ok(download(&attached.name, &attached.content_type, attached.body))
}

fn download(name: &str, content_type: &str, body: String) -> Response {
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::try_from(content_type).unwrap_or(plain)), (header::CONTENT_DISPOSITION, disposition)];
    (StatusCode::OK, headers, body).into_response()
}
