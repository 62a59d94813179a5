//! The call that is measured.

use std::collections::HashMap;

use stripe_checkout::CheckoutSessionMode;
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems,
    CreateCheckoutSessionLineItemsPriceData, CreateCheckoutSessionPaymentIntentData,
    ProductData,
};

/// Makes the call that shops make most. All strings belong to the caller.
pub fn params() -> CreateCheckoutSession {
    let item = |index: u32| {
        let mut product = ProductData::new(format!("T-shirt, size {index}"));
        product.description =
            Some("Organic cotton, fair trade & washable at 40 °C".to_owned());
        product.metadata =
            Some(HashMap::from([("sku".to_owned(), format!("sku-{index}"))]));
        let mut price =
            CreateCheckoutSessionLineItemsPriceData::new(stripe_types::Currency::EUR);
        price.product_data = Some(product);
        price.unit_amount = Some(1_990 + i64::from(index));
        let mut item = CreateCheckoutSessionLineItems::new();
        item.price_data = Some(price);
        item.quantity = Some(u64::from(index) + 1);
        item
    };
    let metadata = HashMap::from(
        ["order", "channel", "basket", "campaign"]
            .map(|key| (key.to_owned(), format!("{key} of customer 4711"))),
    );
    let mut intent = CreateCheckoutSessionPaymentIntentData::new();
    intent.description = Some("Order 4711".to_owned());
    intent.receipt_email = Some("jenny@shop.example".to_owned());
    intent.metadata = Some(metadata.clone());
    CreateCheckoutSession::new()
        .mode(CheckoutSessionMode::Payment)
        .customer("cus_Nx7bQ2mVtR4aLk".to_owned())
        .client_reference_id("order-4711".to_owned())
        .success_url(
            "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}&from=web"
                .to_owned(),
        )
        .cancel_url("https://shop.example/basket?order=4711".to_owned())
        .line_items((0..3).map(item).collect::<Vec<_>>())
        .metadata(metadata)
        .payment_intent_data(intent)
}
