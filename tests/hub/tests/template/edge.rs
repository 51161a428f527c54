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

/// A function reads its secrets when it starts: what changes a secret must start every one of them anew, and the edge not yet.
#[test]
fn another_reading_of_secrets_starts_every_function_anew_and_leaves_the_edge_alone() {
    let text = include_str!("../../../../infra/aws/template.yaml");
    let parameter = "  SecretsRead:\n    Type: String\n    Default: ''\n";
    assert_eq!(text.matches(parameter).count(), 1);
    let read_again = Template::of(&text.replace(parameter, &parameter.replace("''", "'0a1b2c3d'")));
    let variables = |template: &Template| template.globals()["Environment"]["Variables"].clone();
    assert_ne!(variables(&read_again), variables(Template::get()));
    assert_eq!(variables(&read_again)["HUB_SECRETS_READ"], "0a1b2c3d");
    assert_eq!(read_again.properties("Edge"), Template::get().properties("Edge"));
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
    assert_eq!(
        (headers["ContentTypeOptions"]["Override"].as_bool(), page.header("x-content-type-options").as_deref()),
        (Some(true), Some("nosniff"))
    );
    let policy = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"].as_str();
    assert_eq!(policy, Some("default-src 'none'; frame-ancestors 'none'"), "a file and a refusal load nothing, and stand in no frame");
    for name in ["StrictTransportSecurity", "ReferrerPolicy", "ContentSecurityPolicy"] {
        assert_eq!(headers[name]["Override"], false, "{name}: what a page says itself is left alone");
    }
    for custom in safe["CustomHeadersConfig"]["Items"].as_array().unwrap() {
        let name = custom["Header"].as_str().unwrap().to_lowercase();
        assert_eq!(custom["Override"], false, "{name}: what a page says itself is left alone");
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
    assert_eq!(key["HeadersConfig"]["HeaderBehavior"], "none");
    assert_eq!(kept["MaxTTL"], 60, "whatever a page says, what is withdrawn is gone within a minute");
    let asked = &Template::get().properties("PagesAsked")["OriginRequestPolicyConfig"];
    assert_eq!(asked["HeadersConfig"]["HeaderBehavior"], "whitelist");
    let headers = ["CloudFront-Viewer-Address", "Content-Type", "Origin", "Sec-Fetch-Site"];
    assert_eq!(asked["HeadersConfig"]["Headers"], json!(headers), "what functions look at, and no more");
    assert_eq!((&asked["CookiesConfig"]["CookieBehavior"], &asked["QueryStringsConfig"]["QueryStringBehavior"]), (&json!("all"), &json!("all")));
}

/// The edge keeps these for ten seconds whatever they say of themselves, for everybody who asks for the same address: somebody whose cookie
/// opens a page would be shown the refusal of somebody without one. (Others it keeps only where they ask for it, and none does.)
#[test]
fn no_refusal_and_no_error_is_kept_for_the_next() {
    let answers = distribution()["CustomErrorResponses"].as_array().expect("what is kept of errors");
    let codes: Vec<u64> = answers.iter().map(|one| one["ErrorCode"].as_u64().expect("a status")).collect();
    assert_eq!(codes, [404, 414, 500, 501, 502, 503, 504]);
    for one in answers {
        assert_eq!(one["ErrorCachingMinTTL"], 0, "{one}");
        assert_eq!(one.as_object().unwrap().len(), 2, "the page and the status are the function's own: {one}");
    }
}

/// The policies are nothing where the behaviours don't name them.
#[test]
fn pages_come_from_functions_and_files_from_the_bucket_each_by_its_rules() {
    let pages = &distribution()["DefaultCacheBehavior"];
    assert_eq!(pages["TargetOriginId"], "functions");
    assert_eq!((&pages["CachePolicyId"], &pages["OriginRequestPolicyId"]), (&json!("PagesKept"), &json!("PagesAsked")));
    for method in ["GET", "HEAD", "POST"] {
        assert!(pages["AllowedMethods"].as_array().unwrap().contains(&json!(method)), "forms are sent: {method}");
    }
    assert_eq!(pages["CachedMethods"], json!(["GET", "HEAD"]), "what a form is answered is kept for nobody");
    let others = distribution()["CacheBehaviors"].as_array().unwrap();
    let [files] = &others[..] else { panic!("one other behaviour: {others:?}") };
    assert_eq!((&files["PathPattern"], &files["TargetOriginId"]), (&json!("/assets/*"), &json!("files")));
    assert_eq!(files["AllowedMethods"], json!(["GET", "HEAD"]));
    assert!(files["OriginRequestPolicyId"].is_null(), "the bucket needs to know nothing");
    for behaviour in [pages, files] {
        assert_eq!(behaviour["ResponseHeadersPolicyId"], "SafeHeaders");
        assert_eq!(behaviour["Compress"], true);
    }
    assert_eq!(origin("functions")["DomainName"], "HttpApi.execute-api.eu-west-2.amazonaws.com");
    assert_eq!(origin("files")["DomainName"], "Files.RegionalDomainName");
}

/// Else the edge gives up on a page that a function is still about to say.
#[test]
fn the_edge_waits_longer_than_a_function_may_take() {
    let patience = origin("functions")["CustomOriginConfig"]["OriginReadTimeout"].as_u64().unwrap();
    let globals = Template::get().globals()["Timeout"].as_u64().unwrap();
    for function in ["site", "events", "registrations", "stories", "desk"] {
        let longest = Template::get().function(function)["Timeout"].as_u64().unwrap_or(globals);
        assert!(patience > longest, "{function}: {longest} s, and the edge waits {patience} s");
    }
}

/// The gateway's throttle is what the two parameters say.
#[test]
fn floods_meet_the_throttle_that_the_settings_name() {
    let text = include_str!("../../../../infra/aws/template.yaml");
    let throttle = |template: &Template| template.properties("HttpApi")["DefaultRouteSettings"].clone();
    assert_eq!(throttle(Template::get()), json!({ "ThrottlingRateLimit": 200, "ThrottlingBurstLimit": 400 }));
    for (name, default, other) in [("RequestsPerSecond", 200, "ThrottlingRateLimit"), ("RequestsAtOnce", 400, "ThrottlingBurstLimit")] {
        let parameter = format!("  {name}:\n    Type: Number\n    Default: {default}\n");
        assert_eq!(text.matches(&parameter).count(), 1, "{name}");
        let changed = Template::of(&text.replace(&parameter, &parameter.replace(&default.to_string(), "77")));
        assert_eq!(throttle(&changed)[other], 77, "{name}");
    }
}
