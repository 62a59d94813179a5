//! Values on the wire: nesting, order and the format of each type.

use std::time::{Duration, SystemTime};

use client_tests::wire::Wire;
use stripe_sessions::billing_portal::params::{
    BillingPortalFeaturesParams, CreateBillingPortalConfiguration,
};
use stripe_sessions::checkout::params::{
    AfterExpirationParams, AfterExpirationRecoveryParams, CreateCheckoutSession,
    CurrencyOptionParams, CustomFieldDropdownParams, CustomFieldLabelParams,
    CustomFieldOptionParams, CustomFieldParams, FixedAmountParams, LineItemParams,
    ListCheckoutSessions, PaymentMethodOptionsParams, PriceDataParams,
    ProductDataParams, ShippingOptionParams, ShippingRateDataParams,
    SubscriptionDataParams,
};
use stripe_sessions::checkout::{CustomFieldType, Mode};
use stripe_sessions::customer_sessions::params::{
    CreateCustomerSession, CustomerSessionComponentsParams, PricingTableParams,
};
use stripe_sessions::{Call, RangeFilter, Timestamp};

async fn created(params: CreateCheckoutSession) -> String {
    let wire = Wire::default();
    wire.body(wire.client.checkout().sessions().create(params)).await
}

async fn listed(params: ListCheckoutSessions) -> String {
    let wire = Wire::default();
    wire.query(wire.client.checkout().sessions().list(params)).await
}

/// As printed in the public reference.
#[tokio::test]
async fn the_request_of_the_reference() {
    let wire = Wire::default();
    let components = CustomerSessionComponentsParams::new()
        .pricing_table(PricingTableParams::new(true));
    let params = CreateCustomerSession::new(components).customer("cus_PO34b57IOUb83c");
    let seen = wire.sent(wire.client.customer_sessions().create(params)).await;
    assert_eq!((seen.method(), seen.target()), ("POST", "/v1/customer_sessions"));
    assert_eq!(
        seen.body,
        "components[pricing_table][enabled]=true&customer=cus_PO34b57IOUb83c"
    );
}

/// Two levels of lists, objects in them, and indices in order, ten after nine.
#[tokio::test]
async fn lists_are_indexed() {
    let options = ["a", "b"]
        .map(|value| CustomFieldOptionParams::new(value.to_uppercase(), value));
    let field = CustomFieldParams::new(
        "k",
        CustomFieldLabelParams::new("c", "custom".into()),
        CustomFieldType::Dropdown,
    )
    .dropdown(CustomFieldDropdownParams::new(options));
    assert_eq!(
        created(CreateCheckoutSession::new().custom_fields([field])).await,
        "custom_fields[0][dropdown][options][0][label]=A\
         &custom_fields[0][dropdown][options][0][value]=a\
         &custom_fields[0][dropdown][options][1][label]=B\
         &custom_fields[0][dropdown][options][1][value]=b\
         &custom_fields[0][key]=k\
         &custom_fields[0][label][custom]=c\
         &custom_fields[0][label][type]=custom\
         &custom_fields[0][type]=dropdown"
    );
    let eleven = (0..11).map(|quantity| LineItemParams::new().quantity(quantity));
    let expected: Vec<_> =
        (0..11).map(|i| format!("line_items[{i}][quantity]={i}")).collect();
    assert_eq!(
        created(CreateCheckoutSession::new().line_items(eleven)).await,
        expected.join("&")
    );
}

/// The order of the calls does not matter, but that of the keys does; the last call
/// counts.
#[tokio::test]
async fn keys_are_sorted_at_every_level() {
    let price = PriceDataParams::new("eur")
        .unit_amount(5)
        .product_data(ProductDataParams::new("n"));
    let one = CreateCheckoutSession::new()
        .success_url("s")
        .mode(Mode::Setup)
        .cancel_url("c")
        .line_items([LineItemParams::new().quantity(2).price_data(price.clone())])
        .mode(Mode::Payment);
    let other = CreateCheckoutSession::new()
        .line_items([LineItemParams::new().price_data(price).quantity(2)])
        .cancel_url("c")
        .mode(Mode::Payment)
        .success_url("s");
    let expected = "cancel_url=c\
        &line_items[0][price_data][currency]=eur\
        &line_items[0][price_data][product_data][name]=n\
        &line_items[0][price_data][unit_amount]=5\
        &line_items[0][quantity]=2&mode=payment&success_url=s";
    assert_eq!(created(one).await, expected);
    assert_eq!(created(other).await, expected);
}

