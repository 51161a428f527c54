//! How people book, what it costs, what is paid.

use serde::{Deserialize, Serialize};

use super::{Numbers, OpenTo};
use crate::answers::Answers;
use crate::choices;
use crate::field::Errors;
use crate::link::SafeUrl;
use crate::text::line;

choices! {
    /// The four ways of booking (Heritage Open Days; weeks.md §2a).
    BookingType {
        NotNeeded = "not-needed", "No booking needed";
        OnTheDay = "on-the-day", "Book on the day";
        Preferred = "preferred", "Booking preferred";
        Required = "required", "Booking required";
    }
}

choices! {
    /// Whether people pay to come.
    Cost {
        Free = "free", "Free";
        Paid = "paid", "There is a charge";
    }
}

/// Booking type, places, cost and expenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// One of the four.
    pub kind: BookingType,
    /// How many places there are.
    #[serde(flatten)]
    pub numbers: Numbers,
    /// The host's own booking page. Where absent, the hub takes registrations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<SafeUrl>,
    /// Free or not.
    pub cost: Cost,
    /// What it costs, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_note: Option<String>,
    /// Which expenses are paid, in words; none is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expenses: Option<String>,
    /// Whether people are paid for their part, in words; none is "not stated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_involvement: Option<String>,
    /// Who may come.
    #[serde(default, skip_serializing_if = "OpenTo::is_public")]
    pub open_to: OpenTo,
}

impl Booking {
    /// Reads `booking`, the numbers of places, `booking_link`, `cost`, `cost_note`, `expenses`, `paid_involvement`,
    /// `open_to` (nobody says so: anyone).
    pub fn parse(answers: &Answers) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let kind = errors.keep("booking", BookingType::parse(answers.get("booking"), "Choose how people book"));
        let books = matches!(kind, Some(BookingType::Preferred | BookingType::Required));
        let numbers = errors.join(Numbers::parse(answers));
        let link = match books {
            true => errors.keep_if_given(answers, "booking_link", SafeUrl::parse),
            false => None,
        };
        let cost = errors.keep("cost", Cost::parse(answers.get("cost"), "Choose whether there is a charge"));
        let cost_note = match cost {
            Some(Cost::Paid) => errors.keep("cost_note", line(answers.get("cost_note"), 150, "Enter what it costs", "Cost")),
            _ => None,
        };
        let expenses = errors.keep_if_given(answers, "expenses", |t| line(t, 200, "", "Expenses"));
        let paid_involvement = errors.keep_if_given(answers, "paid_involvement", |t| line(t, 200, "Enter what is paid", "Paid involvement"));
        let open_to = OpenTo::from_value(answers.get("open_to")).unwrap_or_default();
        let booking = match (kind, numbers, cost) {
            (Some(kind), Some(numbers), Some(cost)) => Some(Self { kind, numbers, link, cost, cost_note, expenses, paid_involvement, open_to }),
            _ => None,
        };
        errors.or(booking)
    }

    /// Whether people register here.
    pub fn through_hub(&self) -> bool {
        matches!(self.kind, BookingType::Preferred | BookingType::Required) && self.link.is_none() && self.open_to.is_bookable()
    }
}
