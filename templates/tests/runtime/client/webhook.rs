//! Webhooks: signatures, secrets, API versions and decoding. `webhook_cases` has the
//! table of edge cases.

use stripe_runtime::Timestamp;
use stripe_runtime::testing::SignatureHeader;
use stripe_runtime::webhook::{Verifier, VersionMatch, WebhookErrorKind};

const SECRET: &str = "whsec_hush";
const BODY: &[u8] = br#"{"object":"event"}"#;
const NOW: i64 = 1_700_000_000;

fn verifier() -> Verifier {
    Verifier::new([SECRET]).unwrap().clock(|| Timestamp::from_unix(NOW))
}

fn header(secret: &str, time: i64, body: &[u8]) -> String {
    SignatureHeader::new(secret).timestamp(Timestamp::from_unix(time)).sign(body)
}

/// Returns the signature without the rest of the header.
fn hex(body: &[u8]) -> String {
    header(SECRET, NOW, body).split_once("v1=").unwrap().1.to_owned()
}

fn outcome(
    verifier: &Verifier,
    body: &[u8],
    header: impl AsRef<[u8]>,
) -> Option<WebhookErrorKind> {
    verifier.verify(body, header).err().map(|error| error.kind())
}

#[test]
fn a_known_signature() {
    // echo -n '1700000000.{"object":"event"}' | openssl dgst -sha256 -hmac whsec_hush
    let expected = include_str!("../../support/webhook_signature.txt").trim();
    assert_eq!(hex(BODY), expected);
}

#[test]
fn several_or_empty_secrets() {
    let verifier = Verifier::new(["whsec_a", "whsec_b"])
        .unwrap()
        .clock(|| Timestamp::from_unix(NOW));
    for (secret, expected) in [
        ("whsec_a", None),
        ("whsec_b", None),
        ("a", Some(WebhookErrorKind::NoValidSignature)),
    ] {
        assert_eq!(outcome(&verifier, BODY, header(secret, NOW, BODY)), expected);
    }
    let rejected =
        |secrets: &[&str]| Verifier::new(secrets.to_vec()).unwrap_err().kind();
    assert_eq!(rejected(&[]), WebhookErrorKind::NoSecret);
    assert_eq!(rejected(&["whsec_a", ""]), WebhookErrorKind::NoSecret);
}

#[test]
fn secrets_are_used_unchanged_and_never_printed() {
    let spaced = Verifier::new([format!("{SECRET}\n")])
        .unwrap()
        .clock(|| Timestamp::from_unix(NOW));
    assert_eq!(outcome(&spaced, BODY, header(&format!("{SECRET}\n"), NOW, BODY)), None);
    let error = spaced.verify(BODY, header(SECRET, NOW, BODY)).unwrap_err();
    assert!(error.to_string().contains("whitespace"), "{error}");
    let plain = verifier().verify(BODY, header("x", NOW, BODY)).unwrap_err();
    assert!(!plain.to_string().contains("whitespace"));
    let test = SignatureHeader::new(SECRET).scheme("v0");
    let printed = format!("{error} {error:?} {spaced:?} {plain:?} {test:?}");
    assert!(!printed.contains("hush"), "{printed}");
    let header = test.timestamp(Timestamp::from_unix(NOW)).sign(BODY);
    assert_eq!(header, format!("t={NOW},v0={}", hex(BODY)));
}

#[test]
fn version_matches() {
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
fn only_snapshot_events_are_decoded() {
    use WebhookErrorKind::{Malformed, NoValidSignature, NotAnEvent, ThinEvent};
    let kind = |body: &[u8]| {
        let read = verifier().event(body, header(SECRET, NOW, body));
        read.map(|event| event.get("id").cloned()).map_err(|error| error.kind())
    };
    assert_eq!(kind(br#"{"id":"evt_1","object":"event"}"#), Ok(Some("evt_1".into())));
    assert_eq!(kind(br#"{"a":{"object":"x"},"object":"event"}"#), Ok(None));
    assert_eq!(kind(br#"{"object":"v2.core.event","object":"event"}"#), Ok(None));
    assert_eq!(kind(br#"{"\u006fbject":"\u0065vent"}"#), Ok(None));
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
        (br#"{"object":"v2.core.event"} x"#, Malformed),
        (br#"{"object":"charge"} x"#, Malformed),
        // The last of several keys wins, for the check and for decoding.
        (br#"{"object":"event","object":"v2.core.event"}"#, ThinEvent),
        (br#"{"object":"event","object":["event"]}"#, NotAnEvent),
    ];
    for (body, expected) in rows {
        assert_eq!(kind(body), Err(expected), "{}", String::from_utf8_lossy(body));
    }
    let thin = br#"{"id":"evt_1","object":"v2.core.event"}"#;
    let error = verifier().event(thin, header(SECRET, NOW, thin)).unwrap_err();
    assert_eq!(
        error.payload().and_then(|payload| payload.get("id")),
        Some(&"evt_1".into())
    );
    // A body without a valid signature is not decoded.
    let deep = vec![b'['; 1_000_000];
    let error = verifier().event(&deep, header("x", NOW, &deep)).unwrap_err();
    assert_eq!(error.kind(), NoValidSignature);
    assert_eq!(kind(&deep), Err(Malformed));
    let private = br#"{"object":"event","a":"hush"#;
    let error = verifier().event(private, header(SECRET, NOW, private)).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hush"));
}
