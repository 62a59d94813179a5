//! The value types.

use std::collections::{BTreeSet, HashSet};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use stripe_runtime::stand_in::Mode;
use stripe_runtime::{Decimal, Secret, Timestamp};

#[test]
fn enums_are_open_and_known_strings_become_known_variants() {
    assert_eq!(Mode::from("payment"), Mode::Payment);
    assert_eq!(Mode::from(String::from("setup")), Mode::Setup);
    let unknown = Mode::from("later");
    assert!(
        matches!(&unknown, Mode::Unrecognized(string) if string.as_str() == "later" && string.to_string() == "later")
    );
    assert_eq!(unknown, Mode::from(String::from("later")));
    assert_eq!((unknown.as_ref(), unknown.to_string()), ("later", "later".to_owned()));
    assert_eq!(
        format!("{:>8}|{:?}", Mode::Other, unknown),
        "   other|Unrecognized(\"later\")"
    );
    assert!(HashSet::from([Mode::Payment, unknown]).contains(&Mode::from("later")));
    assert_eq!(size_of::<Mode>(), 24);
}

#[test]
fn enums_list_their_values_and_parse() {
    assert_eq!(Mode::all(), [Mode::Payment, Mode::Setup, Mode::Other]);
    assert!(Mode::all().iter().all(Mode::is_known));
    for mode in Mode::all() {
        assert_eq!(mode.as_str().parse(), Ok(mode.clone()));
    }
    assert_eq!("later".parse::<Mode>().unwrap().as_str(), "later");
    let sorted: BTreeSet<Mode> = ["setup", "later", "payment"].map(Mode::from).into();
    let texts: Vec<&str> = sorted.iter().map(Mode::as_str).collect();
    assert_eq!(texts, ["payment", "setup", "later"]);
}

#[test]
fn secrets_do_not_print() {
    let secret = Secret::from("hush");
    assert_eq!(
        format!("{secret} {secret:?} {secret:#?}"),
        "[redacted] [redacted] [redacted]"
    );
    assert_eq!(secret.expose(), "hush");
    assert_eq!(secret, Secret::new(String::from("hush")));
}

#[test]
fn decimals_keep_their_string() {
    let decimal: Decimal = serde_json::from_str("\"012.500e-3\"").unwrap();
    assert_eq!(
        (decimal.as_str(), decimal.to_string().as_str()),
        ("012.500e-3", "012.500e-3")
    );
    assert_eq!(serde_json::from_str::<Decimal>("\"n/a\"").unwrap().as_str(), "n/a");
    assert!(serde_json::from_str::<Decimal>("1.5").is_err());
    assert_eq!("1.5".parse::<Decimal>().unwrap(), Decimal::from("1.5"));
    assert!("x".parse::<Decimal>().is_err());
    assert!("1e-2147483648".parse::<Decimal>().is_err());
    assert!(format!("{}e5", "1".repeat(70_000)).parse::<Decimal>().is_ok());
}

#[test]
fn timestamps_convert_to_system_time_and_back() {
    for seconds in [0, 1, -1, 1_700_000_000, -1_700_000_000] {
        let timestamp = Timestamp::from_unix(seconds);
        let time = SystemTime::try_from(timestamp).unwrap();
        assert_eq!(Timestamp::from(time), timestamp);
        assert_eq!(timestamp.to_string(), seconds.to_string());
    }
    assert_eq!(Timestamp::from(UNIX_EPOCH - Duration::from_nanos(1)).as_unix(), -1);
    for edge in [i64::MAX, i64::MIN] {
        // It must not panic, whether in range or not.
        let _ = SystemTime::try_from(Timestamp::from_unix(edge));
    }
    for wrong in ["1.0", "\"1\"", "null", "9223372036854775808"] {
        assert!(serde_json::from_str::<Timestamp>(wrong).is_err());
    }
}

#[test]
fn timestamps_are_readable_in_debug() {
    for (seconds, expected) in [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_709_210_096, "2024-02-29T12:34:56Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] {
        let timestamp = Timestamp::from_unix(seconds);
        assert_eq!(format!("{timestamp:?}"), format!("Timestamp({expected})"));
    }
    for edge in [i64::MAX, i64::MIN] {
        assert!(format!("{:?}", Timestamp::from_unix(edge)).contains("-"));
    }
}

#[cfg(feature = "chrono")]
#[test]
fn timestamps_convert_to_chrono() {
    let time = chrono::DateTime::from_timestamp(-2, 500_000_000).unwrap();
    assert_eq!(Timestamp::from(time).as_unix(), -2);
    let back = chrono::DateTime::try_from(Timestamp::from_unix(7)).unwrap();
    assert_eq!(back.timestamp(), 7);
    assert!(chrono::DateTime::try_from(Timestamp::from_unix(i64::MAX)).is_err());
}

#[cfg(feature = "time")]
#[test]
fn timestamps_convert_to_time() {
    let time = time::OffsetDateTime::from_unix_timestamp_nanos(-1_500_000_000).unwrap();
    assert_eq!(Timestamp::from(time).as_unix(), -2);
    let back = time::OffsetDateTime::try_from(Timestamp::from_unix(7)).unwrap();
    assert_eq!(back.unix_timestamp(), 7);
    assert!(time::OffsetDateTime::try_from(Timestamp::from_unix(i64::MIN)).is_err());
}

#[cfg(feature = "jiff")]
#[test]
fn timestamps_convert_to_jiff() {
    let time = jiff::Timestamp::new(-1, -500_000_000).unwrap();
    assert_eq!(Timestamp::from(time).as_unix(), -2);
    let back = jiff::Timestamp::try_from(Timestamp::from_unix(7)).unwrap();
    assert_eq!(back.as_second(), 7);
    assert!(jiff::Timestamp::try_from(Timestamp::from_unix(i64::MAX)).is_err());
}

#[cfg(feature = "serialize")]
#[test]
fn serialization_round_trips_and_omits_none() {
    use serde_json::json;
    let json = json!({"object": "widget", "id": "w", "created": 1, "livemode": true, "mode": "new", "modes": ["setup", "x"],
        "percent": 1.5, "amount": -1, "client_secret": "hush", "unit_amount_decimal": "1.50",
        "metadata": {"k": "v"}, "flag": {}, "extra": {"big": u64::MAX, "null": null}, "type": "t",
        "parts": {"object": "list", "data": [{"object": "part", "id": "p", "prices": {"eur": {"amount": 1}}}], "has_more": false, "url": "/"},
        "owner": {"id": "c", "object": "customer", "email": null}, "parent": "w_2",
        "source": {"object": "invented", "x": 1}});
    let widget = stripe_runtime::stand_in::widget_of(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&widget).unwrap(), json);
    let string = serde_json::to_string(&widget).unwrap();
    assert!(
        string.starts_with(r#"{"object":"widget","id":"w","created":1"#),
        "{string}"
    );
    for parent in [
        json!([1]),
        json!({"id": "w", "object": "widget", "deleted": true}),
        json!({"object": "thing"}),
    ] {
        let mut json = json.clone();
        json["parent"] = parent;
        let widget = stripe_runtime::stand_in::widget_of(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&widget).unwrap(), json);
    }
}
