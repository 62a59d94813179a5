//! Creates a Checkout Session and prints the link to its page.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example create_checkout -- price_123`

use std::process::ExitCode;

use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> ExitCode {
    let Some(price) = std::env::args().nth(1) else {
        eprintln!("usage: create_checkout PRICE, for example price_123");
        return ExitCode::FAILURE;
    };
    match create(price).await {
        Ok(CheckoutSession { url: Some(link), .. }) => {
            println!("{link}");
            ExitCode::SUCCESS
        }
        // Only a session for the page hosted by Stripe has a URL.
        Ok(session) => {
            println!("{} has no URL", session.id);
            ExitCode::SUCCESS
        }
        // Prints the message, code, status and request id; never a key or a body.
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn create(price: String) -> Result<CheckoutSession, Error> {
    let client = Client::from_env()?;
    let params = CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .line_items([LineItemParams::new().price(price).quantity(1)])
        .success_url("https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}");
    let session = client.checkout().sessions().create(params).await?;
    Ok(session.into_inner())
}
