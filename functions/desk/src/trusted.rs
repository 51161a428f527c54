//! Hosts whom coordinators trust: recorded at one of their events, listed here, taken back here.

use axum::Extension;
use axum::extract::{self, Path};
use domain::audit::Actor;
use domain::event::{EventRecord, EventState};
use domain::ids::EventId;
use domain::text::one_line;
use domain::time::{local, long_date};
use frontend::components::Link;
use frontend::pages::desk::{self, TrustedLine};
use frontend::pages::press::{Press, press};
use frontend::shell::DeskPage;
use store::Deed;
use store::staff::Seat;
use store::trusted::TrustedHost;
use web::{Answer, Form, Problem, see_other};

use crate::frame::page;
use crate::state::State;

/// Where they are listed.
pub(crate) const HERE: &str = "/desk/trusted";

/// The list.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    let mut hosts = state.trusted.all().await?;
    hosts.sort_by_key(|host| std::cmp::Reverse(host.since));
    let lines = hosts.into_iter().map(|host| line(&state, host)).collect();
    Ok(page(&state, &seat, DeskPage::Trusted, "Trusted hosts", false, move || desk::trusted(lines)))
}

fn line(state: &State, host: TrustedHost) -> TrustedLine {
    let mut form = state.context.form(HERE);
    form.hidden.push(("host".into(), host.hash));
    TrustedLine { host: host.host, since: long_date(local(host.since).date()), event: format!("/desk/events/{}", host.event), form: form.head() }
}

/// Takes trust back.
pub(crate) async fn take_back(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&["host"])?;
    if let Some(host) = state.trusted.of(form.answers.get("host")).await? {
        state.trusted.take_back(&host, &deed(&state, &seat)).await?;
    }
    Ok(see_other(HERE))
}

/// What trusting a host means, and the button.
pub(crate) async fn ask(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Path(id): Path<String>) -> Answer {
    let (record, host) = candidate(&state, &id).await?;
    let at_the_desk = format!("/desk/events/{}", record.id);
    if state.trusted.of(&host.hash).await?.is_some() {
        return Ok(see_other(HERE));
    }
    let view = Press {
        heading: format!("Trust {}?", host.host),
        words: vec![
            "New events from the email address that they confirmed are then published as soon as they send them. Nobody reads them first.".into(),
            "Changes to what is published still wait for the desk. So do events of theirs that the desk has answered once.".into(),
            "It is noted in the audit. You can take it back at any time.".into(),
        ],
        label: "Trust this host".into(),
        form: state.context.form(format!("{at_the_desk}/trust")).head(),
        back: Some(at_the_desk),
        ..Press::default()
    };
    let title = view.heading.clone();
    Ok(page(&state, &seat, DeskPage::Trusted, &title, false, move || press(view)))
}

/// Records it.
pub(crate) async fn trust(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    form.only(&[] as &[&str])?;
    let (_, host) = candidate(&state, &id).await?;
    state.trusted.trust(&host, &deed(&state, &seat)).await?;
    Ok(see_other(HERE))
}

/// Whether an event shows that somebody can be trusted: its host confirmed their address, and the desk published it.
pub(crate) fn can_be_trusted(record: &EventRecord) -> bool {
    record.confirmed_email.is_some() && record.entered_by.is_none() && matches!(record.state, EventState::Published | EventState::Postponed)
}

/// The event, and its host as they would be recorded.
async fn candidate(state: &State, id: &str) -> Result<(EventRecord, TrustedHost), Problem> {
    let id = EventId::parse(id).ok_or(Problem::NotFound)?;
    let record = state.events.load(&id).await?.filter(can_be_trusted).ok_or(Problem::NotFound)?;
    let email = record.confirmed_email.as_ref().ok_or(Problem::NotFound)?;
    let (hash, name) = (state.email_hash(email), one_line(record.answers.get("host")));
    let host = TrustedHost { hash, host: name, event: id, since: state.context.now() };
    Ok((record, host))
}

fn deed(state: &State, seat: &Seat) -> Deed {
    Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() }
}

/// The way from an event's review to trusting its host.
pub(crate) fn way(record: &EventRecord) -> Option<Link> {
    can_be_trusted(record).then(|| Link::new("Trust this host", format!("/desk/events/{}/trust", record.id)))
}
