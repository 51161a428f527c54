//! Who may sign in: seen, invited, removed by administrators.

use axum::Extension;
use axum::extract::{self, Path};
use axum::response::Response;
use domain::answers::Answers;
use domain::contact::Email;
use domain::field::Errors;
use domain::ids::StaffId;
use domain::staff::{Role, StaffRecord};
use domain::text::line;
use frontend::pages::desk::{self, Confirmation, Person};
use frontend::shell::DeskPage;
use store::staff::{NewAccount, Seat, StaffError};
use web::{Answer, Form, Problem, see_other};

use crate::frame::{changed, page};
use crate::state::State;
use crate::words;

const HERE: &str = "/desk/people";

/// Everybody with an account.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    list(&state, &seat, Answers::new(), Errors::default()).await
}

/// Gives somebody an account.
pub(crate) async fn invite(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&["name", "email", "role"])?;
    let used = form.form_use()?;
    let typed = &form.answers;
    let mut errors = Errors::default();
    let name = errors.keep("name", line(typed.get("name"), 100, "Enter their name", "Name"));
    let email = errors.keep("email", Email::parse(typed.get("email")));
    let role = errors.keep("role", Role::parse(typed.get("role"), "Choose what they will do"));
    let (Some(name), Some(email), Some(role)) = (name, email, role) else {
        return list(&state, &seat, form.answers, errors).await;
    };
    let email_hash = state.email_hash(&email);
    let account = NewAccount { id: state.context.new_staff_id(), name, email, email_hash, role };
    match state.staff.invite(&seat.staff.id, &account, &used, &state.context.mark(), state.context.now()).await {
        Ok(_) => Ok(see_other(HERE)),
        Err(StaffError::EmailTaken) => {
            errors.add("email", "Somebody with this email address has an account. Enter another one");
            list(&state, &seat, form.answers, errors).await
        }
        Err(error) => Err(words::problem(error)),
    }
}

async fn list(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> Answer {
    let people: Vec<Person> = state.staff.all().await?.into_iter().filter(|s| !s.removed).map(person).collect();
    let wrong = !errors.is_empty();
    let mut form = state.context.form(HERE).wrong(errors);
    form.values = typed;
    Ok(page(state, seat, DeskPage::People, "People", wrong, move || desk::people(people, form)))
}

fn person(staff: StaffRecord) -> Person {
    let state = if staff.totp_secret.is_some() { "Has signed in" } else { "Has not signed in yet" };
    Person {
        id: staff.id.to_string(),
        name: staff.name,
        email: staff.email.as_str().to_owned(),
        role: staff.role.words().to_owned(),
        state: state.to_owned(),
    }
}

/// Asks before an account is removed.
pub(crate) async fn remove_form(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let whom = load(&state, &id).await?;
    let view = Confirmation {
        heading: format!("Remove {}?", whom.name),
        words: "They are signed out at once and can’t sign in again. What they did stays in the audit under their name.".into(),
        button: "Remove the account".into(),
    };
    Ok(confirm(&state, &seat, &whom, "remove", view))
}

/// Removes an account.
pub(crate) async fn remove(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&["version"])?;
    let used = form.form_use()?;
    let id = StaffId::parse(&id).ok_or(Problem::NotFound)?;
    let mut whom = state.staff.get(&id).await?.ok_or(Problem::NotFound)?;
    // Decided on what the page showed: the store refuses where that is no longer so.
    whom.version = form.answers.get("version").parse().map_err(|_| Problem::UnknownFields)?;
    let email_hash = state.email_hash(&whom.email);
    match state.staff.remove(&seat.staff.id, &whom, &email_hash, &used, &state.context.mark(), state.context.now()).await {
        Ok(()) => Ok(see_other(HERE)),
        Err(StaffError::LastAdministrator) => Err(Problem::NotNow {
            heading: "The last administrator stays".into(),
            words: "Somebody must be able to invite people. Invite another administrator first.".into(),
            way_on: Some(("Go to people".into(), HERE.into())),
            demonstration: false,
        }),
        Err(StaffError::Changed) => Ok(changed(&state, &seat, HERE)),
        Err(error) => Err(words::problem(error)),
    }
}

/// Asks before sessions are ended.
pub(crate) async fn end_sessions_form(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
) -> Answer {
    let whom = load(&state, &id).await?;
    let view = Confirmation {
        heading: format!("End all sessions of {}?", whom.name),
        words: "They are signed out everywhere at once. They can sign in again.".into(),
        button: "End all sessions".into(),
    };
    Ok(confirm(&state, &seat, &whom, "end-sessions", view))
}

/// Ends every session of somebody.
pub(crate) async fn end_sessions(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&["version"])?;
    let used = form.form_use()?;
    let whom = StaffId::parse(&id).ok_or(Problem::NotFound)?;
    let ended = state.staff.end_sessions(&seat.staff.id, &whom, &used, &state.context.mark(), state.context.now()).await;
    ended.map_err(words::problem)?;
    Ok(see_other(HERE))
}

async fn load(state: &State, id: &str) -> Result<StaffRecord, Problem> {
    let id = StaffId::parse(id).ok_or(Problem::NotFound)?;
    state.staff.get(&id).await?.filter(|staff| !staff.removed).ok_or(Problem::NotFound)
}

fn confirm(state: &State, seat: &Seat, whom: &StaffRecord, act: &str, view: Confirmation) -> Response {
    let mut form = state.context.form(format!("{HERE}/{}/{act}", whom.id));
    form.hidden = vec![("version".into(), whom.version.to_string())];
    let title = view.heading.clone();
    page(state, seat, DeskPage::People, &title, false, move || desk::confirm(view, form))
}
