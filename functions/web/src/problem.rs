//! What can go wrong, named by what the person met. Each becomes a page with a way on: what happened, what is safe, what to do.

mod words;

use axum::response::{IntoResponse, Response};
use domain::week::WeekId;
use http::StatusCode;
use store::{StoreError, TxError};

/// What a handler returns.
pub type Answer = Result<Response, Problem>;

/// Something that keeps a person from going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such page.
    NotFound,
    /// There was a page; it was withdrawn.
    Gone,
    /// A private link that was replaced by a newer one, or whose page was not opened through it.
    LinkStale,
    /// A private link that is none.
    LinkUnknown,
    /// The form was sent before with other answers.
    FormUsed,
    /// The form has no key or an unreadable one: it did not come from our page.
    FormKeyMissing,
    /// The form has a field that no page of ours has.
    UnknownFields,
    /// More than 256 KB.
    TooLarge,
    /// Another site sent the form.
    CrossSite,
    /// Too many of the same in a short time.
    TooMany,
    /// Not for this person's role.
    NotAllowed,
    /// Right, but not at this time: a heading and a sentence.
    NotNow {
        /// What the matter is: "This event was cancelled".
        heading: String,
        /// What that means for them.
        words: String,
        /// Words and address of a way on.
        way_on: Option<(String, String)>,
        /// Whether it is about something of the demonstration, which every page of it says.
        demonstration: bool,
    },
    /// Somebody else changed it in between.
    Changed,
    /// Too many people at once; nothing was written.
    Busy,
    /// The database does not answer; nothing was written as far as is known.
    Unavailable,
    /// This page does not take that kind of request.
    WrongMethod,
    /// A fault of ours.
    Fault,
}

impl Problem {
    /// The status of its answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::LinkUnknown => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::LinkStale | Self::CrossSite | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::FormUsed | Self::Changed => StatusCode::CONFLICT,
            Self::FormKeyMissing | Self::UnknownFields => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::NotNow { .. } => StatusCode::OK,
            Self::Busy | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The problem that a bare status stands for, where the framework answered by itself.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            s if s.is_client_error() => Self::UnknownFields,
            s if s.is_server_error() => Self::Fault,
            _ => return None,
        })
    }

    /// The same, about something of this week.
    pub fn of_week(self, week: WeekId) -> Self {
        match self {
            Self::NotNow { heading, words, way_on, .. } => Self::NotNow { heading, words, way_on, demonstration: week.is_demonstration() },
            other => other,
        }
    }

    /// Whether its page is one of the demonstration's.
    pub(crate) fn is_demonstration(&self) -> bool {
        matches!(self, Self::NotNow { demonstration: true, .. })
    }

    /// Whether its page should carry a reference to quote.
    fn is_ours(&self) -> bool {
        matches!(self, Self::Busy | Self::Unavailable | Self::Fault)
    }

    /// The page; for whoever `only_read` a page, or sent something.
    pub(crate) fn page(&self, reference: &str, only_read: bool) -> frontend::pages::problem::Problem {
        let (heading, mut words, ways_on) = self.words();
        if let Some(of_a_page) = self.of_a_page().filter(|_| only_read) {
            words = of_a_page.iter().map(|words| (*words).to_owned()).collect();
        }
        let reference = self.is_ours().then(|| reference.to_owned());
        frontend::pages::problem::Problem { heading, words, ways_on, reference, typed: Vec::new() }
    }

    /// Whether a form that it met was right, and came at the wrong time: what was typed stands on the page.
    pub(crate) fn shows_what_was_typed(&self) -> bool {
        matches!(self, Self::NotNow { .. } | Self::Changed | Self::FormUsed | Self::LinkStale | Self::NotAllowed)
    }
}

impl IntoResponse for Problem {
    /// The status and the problem itself; [`crate::finish`] makes the page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store refused");
        match error {
            StoreError::Busy => Self::Busy,
            StoreError::Unavailable(_) => Self::Unavailable,
            StoreError::Unreadable(_) => Self::Fault,
        }
    }
}

impl From<TxError> for Problem {
    fn from(error: TxError) -> Self {
        match error {
            TxError::Refused(_) => Self::Changed,
            TxError::Store(error) => error.into(),
        }
    }
}
