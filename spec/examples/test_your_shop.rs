//! Tests a shop: a mock transport replaces the network, so nothing is sent and no time
//! passes.
//!
//! `cargo test --example test_your_shop --features testing`

use stripe_sessions::checkout::Mode;
use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::{Client, Error};

/// The code under test: returns the URL where a customer pays for a cart.
async fn payment_url(client: &Client, cart: &str, price: &str) -> Result<String, Error> {
    let params = CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .client_reference_id(cart)
        .line_items([LineItemParams::new().price(price).quantity(1)])
        .success_url("https://shop.example/thanks");
    let call = client.checkout().sessions().create(params);
    let session = call.idempotency_key(format!("cart-{cart}")).await?;
    Ok(session.into_inner().url.unwrap_or_default())
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    println!("{}", payment_url(&Client::from_env()?, "4711", "price_123").await?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use stripe_sessions::checkout::{CheckoutSession, PaymentStatus};
    use stripe_sessions::events::{EventObject, EventType};
    use stripe_sessions::testing::{
        Fixture, MockResponse, MockTransport, SignatureHeader,
    };
    use stripe_sessions::webhook::{Verifier, WebhookErrorKind};

    use super::*;

    /// A session with a URL, as Stripe would send it.
    fn session() -> Fixture<CheckoutSession> {
        Fixture::minimal().set("url", "https://pay.example/1")
    }

    fn created() -> MockResponse {
        MockResponse::fixture(&session())
    }

    #[tokio::test]
    async fn the_cart_is_sent_with_its_price() {
        let mock = MockTransport::new([created()]);
        let link = payment_url(&mock.client(), "4711", "price_123").await.unwrap();
        assert_eq!(link, "https://pay.example/1");
        let request = &mock.requests()[0];
        assert_eq!(request.path(), "/v1/checkout/sessions");
        let price = request.param("line_items[0][price]");
        assert_eq!(price.as_deref(), Some("price_123"));
    }

    #[tokio::test]
    async fn a_lost_response_is_retried_with_the_same_key() {
        let mock = MockTransport::new([MockResponse::timeout(), created()]);
        payment_url(&mock.client(), "4711", "price_123").await.unwrap();
        let requests = mock.requests();
        let keys: Vec<_> =
            requests.iter().map(|request| request.header("idempotency-key")).collect();
        assert_eq!(keys, [Some("cart-4711"); 2]);
    }

    #[tokio::test]
    async fn an_unknown_price_is_not_retried() {
        let error = json!({"type": "invalid_request_error", "message": "No such price",
            "code": "resource_missing", "param": "line_items[0][price]"});
        let mock = MockTransport::new([
            MockResponse::error(400, error).header("request-id", "req_1")
        ]);
        let error = payment_url(&mock.client(), "4711", "price_9").await.unwrap_err();
        let about = error.api_error().and_then(|error| error.param());
        assert_eq!(about, Some("line_items[0][price]"));
        assert_eq!(error.meta().request_id(), Some("req_1"));
        assert_eq!(mock.requests().len(), 1);
    }

    #[test]
    fn only_events_with_a_valid_signature_are_accepted() {
        let paid = session().set("payment_status", "paid");
        let body = Fixture::event(EventType::CheckoutSessionCompleted, &paid);
        let body = body.json().unwrap();
        let verifier = Verifier::new(["whsec_test"]).unwrap();
        let event = verifier.event(body.as_bytes(), sign("whsec_test", &body)).unwrap();
        assert_eq!(event.type_, EventType::CheckoutSessionCompleted);
        let Ok(EventObject::CheckoutSession(session)) = event.object() else {
            panic!("the event contains no session");
        };
        assert_eq!(session.payment_status, PaymentStatus::Paid);

        let forged = verifier.event(body.as_bytes(), sign("whsec_guess", &body));
        assert_eq!(forged.unwrap_err().kind(), WebhookErrorKind::NoValidSignature);
    }

    /// Returns the value of the header `Stripe-Signature`.
    fn sign(secret: &str, body: &str) -> String {
        SignatureHeader::new(secret).sign(body)
    }
}
