//! Reads the body of a webhook from standard input and handles it, as an endpoint would.
//!
//! ```sh
//! export STRIPE_WEBHOOK_SECRET=whsec_…
//! cargo run --example receive_webhook -- 't=…,v1=…' < body.json
//! ```

use std::error::Error;
use std::io::Read;

use stripe_sessions::events::{EventObject, EventType};
use stripe_sessions::webhook::{Verifier, VersionMatch};

fn main() -> Result<(), Box<dyn Error>> {
    let verifier = Verifier::new([std::env::var("STRIPE_WEBHOOK_SECRET")?])?;
    let signature = std::env::args().nth(1).unwrap_or_default();
    // Any change to the bytes invalidates the signature.
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;

    let event = verifier.event(&body, signature)?;
    let version = VersionMatch::with_crate(event.api_version.as_deref());
    println!("{} {}, API version: {version:?}", event.id, event.type_);
    match (&event.type_, event.object()?) {
        (EventType::CheckoutSessionCompleted, EventObject::CheckoutSession(session)) => {
            println!("deliver the order of {}", session.id);
        }
        // Acknowledge other events too: otherwise Stripe sends them again for days.
        (other, _) => println!("nothing to do for {other}"),
    }
    Ok(())
}
