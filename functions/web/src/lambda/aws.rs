//! How a function reaches AWS: its region, its role's credentials and, in tests, other endpoints, all from its environment. That is
//! what Lambda gives a function. The SDK's own search also knows profiles, metadata services and sign-in by web identity, of which a
//! function has none, and every zip would carry them.

use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::config::{IdentityCache, SharedAsyncSleep, SharedCredentialsProvider};
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_async::time::{SharedTimeSource, SystemTimeSource};
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use std::time::Duration;

use super::settings::optional;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(2);

/// How long one call may take, tries included, before it counts as failed. Without an end of its own a call that nobody answers takes
/// the function's whole time with it, and nobody learns what became of what they sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// One try. What is answered at all is answered in a tenth of this.
    attempt: Duration,
    /// All tries together.
    operation: Duration,
}

impl Patience {
    /// For pages: two calls that nobody answers, one after the other, still leave time for the page that says so
    /// (15 s in infra/aws/template.yaml).
    pub const PAGE: Self = Self { attempt: Duration::from_secs(3), operation: Duration::from_secs(6) };
    /// For mailer and keeper, whom nobody waits for (50 s and 55 s).
    pub const WORK: Self = Self { attempt: Duration::from_secs(5), operation: Duration::from_secs(12) };

    fn timeouts(self) -> TimeoutConfig {
        TimeoutConfig::builder().connect_timeout(CONNECT).operation_attempt_timeout(self.attempt).operation_timeout(self.operation).build()
    }
}

/// What every client of a function is made from.
pub(super) fn from_environment(patience: Patience) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(optional("AWS_REGION").or_else(|| optional("AWS_DEFAULT_REGION")).map(Region::new))
        .credentials_provider(SharedCredentialsProvider::new(EnvironmentVariableCredentialsProvider::new()))
        .identity_cache(IdentityCache::lazy().build())
        .http_client(store::http_client())
        .retry_config(RetryConfig::standard())
        .timeout_config(patience.timeouts())
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(SharedTimeSource::new(SystemTimeSource::new()))
        .service_config(Endpoints)
        .build()
}

/// `AWS_ENDPOINT_URL_DYNAMODB` and its like for each service, or `AWS_ENDPOINT_URL` for all.
#[derive(Debug)]
struct Endpoints;

impl LoadServiceConfig for Endpoints {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let service = key.service_id().to_uppercase().replace(' ', "_");
        optional(&format!("{}_{service}", key.env())).or_else(|| optional(key.env()))
    }
}
