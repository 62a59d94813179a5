//! Changes a session that is still open, clears what is set, and closes it.
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

    // What is not mentioned stays as it is. Keys of metadata are changed one by one; an empty
    // text removes one.
    let params =
        UpdateCheckoutSession::new().metadata([("packed_by", "Ada"), ("gift", "")]);
    let session = sessions.update(&id, params).await?;
    println!("{}: {:?}", session.id, session.metadata);

    // A field that can be empty has a `clear_…` beside its setter.
    let params = UpdateCheckoutSession::new().clear_metadata().clear_shipping_options();
    let session = sessions.update(&id, params).await?;
    println!("{}: {} ways to ship", session.id, session.shipping_options.len());

    // The items are back in stock: nobody shall pay for them now.
    close(&client, &id).await
}

/// Closes a session, unless that has happened already.
async fn close(client: &Client, id: &str) -> Result<(), Error> {
    let sessions = client.checkout().sessions();
    match sessions.expire(id).await {
        Ok(_) => println!("{id} is closed"),
        // Only an open session can be closed. Was it paid in the meantime?
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
