//! Strings on the wire: percent-encoding, clearing, extra parameters and `expand`.

use client_tests::wire::Wire;
use stripe_sessions::billing_portal::params::UpdateBillingPortalConfiguration;
use stripe_sessions::checkout::params::{
    AfterExpirationParams, BrandingSettingsParams, CreateCheckoutSession,
    CustomTextParams, CustomerDetailsFilterParams, ExcludedPaymentMethodType,
    InvoiceCreationParams, InvoiceDataParams, LineItemParams,
    ListCheckoutSessionLineItems, ListCheckoutSessions, PriceDataParams,
    ProductDataParams, UpdateCheckoutSession, UpdateLineItemParams,
};
use stripe_sessions::checkout::{CheckoutSession, Mode};
use stripe_sessions::shared::LineItem;

async fn created(params: CreateCheckoutSession) -> String {
    let wire = Wire::default();
    wire.body(wire.client.checkout().sessions().create(params)).await
}

async fn updated(params: UpdateCheckoutSession) -> String {
    let wire = Wire::default();
    wire.body(wire.client.checkout().sessions().update("cs_1", params)).await
}

#[tokio::test]
async fn percent_encoding() {
    let cases = [
        ("AZaz09-_.~", "AZaz09-_.~"),
        ("a b", "a%20b"),
        ("a+b@x.example", "a%2Bb%40x.example"),
        ("[x]", "%5Bx%5D"),
        ("a&b=c%20", "a%26b%3Dc%2520"),
        ("!'()*", "%21%27%28%29%2A"),
        ("é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"),
        ("\r\n\t\0", "%0D%0A%09%00"),
        ("/?#:;,\\\"<>", "%2F%3F%23%3A%3B%2C%5C%22%3C%3E"),
        (
            "https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}",
            "https%3A%2F%2Fshop.example%2Fthanks%3Fsession_id%3D%7BCHECKOUT_SESSION_ID%7D",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(
            created(CreateCheckoutSession::new().success_url(text)).await,
            format!("success_url={expected}")
        );
        assert_eq!(
            created(CreateCheckoutSession::new().metadata([("k", text)])).await,
            format!("metadata[k]={expected}")
        );
    }
}

/// Bodies and queries have the same encoder.
#[tokio::test]
async fn query_strings() {
    let wire = Wire::default();
    let params = ListCheckoutSessions::new()
        .limit(3)
        .status("open".into())
        .customer_details(CustomerDetailsFilterParams::new("a+b c@x.example"));
    let seen = wire.sent(wire.client.checkout().sessions().list(params)).await;
    assert_eq!(seen.method(), "GET");
    assert_eq!(
        seen.target(),
        "/v1/checkout/sessions?customer_details[email]=a%2Bb%20c%40x.example&limit=3&status=open"
    );
}

/// Unset, set and cleared are three states, at any depth, and the last call counts.
#[tokio::test]
async fn clearing() {
    assert_eq!(
        updated(UpdateCheckoutSession::new().clear_metadata()).await,
        "metadata="
    );
    assert_eq!(
        updated(UpdateCheckoutSession::new().clear_shipping_options()).await,
        "shipping_options="
    );
    let item = UpdateLineItemParams::new().id("li_1").clear_metadata().clear_tax_rates();
    assert_eq!(
        updated(UpdateCheckoutSession::new().line_items([item])).await,
        "line_items[0][id]=li_1&line_items[0][metadata]=&line_items[0][tax_rates]="
    );
    let branding =
        BrandingSettingsParams::new().clear_font_family().clear_background_color();
    let invoice = InvoiceCreationParams::new(true)
        .invoice_data(InvoiceDataParams::new().clear_custom_fields().description("d"));
    let params = CreateCheckoutSession::new()
        .branding_settings(branding)
        .custom_text(CustomTextParams::new().clear_submit())
        .invoice_creation(invoice);
    assert_eq!(
        created(params).await,
        "branding_settings[background_color]=&branding_settings[font_family]=\
         &custom_text[submit]=&invoice_creation[enabled]=true\
         &invoice_creation[invoice_data][custom_fields]=\
         &invoice_creation[invoice_data][description]=d"
    );
    let wire = Wire::default();
    let update =
        |params| wire.client.billing_portal().configurations().update("bpc_1", params);
    let set = UpdateBillingPortalConfiguration::new().clear_name().name("n");
    let cleared = UpdateBillingPortalConfiguration::new().name("n").clear_name();
    assert_eq!(wire.body(update(set)).await, "name=n");
    assert_eq!(wire.body(update(cleared)).await, "name=");
}

/// An empty value removes one key; the other keys stay.
#[tokio::test]
async fn removing_a_key_of_metadata() {
    let params = UpdateCheckoutSession::new().metadata([("order", ""), ("cart", "7")]);
    assert_eq!(updated(params).await, "metadata[cart]=7&metadata[order]=");
}

/// An explicit empty list must be sent.
#[tokio::test]
async fn empty_lists_and_strings() {
    let none: [UpdateLineItemParams; 0] = [];
    assert_eq!(
        updated(UpdateCheckoutSession::new().line_items(none)).await,
        "line_items="
    );
    let no_rates = UpdateLineItemParams::new().tax_rates([""; 0]);
    assert_eq!(
        updated(UpdateCheckoutSession::new().line_items([no_rates])).await,
        "line_items[0][tax_rates]="
    );
    assert_eq!(
        created(CreateCheckoutSession::new().cancel_url("")).await,
        "cancel_url="
    );
    let rates = UpdateLineItemParams::new().tax_rates(["txr_1", ""]);
    assert_eq!(
        updated(UpdateCheckoutSession::new().line_items([rates])).await,
        "line_items[0][tax_rates][0]=txr_1&line_items[0][tax_rates][1]="
    );
}

/// A key of a map may be any string that is not parsed as structure.
#[tokio::test]
async fn keys_of_maps() {
    let cases = [
        ("a b", "a%20b"),
        ("é", "%C3%A9"),
        ("a&b=c", "a%26b%3Dc"),
        ("0", "0"),
        ("a.b", "a.b"),
        ("%5B", "%255B"),
        ("+", "%2B"),
    ];
    for (key, expected) in cases {
        assert_eq!(
            created(CreateCheckoutSession::new().metadata([(key, "v")])).await,
            format!("metadata[{expected}]=v")
        );
        let data = ProductDataParams::new("n").metadata([(key, "")]);
        let price = PriceDataParams::new("eur").product_data(data);
        let item = LineItemParams::new().price_data(price);
        assert_eq!(
            created(CreateCheckoutSession::new().line_items([item])).await,
            format!(
                "line_items[0][price_data][currency]=eur\
                 &line_items[0][price_data][product_data][metadata][{expected}]=\
                 &line_items[0][price_data][product_data][name]=n"
            )
        );
    }
}

/// Values that the document does not know are sent unchanged: the server decides.
#[tokio::test]
async fn values_beyond_the_document() {
    for (value, expected) in
        [("tomorrow", "tomorrow"), ("a b&c=é", "a%20b%26c%3D%C3%A9"), ("", "")]
    {
        assert_eq!(
            created(CreateCheckoutSession::new().mode(value.into())).await,
            format!("mode={expected}")
        );
        let types = [value.into(), ExcludedPaymentMethodType::Alipay];
        assert_eq!(
            created(CreateCheckoutSession::new().excluded_payment_method_types(types))
                .await,
            format!(
                "excluded_payment_method_types[0]={expected}\
                 &excluded_payment_method_types[1]=alipay"
            )
        );
    }
    // The document limits it to 200 characters.
    let long = "é".repeat(201);
    assert_eq!(
        created(CreateCheckoutSession::new().client_reference_id(long)).await,
        format!("client_reference_id={}", "%C3%A9".repeat(201))
    );
}

/// Objects and maps in which nothing is set are omitted, at any depth.
#[tokio::test]
async fn nothing_set_deep_inside() {
    let params = CreateCheckoutSession::new()
        .after_expiration(AfterExpirationParams::new())
        .branding_settings(BrandingSettingsParams::new())
        .metadata([("", ""); 0]);
    assert_eq!(created(params).await, "");
}

/// After all others, in the order of the calls, with duplicates; brackets in keys are
/// unchanged.
#[tokio::test]
async fn extra_parameters() {
    let wire = Wire::default();
    let sessions = wire.client.checkout().sessions();
    let call = sessions
        .create(CreateCheckoutSession::new().mode(Mode::Payment).success_url("s"))
        .extra_param("payment_method_options[new][x]", "a b[0]")
        .extra_param("mode", "setup")
        .extra_param("a ü", "2")
        .extra_param("mode", "setup");
    assert_eq!(
        wire.body(call).await,
        "mode=payment&success_url=s&payment_method_options[new][x]=a%20b%5B0%5D\
         &mode=setup&a%20%C3%BC=2&mode=setup"
    );
    let call =
        sessions.list(ListCheckoutSessions::new().limit(1)).extra_param("zone", "x");
    assert_eq!(wire.query(call).await, "limit=1&zone=x");
    let call = sessions.retrieve("cs_1").extra_param("new", "1");
    assert_eq!(wire.query(call).await, "new=1");
    assert_eq!(
        wire.body(sessions.expire("cs_1").extra_param("new", "1")).await,
        "new=1"
    );
    wire.refused(sessions.expire("cs_1").extra_param("", "1")).await;
}

/// Constants fit an object and a list of it; strings are sent unchanged.
#[tokio::test]
async fn expand() {
    let wire = Wire::default();
    let sessions = wire.client.checkout().sessions();
    let constants =
        [CheckoutSession::EXPAND_LINE_ITEMS, CheckoutSession::EXPAND_PAYMENT_INTENT];
    assert_eq!(
        wire.query(sessions.retrieve("cs_1").expand(constants.clone())).await,
        "expand[0]=line_items&expand[1]=payment_intent"
    );
    assert_eq!(
        wire.query(
            sessions
                .list(ListCheckoutSessions::new().limit(1))
                .expand(constants.clone())
        )
        .await,
        "expand[0]=data.line_items&expand[1]=data.payment_intent&limit=1"
    );
    let call = sessions
        .create(CreateCheckoutSession::new().mode(Mode::Setup))
        .expand(constants);
    assert_eq!(
        wire.body(call).await,
        "expand[0]=line_items&expand[1]=payment_intent&mode=setup"
    );
    assert_eq!(
        wire.body(sessions.expire("cs_1").expand(["customer"])).await,
        "expand[0]=customer"
    );
    let call = sessions.list(ListCheckoutSessions::new()).expand(["data.customer"]);
    assert_eq!(wire.query(call).await, "expand[0]=data.customer");
    let call = sessions
        .list_line_items("cs_1", ListCheckoutSessionLineItems::new())
        .expand([LineItem::EXPAND_PRICE_PRODUCT])
        .expand(["data.taxes"]);
    assert_eq!(
        wire.query(call).await,
        "expand[0]=data.price.product&expand[1]=data.taxes"
    );
}
