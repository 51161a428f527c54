//! An event as its host described it, every rule met.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{About, Booking, Host, Interpreting, More, Place, Preparing, When, outside, parse_access};
use crate::access::{AccessAnswer, AccessFact, YesNo};
use crate::answers::Answers;
use crate::field::Errors;
use crate::registration::Plan;
use crate::week::{Week, WeekId};

/// What the rules depend on besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The week the event belongs to.
    pub week: &'a Week,
    /// The day it is.
    pub today: Date,
    /// Whether days gone by may be entered: at the desk, on somebody's behalf.
    pub past_allowed: bool,
}

/// Everything a host tells about an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDetails {
    /// The week it belongs to.
    pub week: WeekId,
    /// Title, summary, description, kind.
    pub about: About,
    /// Host and contact.
    pub host: Host,
    /// Time or any time.
    pub when: When,
    /// Why it is not in its week, where it isn't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// Format, venue, links.
    pub place: Place,
    /// All access facts.
    pub access: Vec<AccessAnswer>,
    /// BSL and captions, more exactly.
    #[serde(default, skip_serializing_if = "Interpreting::is_empty")]
    pub interpreting: Interpreting,
    /// What lets people prepare.
    #[serde(default, skip_serializing_if = "Preparing::is_empty")]
    pub preparing: Preparing,
    /// Booking, places, cost.
    pub booking: Booking,
    /// What may be left out.
    #[serde(default, skip_serializing_if = "More::is_empty")]
    pub more: More,
}

impl EventDetails {
    /// Reads the whole form. The errors are in the order of its pages.
    pub fn parse(answers: &Answers, rules: &Rules<'_>) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let about = errors.join(About::parse(answers));
        let host = errors.join(Host::parse(answers));
        let when = errors.join(When::parse(answers, rules.week, rules.today, rules.past_allowed));
        let place = errors.join(Place::parse(answers));
        let access = errors.join(parse_access(answers));
        let interpreting = errors.join(Interpreting::parse(answers));
        let preparing = errors.join(Preparing::parse(answers));
        let booking = errors.join(Booking::parse(answers));
        let more = errors.join(More::parse(answers, rules.week));
        let extras = interpreting.zip(preparing).zip(more);
        let details = match (about, host, when, place, access, booking, extras) {
            (Some(about), Some(host), Some(when), Some(place), Some(access), Some(booking), Some(((interpreting, preparing), more))) => {
                let outside = outside::of(answers, rules.week, &when);
                Some(Self { week: rules.week.id, about, host, when, outside, place, access, interpreting, preparing, booking, more })
            }
            _ => None,
        };
        errors.or(details)
    }

    /// The answer to one access fact.
    pub fn fact(&self, fact: AccessFact) -> Option<&AccessAnswer> {
        self.access.iter().find(|a| a.fact == fact)
    }

    /// How many places there are, by way to take part.
    pub fn plan(&self) -> Plan {
        self.booking.numbers.plan(self.place.format, self.when.start())
    }

    /// The facts answered with yes.
    pub fn provided(&self) -> Vec<AccessFact> {
        self.access.iter().filter(|a| a.answer == YesNo::Yes).map(|a| a.fact).collect()
    }
}
