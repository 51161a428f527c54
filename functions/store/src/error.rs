//! How the store says no.

/// Why nothing was read or written. Never shown to people: `web` turns it into a page.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database did not answer, or refused for a reason of its own. What was asked may be tried again.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// Somebody else changed the same record again and again; nothing was written.
    #[error("too many at once; nothing was written")]
    Busy,
    /// A record can't be read as what it should be.
    #[error("a record can't be read: {0}")]
    Unreadable(String),
}

impl From<serde_dynamo::Error> for StoreError {
    fn from(error: serde_dynamo::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl StoreError {
    /// From what the SDK reports. Only the error's code and the operation are kept: a request may hold personal data.
    pub(crate) fn sdk<E, R>(operation: &str, error: &aws_sdk_dynamodb::error::SdkError<E, R>) -> Self
    where
        E: aws_sdk_dynamodb::error::ProvideErrorMetadata,
    {
        use aws_sdk_dynamodb::error::SdkError as Sdk;
        let why = match error {
            Sdk::ServiceError(service) => service.err().code().unwrap_or("unnamed").to_owned(),
            Sdk::TimeoutError(_) => "time ran out".into(),
            Sdk::DispatchFailure(_) => "no connection".into(),
            Sdk::ResponseError(_) => "the answer can't be read".into(),
            _ => "the request can't be made".into(),
        };
        Self::Unavailable(format!("{operation}: {why}"))
    }
}
