//! Creates a session without an asynchronous runtime, and prints recent sales.
//!
//! ```sh
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run --example blocking_checkout --features blocking -- price_123
//! ```
//!
//! A program that only uses the blocking client can disable the default transport:
//!
//! ```toml
//! [dependencies.stripe-sessions]
//! version = "0.1"
//! default-features = false
//! features = ["blocking"]
//! ```

use std::time::Duration;

use stripe_sessions::Error;
use stripe_sessions::blocking::Client;
use stripe_sessions::checkout::params::{
    CreateCheckoutSession, LineItemParams, ListCheckoutSessions,
};
use stripe_sessions::checkout::{CheckoutSessionStatus, Mode};

fn main() -> Result<(), Error> {
    let price = std::env::args().nth(1).unwrap_or_default();
    let client = Client::from_env()?;
    let sessions = client.checkout().sessions();

    let params = CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .line_items([LineItemParams::new().price(price).quantity(1)])
        .success_url("https://shop.example/thanks");
    // The calls and options are those of the asynchronous client; `send` replaces
    // `await`.
    let session = sessions.create(params).timeout(Duration::from_secs(10)).send()?;
    println!("{}", session.url.as_deref().unwrap_or("(no page)"));

    // An iterator over all pages, which fetches each page when its first item is needed.
    let sold = sessions
        .list(ListCheckoutSessions::new().status(CheckoutSessionStatus::Complete))
        .items();
    for session in sold.take(5) {
        let session = session?;
        println!("{} {:?}", session.id, session.amount_total);
    }
    Ok(())
}