#[tokio::test]
async fn maps_are_sorted_by_key() {
    let params = CreateCheckoutSession::new().metadata([
        ("a b", "3"),
        ("b", "2"),
        ("B", "4"),
        ("a", "1"),
    ]);
    assert_eq!(
        created(params).await,
        "metadata[B]=4&metadata[a]=1&metadata[a%20b]=3&metadata[b]=2"
    );
    let amounts =
        [("usd", CurrencyOptionParams::new(7)), ("eur", CurrencyOptionParams::new(8))];
    let fixed = FixedAmountParams::new(9, "gbp").currency_options(amounts);
    let rate = ShippingRateDataParams::new("post").fixed_amount(fixed);
    let option = ShippingOptionParams::new().shipping_rate_data(rate);
    let prefix = "shipping_options[0][shipping_rate_data]";
    assert_eq!(
        created(CreateCheckoutSession::new().shipping_options([option])).await,
        format!(
            "{prefix}[display_name]=post&{prefix}[fixed_amount][amount]=9\
             &{prefix}[fixed_amount][currency]=gbp\
             &{prefix}[fixed_amount][currency_options][eur][amount]=8\
             &{prefix}[fixed_amount][currency_options][usd][amount]=7"
        )
    );
}

/// A bracket in a key would be parsed as structure, and an empty key as the map itself.
#[tokio::test]
async fn ambiguous_map_keys_are_rejected() {
    let wire = Wire::default();
    for key in ["a[b]", "]", "[", ""] {
        let params = CreateCheckoutSession::new().metadata([(key, "v")]);
        let error = wire.refused(wire.client.checkout().sessions().create(params)).await;
        assert!(error.to_string().contains("metadata"), "{error}");
    }
}

#[tokio::test]
async fn booleans_and_integers() {
    let params = |on| {
        let recovery = AfterExpirationRecoveryParams::new(on).allow_promotion_codes(!on);
        CreateCheckoutSession::new()
            .after_expiration(AfterExpirationParams::new().recovery(recovery))
    };
    let prefix = "after_expiration[recovery]";
    for on in [true, false] {
        let expected =
            format!("{prefix}[allow_promotion_codes]={}&{prefix}[enabled]={on}", !on);
        assert_eq!(created(params(on)).await, expected);
    }
    for amount in [0, -1, i64::MIN, i64::MAX] {
        let price = PriceDataParams::new("usd").unit_amount(amount);
        let body = created(
            CreateCheckoutSession::new()
                .line_items([LineItemParams::new().price_data(price)]),
        )
        .await;
        assert!(
            body.ends_with(&format!("&line_items[0][price_data][unit_amount]={amount}")),
            "{body}"
        );
    }
}

/// Whole seconds; fractions are rounded towards the past.
#[tokio::test]
async fn timestamps() {
    let sent = async |time: Timestamp| {
        created(CreateCheckoutSession::new().expires_at(time)).await
    };
    assert_eq!(sent(Timestamp::from_unix(1_700_000_000)).await, "expires_at=1700000000");
    assert_eq!(sent(Timestamp::from_unix(-1)).await, "expires_at=-1");
    let after = SystemTime::UNIX_EPOCH + Duration::from_millis(1_999);
    let before = SystemTime::UNIX_EPOCH - Duration::from_millis(1);
    assert_eq!(sent(after.into()).await, "expires_at=1");
    assert_eq!(sent(before.into()).await, "expires_at=-1");
    assert_eq!(
        created(CreateCheckoutSession::new().expires_at(5)).await,
        "expires_at=5"
    );
}

