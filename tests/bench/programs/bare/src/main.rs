//! The same three calls without a client for Stripe: forms as literals, answers as bytes.

mod client;

use std::error::Error;

const CALLS: [(&str, &str); 3] = [
    (
        "/v1/checkout/sessions",
        "line_items[0][price]=price_123&line_items[0][quantity]=2",
    ),
    ("/v1/billing_portal/sessions", "customer=cus_123"),
    ("/v1/customer_sessions", "components[pricing_table][enabled]=true"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = std::env::var("STRIPE_SECRET_KEY")?;
    let client = client::new()?;
    for (path, form) in CALLS {
        let url = format!("https://api.stripe.com{path}");
        println!("{}", client::post(&client, url, &key, form).await?.len());
    }
    Ok(())
}
