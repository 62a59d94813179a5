//! Prints a short-lived link that logs a customer into the Billing Portal.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example portal_link -- cus_123`

use stripe_sessions::billing_portal::params::CreateBillingPortalSession;
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let customer = std::env::args().nth(1).unwrap_or_default();
    let client = Client::from_env()?;
    let session = client
        .billing_portal()
        .sessions()
        .create(
            CreateBillingPortalSession::new()
                .customer(customer)
                .return_url("https://shop.example"),
        )
        .await?;
    // Anyone who has the link is logged in, so the URL is a secret.
    println!("{}", session.url.expose());
    Ok(())
}
