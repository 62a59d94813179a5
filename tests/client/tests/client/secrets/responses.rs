//! API keys, client secrets, portal URLs and webhook secrets are never printed.

use client_tests::secrets::{MARK, check, check_error, secret};
use client_tests::server::response;
use client_tests::wire::Wire;
use serde_json::{Value, json};
use stripe_sessions::checkout::params::ListCheckoutSessions;
use stripe_sessions::events::Event;
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::webhook::Verifier;
use stripe_sessions::{
    Client, Error, List, Method, RawJson, RawObject, Response, Secret, billing_portal,
    checkout, customer_sessions,
};

fn checkout_session() -> Value {
    json!({
        "id": "cs_1", "object": "checkout.session", "automatic_tax": {"enabled": false},
        "client_secret": secret("cs"), "created": 1, "custom_fields": [], "custom_text": {},
        "customer": {"object": "mystery", "odd": secret("cus")},
        "expires_at": 2, "livemode": false, "mode": "payment",
        "payment_intent": {"id": "pi_1", "object": "payment_intent", "client_secret": secret("pi")},
        "payment_method_types": [], "payment_status": "unpaid",
        "setup_intent": {"id": "seti_1", "object": "setup_intent", "client_secret": secret("seti")},
        "shipping_options": [], "new_field": secret("new"),
    })
}

fn portal_session() -> Value {
    json!({
        "id": "bps_1", "object": "billing_portal.session", "configuration": "bpc_1", "created": 1,
        "customer": "cus_1", "livemode": false, "url": secret("https://billing.example/p"),
    })
}

fn customer_session() -> Value {
    json!({
        "object": "customer_session", "client_secret": secret("cuss"), "customer": "cus_1",
        "expires_at": 2, "livemode": false,
    })
}

/// Performs a call whose response is given.
async fn answered<T>(
    call: impl FnOnce(&Client) -> stripe_sessions::Call<T>,
    (status, body): (u16, String),
) -> Result<Response<T>, Error>
where
    stripe_sessions::Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
{
    let cookie = format!("Set-Cookie: {}\r\n", secret("cookie"));
    let answer = response(status, &cookie, body);
    let wire = Wire::answering(answer, |builder| builder.max_retries(0));
    call(&wire.client).await
}

#[tokio::test]
async fn objects_and_responses() {
    let body = checkout_session().to_string();
    let session = answered(|c| c.checkout().sessions().retrieve("cs_1"), (200, body));
    let session = session.await.unwrap();
    check(&session);
    check(session.meta());
    check(session.meta().headers());
    assert!(session.client_secret.as_ref().unwrap().expose().contains(MARK));
    let intent = session.payment_intent.as_ref().unwrap();
    check(intent);
    let raw = intent.raw().unwrap();
    check(raw);
    assert!(raw.as_value()["client_secret"].as_str().unwrap().contains(MARK));
    let strange = session.customer.as_ref().unwrap();
    check(strange);
    let clone = session.clone();
    check(&clone.into_parts());
    check(&session.into_inner());

    let body = portal_session().to_string();
    let params = billing_portal::params::CreateBillingPortalSession::new();
    let call = |c: &Client| c.billing_portal().sessions().create(params);
    let session = answered(call, (200, body)).await.unwrap();
    check(&session);
    assert!(session.url.expose().contains(MARK));

    let body = customer_session().to_string();
    let table = customer_sessions::params::PricingTableParams::new(true);
    let components = customer_sessions::params::CustomerSessionComponentsParams::new()
        .pricing_table(table);
    let params = customer_sessions::params::CreateCustomerSession::new(components);
    let call = |c: &Client| c.customer_sessions().create(params);
    let session = answered(call, (200, body)).await.unwrap();
    check(&session);
    assert!(session.client_secret.expose().contains(MARK));
}

#[tokio::test]
async fn lists_and_raw_responses() {
    let page = json!({
        "object": "list", "data": [checkout_session()], "has_more": false, "url": "/v1/checkout/sessions",
    });
    let list = |c: &Client| c.checkout().sessions().list(ListCheckoutSessions::new());
    let sessions = answered(list, (200, page.to_string())).await.unwrap();
    assert_eq!(sessions.data.len(), 1);
    check(&sessions);
    check(&sessions.data);
    let raw = |c: &Client| c.raw(Method::Get, "/v1/payment_intents", ());
    let raw = answered(raw, (200, page.to_string())).await.unwrap();
    assert!(check(&raw).contains("has_more"), "keys are shown");
    let wire = Wire::answering(response(200, "", page.to_string()), |builder| builder);
    let mut pages =
        wire.client.checkout().sessions().list(ListCheckoutSessions::new()).pages();
    check(&pages);
    check(&pages.next().await.unwrap().unwrap());
    check(
        &wire
            .client
            .pages(
                serde_json::from_value::<List<checkout::CheckoutSession>>(page).unwrap(),
            )
            .items(),
    );
}

