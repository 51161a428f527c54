//! What is done already, and what people are told.

use domain::message::Message;
use domain::registration::{RegistrationAct, RegistrationRecord, RegistrationState};

/// Whether an act is done already: a second press of the same button changes nothing and is no error.
pub(super) fn settled(is: &RegistrationRecord, act: RegistrationAct) -> bool {
    use RegistrationAct as A;
    use RegistrationState as S;
    match act {
        A::Confirm => matches!(is.state, S::Confirmed | S::Offered) || (is.state == S::Waiting && is.address_confirmed),
        A::Accept => is.state == S::Confirmed,
        A::Decline => is.state == S::Declined,
        A::Cancel => is.state == S::Cancelled,
        A::Lapse => is.state == S::Lapsed,
        A::Register | A::Offer | A::Place => false,
    }
}

/// What the person is told of where their registration stands now.
pub(in crate::registrations) fn message(is: &RegistrationRecord) -> Option<Message> {
    let (event, registration) = (is.event.clone(), is.id.clone());
    match is.state {
        RegistrationState::Confirmed => Some(Message::RegistrationPlaced { event, registration }),
        RegistrationState::Waiting => Some(Message::RegistrationWaiting { event, registration }),
        RegistrationState::Cancelled => Some(Message::RegistrationCancelled { event, registration }),
        RegistrationState::Lapsed => Some(Message::RegistrationLapsed { event, registration }),
        RegistrationState::Declined | RegistrationState::Unconfirmed | RegistrationState::Offered => None,
    }
}
