//! Events at the same time: nobody can be at two.

use super::Meeting;
use crate::event::PublicState;

/// Of meetings in order of time, each two of different events that go on at one moment. What has no time is in nobody's way, nor what
/// was cancelled or postponed.
pub fn clashes<'m, 'a>(meetings: &'m [Meeting<'a>]) -> Vec<(&'m Meeting<'a>, &'m Meeting<'a>)> {
    let takes_place: Vec<&Meeting<'a>> = meetings.iter().filter(|meeting| meeting.event.state == PublicState::Listed).collect();
    let mut out = Vec::new();
    for (n, one) in takes_place.iter().enumerate() {
        let Some(session) = one.session else { continue };
        let begun = |other: &&&Meeting<'a>| other.session.is_some_and(|other| other.start < session.end);
        let meanwhile = takes_place[n + 1..].iter().take_while(begun);
        out.extend(meanwhile.filter(|other| other.event.id != one.event.id).map(|other| (*one, *other)));
    }
    out
}
