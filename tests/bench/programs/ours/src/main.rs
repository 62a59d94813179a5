//! Three calls with the crate.

use stripe_sessions::billing_portal::params::CreateBillingPortalSession;
use stripe_sessions::checkout::params::{CreateCheckoutSession, LineItemParams};
use stripe_sessions::customer_sessions::params::{
    CreateCustomerSession, CustomerSessionComponentsParams, PricingTableParams,
};
use stripe_sessions::{Client, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let client = Client::from_env()?;
    let item = LineItemParams::new().price("price_123").quantity(2);
    let params = CreateCheckoutSession::new().line_items([item]);
    let checkout = client.checkout().sessions().create(params).await?;
    let params = CreateBillingPortalSession::new().customer("cus_123");
    let portal = client.billing_portal().sessions().create(params).await?;
    let components = CustomerSessionComponentsParams::new()
        .pricing_table(PricingTableParams::new(true));
    let params = CreateCustomerSession::new(components);
    let customer = client.customer_sessions().create(params).await?;
    println!("{} {} {:?}", checkout.id, portal.id, customer.expires_at);
    Ok(())
}
