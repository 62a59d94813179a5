//! Sells on behalf of a platform's connected account, and keeps a fee.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example connected_account -- acct_123`

use stripe_sessions::checkout::params::{
    CreateCheckoutSession, LineItemParams, ListCheckoutSessions,
    PaymentIntentDataParams, PriceDataParams, ProductDataParams,
};
use stripe_sessions::checkout::{CheckoutSessionStatus, Mode};
use stripe_sessions::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let account = std::env::args().nth(1).unwrap_or_default();
    let platform = Client::from_env()?;
    // The new client shares the connections. All its calls are for the account, so that
    // none is made for the platform by mistake.
    let seller = platform.with_account(&account);

    let mug = PriceDataParams::new("eur")
        .unit_amount(1_900)
        .product_data(ProductDataParams::new("A mug with a handle"));
    let session = seller
        .checkout()
        .sessions()
        .create(
            CreateCheckoutSession::new()
                .mode(Mode::Payment)
                .line_items([LineItemParams::new().price_data(mug).quantity(1)])
                .payment_intent_data(
                    PaymentIntentDataParams::new().application_fee_amount(190),
                )
                .success_url("https://seller.example/thanks"),
        )
        .await?;
    println!("{} on {account}", session.id);

    // Alternatively, set the account of a single call. The events of a connected account
    // name it in `event.account`.
    let open = ListCheckoutSessions::new().status(CheckoutSessionStatus::Open).limit(10);
    let page = platform.checkout().sessions().list(open).account(&account).await?;
    println!("{} are open", page.data.len());
    Ok(())
}
