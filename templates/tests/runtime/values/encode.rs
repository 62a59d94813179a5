//! Form encoding, byte for byte.

use std::time::UNIX_EPOCH;

use stripe_runtime::stand_in::Mode;
use stripe_runtime::stand_in::params::{
    CreateGadget, CreateWidget, ListWidgets, MarkerParams, PartParams,
};
use stripe_runtime::{RangeFilter, Timestamp};

fn create() -> CreateWidget {
    CreateWidget::new("n")
}

fn form(params: &CreateWidget) -> String {
    params.form().unwrap()
}

#[test]
fn nesting_lists_and_order() {
    let part = |price: &str| PartParams::new().quantity(2).price(price);
    let params = create()
        .parts([part("p1"), part("p2").parts([part("p3")])])
        .mode(Mode::Payment)
        .active(true);
    let expected = "active=true&mode=payment&name=n&parts[0][price]=p1&parts[0][quantity]=2\
        &parts[1][parts][0][price]=p3&parts[1][parts][0][quantity]=2&parts[1][price]=p2&parts[1][quantity]=2";
    assert_eq!(form(&params), expected);
}

#[test]
fn setter_order_does_not_affect_encoding_or_equality() {
    let one = create().mode(Mode::Setup).active(false).percent(1.5);
    let other = create().percent(1.5).active(true).mode(Mode::Setup).active(false);
    assert_eq!(form(&one), form(&other));
    assert_eq!(one, other);
    assert_ne!(one, create());
}

#[test]
fn maybe_sets_optional_values() {
    let string: Option<&str> = None;
    let params = create()
        .maybe(Some(Mode::Setup), CreateWidget::mode)
        .maybe(Some(String::from("a")), CreateWidget::password)
        .maybe(string, CreateWidget::password)
        .maybe(Some([PartParams::new().price("p")]), CreateWidget::parts);
    assert_eq!(form(&params), "mode=setup&name=n&parts[0][price]=p&password=a");
}

#[test]
fn percent_encoding() {
    let encoded =
        |string: &str| form(&CreateWidget::new(string)).split_off("name=".len());
    assert_eq!(encoded("AZaz09-_.~"), "AZaz09-_.~");
    assert_eq!(encoded("a b+c"), "a%20b%2Bc");
    assert_eq!(encoded("!'()*"), "%21%27%28%29%2A");
    assert_eq!(encoded("[a]&=%#/?:@"), "%5Ba%5D%26%3D%25%23%2F%3F%3A%40");
    assert_eq!(
        encoded("https://x/?s={CHECKOUT_SESSION_ID}"),
        "https%3A%2F%2Fx%2F%3Fs%3D%7BCHECKOUT_SESSION_ID%7D"
    );
    assert_eq!(encoded("\u{e9}\u{1F600}\0\r\n"), "%C3%A9%F0%9F%98%80%00%0D%0A");
    assert_eq!(encoded(""), "");
}

#[test]
fn unset_value_and_clear() {
    assert_eq!(form(&create()), "name=n");
    assert_eq!(form(&create().metadata([("k", "v")])), "metadata[k]=v&name=n");
    assert_eq!(form(&create().clear_metadata()), "metadata=&name=n");
    // The last call wins.
    assert_eq!(
        form(&create().clear_metadata().metadata([("k", "v")])),
        "metadata[k]=v&name=n"
    );
    assert_eq!(
        form(&create().metadata([("k", "v")]).clear_metadata()),
        "metadata=&name=n"
    );
    let deep = create().parts([PartParams::new().clear_tax_rates()]);
    assert_eq!(form(&deep), "name=n&parts[0][tax_rates]=");
}

#[test]
fn empty_lists_objects_and_maps() {
    assert_eq!(form(&create().parts([])), "name=n&parts=");
    assert_eq!(form(&create().part(PartParams::new())), "name=n");
    assert_eq!(form(&create().metadata::<String, String>([])), "name=n");
    assert_eq!(
        form(&create().modes([Mode::from("a"), Mode::from(""), Mode::Payment])),
        "modes[0]=a&modes[1]=&modes[2]=payment&name=n"
    );
    assert_eq!(form(&create().metadata([("k", "")])), "metadata[k]=&name=n");
}

/// Without it, the request would lack an item, or its items would have other indices.
#[test]
fn empty_objects_that_cannot_be_omitted() {
    let empty = PartParams::new;
    let some = || PartParams::new().price("p");
    let nested = || empty().parts([some()]);
    let cases = [
        (create().parts([empty()]), "parts[0]"),
        (create().parts([empty(), some()]), "parts[0]"),
        (create().parts([some(), empty()]), "parts[1]"),
        (create().part(empty().parts([empty()])), "part[parts][0]"),
        (create().currency_options([("eur", empty())]), "currency_options[eur]"),
        (create().marker(MarkerParams::default()), "marker"),
    ];
    for (params, place) in cases {
        let failed = params.form().unwrap_err();
        assert_eq!(failed.param(), place);
        assert!(failed.to_string().contains("cannot express an empty object"));
    }
    assert_eq!(form(&create().parts([nested()])), "name=n&parts[0][parts][0][price]=p");
    let failed = CreateGadget::new(empty()).form().unwrap_err();
    assert_eq!(failed.param(), "part");
    assert_eq!(CreateGadget::new(some()).form().unwrap(), "part[price]=p");
}

#[test]
fn map_keys() {
    let params =
        create().metadata([("b c", "1"), ("a", "2"), ("b c", "3"), ("\u{e9}.", "4")]);
    assert_eq!(
        form(&params),
        "metadata[a]=2&metadata[b%20c]=3&metadata[%C3%A9.]=4&name=n"
    );
    for key in ["", "a[b", "a]", "[]"] {
        let failed = create().metadata([("ok", "1"), (key, "2")]).form().unwrap_err();
        assert_eq!(failed.param(), "metadata");
        assert!(failed.to_string().contains("`metadata`"));
    }
    let objects = create().currency_options([("eur", PartParams::new().quantity(0))]);
    assert_eq!(form(&objects), "currency_options[eur][quantity]=0&name=n");
}

