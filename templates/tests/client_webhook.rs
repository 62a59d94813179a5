//! Webhook signatures: the table of the protocol, row by row.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::time::Duration;

use stripe_runtime::Timestamp;
use stripe_runtime::webhook::{ErrorKind, TestHeader, Verifier, VersionMatch};

const SECRET: &str = "whsec_hush";
const BODY: &[u8] = br#"{"object":"event"}"#;
const NOW: i64 = 1_700_000_000;

fn verifier() -> Verifier {
    Verifier::new([SECRET]).unwrap().clock(|| Timestamp::from_unix(NOW))
}

fn header(secret: &str, time: i64, body: &[u8]) -> String {
    TestHeader::new(secret).timestamp(Timestamp::from_unix(time)).sign(body)
}

/// The signature alone.
fn hex(body: &[u8]) -> String {
    header(SECRET, NOW, body).split_once("v1=").unwrap().1.to_owned()
}

fn outcome(
    verifier: &Verifier,
    body: &[u8],
    header: impl AsRef<[u8]>,
) -> Option<ErrorKind> {
    verifier.verify(body, header).err().map(|error| error.kind())
}

#[test]
fn a_known_signature() {
    // echo -n '1700000000.{"object":"event"}' | openssl dgst -sha256 -hmac whsec_hush
    let expected = include_str!("support/webhook_signature.txt").trim();
    assert_eq!(hex(BODY), expected);
}

#[test]
fn each_form_of_header() {
    use ErrorKind::{InvalidHeader, NoValidSignature, NotSigned};
    let good = hex(BODY);
    let bad = "0".repeat(64);
    let upper = good.to_uppercase();
    let rows = [
        (format!("t={NOW},v1={good}"), None),
        (format!("v1={good},t={NOW}"), None),
        (format!("t={NOW},v1={good},v0={bad},x=y"), None),
        // Any of several, wherever it stands.
        (format!("t={NOW},v1={bad},v1={good}"), None),
        (format!("t={NOW},v1={good},v1={bad}"), None),
        (format!("t={NOW},v1={bad},v1={good},v1={bad}"), None),
        // No `=`, or more than one.
        (format!("t={NOW},junk,v1={good},"), None),
        (format!("t={NOW},v1={good}=,v1={good}"), None),
        (format!("t={NOW},v1={good}="), Some(NoValidSignature)),
        (format!("t={NOW}=1,v1={good}"), Some(InvalidHeader)),
        // Spaces make another key; the last time counts.
        (format!("t={NOW}, v1={good}"), Some(NoValidSignature)),
        (format!(" t={NOW},v1={good}"), Some(InvalidHeader)),
        (format!("t=1,t={NOW},v1={good}"), None),
        (format!("t={NOW},t=1,v1={good}"), Some(NoValidSignature)),
        // Time.
        (format!("v1={good}"), Some(InvalidHeader)),
        (format!("t=,v1={good}"), Some(InvalidHeader)),
        (format!("t=12abc,v1={good}"), Some(InvalidHeader)),
        (format!("t=+{NOW},v1={good}"), Some(InvalidHeader)),
        (format!("t= {NOW},v1={good}"), Some(InvalidHeader)),
        (format!("t=1.5,v1={good}"), Some(InvalidHeader)),
        (format!("t=99999999999999999999,v1={good}"), Some(InvalidHeader)),
        // Bad hex.
        (format!("t={NOW},v1=,v1={good}"), None),
        (format!("t={NOW},v1=zz,v1={}g,v1={good}", &good[..63]), None),
        (format!("t={NOW},v1={}", &good[..63]), Some(NoValidSignature)),
        (format!("t={NOW},v1={good}00"), Some(NoValidSignature)),
        (format!("t={NOW},v1={upper}"), None),
        // Other schemes prove nothing.
        (format!("t={NOW},v0={good}"), Some(NoValidSignature)),
        (format!("t={NOW},V1={good}"), Some(NoValidSignature)),
        (format!("t={NOW}"), Some(NoValidSignature)),
        (format!("t={NOW},v1={bad}"), Some(NoValidSignature)),
        (String::new(), Some(NotSigned)),
        (",,,===,=".to_owned(), Some(InvalidHeader)),
        ("ü=é,t=ß".to_owned(), Some(InvalidHeader)),
    ];
    for (header, expected) in rows {
        assert_eq!(outcome(&verifier(), BODY, &header), expected, "{header}");
    }
    assert_eq!(
        outcome(&verifier(), BODY, [0xff, b',', b't', b'=', 0xfe]),
        Some(InvalidHeader)
    );
}