/// Exact plain digits, never an exponent.
#[tokio::test]
async fn decimals() {
    let cases = [
        ("0.00000001", "0.00000001"),
        ("12.50", "12.50"),
        ("-3", "-3"),
        ("1e-7", "0.0000001"),
        ("1.5E3", "1500"),
        (
            "123456789012345678901234567890.123456789",
            "123456789012345678901234567890.123456789",
        ),
    ];
    for (given, expected) in cases {
        let price = PriceDataParams::new("usd").unit_amount_decimal(given);
        let item = LineItemParams::new().price_data(price);
        assert_eq!(
            created(CreateCheckoutSession::new().line_items([item])).await,
            format!(
                "line_items[0][price_data][currency]=usd\
                 &line_items[0][price_data][unit_amount_decimal]={expected}"
            )
        );
    }
}

/// The shortest exact digits, never an exponent.
#[tokio::test]
async fn floats() {
    let cases = [
        (12.5, "12.5"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (3.0, "3"),
        (1e21, "1000000000000000000000"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-0.0, "0"),
    ];
    let params = |value| {
        let data = SubscriptionDataParams::new().application_fee_percent(value);
        CreateCheckoutSession::new().subscription_data(data)
    };
    for (given, expected) in cases {
        let expected = format!("subscription_data[application_fee_percent]={expected}");
        assert_eq!(created(params(given)).await, expected);
    }
    let wire = Wire::default();
    for value in [f64::NAN, f64::INFINITY] {
        let error =
            wire.refused(wire.client.checkout().sessions().create(params(value))).await;
        assert!(error.to_string().contains("application_fee_percent"), "{error}");
    }
}

/// Fields that are not set are omitted, and so is an object in which nothing is set.
#[tokio::test]
async fn nothing_set_sends_nothing() {
    assert_eq!(created(CreateCheckoutSession::new()).await, "");
    let params = CreateCheckoutSession::new()
        .payment_method_options(PaymentMethodOptionsParams::new())
        .mode(Mode::Payment);
    assert_eq!(created(params).await, "mode=payment");
    assert_eq!(listed(ListCheckoutSessions::new()).await, "");
}

/// A form cannot express an empty object. Where its absence would change the request, the
/// call is rejected.
#[tokio::test]
async fn empty_objects_are_not_lost() {
    let wire = Wire::default();
    let create = CreateCheckoutSession::new;
    let item = || LineItemParams::new().metadata([("", ""); 0]);
    let bank = PaymentMethodOptionsParams::new().pay_by_bank(Default::default());
    let calls = [
        (create().line_items([item()]), "line_items[0]"),
        (
            create().line_items([LineItemParams::new().quantity(1), item()]),
            "line_items[1]",
        ),
        (create().payment_method_options(bank), "payment_method_options[pay_by_bank]"),
    ];
    for (params, place) in calls {
        let error = wire.refused(wire.client.checkout().sessions().create(params)).await;
        assert!(error.to_string().contains(&format!("`{place}`")), "{error}");
    }
    let features = BillingPortalFeaturesParams::new();
    let params = CreateBillingPortalConfiguration::new(features);
    let call = wire.client.billing_portal().configurations().create(params);
    let error = wire.refused(call).await;
    assert!(error.to_string().contains("`features`"), "{error}");
}

#[tokio::test]
async fn ranges() {
    let cases = [
        (RangeFilter::from(1_700_000_000), "created=1700000000"),
        (RangeFilter::from(0), "created=0"),
        (RangeFilter::new().gte(0), "created[gte]=0"),
        (RangeFilter::new().lt(5).gt(0), "created[gt]=0&created[lt]=5"),
        (RangeFilter::new().lte(Timestamp::from_unix(7)), "created[lte]=7"),
        (RangeFilter::new().gte(1).gte(2), "created[gte]=2"),
    ];
    for (range, expected) in cases {
        assert_eq!(listed(ListCheckoutSessions::new().created(range)).await, expected);
    }
    assert_eq!(listed(ListCheckoutSessions::new().created(3)).await, "created=3");
}

/// A call owns its data: it can be sent from another task.
#[tokio::test]
async fn calls_can_be_spawned() {
    let wire = Wire::default();
    let call: Call<_> =
        wire.client.checkout().sessions().list(ListCheckoutSessions::new().limit(3));
    let error = tokio::spawn(call.into_future()).await.unwrap().unwrap_err();
    assert_eq!(error.message(), "seen");
    assert_eq!(wire.server.seen()[0].target(), "/v1/checkout/sessions?limit=3");
}
