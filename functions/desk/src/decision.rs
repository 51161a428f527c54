//! What a coordinator decides about something that waits: one form for each of the three acts, on the version that was read.

use domain::answers::Answers;
use domain::field::Errors;
use domain::text::passage;
use frontend::form::FormPage;
use frontend::pages::desk::Acts;
use web::{Form, Problem};

use crate::state::State;

/// The most that may be written to a host or author, in characters.
pub(crate) const MOST: usize = 2_000;

/// The three acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Publish,
    AskForChange(String),
    Decline(String),
}

/// An act, and the version of the record that its form showed.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub shown: u64,
    pub verdict: Verdict,
}

/// Reads one of the three forms. The inner errors are for the person; a problem means that no page of ours sent it.
pub(crate) fn read(form: &Form) -> Result<Result<Decision, Errors>, Problem> {
    form.only(&["act", "version", "words", "reason"])?;
    let shown = form.answers.get("version").parse().map_err(|_| Problem::UnknownFields)?;
    let mut errors = Errors::default();
    let mut text = |field: &str, missing: &str, name: &str| errors.keep(field, passage(form.answers.get(field), MOST, missing, name));
    let verdict = match form.answers.get("act") {
        "publish" => Some(Verdict::Publish),
        "ask-for-change" => text("words", "Write what should change", "What should change").map(Verdict::AskForChange),
        "decline" => text("reason", "Write why it is declined", "The reason").map(Verdict::Decline),
        _ => return Err(Problem::UnknownFields),
    };
    Ok(errors.or(verdict.map(|verdict| Decision { shown, verdict })))
}

/// The three forms for a version, with what was typed before and what is wrong with it.
pub(crate) fn acts(state: &State, action: &str, version: u64, complete: bool, typed: &Answers, errors: &Errors) -> Acts {
    let form = |act: &str| {
        let mut form = state.context.form(action);
        form.hidden = vec![("act".into(), act.into()), ("version".into(), version.to_string())];
        Box::new(form)
    };
    let with = |act: &str, field: &str| -> Box<FormPage> {
        let mut form = form(act);
        form.values.set(field, typed.get(field));
        form.errors = errors.pairs().into_iter().filter(|(name, _)| name == field).collect();
        form
    };
    Acts::Decide { publish: complete.then(|| form("publish")), ask: with("ask-for-change", "words"), decline: with("decline", "reason") }
}
