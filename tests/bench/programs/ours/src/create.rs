//! The call that is measured.

use stripe_sessions::checkout::Mode;
use stripe_sessions::checkout::params::{
    CreateCheckoutSession, LineItemParams, PaymentIntentDataParams, PriceDataParams,
    ProductDataParams,
};

/// Makes the call that shops make most. All strings belong to the caller.
pub fn params() -> CreateCheckoutSession {
    let item = |index: i64| {
        let product = ProductDataParams::new(format!("T-shirt, size {index}"))
            .description("Organic cotton, fair trade & washable at 40 °C".to_owned())
            .metadata([("sku".to_owned(), format!("sku-{index}"))]);
        let price = PriceDataParams::new("eur".to_owned())
            .product_data(product)
            .unit_amount(1_990 + index);
        LineItemParams::new().price_data(price).quantity(index + 1)
    };
    let metadata = ["order", "channel", "basket", "campaign"]
        .map(|key| (key.to_owned(), format!("{key} of customer 4711")));
    let intent = PaymentIntentDataParams::new()
        .description("Order 4711".to_owned())
        .receipt_email("jenny@shop.example".to_owned())
        .metadata(metadata.clone());
    CreateCheckoutSession::new()
        .mode(Mode::Payment)
        .customer("cus_Nx7bQ2mVtR4aLk".to_owned())
        .client_reference_id("order-4711".to_owned())
        .success_url(
            "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}&from=web"
                .to_owned(),
        )
        .cancel_url("https://shop.example/basket?order=4711".to_owned())
        .line_items((0..3).map(item))
        .metadata(metadata)
        .payment_intent_data(intent)
}