#[test]
fn secrets_and_raw_json() {
    let text = Secret::new(secret("x"));
    check(&text);
    assert!(!format!("{text} {text:>40} {text:#}").contains(MARK));
    let Value::Object(map) = checkout_session() else { panic!("an object") };
    check(&RawObject::from(map));
    for json in [json!(secret("x")), json!([secret("x")]), json!({"k": secret("x")})] {
        check(&RawJson::from(json));
    }
}

/// The objects inside an error contain secrets too.
#[tokio::test]
async fn errors_of_the_server() {
    let body = json!({"error": {
        "type": "card_error", "code": "card_declined", "message": "No.",
        "payment_intent": {"id": "pi_1", "client_secret": secret("pi")},
        "setup_intent": {"client_secret": secret("seti")},
        "source": {"client_secret": secret("src")},
        "request_log_url": secret("https://dashboard.example"),
    }});
    let retrieve = |c: &Client| c.checkout().sessions().retrieve("cs_1");
    let error = answered(retrieve, (402, body.to_string())).await.unwrap_err();
    assert!(error.is_card());
    assert!(check_error(&error).contains("card_declined"));
    let api = error.api_error().unwrap();
    check(api);
    let intent = api.get("payment_intent").unwrap();
    assert!(intent["client_secret"].as_str().unwrap().contains(MARK), "it can be read");
    // Bodies that are not error objects.
    for body in [secret("html"), json!({"client_secret": secret("cs")}).to_string()] {
        let error = answered(retrieve, (502, body)).await.unwrap_err();
        assert!(String::from_utf8_lossy(error.meta().raw_body()).contains(MARK));
        check_error(&error);
    }
}

/// A value of the wrong type may be a secret.
#[tokio::test]
async fn errors_of_decoding() {
    for (key, value) in [
        ("livemode", json!(secret("x"))),
        ("created", json!(secret("x"))),
        ("client_secret", json!({"nested": secret("x")})),
        ("client_secret", json!([secret("x")])),
        ("custom_fields", json!(secret("x"))),
        ("automatic_tax", json!({"enabled": secret("x")})),
    ] {
        let mut body = checkout_session();
        body[key] = value;
        let call = |c: &Client| c.checkout().sessions().retrieve("cs_1");
        let error = answered(call, (200, body.to_string())).await.unwrap_err();
        assert!(error.is_decode());
        assert!(check_error(&error).contains(key), "it names the place");
    }
    let broken = format!("{{\"client_secret\": \"{}\", oops", secret("cs"));
    let call = |c: &Client| c.checkout().sessions().retrieve("cs_1");
    check_error(&answered(call, (200, broken)).await.unwrap_err());
    let body: RawObject = serde_json::from_value(checkout_session()).unwrap();
    check_error(&body.decode::<billing_portal::BillingPortalSession>().unwrap_err());
    let wrong = serde_json::from_value::<checkout::CheckoutSession>(
        json!({"livemode": secret("x")}),
    );
    check_error(&wrong.unwrap_err());
}

#[test]
fn events() {
    let event = |object: Value| {
        json!({
            "id": "evt_1", "object": "event", "created": 1, "livemode": false, "pending_webhooks": 0,
            "type": "checkout.session.completed",
            "data": {"object": object, "previous_attributes": {"client_secret": secret("old")}},
        })
    };
    let unknown = json!({"object": "mystery", "client_secret": secret("x")});
    for object in [checkout_session(), portal_session(), unknown] {
        let event: Event = serde_json::from_value(event(object)).unwrap();
        check(&event);
        check(&event.object().unwrap());
    }
    let mut odd = checkout_session();
    odd["livemode"] = json!(secret("x"));
    let event: Event = serde_json::from_value(event(odd)).unwrap();
    check_error(&event.object().unwrap_err());
}

#[test]
fn webhooks() {
    let key = secret("whsec");
    let verifier = Verifier::new([key.as_str(), " spaced "]).unwrap().accept_any_age();
    check(&verifier);
    let signer = SignatureHeader::new(key);
    check(&signer);
    let thin = json!({"object": "v2.core.event", "data": secret("x")}).to_string();
    let payloads = [thin, json!({"object": secret("x")}).to_string(), secret("text")];
    for payload in payloads {
        let header = signer.sign(&payload);
        verifier.verify(payload.as_bytes(), &header).unwrap();
        check_error(&verifier.event(payload.as_bytes(), &header).unwrap_err());
        let forged = SignatureHeader::new(secret("other")).sign(&payload);
        check_error(&verifier.event(payload.as_bytes(), &forged).unwrap_err());
        check_error(&verifier.verify(payload.as_bytes(), secret("header")).unwrap_err());
    }
    check_error(&Verifier::new([secret("whsec"), String::new()]).unwrap_err());
}
