//! Events as people name them: by an address that they copied.

use domain::ids::Slug;

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
