//! Updates an open session, clears fields, and expires it.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example change_session -- cs_test_123`

use stripe_sessions::checkout::params::UpdateCheckoutSession;
use stripe_sessions::checkout::{CheckoutSession, CheckoutSessionStatus};
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let id = std::env::args().nth(1).unwrap_or_default();
    let client = Client::from_env()?;
    let sessions = client.checkout().sessions();

    // Other fields stay unchanged. Metadata is merged key by key; an empty value removes
    // a key.
    let params =
        UpdateCheckoutSession::new().metadata([("packed_by", "Ada"), ("gift", "")]);
    let session = sessions.update(&id, params).await?;
    println!("{}: {:?}", session.id, session.metadata);

    // A field that can be empty has a `clear_` method as well as a setter.
    let params = UpdateCheckoutSession::new().clear_metadata().clear_shipping_options();
    let session = sessions.update(&id, params).await?;
    println!("{}: {} shipping options", session.id, session.shipping_options.len());

    // The items are reserved for another customer: make sure that nobody pays for them.
    expire(&client, &id).await
}

/// Expires a session, unless it is no longer open.
async fn expire(client: &Client, id: &str) -> Result<(), Error> {
    let sessions = client.checkout().sessions();
    match sessions.expire(id).await {
        Ok(_) => println!("{id} is expired now"),
        // Only an open session can be expired. It may have been paid in the meantime.
        Err(error) if error.is_invalid_request() => {
            let CheckoutSession { status, .. } =
                sessions.retrieve(id).await?.into_inner();
            match status {
                Some(CheckoutSessionStatus::Complete) => println!("{id} was paid"),
                Some(CheckoutSessionStatus::Expired) => println!("{id} had expired"),
                _ => return Err(error),
            }
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
