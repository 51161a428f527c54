//! The list for the door, on paper.

use axum::extract::{Path, State as Given};
use axum::http::{HeaderMap, StatusCode};
use domain::registration::RegistrationState as Is;
use domain::time::date_and_time;
use frontend::pages::host_paper::{HostPaper, OnPaper, host_paper};
use web::{Answer, private_page};

use super::Hosted;
use crate::{State, events, shell};

/// Everybody who comes to the door, with a box to tick. Access needs are not read for it.
pub(crate) async fn show(Given(state): Given<State>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let hosted = Hosted::granted(&state, &headers, &id).await?;
    let now = state.context.now();
    let mut all = state.registrations.at_event(&hosted.record, now).await?.shown;
    all.retain(|record| record.state == Is::Confirmed);
    let (online, mut all): (Vec<_>, Vec<_>) = all.into_iter().partition(|record| events::is_online(&hosted.page, &record.party));
    all.sort_by_key(|record| (record.person.name.to_lowercase(), record.created));
    let people = all.iter().map(|r| OnPaper { name: r.person.name.clone(), party: r.party.words(), came: r.came.is_some() });
    let page = HostPaper {
        event: events::line(&hosted.page),
        back: hosted.list(),
        made: format!("{}, UK time", date_and_time(now)),
        people: people.collect(),
        online: online.iter().map(|record| record.party.places).sum(),
    };
    Ok(private_page(&state.context, StatusCode::OK, shell::of_week(hosted.page.week, "List for the door", false), || host_paper(page)))
}