#[test]
fn the_age_is_looked_at_last_and_in_both_directions() {
    use ErrorKind::{InTheFuture, NoValidSignature, TooOld};
    let rows = [
        (-300, 300, None),
        (-301, 300, Some(TooOld)),
        (300, 300, None),
        (301, 300, Some(InTheFuture)),
        (0, 0, None),
        (-1, 0, Some(TooOld)),
        (1, 0, Some(InTheFuture)),
        (-10, 9, Some(TooOld)),
    ];
    for (offset, tolerance, expected) in rows {
        let verifier = verifier().tolerance(Duration::from_secs(tolerance));
        let header = header(SECRET, NOW + offset, BODY);
        assert_eq!(outcome(&verifier, BODY, header), expected, "{offset} {tolerance}");
    }
    assert_eq!(outcome(&verifier(), BODY, header(SECRET, NOW - 300, BODY)), None);
    assert_eq!(
        outcome(&verifier(), BODY, header(SECRET, NOW - 301, BODY)),
        Some(TooOld)
    );
    assert_eq!(
        outcome(&verifier(), BODY, header("other", 1, BODY)),
        Some(NoValidSignature)
    );
    for time in [0, -1, i64::MIN, i64::MAX, 1] {
        let any = verifier().accept_any_age();
        assert_eq!(outcome(&any, BODY, header(SECRET, time, BODY)), None);
        assert!(outcome(&verifier(), BODY, header(SECRET, time, BODY)).is_some());
        let wide = verifier().tolerance(Duration::MAX);
        assert_eq!(outcome(&wide, BODY, header(SECRET, time.max(-9), BODY)), None);
    }
    // By default now is now.
    let verifier = Verifier::new([SECRET]).unwrap();
    verifier.verify(BODY, TestHeader::new(SECRET).sign(BODY)).unwrap();
}

#[test]
fn any_bytes_can_be_signed() {
    for body in [&b""[..], b"\xef\xbb\xbf{}", b"\xff\xfe\x00", b"not json", b" {} \n"] {
        assert_eq!(outcome(&verifier(), body, header(SECRET, NOW, body)), None);
        let other = [body, b" "].concat();
        let expected = Some(ErrorKind::NoValidSignature);
        assert_eq!(outcome(&verifier(), &other, header(SECRET, NOW, body)), expected);
    }
}

#[test]
fn several_secrets_and_empty_ones() {
    let verifier = Verifier::new(["whsec_a", "whsec_b"])
        .unwrap()
        .clock(|| Timestamp::from_unix(NOW));
    for (secret, expected) in
        [("whsec_a", None), ("whsec_b", None), ("a", Some(ErrorKind::NoValidSignature))]
    {
        assert_eq!(outcome(&verifier, BODY, header(secret, NOW, BODY)), expected);
    }
    let refused = |secrets: &[&str]| Verifier::new(secrets.to_vec()).unwrap_err().kind();
    assert_eq!(refused(&[]), ErrorKind::NoSecret);
    assert_eq!(refused(&["whsec_a", ""]), ErrorKind::NoSecret);
}

#[test]
fn secrets_are_used_as_they_are_and_never_shown() {
    let spaced = Verifier::new([format!("{SECRET}\n")])
        .unwrap()
        .clock(|| Timestamp::from_unix(NOW));
    assert_eq!(outcome(&spaced, BODY, header(&format!("{SECRET}\n"), NOW, BODY)), None);
    let error = spaced.verify(BODY, header(SECRET, NOW, BODY)).unwrap_err();
    assert!(error.to_string().contains("whitespace"), "{error}");
    let plain = verifier().verify(BODY, header("x", NOW, BODY)).unwrap_err();
    assert!(!plain.to_string().contains("whitespace"));
    let test = TestHeader::new(SECRET).scheme("v0");
    let printed = format!("{error} {error:?} {spaced:?} {plain:?} {test:?}");
    assert!(!printed.contains("hush"), "{printed}");
    let header = test.timestamp(Timestamp::from_unix(NOW)).sign(BODY);
    assert_eq!(header, format!("t={NOW},v0={}", hex(BODY)));
}

