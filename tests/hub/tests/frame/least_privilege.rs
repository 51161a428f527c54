//! `site` under its role of the deployment's template: it may read the table `public` and nothing else.

use hub_tests::roles::Role;

use super::*;

async fn hub_with_site(change: fn(Role) -> Role) -> TestHub {
    TestHub::under(move |role| if role.function == "site" { change(role) } else { role }).await
}

#[tokio::test]
async fn site_has_one_grant_for_tables_and_it_is_reading_what_is_public() {
    let role = Role::of(hub_tests::template::Template::get(), "site");
    let tables: Vec<_> = role.statements.iter().filter(|s| s.actions.iter().any(|a| a.starts_with("dynamodb:"))).collect();
    assert_eq!(tables.len(), 1, "{tables:?}");
    assert_eq!(tables[0].actions, ["dynamodb:GetItem", "dynamodb:Query"]);
    assert_eq!(tables[0].resources, ["arn:aws:dynamodb:eu-west-2:111122223333:table/hub-public"]);
}

#[tokio::test]
async fn site_serves_every_public_route_under_its_role() {
    let hub = hub_with_site(|role| role).await;
    for address in public_addresses(&hub).await {
        let status = hub.get(&address).await.status.as_u16();
        assert!(status < 500, "{address} {status}");
    }
}

/// The twin: where even that is refused, the same pages fail. So the role counts, and the test above can fail.
#[tokio::test]
async fn site_without_its_grant_says_so_on_a_page() {
    let hub = hub_with_site(|role| role.without("PublicReads")).await;
    for address in ["/", "/demo/2026/calendar", "/weeks"] {
        assert_eq!(hub.get(address).await.status.as_u16(), 503, "{address}");
    }
}
