//! Grants: opening a private link and pressing its button sets a cookie for that one thing for a day, so that the address of the
//! page carries no secret (design, decision 10; quality-bar S-18).

use http::{HeaderMap, HeaderName, HeaderValue, header};
use jiff::SignedDuration;

use crate::context::Context;
use crate::cookies;
use crate::links::Purpose;

/// How long a grant lasts: longer than the 20 hours that forms promise (quality-bar A-30).
pub const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// What a browser may be granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granted {
    /// A host's event.
    Event,
    /// Somebody's registration.
    Registration,
    /// An author's story.
    Story,
    /// The same, for the coordinator who entered it on somebody's behalf: what is done with it is noted as theirs. A private link or a
    /// code never gives this.
    Entered,
    /// A coordinator may register people at an event who phone or write, and see what they entered. The id is `{event}.{coordinator}`.
    Registering,
}

impl From<Purpose> for Granted {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Event | Purpose::EventConfirm => Self::Event,
            Purpose::Registration | Purpose::RegistrationConfirm | Purpose::RegistrationAccept | Purpose::RegistrationDecline => Self::Registration,
            Purpose::Story => Self::Story,
        }
    }
}

fn name(what: Granted, id: &str) -> String {
    let kind = match what {
        Granted::Event => "event",
        Granted::Registration => "registration",
        Granted::Story => "story",
        Granted::Entered => "entered",
        Granted::Registering => "registering",
    };
    format!("__Host-{kind}-{id}")
}

impl Context {
    /// The header that grants this browser one thing for a day.
    pub fn grant(&self, what: impl Into<Granted>, id: &str, generation: u32) -> (HeaderName, HeaderValue) {
        let name = name(what.into(), id);
        let until = (self.now() + LASTS).as_second();
        let mac = self.mac(0, &format!("grant|{name}|{generation}|{until}"));
        cookies::set(&name, &format!("{generation}.{until}.{mac}"), LASTS.as_secs(), "Lax")
    }

    /// The generation that this browser was granted, if it was and the day isn't over. The caller compares it with the record's.
    pub fn granted(&self, headers: &HeaderMap, what: impl Into<Granted>, id: &str) -> Option<u32> {
        let name = name(what.into(), id);
        let value = cookies::get(headers, &name)?;
        let mut parts = value.splitn(3, '.');
        let (generation, until, mac) = (parts.next()?, parts.next()?, parts.next()?);
        if !self.is_mac(&format!("grant|{name}|{generation}|{until}"), mac) {
            return None;
        }
        let until: i64 = until.parse().ok()?;
        (self.now().as_second() < until).then(|| generation.parse().ok()).flatten()
    }

    /// The header that takes a grant back from this browser.
    pub fn ungrant(&self, what: impl Into<Granted>, id: &str) -> (HeaderName, HeaderValue) {
        cookies::set(&name(what.into(), id), "", 0, "Lax")
    }
}

/// Adds a header to a response, beside others of its name.
pub fn with(mut response: axum::response::Response, (name, value): (HeaderName, HeaderValue)) -> axum::response::Response {
    if name == header::SET_COOKIE {
        response.headers_mut().append(name, value);
    } else {
        response.headers_mut().insert(name, value);
    }
    response
}
