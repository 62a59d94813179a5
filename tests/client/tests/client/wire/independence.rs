//! Options of one call affect that call alone.

use std::time::Duration;

use client_tests::server::{Request, response};
use client_tests::wire::Wire;
use serde_json::json;
use stripe_sessions::checkout::params::{CreateCheckoutSession, ListCheckoutSessions};
use stripe_sessions::{API_VERSION, checkout};

/// Returns everything that is the same for all calls.
fn facts(seen: &Request) -> (String, String, Vec<(String, String)>) {
    let by_itself =
        |(name, _): &&(String, String)| !name.eq_ignore_ascii_case("idempotency-key");
    let headers = seen.headers.iter().filter(by_itself).cloned().collect();
    (seen.target().to_owned(), seen.body.clone(), headers)
}

#[tokio::test]
async fn options_of_a_call_do_not_reach_the_next() {
    let wire = Wire::default();
    let client = wire.client.clone();
    let sessions = client.checkout().sessions();
    let params = CreateCheckoutSession::new().success_url("https://shop.example");
    let plain = facts(&wire.sent(sessions.create(params.clone())).await);
    let special = sessions
        .create(params.clone())
        .api_version("2099-01-01.zinnia")
        .extra_param("payment_method_options[new][x]", "1")
        .expand([checkout::CheckoutSession::EXPAND_LINE_ITEMS])
        .account("acct_1")
        .idempotency_key("key")
        .header("X-Own", "1")
        .timeout(Duration::from_secs(7));
    let special = wire.sent(special).await;
    assert_eq!(special.header("stripe-version"), ["2099-01-01.zinnia"]);
    assert_eq!(special.header("idempotency-key"), ["key"]);
    assert!(
        special.body.contains("payment_method_options[new][x]=1"),
        "{}",
        special.body
    );
    // With the same accessor, the same client, and an earlier clone.
    for client in [&wire.client, &client] {
        let next = wire.sent(client.checkout().sessions().create(params.clone())).await;
        assert_eq!(facts(&next), plain);
        assert_eq!(next.header("stripe-version"), [API_VERSION]);
        assert_ne!(next.header("idempotency-key"), ["key"]);
    }
    let next = wire.sent(sessions.create(params)).await;
    assert_eq!(facts(&next), plain);
}

#[tokio::test]
async fn a_derived_client_leaves_its_origin_alone() {
    let wire = Wire::default();
    let account = |seen: Request| seen.header("stripe-account").join(",");
    let derived = wire.client.with_account("acct_1");
    let of =
        |client: &stripe_sessions::Client| client.checkout().sessions().retrieve("cs_1");
    assert_eq!(account(wire.sent(of(&derived)).await), "acct_1");
    assert_eq!(account(wire.sent(of(&wire.client)).await), "");
    assert_eq!(account(wire.sent(of(&derived.with_account("acct_2"))).await), "acct_2");
    assert_eq!(account(wire.sent(of(&derived)).await), "acct_1");
}

/// The pages of a list are one call: they keep its options, and the next list does not.
#[tokio::test]
async fn options_of_a_list_are_for_all_its_pages() {
    let page = json!({"object": "list", "data": [], "has_more": false, "url": "/v1/x"});
    let wire = Wire::answering(response(200, "", page.to_string()), |builder| builder);
    let list = || {
        wire.client
            .checkout()
            .sessions()
            .list(ListCheckoutSessions::new().customer("cus_1"))
    };
    let special = list().api_version("2099-01-01.zinnia").extra_param("new", "1");
    assert!(special.pages().next().await.unwrap().is_ok());
    assert!(list().pages().next().await.unwrap().is_ok());
    let seen = wire.server.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].query(), "customer=cus_1&new=1");
    assert_eq!(seen[0].header("stripe-version"), ["2099-01-01.zinnia"]);
    assert_eq!(seen[1].query(), "customer=cus_1");
    assert_eq!(seen[1].header("stripe-version"), [API_VERSION]);
}

/// Creates a portal session and a checkout session, each in one chained expression.
#[tokio::test]
async fn sessions_are_created_in_one_expression() {
    use stripe_sessions::billing_portal::params::CreateBillingPortalSession;
    use stripe_sessions::checkout::Mode;
    use stripe_sessions::checkout::params::LineItemParams;

    let wire = Wire::default();
    let portal = wire.client.billing_portal().sessions().create(
        CreateBillingPortalSession::new()
            .customer("cus_1")
            .return_url("https://shop.example"),
    );
    assert_eq!(
        wire.body(portal).await,
        "customer=cus_1&return_url=https%3A%2F%2Fshop.example"
    );
    let checkout = wire.client.checkout().sessions().create(
        CreateCheckoutSession::new()
            .mode(Mode::Payment)
            .line_items([LineItemParams::new().price("price_1").quantity(1)]),
    );
    assert_eq!(
        wire.body(checkout).await,
        "line_items[0][price]=price_1&line_items[0][quantity]=1&mode=payment"
    );
}
