//! Prints all completed Checkout Sessions of the last day with their line items.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example list_sessions`

use std::time::{Duration, SystemTime};

use stripe_sessions::checkout::params::ListCheckoutSessions;
use stripe_sessions::checkout::{CheckoutSession, CheckoutSessionStatus};
use stripe_sessions::{Client, Error, RangeFilter, Timestamp};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let client = Client::from_env()?;
    let yesterday = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
    let since = Timestamp::from(yesterday);
    let params = ListCheckoutSessions::new()
        .status(CheckoutSessionStatus::Complete)
        .created(RangeFilter::new().gte(since))
        .limit(100);
    let call = client.checkout().sessions().list(params);
    // Each page is fetched when its first item is needed.
    let mut sessions = call.expand([CheckoutSession::EXPAND_LINE_ITEMS]).items();
    while let Some(session) = sessions.next().await {
        let session = session?;
        let items = session.line_items.iter().flat_map(|list| &list.data);
        for item in items {
            let name = item.description.as_deref().unwrap_or("(no name)");
            let total = item.amount_total.unwrap_or_default();
            println!("{} {total} {} {name}", session.id, item.currency);
        }
    }
    Ok(())
}
