//! Prints the client secret that a pricing table in your page needs to identify its
//! customer.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example pricing_table -- cus_123`

use stripe_sessions::customer_sessions::params::{
    CreateCustomerSession, CustomerSessionComponentsParams, PricingTableParams,
};
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let customer = std::env::args().nth(1).unwrap_or_default();
    let client = Client::from_env()?;
    let components = CustomerSessionComponentsParams::new()
        .pricing_table(PricingTableParams::new(true));
    let session = client
        .customer_sessions()
        .create(CreateCustomerSession::new(components).customer(customer))
        .await?;
    println!("{}", session.client_secret.expose());
    Ok(())
}
