//! A shop on axum: one endpoint redirects to Stripe's payment page, the other one is the
//! webhook that delivers paid orders.
//!
//! ```sh
//! export STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_…
//! cargo run --example axum_shop
//! ```
//!
//! `curl -i -d cart=4711 http://127.0.0.1:3000/checkout` returns a redirect to the page.

use std::collections::{HashMap, HashSet};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{env, error};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Form, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::checkout::{CheckoutSession, Mode, PaymentStatus};
use stripe_sessions::events::{EventObject, EventType};
use stripe_sessions::webhook::{SIGNATURE_HEADER, Verifier};
use stripe_sessions::{Client, Error, ErrorKind};
use tokio::net::TcpListener;

const FAILED: &str = "Something went wrong. We will look into it.";

/// The state that all requests share.
struct Shop {
    stripe: Client,
    webhooks: Verifier,
    /// The ids of delivered sessions. A real shop has a table with a unique column for
    /// them, and writes the order in the same transaction.
    delivered: Mutex<HashSet<String>>,
}

/// A customer's cart. The revision changes whenever the contents change.
struct Cart {
    id: String,
    revision: u32,
    lines: Vec<(&'static str, i64)>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn error::Error>> {
    let secret = env::var("STRIPE_WEBHOOK_SECRET")
        .map_err(|_| "STRIPE_WEBHOOK_SECRET is not set")?;
    let shop = Shop {
        stripe: Client::from_env()?,
        // While a secret is being replaced, both the old one and the new one.
        webhooks: Verifier::new(secret.split(','))?,
        delivered: Mutex::default(),
    };
    let address = env::var("SHOP_ADDRESS").unwrap_or("127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    let routes = Router::new()
        .route("/checkout", post(checkout))
        .route("/webhook", post(webhook))
        .with_state(Arc::new(shop));
    Ok(axum::serve(listener, routes).await?)
}

async fn checkout(
    State(shop): State<Arc<Shop>>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Redirect, Response> {
    let cart = form.get("cart").and_then(|id| Cart::find(id));
    let cart = cart.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
    let call = shop.stripe.checkout().sessions().create(cart.session());
    let session = call.idempotency_key(cart.key()).await.map_err(|e| failure(&e))?;
    match &session.url {
        Some(url) => Ok(Redirect::to(url)),
        // Only a session for the page hosted by Stripe has a URL.
        None => Err((StatusCode::BAD_GATEWAY, FAILED).into_response()),
    }
}

impl Cart {
    /// A real shop queries its database. The browser only sends the id of the cart: never
    /// take prices from it.
    fn find(id: &str) -> Option<Self> {
        let lines = vec![("price_tea", 2), ("price_cup", 1)];
        (id == "4711").then(|| Self { id: id.to_owned(), revision: 3, lines })
    }

    /// A second click on the button returns the same session. A changed cart needs
    /// another key: Stripe rejects a key that was used with other parameters.
    fn key(&self) -> String {
        format!("cart-{}-{}", self.id, self.revision)
    }

    fn session(&self) -> CreateCheckoutSession {
        let line = |(price, quantity): &(&str, i64)| {
            LineItemParams::new().price(*price).quantity(*quantity)
        };
        CreateCheckoutSession::new()
            .mode(Mode::Payment)
            .client_reference_id(&self.id)
            .line_items(self.lines.iter().map(line))
            .success_url("https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}")
            .cancel_url("https://shop.example/cart")
    }
}

/// Logs the error with its request id, and tells the customer whether to try again.
fn failure(error: &Error) -> Response {
    eprintln!("checkout: {error}");
    match error.kind() {
        ErrorKind::RateLimit | ErrorKind::Connection => {
            (StatusCode::SERVICE_UNAVAILABLE, "Please try again in a minute.")
        }
        _ => (StatusCode::BAD_GATEWAY, FAILED),
    }
    .into_response()
}

/// Takes the body as bytes: parsing and reformatting it would invalidate the signature.
async fn webhook(
    State(shop): State<Arc<Shop>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let signature =
        headers.get(SIGNATURE_HEADER).map_or(&b""[..], HeaderValue::as_bytes);
    let event = match shop.webhooks.event(&body, signature) {
        Ok(event) => event,
        Err(error) => {
            eprintln!("webhook: {error}");
            return StatusCode::BAD_REQUEST;
        }
    };
    let done = match (&event.type_, event.object()) {
        (
            EventType::CheckoutSessionCompleted
            | EventType::CheckoutSessionAsyncPaymentSucceeded,
            Ok(EventObject::CheckoutSession(session)),
        ) => shop.deliver(&session.id).await.map_err(|error| error.to_string()),
        (
            EventType::CheckoutSessionAsyncPaymentFailed,
            Ok(EventObject::CheckoutSession(session)),
        ) => {
            println!("{}: not paid after all", session.id);
            Ok(())
        }
        // Acknowledge other events too: otherwise Stripe sends them again for days.
        (_, Ok(_)) => Ok(()),
        // The endpoint may be pinned to an API version whose objects this crate cannot
        // decode.
        (_, Err(error)) => Err(error.to_string()),
    };
    match done {
        Ok(()) => StatusCode::OK,
        // Stripe sends the event again later.
        Err(error) => {
            eprintln!("webhook {}: {error}", event.id);
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

impl Shop {
    /// Delivers a paid session once, no matter how many events report it.
    async fn deliver(&self, id: &str) -> Result<(), Error> {
        // Events may arrive late, twice and out of order, and never contain the line
        // items: so retrieve the current state. Stripe waits for the response, so set a
        // short deadline.
        let call = self.stripe.checkout().sessions().retrieve(id);
        let call = call.expand([CheckoutSession::EXPAND_LINE_ITEMS]);
        let session = call.deadline(Duration::from_secs(5)).await?.into_inner();
        if !is_paid(&session) {
            println!("{id}: the payment has not arrived yet");
            return Ok(());
        }
        let items = match session.line_items {
            // The session contains the first page; fetch the others too.
            Some(list) => self.stripe.pages(list).items().collect_at_most(100).await?,
            None => Vec::new(),
        };
        // Claim the session last: nothing can fail between this and the delivery. A real
        // shop adds a slow delivery to a queue.
        if !self.claim(id) {
            println!("{id}: has already been delivered");
            return Ok(());
        }
        for item in items {
            let name = item.description.as_deref().unwrap_or("(no name)");
            println!("{id}: deliver {} × {name}", item.quantity.unwrap_or(1));
        }
        Ok(())
    }

    /// Returns `true` if the session was not claimed before.
    fn claim(&self, id: &str) -> bool {
        let delivered = self.delivered.lock();
        delivered.unwrap_or_else(PoisonError::into_inner).insert(id.to_owned())
    }
}

/// Some payment methods take days: the session is complete, but the money has not
/// arrived.
fn is_paid(session: &CheckoutSession) -> bool {
    matches!(
        session.payment_status,
        PaymentStatus::Paid | PaymentStatus::NoPaymentRequired
    )
}
