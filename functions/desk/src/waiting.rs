//! What waits at the desk, an event or a story: one way to show it, and one way to decide about it.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use store::Deed;
use store::staff::Seat;
use web::{Answer, Form, Problem, see_other};

use crate::decision::{self, Decision, Verdict};
use crate::frame::changed;
use crate::state::State;

/// Something that waits for a decision, with all that its review shows.
pub(crate) trait Waiting: Sized + Send + Sync {
    /// As it stands now. [`Problem::NotFound`] if there is none of this id.
    fn load(state: &State, id: &str) -> impl Future<Output = Result<Self, Problem>> + Send;

    /// Its page at the desk.
    fn path(&self) -> String;

    /// The queue, with the sentence that says what was done about it.
    fn done(&self) -> String;

    /// Whether it has come to the desk at all. What has not can't be found there, whoever knows its id.
    fn has_come(&self) -> bool {
        true
    }

    /// Counts up with every change.
    fn version(&self) -> u64;

    /// The words written last to its host or author.
    fn words(&self) -> Option<&str>;

    /// Whether it stands where this verdict brings it.
    fn stands_at(&self, verdict: &Verdict) -> bool;

    /// What keeps it from being published; empty if nothing does.
    fn lacks(&self, state: &State) -> Errors;

    /// Does what was decided. Publishing comes only where nothing is [lacking](Self::lacks).
    fn carry_out(&self, state: &State, verdict: &Verdict, deed: &Deed) -> impl Future<Output = Result<(), Problem>> + Send;

    /// Its page, with what was typed before and what is wrong with it.
    fn review(&self, state: &State, seat: &Seat, typed: &Answers, errors: &Errors) -> Response;
}

/// It and what may be done.
pub(crate) async fn show<W: Waiting>(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
) -> Answer {
    let waiting = come::<W>(&state, &id).await?;
    Ok(waiting.review(&state, &seat, &Answers::new(), &Errors::default()))
}

/// Publishes, asks or declines. The same press again gives the same answer; a decision on an older version changes nothing.
pub(crate) async fn decide<W: Waiting>(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let waiting = come::<W>(&state, &id).await?;
    form.form_use()?;
    let decision = match decision::read(&form)? {
        Ok(decision) => decision,
        Err(errors) => return Ok(waiting.review(&state, &seat, &form.answers, &errors)),
    };
    if is_done(&waiting, &decision) {
        return Ok(see_other(&waiting.done()));
    }
    if waiting.version() != decision.shown {
        return Ok(changed(&state, &seat, &waiting.path()));
    }
    if decision.verdict == Verdict::Publish && !waiting.lacks(&state).is_empty() {
        return Ok(waiting.review(&state, &seat, &form.answers, &Errors::default()));
    }
    let deed = Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() };
    match waiting.carry_out(&state, &decision.verdict, &deed).await {
        Ok(()) => Ok(see_other(&waiting.done())),
        // Perhaps the twin of this very press was quicker.
        Err(Problem::Changed) if is_done(&W::load(&state, &id).await?, &decision) => Ok(see_other(&waiting.done())),
        Err(Problem::Changed) => Ok(changed(&state, &seat, &waiting.path())),
        Err(problem) => Err(problem),
    }
}

async fn come<W: Waiting>(state: &State, id: &str) -> Result<W, Problem> {
    let waiting = W::load(state, id).await?;
    if waiting.has_come() { Ok(waiting) } else { Err(Problem::NotFound) }
}

fn is_done(waiting: &impl Waiting, decision: &Decision) -> bool {
    let said = match &decision.verdict {
        Verdict::Publish => true,
        Verdict::AskForChange(words) | Verdict::Decline(words) => waiting.words() == Some(words),
    };
    said && waiting.version() == decision.shown + 1 && waiting.stands_at(&decision.verdict)
}
