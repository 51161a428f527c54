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
        Self::Unreadable(without_values(&error.to_string()))
    }
}

/// What is wrong with a record, without what stands in it: these words reach the log.
fn without_values(words: &str) -> String {
    match words.strip_prefix("missing field ") {
        Some(_) => words.to_owned(),
        None => words.split(['"', '`']).next().unwrap_or_default().trim_end().to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_record_is_not_in_the_words_about_it() {
        let wrong: Result<Vec<u32>, _> =
            serde_dynamo::from_attribute_value(aws_sdk_dynamodb::types::AttributeValue::S("ann@example.org \" x".into()));
        let said = StoreError::from(wrong.unwrap_err()).to_string();
        assert!(said.starts_with("a record can't be read: ") && !said.contains("ann"), "{said}");
        assert_eq!(without_values("missing field `title`"), "missing field `title`");
        assert_eq!(without_values("unknown variant `ann@example.org`, expected"), "unknown variant");
    }
}
