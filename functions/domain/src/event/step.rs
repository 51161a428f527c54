//! The pages of the event form, one group of questions each.

use super::{About, Booking, Enquiries, Host, Interpreting, More, Place, Preparing, Resource, Rules, Session, When, parse_access};
use crate::access::AccessFact;
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;

choices! {
    /// A page of the form, in order.
    EventStep {
        About = "about", "What is your event?";
        Host = "host", "Who is holding it?";
        When = "when", "When is it?";
        Where = "where", "Where is it?";
        Access = "access", "How can people get in and take part?";
        Booking = "booking", "How do people book?";
        More = "more", "What else should people know?";
    }
}

impl EventStep {
    /// The fields of this page.
    pub fn fields(self) -> Vec<String> {
        let names: &[&str] = match self {
            Self::About => &["title", "summary", "description", "kind"],
            Self::Host => {
                let first = ["host", "cohosts", "nation", "contact_name", "contact_email", "contact_phone"];
                return first.into_iter().chain(Enquiries::FIELDS).map(str::to_owned).collect();
            }
            Self::When => {
                let first = ["timing", "day", "month", "year", "outside_reason", "start", "start_which", "end", "end_which"];
                return first.map(str::to_owned).into_iter().chain(Session::all_fields()).collect();
            }
            Self::Where => &[
                "format",
                "venue",
                "address",
                "postcode",
                "directions",
                "arrival",
                "address_private",
                "platform",
                "platform_help",
                "joining",
                "watch_link",
            ],
            Self::Access => {
                let facts = AccessFact::ALL.iter().flat_map(|f| [format!("access_{}", f.value()), format!("access_{}_note", f.value())]);
                return facts.chain(Interpreting::FIELDS.into_iter().chain(Preparing::FIELDS).map(str::to_owned)).collect();
            }
            Self::More => {
                let resources = (1..=Resource::MOST).flat_map(Resource::fields);
                return More::FIELDS.map(str::to_owned).into_iter().chain(resources).collect();
            }
            Self::Booking => &[
                "open_to",
                "booking",
                "capacity",
                "online_capacity",
                "kept_back",
                "kept_days",
                "booking_link",
                "cost",
                "cost_note",
                "expenses",
                "paid_involvement",
            ],
        };
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    /// The errors of this page; none if it is complete.
    pub fn errors(self, answers: &Answers, rules: &Rules<'_>) -> Errors {
        let mut errors = self.errors_as_read(answers, rules);
        errors.0.extend(self.asked(answers).0);
        errors
    }

    /// What this page asks for that events of before were not asked.
    fn asked(self, answers: &Answers) -> Errors {
        match self {
            Self::Host => Enquiries::asked(answers),
            Self::Access => Interpreting::asked(answers),
            _ => Errors::default(),
        }
    }

    /// As [`EventStep::errors`], but for what events of before were not asked.
    pub fn errors_as_read(self, answers: &Answers, rules: &Rules<'_>) -> Errors {
        let errors = |result: Result<(), Errors>| result.err().unwrap_or_default();
        match self {
            Self::About => errors(About::parse(answers).map(drop)),
            Self::Host => errors(Host::parse(answers).map(drop)),
            Self::When => errors(When::parse(answers, rules.week, rules.today, rules.past_allowed).map(drop)),
            Self::Where => errors(Place::parse(answers).map(drop)),
            Self::Access => {
                let mut facts = errors(parse_access(answers).map(drop));
                facts.join(Interpreting::parse(answers));
                facts.join(Preparing::parse(answers));
                facts
            }
            Self::Booking => errors(Booking::parse(answers).map(drop)),
            Self::More => errors(More::parse(answers, rules.week).map(drop)),
        }
    }

    /// The page that asks for this field.
    pub fn of_field(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.fields().iter().any(|f| f == name))
    }
}
