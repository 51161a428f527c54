//! Events as people name them: by an address that they copied.

use domain::event::EventPage;
use domain::ids::Slug;
use store::public::AtAddress;
use web::Problem;

use crate::state::State;

/// The event at an address, which may have moved, and moved again; none where there is none.
pub(crate) async fn event_at(state: &State, mut slug: Slug) -> Result<Option<EventPage>, Problem> {
    for _ in 0..3 {
        match state.public.event(&slug).await? {
            Some(AtAddress::Page(page)) => return Ok(Some(*page)),
            Some(AtAddress::Moved { to }) => slug = to,
            Some(AtAddress::Gone) | None => break,
        }
    }
    Ok(None)
}

/// `https://hub.example/events/tea-and-talk?from=x`, `/events/tea-and-talk` and `tea-and-talk` are one event.
pub(crate) fn slug_of(typed: &str) -> Option<Slug> {
    let path = typed.trim().split(['?', '#']).next()?.trim_end_matches('/');
    let after = path.split_once("/events/").map_or(path, |(_, after)| after);
    Slug::parse(after.split('/').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_known_by_its_address_however_it_was_copied() {
        for typed in
            ["https://hub.example/events/tea-and-talk?x=1#top", " /events/tea-and-talk/ ", "tea-and-talk", "hub.example/events/tea-and-talk/register"]
        {
            assert_eq!(slug_of(typed).map(|slug| slug.to_string()).as_deref(), Some("tea-and-talk"), "{typed}");
        }
        for typed in ["", "https://hub.example/", "two words"] {
            assert_eq!(slug_of(typed), None, "{typed}");
        }
    }
}
