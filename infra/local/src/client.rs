//! A client for a DynamoDB that needs no account: the embedded one, or one that somebody runs beside the hub.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};

/// The region named to databases that have none.
pub const REGION: &str = "eu-west-2";

/// A client with made-up credentials: they must be there and are not looked at.
pub fn at(endpoint: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static(REGION))
        .endpoint_url(endpoint)
        .http_client(store::http_client())
        .credentials_provider(Credentials::new("local", "local", None, None, "local"))
        .timeout_config(timeouts())
        .build();
    Client::from_conf(config)
}

/// Long enough for a thousand bookings at once on a slow machine; short enough to notice that nobody answers.
pub fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(3))
        .operation_attempt_timeout(Duration::from_secs(20))
        .operation_timeout(Duration::from_secs(40))
        .build()
}

/// A client for a DynamoDB outside. Credentials and region come from the environment where it names any; a DynamoDB that needs
/// none is given made-up ones.
pub async fn outside(endpoint: &str) -> Client {
    let named = ["AWS_ACCESS_KEY_ID", "AWS_PROFILE"].iter().any(|name| std::env::var_os(name).is_some());
    if !named {
        return at(endpoint);
    }
    let found = aws_config::defaults(BehaviorVersion::latest()).http_client(store::http_client()).load().await;
    let region = found.region().cloned().unwrap_or_else(|| Region::from_static(REGION));
    let config = aws_sdk_dynamodb::config::Builder::from(&found).region(region).endpoint_url(endpoint).timeout_config(timeouts()).build();
    Client::from_conf(config)
}
