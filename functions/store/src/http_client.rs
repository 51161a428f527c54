//! How calls travel to AWS.

use aws_sdk_dynamodb::config::SharedHttpClient;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

/// The HTTP client that every client of AWS is made with: TLS by rustls, its ciphers by ring. The SDK's default brings another library
/// of ciphers, twice the size, into every function's zip. Connections live as long as the client, so it is made once for each start.
pub fn http_client() -> SharedHttpClient {
    Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https()
}
