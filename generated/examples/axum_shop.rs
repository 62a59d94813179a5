//! A shop on axum: one endpoint sends a cart to Stripe's payment page, the other one is the
//! webhook that delivers what was paid.
//!
//! `STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_… cargo run --example axum_shop`
//!
//! `curl -i -d cart=4711 http://127.0.0.1:3000/checkout` answers with a redirect to the page.

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

const SORRY: &str = "This did not work. We will look into it.";

/// What all requests share.
struct Shop {
    stripe: Client,
    webhooks: Verifier,
    /// Sessions that were delivered. A real shop has a table with a unique column for them, which
    /// outlives this process, and writes the order in the same transaction.
    delivered: Mutex<HashSet<String>>,
}

/// What a customer wants to buy; the revision changes with the content.
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
        // While a secret is being replaced, the old one and the new one.
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
    let session = call.idempotency_key(cart.key()).await.map_err(|e| answer(&e))?;
    match &session.url {
        Some(url) => Ok(Redirect::to(url)),
        // Only a session for Stripe's own page has a link.
        None => Err((StatusCode::BAD_GATEWAY, SORRY).into_response()),
    }
}

impl Cart {
    /// A real shop asks its database. The browser names the cart; prices are the shop's to say.
    fn find(id: &str) -> Option<Self> {
        let lines = vec![("price_tea", 2), ("price_cup", 1)];
        (id == "4711").then(|| Self { id: id.to_owned(), revision: 3, lines })
    }

    /// A second click on the button is the same session. A changed cart is another one: the same
    /// key with other parameters would be refused.
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

/// What happened goes to the log, with the request id; the customer learns whether to try again.
fn answer(error: &Error) -> Response {
    eprintln!("checkout: {error}");
    match error.kind() {
        ErrorKind::RateLimit | ErrorKind::Connection => {
            (StatusCode::SERVICE_UNAVAILABLE, "Please try again in a minute.")
        }
        _ => (StatusCode::BAD_GATEWAY, SORRY),
    }
    .into_response()
}

/// The body is taken as bytes: whatever parses and prints it again voids its signature.
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
        // What one does not know is to be acknowledged, or it is sent again for days.
        (_, Ok(_)) => Ok(()),
        // An endpoint that is pinned to another API version can send what this one cannot read.
        (_, Err(error)) => Err(error.to_string()),
    };
    match done {
        Ok(()) => StatusCode::OK,
        // Stripe sends it again later.
        Err(error) => {
            eprintln!("webhook {}: {error}", event.id);
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

impl Shop {
    /// Delivers a paid session once, however often and by whatever events it is told.
    async fn deliver(&self, id: &str) -> Result<(), Error> {
        // Events come late, twice and out of order, and never with the items: so ask how things
        // stand. Stripe waits for the answer, so there is little time.
        let call = self.stripe.checkout().sessions().retrieve(id);
        let call = call.expand([CheckoutSession::EXPAND_LINE_ITEMS]);
        let session = call.deadline(Duration::from_secs(5)).await?.into_inner();
        if !is_paid(&session) {
            println!("{id}: the payment is on its way");
            return Ok(());
        }
        let items = match session.line_items {
            // The session holds the first few; the list goes on behind them.
            Some(list) => self.stripe.pages(list).items().collect_at_most(100).await?,
            None => Vec::new(),
        };
        // Nothing can fail between this and the delivery, which belongs into a queue if it takes
        // longer than to print it.
        if !self.claim(id) {
            println!("{id}: was delivered before");
            return Ok(());
        }
        for item in items {
            let name = item.description.as_deref().unwrap_or("(no name)");
            println!("{id}: deliver {} × {name}", item.quantity.unwrap_or(1));
        }
        Ok(())
    }

    /// Whether this session is claimed for the first time.
    fn claim(&self, id: &str) -> bool {
        let delivered = self.delivered.lock();
        delivered.unwrap_or_else(PoisonError::into_inner).insert(id.to_owned())
    }
}

/// Some ways to pay take days: the session is complete, but the money is still to come.
fn is_paid(session: &CheckoutSession) -> bool {
    matches!(
        session.payment_status,
        PaymentStatus::Paid | PaymentStatus::NoPaymentRequired
    )
}
