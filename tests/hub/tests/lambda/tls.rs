//! The way to AWS is encrypted, and goes only to whom the machine's authorities vouch for: a function reads its records through TLS
//! from a server whose authority it trusts, and asks nothing of one whose authority it doesn't know.

use tokio_rustls::rustls::version::{TLS12, TLS13};

use crate::behind::Behind;
use crate::function::{Function, World};
use crate::recorded::get;

#[tokio::test]
async fn records_are_read_through_tls_from_a_server_that_a_trusted_authority_vouches_for() {
    let world = World::with_weeks().await;
    for version in [&TLS12, &TLS13] {
        let behind = Behind::tls(&world.engine.endpoint(), version).await;
        let trusted = behind.authority.to_str().expect("a path");
        let settings = [("AWS_ENDPOINT_URL_DYNAMODB", Some(behind.endpoint.as_str())), ("SSL_CERT_FILE", Some(trusted))];
        let mut site = Function::start_with(&world, "site", &settings).await;
        let page = site.ask(&get("/england/2018", &[])).await;
        assert_eq!(page["statusCode"], 200, "{page}");
        assert!(page["body"].as_str().unwrap().contains("Breaking down the barriers"));
        assert!(behind.shaken() > 0, "it came some other way");
        site.stop();
    }
}

#[tokio::test]
async fn nothing_is_asked_of_a_server_that_only_an_unknown_authority_vouches_for() {
    let world = World::with_weeks().await;
    let (behind, other) = (Behind::tls(&world.engine.endpoint(), &TLS13).await, Behind::tls(&world.engine.endpoint(), &TLS13).await);
    let trusted = other.authority.to_str().expect("a path");
    let settings = [("AWS_ENDPOINT_URL_DYNAMODB", Some(behind.endpoint.as_str())), ("SSL_CERT_FILE", Some(trusted))];
    let mut site = Function::start_with(&world, "site", &settings).await;
    let page = site.ask(&get("/england/2018", &[])).await;
    assert_eq!(page["statusCode"], 503, "{page}");
    assert_eq!(behind.shaken(), 0, "it went on with a server that nobody vouches for");
    site.stop();
}
