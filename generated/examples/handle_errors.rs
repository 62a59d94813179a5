//! What a shop does about each kind of error.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example handle_errors -- price_123`

use std::process::ExitCode;

use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::{ApiError, Client, Error, ErrorKind};

/// What comes after an error.
enum Next {
    /// Tell the customer this.
    Tell(String),
    /// Make the same call again later, with this key, until its outcome is known.
    Repeat(String),
    /// The session may exist: look it up, do not make another one.
    LookUp,
    /// Nothing will change by itself: wake somebody up.
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
    // For the log: message, code, status and request id, and nothing secret.
    eprintln!("{error}");
    match what_next(&error) {
        Next::Tell(message) => println!("tell the customer: {message}"),
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
    Ok(call.idempotency_key("cart-4711-3").await?.into_inner())
}

/// By then the crate has tried again on its own, where that could help.
fn what_next(error: &Error) -> Next {
    let api = error.api_error();
    match error.kind() {
        // An error of the server is no "no", and Stripe keeps it: the same key brings it again.
        ErrorKind::Api if error.meta().status() >= Some(500) => Next::LookUp,
        // Nor is an answer that was lost: the session may well exist. The same key gives that
        // answer, or carries the call out now, but never twice.
        _ if error.is_outcome_unknown() => repeat(error),
        // The message of a declined card, and no other one, is written for customers.
        ErrorKind::Card => Next::Tell(error.message().to_owned()),
        ErrorKind::RateLimit | ErrorKind::Connection => {
            Next::Tell("please try again in a minute".to_owned())
        }
        // Stripe has done it and answered with something unexpected, which is kept in
        // `error.meta().raw_body()`. To make another session would be to do it twice.
        ErrorKind::Decode => Next::LookUp,
        ErrorKind::InvalidRequest => match api.and_then(ApiError::param) {
            // What the customer asked for is gone; all else is a mistake in the shop.
            Some(param) if param.contains("[price]") => {
                Next::Tell("this is no longer for sale".to_owned())
            }
            _ => Next::Alarm("Stripe does not take what we send"),
        },
        ErrorKind::Authentication | ErrorKind::Permission => {
            Next::Alarm("the API key is wrong, revoked or not allowed to do this")
        }
        // A changed cart needs a key of its own.
        ErrorKind::Idempotency => Next::Alarm("a key was used for two different carts"),
        ErrorKind::InvalidCall => {
            Next::Alarm("the configuration or the parameters are wrong")
        }
        // Kinds may be added; the status says what is known about them.
        _ => Next::Alarm("an error that we have not met before"),
    }
}

fn repeat(error: &Error) -> Next {
    match error.meta().idempotency_key() {
        Some(key) => Next::Repeat(key.to_owned()),
        // A call that only reads has no key and can be made again at will.
        None => Next::Tell("please try again".to_owned()),
    }
}
