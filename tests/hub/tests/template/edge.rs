//! The edge: what it says, what it keeps, how it is known to the functions, and that files can be had through it alone.

use hub_tests::TestHub;
use hub_tests::template::Template;
use serde_json::{Value, json};

fn distribution() -> &'static Value {
    &Template::get().properties("Edge")["DistributionConfig"]
}

fn origin(id: &str) -> &'static Value {
    distribution()["Origins"].as_array().unwrap().iter().find(|origin| origin["Id"] == id).expect("an origin of this name")
}

#[test]
fn the_edge_speaks_http_3_and_nothing_unencrypted() {
    assert_eq!((&distribution()["HttpVersion"], &distribution()["IPV6Enabled"]), (&json!("http2and3"), &json!(true)));
    let others = distribution()["CacheBehaviors"].as_array().unwrap();
    for behaviour in others.iter().chain([&distribution()["DefaultCacheBehavior"]]) {
        assert_eq!(behaviour["ViewerProtocolPolicy"], "redirect-to-https");
    }
    assert_eq!(distribution()["ViewerCertificate"]["MinimumProtocolVersion"], "TLSv1.2_2021");
    assert_eq!(origin("functions")["CustomOriginConfig"]["OriginProtocolPolicy"], "https-only");
}

/// The header in which functions look for the edge's secret is the one that the edge sends.
#[test]
fn functions_know_the_edge_by_the_header_that_it_sends() {
    let headers = origin("functions")["OriginCustomHeaders"].as_array().unwrap();
    assert_eq!(headers.len(), 1);
    assert_eq!(web::lambda::EDGE_HEADER, headers[0]["HeaderName"].as_str().unwrap());
    let value = headers[0]["HeaderValue"].as_str().unwrap();
    assert!(value.starts_with("{{resolve:secretsmanager:") && value.contains("EdgeSecret"), "{value}");
}

#[test]
fn nobody_reads_the_bucket_but_this_edge() {
    let bucket = Template::get().properties("Files");
    for part in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
        assert_eq!(bucket["PublicAccessBlockConfiguration"][part], true, "{part}");
    }
    assert_eq!(bucket["OwnershipControls"]["Rules"], json!([{ "ObjectOwnership": "BucketOwnerEnforced" }]));
    assert_eq!(origin("files")["OriginAccessControlId"], "FilesAccess.Id");
    let access = &Template::get().properties("FilesAccess")["OriginAccessControlConfig"];
    assert_eq!((&access["OriginAccessControlOriginType"], &access["SigningBehavior"]), (&json!("s3"), &json!("always")));
    let statements = Template::get().properties("FilesPolicy")["PolicyDocument"]["Statement"].as_array().unwrap();
    let allowed: Vec<_> = statements.iter().filter(|statement| statement["Effect"] == "Allow").collect();
    let [edge] = allowed[..] else { panic!("one statement allows: {allowed:?}") };
    assert_eq!((&edge["Principal"], &edge["Action"]), (&json!({ "Service": "cloudfront.amazonaws.com" }), &json!("s3:GetObject")));
    assert_eq!(edge["Resource"], "Files.Arn/assets/*", "releases lie beside the files, and are nobody's business");
    assert_eq!(edge["Condition"]["StringEquals"]["AWS:SourceArn"], "arn:aws:cloudfront::111122223333:distribution/Edge");
}

/// What the edge puts on its own answers is what the functions put on theirs.
#[tokio::test]
async fn the_edge_says_what_pages_say() {
    let hub = TestHub::start().await;
    let page = hub.get("/about").await;
    let safe = &Template::get().properties("SafeHeaders")["ResponseHeadersPolicyConfig"];
    let headers = &safe["SecurityHeadersConfig"];
    let seconds = headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"].as_u64().unwrap();
    assert_eq!(page.header("strict-transport-security"), Some(format!("max-age={seconds}; includeSubDomains")));
    assert!(headers["FrameOptions"].is_null(), "where partners may show a frame, the edge must not forbid it");
    assert_eq!(page.header("referrer-policy").as_deref(), headers["ReferrerPolicy"]["ReferrerPolicy"].as_str());
    for custom in safe["CustomHeadersConfig"]["Items"].as_array().unwrap() {
        let name = custom["Header"].as_str().unwrap().to_lowercase();
        assert_eq!(page.header(&name).as_deref(), custom["Value"].as_str(), "{name}");
    }
}

/// A page that the edge may keep is the same for everybody: no cookie is part of what is kept.
#[test]
fn the_edge_keeps_what_pages_allow_and_no_cookie_with_it() {
    let kept = &Template::get().properties("PagesKept")["CachePolicyConfig"];
    assert_eq!((&kept["MinTTL"], &kept["DefaultTTL"]), (&0.into(), &0.into()), "what says nothing is not kept");
    let key = &kept["ParametersInCacheKeyAndForwardedToOrigin"];
    assert_eq!(key["CookiesConfig"]["CookieBehavior"], "none");
    assert_eq!(key["QueryStringsConfig"]["QueryStringBehavior"], "all");
    let asked = Template::get().properties("PagesAsked")["OriginRequestPolicyConfig"].to_string();
    for header in ["Origin", "Sec-Fetch-Site", "CloudFront-Viewer-Address", "Content-Type"] {
        assert!(asked.contains(&format!("\"{header}\"")), "functions look at {header}");
    }
}
