//! Sells something: creates a Checkout CheckoutSession and prints the link to its page.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example create_checkout -- price_123`

use std::process::ExitCode;

use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> ExitCode {
    let Some(price) = std::env::args().nth(1) else {
        eprintln!("name the price to sell, such as price_123");
        return ExitCode::FAILURE;
    };
    match create(price).await {
        Ok(CheckoutSession { url: Some(link), .. }) => {
            println!("{link}");
            ExitCode::SUCCESS
        }
        // Only the hosted page has a link.
        Ok(session) => {
            println!("{} has no page", session.id);
            ExitCode::SUCCESS
        }
        // With message, code, status and request id; never with a key or a body.
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