#[test]
fn versions_are_compared_as_data() {
    use VersionMatch::{DifferentTrain, Same, SameTrain, Unknown};
    let pin = "2026-08-26.dahlia";
    let rows = [
        (Some(pin), pin, Same),
        (Some("2099-10-10.dahlia"), pin, SameTrain),
        (Some("2025-12-15.clover"), pin, DifferentTrain),
        (Some("2020-08-27"), pin, Unknown),
        (Some(""), pin, Unknown),
        (None, pin, Unknown),
        (Some("2026-08-26.preview"), "2026-08-26.preview", Same),
        (Some("2026-09-26.preview"), "2026-08-26.preview", DifferentTrain),
        (Some("2026-08-26.dahlia; a=v1"), "2026-08-26.dahlia; a=v1", Same),
        (Some("2027-08-26.dahlia; a=v1"), "2026-08-26.dahlia; a=v1", DifferentTrain),
    ];
    for (event, pinned, expected) in rows {
        assert_eq!(VersionMatch::of(event, pinned), expected, "{event:?}");
    }
    assert_eq!(VersionMatch::with_crate(Some(stripe_runtime::API_VERSION)), Same);
}

#[test]
fn a_large_unsigned_body_is_cheap_to_refuse() {
    let body = vec![b'['; 10_000_000];
    let started = std::time::Instant::now();
    assert!(verifier().verify(&body, "").is_err());
    assert!(verifier().verify(&body, format!("t={NOW}")).is_err());
    assert!(started.elapsed() < Duration::from_millis(50));
    let long = format!("t={NOW},{}", "v1=00,".repeat(100_000));
    assert!(verifier().verify(BODY, long).is_err());
}

#[test]
fn events_are_read_only_when_they_are_events() {
    use ErrorKind::{Malformed, NoValidSignature, NotAnEvent, ThinEvent};
    let kind = |body: &[u8]| {
        let read = verifier().event(body, &header(SECRET, NOW, body));
        read.map(|event| event.get("id").cloned()).map_err(|error| error.kind())
    };
    assert_eq!(kind(br#"{"id":"evt_1","object":"event"}"#), Ok(Some("evt_1".into())));
    assert_eq!(kind(br#"{"a":{"object":"x"},"object":"event"}"#), Ok(None));
    let rows = [
        (&br#"{"id":"evt_1","object":"v2.core.event"}"#[..], ThinEvent),
        (br#"{"id":"evt_1"}"#, NotAnEvent),
        (br#"{"object":null}"#, NotAnEvent),
        (br#"{"object":"checkout.session"}"#, NotAnEvent),
        (br#"{"detail":{"object":"event"}}"#, NotAnEvent),
        (b"[]", NotAnEvent),
        (b"", Malformed),
        (b"\xef\xbb\xbf{}", Malformed),
        (b"{\"object\":\"event\",\"a\":\"\xff\"}", Malformed),
        (br#"{"object":"event""#, Malformed),
        (br#"{"object":"event"} x"#, Malformed),
    ];
    for (body, expected) in rows {
        assert_eq!(kind(body), Err(expected), "{}", String::from_utf8_lossy(body));
    }
    let thin = br#"{"id":"evt_1","object":"v2.core.event"}"#;
    let error = verifier().event(thin, &header(SECRET, NOW, thin)).unwrap_err();
    assert_eq!(
        error.payload().and_then(|payload| payload.get("id")),
        Some(&"evt_1".into())
    );
    // Nothing is read of what is not signed.
    let deep = vec![b'['; 1_000_000];
    let error = verifier().event(&deep, &header("x", NOW, &deep)).unwrap_err();
    assert_eq!(error.kind(), NoValidSignature);
    assert_eq!(kind(&deep), Err(Malformed));
    let private = br#"{"object":"event","a":"hush"#;
    let error = verifier().event(private, &header(SECRET, NOW, private)).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hush"));
}
