//! Who may do what. The one table of the desk's routes, and the one function that decides.

use domain::staff::StaffRecord;
use http::Method;

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Sign in or out: anyone.
    SignIn,
    /// Complete signing in: somebody with a half session.
    Complete,
    /// Read the queue, what waits, the audit, the weeks.
    Read,
    /// Publish, ask, propose edits, decline, take off, enter for somebody, trust a host, open and change weeks.
    Decide,
    /// Record a second reading of a story: reviewers, so that two keys are held by two people.
    ReadSecond,
    /// See, invite and remove people, end their sessions.
    Invite,
}

/// Every route of the desk with what it takes. A route that isn't here is refused.
pub const ROUTES: &[(Method, &str, Act)] = &[
    (Method::GET, "/desk/sign-in", Act::SignIn),
    (Method::POST, "/desk/sign-in", Act::SignIn),
    (Method::GET, "/desk/sign-in/sent", Act::SignIn),
    (Method::GET, "/desk/sign-in/{token}", Act::SignIn),
    (Method::POST, "/desk/sign-in/{token}", Act::SignIn),
    (Method::POST, "/desk/sign-out", Act::SignIn),
    (Method::GET, "/desk/second-factor", Act::Complete),
    (Method::POST, "/desk/second-factor", Act::Complete),
    (Method::GET, "/desk/second-factor/set-up", Act::Complete),
    (Method::POST, "/desk/second-factor/set-up", Act::Complete),
    (Method::GET, "/desk", Act::Read),
    (Method::GET, "/desk/events/{id}", Act::Read),
    (Method::POST, "/desk/events/{id}", Act::Decide),
    (Method::GET, "/desk/events/{id}/trust", Act::Decide),
    (Method::POST, "/desk/events/{id}/trust", Act::Decide),
    (Method::GET, "/desk/trusted", Act::Decide),
    (Method::POST, "/desk/trusted", Act::Decide),
    (Method::GET, "/desk/stories/{id}", Act::Read),
    (Method::POST, "/desk/stories/{id}", Act::Decide),
    (Method::GET, "/desk/stories/{id}/second-reading", Act::ReadSecond),
    (Method::POST, "/desk/stories/{id}/second-reading", Act::ReadSecond),
    (Method::GET, "/desk/stories/{id}/edit", Act::Decide),
    (Method::POST, "/desk/stories/{id}/edit", Act::Decide),
    (Method::GET, "/desk/stories/{id}/take-down", Act::Decide),
    (Method::POST, "/desk/stories/{id}/take-down", Act::Decide),
    (Method::GET, "/desk/stories/{id}/update", Act::Decide),
    (Method::POST, "/desk/stories/{id}/update", Act::Decide),
    (Method::GET, "/desk/concerns", Act::Decide),
    (Method::POST, "/desk/concerns", Act::Decide),
    (Method::GET, "/desk/audit", Act::Read),
    (Method::GET, "/desk/people", Act::Invite),
    (Method::POST, "/desk/people", Act::Invite),
    (Method::GET, "/desk/people/{id}/remove", Act::Invite),
    (Method::POST, "/desk/people/{id}/remove", Act::Invite),
    (Method::GET, "/desk/people/{id}/end-sessions", Act::Invite),
    (Method::POST, "/desk/people/{id}/end-sessions", Act::Invite),
    (Method::GET, "/desk/weeks", Act::Read),
    (Method::POST, "/desk/weeks", Act::Decide),
    (Method::GET, "/desk/weeks/{nation}/{year}", Act::Decide),
    (Method::POST, "/desk/weeks/{nation}/{year}", Act::Decide),
    (Method::GET, "/desk/weeks/{nation}/{year}/suggested-questions", Act::Decide),
    (Method::POST, "/desk/weeks/{nation}/{year}/suggested-questions", Act::Decide),
    (Method::GET, "/desk/enter-event", Act::Decide),
    (Method::POST, "/desk/enter-event", Act::Decide),
    (Method::GET, "/desk/bring-in", Act::Decide),
    (Method::POST, "/desk/bring-in", Act::Decide),
    (Method::GET, "/desk/bring-in/template.csv", Act::Decide),
    (Method::GET, "/desk/enter-registration", Act::Decide),
    (Method::POST, "/desk/enter-registration", Act::Decide),
    (Method::GET, "/desk/enter-story", Act::Decide),
    (Method::POST, "/desk/enter-story", Act::Decide),
];

/// What a route takes; none for a route the table doesn't know. HEAD is a GET without its body.
pub(crate) fn act_of(method: &Method, route: &str) -> Option<Act> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    ROUTES.iter().find(|(m, path, _)| m == method && *path == route).map(|(.., act)| *act)
}

/// Whether somebody with a full session may do it.
pub fn may(staff: &StaffRecord, act: Act) -> bool {
    match act {
        Act::SignIn | Act::Complete | Act::Read => true,
        Act::Decide => staff.role.may_decide(),
        Act::ReadSecond => staff.role.may_read_second(),
        Act::Invite => staff.role.may_invite(),
    }
}
