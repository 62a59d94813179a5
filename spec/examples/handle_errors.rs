//! Handles each kind of error.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example handle_errors -- price_123`

use std::process::ExitCode;

use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::{ApiError, Client, Error, ErrorKind};

/// The reaction to an error.
enum Next {
    /// Show this message to the customer.
    Show(String),
    /// Repeat the same call later with this key, until its outcome is known.
    Repeat(String),
    /// The session may exist: look it up, and do not create another one.
    LookUp,
    /// The error will persist: notify an operator.
    Alarm(&'static str),
}

#[tokio::main]
async fn main() -> ExitCode {
    let price = std::env::args().nth(1).unwrap_or_default();
    let error = match create(price).await {
        Ok(session) => {
            println!("created {}", session.id);
            return ExitCode::SUCCESS;
        }
        Err(error) => error,
    };
    // Safe to log: message, code, status and request id, and no secrets.
    eprintln!("{error}");
    match what_next(&error) {
        Next::Show(message) => println!("show to the customer: {message}"),
        Next::Repeat(key) => println!("repeat later with the key {key}"),
        Next::LookUp => println!("look the session up"),
        Next::Alarm(reason) => println!("alarm: {reason}"),
    }
    ExitCode::FAILURE
}

async fn create(price: String) -> Result<CheckoutSession, Error> {
    let client = Client::from_env()?;
    let params = CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .line_items([LineItemParams::new().price(price).quantity(1)])
        .success_url("https://shop.example/thanks");
    let call = client.checkout().sessions().create(params);
    // Derived from the order and the version of its contents.
    let (order, version) = ("4711", 3);
    Ok(call.idempotency_key(format!("checkout-{order}-{version}")).await?.into_inner())
}

/// Chooses a reaction. The client has already retried where that could help.
fn what_next(error: &Error) -> Next {
    let api = error.api_error();
    match error.kind() {
        // A server error does not mean that nothing happened, and Stripe stores it:
        // repeating the call with the same key returns the same error.
        ErrorKind::Api if error.meta().status() >= Some(500) => Next::LookUp,
        // The response was lost, and the session may exist. Repeating the call with the
        // same key returns that response or performs the call now, but never twice.
        _ if error.is_outcome_unknown() => repeat(error),
        // Only the message of a declined card is written for customers.
        ErrorKind::Card => Next::Show(error.message().to_owned()),
        ErrorKind::RateLimit | ErrorKind::Connection => {
            Next::Show("please try again in a minute".to_owned())
        }
        // The call succeeded, but its response could not be decoded; it is kept in
        // `error.meta().raw_body()`. Do not create a second session.
        ErrorKind::Decode => Next::LookUp,
        ErrorKind::InvalidRequest => match api.and_then(ApiError::param) {
            // The price no longer exists; any other parameter is a mistake of the shop.
            Some(param) if param.contains("[price]") => {
                Next::Show("this is no longer for sale".to_owned())
            }
            _ => Next::Alarm("Stripe rejects the parameters"),
        },
        ErrorKind::Authentication | ErrorKind::Permission => {
            Next::Alarm("the API key is invalid, revoked or lacks a permission")
        }
        // A changed cart needs another key.
        ErrorKind::Idempotency => Next::Alarm("a key was used for two different carts"),
        ErrorKind::InvalidCall => {
            Next::Alarm("the configuration or the parameters are wrong")
        }
        // Later versions of the crate may add kinds.
        _ => Next::Alarm("an unknown kind of error"),
    }
}

fn repeat(error: &Error) -> Next {
    match error.meta().idempotency_key() {
        Some(key) => Next::Repeat(key.to_owned()),
        // A call that only reads has no key, and repeating it is safe.
        None => Next::Show("please try again".to_owned()),
    }
}
