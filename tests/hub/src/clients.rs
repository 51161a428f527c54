//! Clients of the database for tests on which much goes wrong.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;

/// The same client, that pauses for milliseconds in place of a second before it tries again: tests have no other callers to spare.
pub fn quick_to_retry(client: Client) -> Client {
    let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(5));
    Client::from_conf(client.config().to_builder().retry_config(retries).build())
}

/// The same client of a function that has little time: what is not answered within a second counts as failed.
pub fn in_a_hurry(client: Client) -> Client {
    let limits = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(1)).operation_timeout(Duration::from_secs(3)).build();
    Client::from_conf(client.config().to_builder().timeout_config(limits).build())
}
