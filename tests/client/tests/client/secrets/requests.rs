//! API keys and other request data are never printed.

use client_tests::secrets::{MARK, check, check_error, secret};
use client_tests::wire::Wire;
use stripe_sessions::checkout::params::{CreateCheckoutSession, ListCheckoutSessions};
use stripe_sessions::transport::{
    BoxFuture, HttpRequest, HttpResponse, Limits, Transport, TransportError,
};
use stripe_sessions::{Client, Method};

#[tokio::test]
async fn the_api_key_and_headers() {
    let builder = Client::builder(secret("sk_test")).header("X-Token", secret("token"));
    check(&builder);
    let client =
        builder.base_url("http://127.0.0.1:1").env_proxies(false).build().unwrap();
    check(&client);
    check(&client.with_account("acct_1").with_context(""));
    check(&client.checkout().sessions());
    let own = || ("Authorization", format!("Bearer {}", secret("sk")));
    let params = CreateCheckoutSession::new().customer_email(secret("mail"));
    let call = client.checkout().sessions().create(params).header(own().0, own().1);
    let call = call.extra_param("new", secret("extra")).max_retries(0);
    check(&call);
    let future = call.into_future();
    check(&future);
    // No server listens there.
    let error = future.await.unwrap_err();
    assert!(error.is_connection());
    check_error(&error);
    let list = ListCheckoutSessions::new().customer(secret("cus"));
    let call = client.checkout().sessions().list(list).max_retries(0);
    check_error(&call.await.unwrap_err());
    let raw = client.raw(
        Method::Get,
        format!("/v1/x?q={}", secret("q")),
        [("k", secret("v"))],
    );
    check(&raw);
    check_error(&raw.max_retries(0).await.unwrap_err());
}

#[tokio::test]
async fn errors_of_rejected_calls() {
    for key in ["sk test", "", "sk_é"] {
        check_error(&Client::new(format!("{key}{MARK} ")).unwrap_err());
    }
    let with_password = format!("https://user:{}@host.example", secret("pw"));
    let builder = Client::builder("sk_test_1").base_url(with_password);
    check_error(&builder.build().unwrap_err());
    let wire = Wire::default();
    let sessions = wire.client.checkout().sessions();
    let broken = format!("{}\r\n", secret("token\n"));
    check_error(
        &wire.refused(sessions.retrieve("cs_1").header("Authorization", broken)).await,
    );
    let params = CreateCheckoutSession::new().metadata([("a[b]", secret("x"))]);
    check_error(&wire.refused(sessions.create(params)).await);
    let raw = wire.client.raw(Method::Get, format!("/v1/../{}", secret("x")), ());
    check_error(&wire.refused(raw).await);
}

/// Custom transports receive the key, and may print the request.
#[tokio::test]
async fn requests_for_transports() {
    #[derive(Debug)]
    struct Printing;
    impl Transport for Printing {
        fn send<'a>(
            &'a self,
            request: &'a HttpRequest,
            _: Limits,
        ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
            assert!(request.headers().get("authorization").unwrap().contains(MARK));
            check(request);
            check(request.headers());
            let body = secret("body").into_bytes();
            let reply = HttpResponse::new(200, request.headers().clone(), body);
            check(&reply);
            Box::pin(std::future::ready(Ok(reply)))
        }

        fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
            Box::pin(std::future::ready(()))
        }
    }
    let client = Client::builder(secret("sk")).transport(Printing).build().unwrap();
    check(&client);
    let params = ListCheckoutSessions::new().customer(secret("cus"));
    let call = client.checkout().sessions().list(params).header("X-Token", secret("t"));
    check_error(&call.await.unwrap_err());
    let params = CreateCheckoutSession::new().customer_email(secret("mail"));
    check_error(&client.checkout().sessions().create(params).await.unwrap_err());
}
