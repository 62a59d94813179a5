//! Calls as users write them, against Stripe's mock: responses decode as the expected
//! types, and options arrive.

use std::path::Path;
use std::time::Duration;

use client_tests::mock::{self, Mock};
use stripe_sessions::billing_portal::{self, BillingPortalConfiguration};
use stripe_sessions::checkout::params::{
    CreateCheckoutSession, LineItemParams, ListCheckoutSessionLineItems,
    ListCheckoutSessions, UpdateCheckoutSession,
};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::customer_sessions::CustomerSession;
use stripe_sessions::customer_sessions::params::{
    CreateCustomerSession, CustomerSessionComponentsParams, PricingTableParams,
};
use stripe_sessions::events::params::ListEvents;
use stripe_sessions::{Client, Method};
use test_support::report::{Trial, needing};

pub(crate) fn trials() -> Vec<Trial> {
    let mock = || mock::program();
    vec![
        needing("checkout_sessions", mock(), |mock| run(mock, checkout_sessions)),
        needing("other_resources", mock(), |mock| run(mock, other_resources)),
        needing("expansion", mock(), |mock| run(mock, expansion)),
        needing("options", mock(), |mock| run(mock, options)),
        needing("refusals", mock(), |mock| run(mock, refusals)),
    ]
}

/// Runs a test with a client and a mock of its own.
fn run(program: &Path, test: impl AsyncFnOnce(Client)) -> Result<(), String> {
    let mock = Mock::start(program)?;
    let builder = Client::builder("sk_test_123").base_url(mock.url()).env_proxies(false);
    let client = builder.max_retries(0).build().map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(test(client));
    Ok(())
}

fn cart() -> CreateCheckoutSession {
    CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .line_items([LineItemParams::new().price("price_123").quantity(2)])
        .success_url("https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}")
}

async fn checkout_sessions(client: Client) {
    let sessions = client.checkout().sessions();
    let created = sessions.create(cart()).await.unwrap();
    assert!(created.id.starts_with("cs_"), "{}", created.id);
    assert_eq!(created.mode, Mode::Payment);
    let expected = "https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}";
    assert_eq!(created.success_url.as_deref(), Some(expected));

    // The mock returns the id from the path, which shows that it arrived.
    for id in ["cs_test_1", "cs.test-2"] {
        assert_eq!(sessions.retrieve(id).await.unwrap().id, id);
        let update = UpdateCheckoutSession::new().metadata([("order", "4711")]);
        assert_eq!(sessions.update(id, update).await.unwrap().id, id);
    }
    assert!(sessions.expire("cs_test_1").await.unwrap().id.starts_with("cs_"));

    let page = sessions.list(ListCheckoutSessions::new().limit(3)).await.unwrap();
    assert_eq!((page.data.len(), page.has_more), (1, false));
    let items = sessions
        .list_line_items("cs_test_1", ListCheckoutSessionLineItems::new())
        .await
        .unwrap();
    assert!(items.data[0].id.starts_with("li_"));
    let all = sessions
        .list(ListCheckoutSessions::new())
        .items()
        .collect_at_most(10)
        .await
        .unwrap();
    assert_eq!(all, page.data);
}

async fn other_resources(client: Client) {
    let components = CustomerSessionComponentsParams::new()
        .pricing_table(PricingTableParams::new(true));
    let params = CreateCustomerSession::new(components).customer("cus_123");
    let session = client.customer_sessions().create(params).await.unwrap();
    assert_eq!(session.customer.id(), Some("cus_123"));
    assert!(!session.client_secret.expose().is_empty());
    let components = session.components.as_ref().unwrap();
    assert!(components.pricing_table.as_ref().unwrap().enabled);

    let params =
        billing_portal::params::CreateBillingPortalSession::new().customer("cus_123");
    let session = client.billing_portal().sessions().create(params).await.unwrap();
    assert_eq!(session.customer, "cus_123");
    assert!(session.url.expose().starts_with("https://"));

    let configurations = client.billing_portal().configurations();
    let params = billing_portal::params::UpdateBillingPortalConfiguration::new()
        .active(false)
        .name("n");
    let updated = configurations.update("bpc_1", params).await.unwrap();
    assert_eq!(
        (updated.id.as_str(), updated.active, updated.name.as_deref()),
        ("bpc_1", false, Some("n"))
    );
    assert_eq!(configurations.retrieve("bpc_1").await.unwrap().id, "bpc_1");

    assert_eq!(client.events().retrieve("evt_1").await.unwrap().id, "evt_1");
    let events =
        client.events().list(ListEvents::new().type_("checkout.session.completed"));
    assert_eq!(events.await.unwrap().data.len(), 1);

    let customer =
        client.raw(Method::Post, "/v1/customers", [("email", "a+b@shop.example")]);
    let customer = customer.await.unwrap();
    assert_eq!(customer.get("email").unwrap(), "a+b@shop.example");
}