#[test]
fn numbers() {
    let percent = |value: f64| create().percent(value).form();
    let cases = [
        (12.5, "12.5"),
        (12.0, "12"),
        (0.0, "0"),
        (-0.0, "0"),
        (1e-7, "0.0000001"),
        (0.1, "0.1"),
        (-3.25, "-3.25"),
        (1e21, "1000000000000000000000"),
        (0.1 + 0.2, "0.30000000000000004"),
    ];
    for (value, string) in cases {
        assert_eq!(percent(value).unwrap(), format!("name=n&percent={string}"));
    }
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(percent(value).unwrap_err().param(), "percent");
    }
    assert_eq!(
        form(&create().part(PartParams::new().quantity(i64::MIN))),
        "name=n&part[quantity]=-9223372036854775808"
    );
}

#[test]
fn decimals_are_plain_digits() {
    let sent = |string: &str| create().unit_amount_decimal(string).form();
    for (string, digits) in [
        ("12.50", "12.50"),
        ("0.00000001", "0.00000001"),
        ("1e-8", "0.00000001"),
        ("1.5E3", "1500"),
        ("-2.5e-1", "-0.25"),
        ("+7", "7"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1.25e1", "12.5"),
        ("0e5", "0"),
        ("00012", "00012"),
    ] {
        assert_eq!(
            sent(string).unwrap(),
            format!("name=n&unit_amount_decimal={digits}"),
            "{string}"
        );
    }
    for string in [
        "",
        "abc",
        "1e",
        "e5",
        ".",
        "1,5",
        "1e999999999",
        "1e99999999999999",
        "--1",
        "1.2.3",
        "NaN",
        "\u{661}",
        "1 ",
    ] {
        assert_eq!(sent(string).unwrap_err().param(), "unit_amount_decimal", "{string}");
    }
    assert_eq!(form(&create().unit_amount_decimal(7)), "name=n&unit_amount_decimal=7");
}

#[test]
fn ranges() {
    let query = |range: RangeFilter| ListWidgets::new().created(range).query().unwrap();
    assert_eq!(query(RangeFilter::from(1_700_000_000)), "created=1700000000");
    assert_eq!(query(Timestamp::from_unix(0).into()), "created=0");
    assert_eq!(query(UNIX_EPOCH.into()), "created=0");
    assert_eq!(query(RangeFilter::new().gte(0)), "created[gte]=0");
    let all = RangeFilter::new().lte(4).lt(3).gte(2).gt(1);
    assert_eq!(query(all), "created[gt]=1&created[gte]=2&created[lt]=3&created[lte]=4");
    assert_eq!(query(RangeFilter::new()), "");
    assert_eq!(query((1..2).into()), "created[gte]=1&created[lt]=2");
    assert_eq!(query((1..=2).into()), "created[gte]=1&created[lte]=2");
    assert_eq!(query((UNIX_EPOCH..).into()), "created[gte]=0");
    assert_eq!(query((..Timestamp::from_unix(9)).into()), "created[lt]=9");
    assert_eq!(
        ListWidgets::new().created(5).limit(3).query().unwrap(),
        "created=5&limit=3"
    );
}

#[test]
fn times_are_rounded_down_to_seconds() {
    let before = UNIX_EPOCH - std::time::Duration::from_millis(1500);
    assert_eq!(form(&create().starts_at(before)), "name=n&starts_at=-2");
    let after = UNIX_EPOCH + std::time::Duration::from_millis(1999);
    assert_eq!(form(&create().starts_at(after)), "name=n&starts_at=1");
}

#[test]
fn parameters_can_be_read_back() {
    let params = create()
        .mode(Mode::Payment)
        .parts([PartParams::new().quantity(3)])
        .metadata([("k", "v")])
        .percent(1.5)
        .active(true)
        .password("hush");
    let get = |name| params.get(name).unwrap();
    assert_eq!(get("mode").as_text(), Some("payment"));
    assert_eq!(
        get("parts").as_list().unwrap()[0].get("quantity").unwrap().as_i64(),
        Some(3)
    );
    assert_eq!(get("metadata").get("k").unwrap().as_text(), Some("v"));
    assert_eq!(
        (get("percent").as_f64(), get("active").as_bool()),
        (Some(1.5), Some(true))
    );
    assert_eq!(get("password").as_text(), Some("hush"));
    assert!(params.get("part").is_none() && get("metadata").get("x").is_none());
    assert!(create().clear_parts().get("parts").unwrap().is_clear());
}

#[test]
fn debug_names_the_type_and_redacts_secrets() {
    let params = create()
        .password("hush")
        .part(PartParams::new().quantity(1))
        .metadata([("a", "b")]);
    let shown = format!("{params:?}");
    assert_eq!(
        shown,
        r#"CreateWidget { metadata: {"a": "b"}, name: "n", part: {"quantity": 1}, password: [redacted] }"#
    );
    assert_eq!(form(&params), "metadata[a]=b&name=n&part[quantity]=1&password=hush");
}

#[test]
fn parameters_are_small_and_can_be_sent_between_threads() {
    assert_eq!(size_of::<CreateWidget>(), 40);
    fn check<T: Send + Sync + Clone + 'static>() {}
    check::<CreateWidget>();
    check::<stripe_runtime::stand_in::Widget>();
    check::<stripe_runtime::DecodeError>();
    check::<stripe_runtime::EncodeError>();
}
