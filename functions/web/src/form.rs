//! Forms as they arrive: at most 256 KB, a table of many events at most 2 MB, only known fields, each with a key and a trap for bots.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use domain::answers::Answers;
use domain::ids::FormKey;
use http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use sha2::{Digest, Sha256};
use store::form_keys::FormUse;

use crate::problem::Problem;

/// The most a form may weigh (quality-bar S-31).
pub const MOST_BYTES: usize = 256 * 1024;

/// The one form that takes a whole table, for people who are signed in at the desk.
const TABLE: &str = "/desk/bring-in";

/// The most a table may weigh: where it comes back to be sent again it stands there twice, and a function answers with 6 MB at most.
const MOST_OF_A_TABLE: usize = 2 * 1024 * 1024;

/// The most that the form at this address may weigh.
pub(crate) fn most(path: &str) -> usize {
    if path == TABLE { MOST_OF_A_TABLE } else { MOST_BYTES }
}

/// A form somebody sent.
#[derive(Clone, Debug)]
pub struct Form {
    /// The answers, as typed.
    pub answers: Answers,
    /// The form's key, where it is readable.
    pub key: Option<FormKey>,
    /// Whether the field that people don't see was filled in.
    pub is_bot: bool,
    /// A hash of the answers.
    pub hash: String,
}

impl Form {
    pub(crate) fn read(body: &[u8]) -> Self {
        let mut answers: Answers = form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let key = FormKey::parse(answers.get("form_key"));
        let is_bot = answers.has("website");
        answers.remove("form_key");
        answers.remove("website");
        let hash = hash(&answers);
        Self { answers, key, is_bot, hash }
    }

    /// Refuses fields that the page does not have, and a second value where a field has one.
    pub fn only(&self, fields: &[impl AsRef<str>]) -> Result<(), Problem> {
        self.only_with_many(fields, &[] as &[&str])
    }

    /// As [`Form::only`], for a page on which the fields in `many` (tick boxes of one name) may hold several values.
    pub fn only_with_many(&self, fields: &[impl AsRef<str>], many: &[impl AsRef<str>]) -> Result<(), Problem> {
        for (name, values) in self.answers.iter() {
            let several = many.iter().any(|m| m.as_ref() == name);
            let one = fields.iter().any(|f| f.as_ref() == name) && values.len() == 1;
            if !several && !one {
                return Err(Problem::UnknownFields);
            }
        }
        Ok(())
    }

    /// The same without a field that is no part of what was said.
    pub fn without(&self, field: &str) -> Self {
        let mut form = self.clone();
        form.answers.remove(field);
        form.hash = hash(&form.answers);
        form
    }

    /// The form's key with the hash of its answers, for the transaction that takes it.
    pub fn form_use(&self) -> Result<FormUse, Problem> {
        let key = self.key.clone().ok_or(Problem::FormKeyMissing)?;
        Ok(FormUse { key, hash: self.hash.clone() })
    }
}

/// A query string as answers: what a GET form sends.
pub fn query(raw: &str) -> Answers {
    form_urlencoded::parse(raw.as_bytes()).map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn hash(answers: &Answers) -> String {
    let mut hasher = Sha256::new();
    for (name, values) in answers.iter() {
        for value in values {
            for part in [name, value] {
                hasher.update((part.len() as u64).to_be_bytes());
                hasher.update(part.as_bytes());
            }
        }
    }
    data_encoding::HEXLOWER.encode(&hasher.finalize()[..16])
}

pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The whole of a form, as it came.
pub(crate) async fn bytes(body: Body, most: usize) -> Result<Bytes, Problem> {
    match Limited::new(body, most).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.downcast_ref::<LengthLimitError>().is_some() => Err(Problem::TooLarge),
        Err(_) => Err(Problem::FormKeyMissing),
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Problem> {
        if !is_form(request.headers()) {
            return Err(Problem::UnknownFields);
        }
        let most = most(request.uri().path());
        Ok(Self::read(&bytes(request.into_body(), most).await?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_fields_and_second_values_are_refused() {
        let form = Form::read(b"form_key=x&website=&title=a&needs=bsl&needs=captions");
        assert!(!form.is_bot);
        assert!(form.only_with_many(&["title"], &["needs"]).is_ok());
        assert!(form.only(&["title", "needs"]).is_err());
        assert!(form.only_with_many(&["summary"], &["needs"]).is_err());
    }

    #[test]
    fn only_a_table_of_many_events_may_be_long() {
        assert_eq!(
            (most("/desk/bring-in"), most("/desk/bring-in/template.csv"), most("/share-your-story")),
            (MOST_OF_A_TABLE, MOST_BYTES, MOST_BYTES)
        );
    }

    #[test]
    fn the_hash_tells_two_forms_apart() {
        assert_ne!(Form::read(b"a=bc&d=").hash, Form::read(b"a=b&cd=").hash);
        assert_eq!(Form::read(b"form_key=1&a=b").hash, Form::read(b"form_key=2&a=b").hash);
    }
}
