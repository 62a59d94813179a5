//! Three calls with async-stripe.

use stripe::{Client, StripeError};
use stripe_billing::billing_portal_session::CreateBillingPortalSession;
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems,
};
use stripe_core::customer_session::{
    CreateCustomerSession, CreateCustomerSessionComponents,
    CreateCustomerSessionComponentsPricingTable,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StripeError> {
    let client = Client::new(std::env::var("STRIPE_SECRET_KEY").expect("a key"));
    let mut item = CreateCheckoutSessionLineItems::new();
    item.price = Some("price_123".to_owned());
    item.quantity = Some(2);
    let checkout = CreateCheckoutSession::new().line_items([item]).send(&client).await?;
    let portal =
        CreateBillingPortalSession::new().customer("cus_123").send(&client).await?;
    let mut components = CreateCustomerSessionComponents::new();
    components.pricing_table =
        Some(CreateCustomerSessionComponentsPricingTable::new(true));
    let customer = CreateCustomerSession::new(components).send(&client).await?;
    println!("{} {} {:?}", checkout.id, portal.id, customer.expires_at);
    Ok(())
}