async fn expansion(client: Client) {
    let sessions = client.checkout().sessions();
    let plain = sessions.retrieve("cs_1").await.unwrap();
    assert!(plain.line_items.is_none());
    let expanded = sessions
        .retrieve("cs_1")
        .expand([CheckoutSession::EXPAND_LINE_ITEMS])
        .await
        .unwrap();
    assert_eq!(expanded.line_items.as_ref().unwrap().data.len(), 1);
    let product = [CheckoutSession::EXPAND_LINE_ITEMS_DATA_PRICE_PRODUCT];
    let expanded = sessions.retrieve("cs_1").expand(product).await.unwrap();
    let items = expanded.line_items.as_ref().unwrap();
    let product = &items.data[0].price.as_ref().unwrap().product;
    assert_eq!(product.raw().unwrap().as_value()["object"], "product");
    let listed = sessions
        .list(ListCheckoutSessions::new())
        .expand([CheckoutSession::EXPAND_LINE_ITEMS]);
    assert!(listed.await.unwrap().data[0].line_items.is_some());
    let listed = sessions.list(ListCheckoutSessions::new()).expand(["data.line_items"]);
    assert!(listed.await.unwrap().data[0].line_items.is_some());
    let posted = sessions.expire("cs_1").expand([CheckoutSession::EXPAND_LINE_ITEMS]);
    assert!(posted.await.unwrap().line_items.is_some());

    let create =
        || billing_portal::params::CreateBillingPortalSession::new().customer("cus_1");
    let portal = client.billing_portal().sessions();
    let plain = portal.create(create()).await.unwrap();
    assert!(!plain.into_inner().configuration.unwrap().is_expanded());
    let expanded = portal
        .create(create())
        .expand([billing_portal::BillingPortalSession::EXPAND_CONFIGURATION]);
    let expanded = expanded.await.unwrap().into_inner();
    let configuration: BillingPortalConfiguration =
        expanded.configuration.unwrap().object().unwrap().unwrap();
    assert!(configuration.id.starts_with("bpc_"));

    let components = CustomerSessionComponentsParams::new()
        .pricing_table(PricingTableParams::new(true));
    let call = client.customer_sessions().create(CreateCustomerSession::new(components));
    let session = call.expand([CustomerSession::EXPAND_CUSTOMER]).await.unwrap();
    assert!(session.customer.is_expanded(), "{:?}", session.customer);
}

async fn options(client: Client) {
    let sessions = client.checkout().sessions();
    let session = sessions
        .create(cart())
        .idempotency_key("cart-4711")
        .timeout(Duration::from_secs(60))
        .connect_timeout(Duration::from_secs(60))
        .max_retries(1)
        .account("acct_123")
        .header("X-Own", "1")
        .await
        .unwrap();
    let meta = session.meta();
    assert_eq!(meta.status(), Some(200));
    assert_eq!(meta.request_id(), Some("req_123"));
    assert_eq!(meta.headers().get("idempotency-key"), Some("cart-4711"));
    assert_eq!(meta.idempotency_key(), Some("cart-4711"));
    assert!(meta.raw_body().starts_with(b"{"));
    sessions.retrieve("cs_1").context("ctx_1").await.unwrap();

    // A parameter that also has a setter, passed as an extra one.
    let configurations = client.billing_portal().configurations();
    let call =
        configurations.update("bpc_1", Default::default()).extra_param("name", "b c");
    assert_eq!(call.await.unwrap().name.as_deref(), Some("b c"));
}

async fn refusals(client: Client) {
    let sessions = client.checkout().sessions();
    let error = sessions.expire("cs_1").extra_param("no_such", "1").await.unwrap_err();
    assert!(
        error.is_invalid_request() && error.message().contains("additional properties"),
        "{error}"
    );
    assert_eq!(error.meta().status(), Some(400));
    // The mock knows one version: the crate's own, which all other calls send.
    let error = sessions.expire("cs_1").api_version("2020-08-27").await.unwrap_err();
    assert!(
        error.is_invalid_request() && error.message().contains("2020-08-27"),
        "{error}"
    );
    let error = client.raw(Method::Get, "/v1/no_such", ()).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    let error =
        sessions.expire("cs_1").header("Authorization", "Bearer no").await.unwrap_err();
    assert!(error.is_authentication(), "{error}");
    let form = "application/json";
    let error = sessions.expire("cs_1").header("Content-Type", form).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
}
