//! Edge cases of webhook signatures, as tables of named rows.

use std::time::Duration;

use stripe_runtime::Timestamp;
use stripe_runtime::testing::SignatureHeader;
use stripe_runtime::webhook::WebhookErrorKind::{
    self, InTheFuture, InvalidHeader, Malformed, NoSecret, NoValidSignature, NotSigned,
    TooOld,
};
use stripe_runtime::webhook::{Verifier, WebhookError};

const SECRET: &str = "whsec_hush";
const BODY: &[u8] = br#"{"object":"event"}"#;
const NOW: i64 = 1_700_000_000;

fn verifier() -> Verifier {
    with_secret(SECRET)
}

fn with_secret(secret: &str) -> Verifier {
    Verifier::new([secret]).unwrap().clock(|| Timestamp::from_unix(NOW))
}

fn header(secret: &str, time: i64, body: &[u8]) -> String {
    SignatureHeader::new(secret).timestamp(Timestamp::from_unix(time)).sign(body)
}

fn kind(outcome: Result<(), WebhookError>) -> Option<WebhookErrorKind> {
    outcome.err().map(|error| error.kind())
}

fn check(
    name: &str,
    outcome: Result<(), WebhookError>,
    expected: Option<WebhookErrorKind>,
) {
    assert_eq!(kind(outcome), expected, "{name}");
}

#[test]
fn header_syntax() {
    let good = header(SECRET, NOW, BODY).split_once("v1=").unwrap().1.to_owned();
    let bad = "0".repeat(64);
    let upper = good.to_uppercase();
    let short = &good[..63];
    let rows = [
        // Headers as Stripe sends them.
        ("time and signature", format!("t={NOW},v1={good}"), None),
        ("signature before time", format!("v1={good},t={NOW}"), None),
        ("with other schemes", format!("t={NOW},v1={good},v0={bad},x=y"), None),
        ("the first is right", format!("t={NOW},v1={good},v1={bad}"), None),
        (
            "the middle one is right",
            format!("t={NOW},v1={bad},v1={good},v1={bad}"),
            None,
        ),
        ("the last is right", format!("t={NOW},v1={bad},v1={good}"), None),
        ("none is right", format!("t={NOW},v1={bad},v1={bad}"), Some(NoValidSignature)),
        ("an empty header", String::new(), Some(NotSigned)),
        // Entries without `=`, or with several.
        ("no `=`", format!("t={NOW},junk,v1={good},"), None),
        ("`v1` without `=`", format!("t={NOW},v1,v1={good}"), None),
        ("`t` without `=`", format!("t,v1={good}"), Some(InvalidHeader)),
        ("`v1` with two `=`", format!("t={NOW},v1={good}=,v1={good}"), None),
        (
            "only `v1` with two `=`",
            format!("t={NOW},v1={good}="),
            Some(NoValidSignature),
        ),
        ("`t` with two `=`", format!("t={NOW}=1,v1={good}"), Some(InvalidHeader)),
        // A space is part of the key. The last timestamp wins.
        ("space before `v1`", format!("t={NOW}, v1={good}"), Some(NoValidSignature)),
        ("space before `t`", format!(" t={NOW},v1={good}"), Some(InvalidHeader)),
        ("space before one `v1`", format!("t={NOW}, v1={bad},v1={good}"), None),
        ("space in front of `=`", format!("t={NOW},v1 ={good}"), Some(NoValidSignature)),
        ("`t` twice, the last is right", format!("t=1,t={NOW},v1={good}"), None),
        ("`t` twice", format!("t={NOW},t=1,v1={good}"), Some(NoValidSignature)),
        ("`t` twice, one is invalid", format!("t=x,t={NOW},v1={good}"), None),
        (
            "`t` twice, the last is empty",
            format!("t={NOW},t=,v1={good}"),
            Some(InvalidHeader),
        ),
        // Missing and invalid timestamps.
        ("no `t`", format!("v1={good}"), Some(InvalidHeader)),
        ("an empty `t`", format!("t=,v1={good}"), Some(InvalidHeader)),
        ("digits and letters", format!("t=12abc,v1={good}"), Some(InvalidHeader)),
        ("a plus sign", format!("t=+{NOW},v1={good}"), Some(InvalidHeader)),
        ("a minus sign alone", format!("t=-,v1={good}"), Some(InvalidHeader)),
        ("a space in the time", format!("t= {NOW},v1={good}"), Some(InvalidHeader)),
        ("a fraction", format!("t=1.5,v1={good}"), Some(InvalidHeader)),
        ("other digits", format!("t=١٧,v1={good}"), Some(InvalidHeader)),
        ("too many digits", format!("t={NOW}{NOW},v1={good}"), Some(InvalidHeader)),
        ("a zero in front", format!("t=0{NOW},v1={good}"), Some(NoValidSignature)),
        // Hexadecimal digits.
        ("an empty `v1`", format!("t={NOW},v1=,v1={good}"), None),
        ("only an empty `v1`", format!("t={NOW},v1="), Some(NoValidSignature)),
        ("bad digits", format!("t={NOW},v1=zz,v1={short}g,v1={good}"), None),
        ("one digit less", format!("t={NOW},v1={short}"), Some(NoValidSignature)),
        ("a byte more", format!("t={NOW},v1={good}00"), Some(NoValidSignature)),
        ("upper case", format!("t={NOW},v1={upper}"), None),
        // Other schemes are ignored.
        ("`v0`", format!("t={NOW},v0={good}"), Some(NoValidSignature)),
        ("`V1`", format!("t={NOW},V1={good}"), Some(NoValidSignature)),
        ("`v10`", format!("t={NOW},v10={good}"), Some(NoValidSignature)),
        ("no signature", format!("t={NOW}"), Some(NoValidSignature)),
        ("separators alone", ",,,===,=".to_owned(), Some(InvalidHeader)),
        ("beyond ASCII", "ü=é,t=ß".to_owned(), Some(InvalidHeader)),
    ];
    for (name, header, expected) in rows {
        check(name, verifier().verify(BODY, &header), expected);
        let event = verifier().event(BODY, &header).map(drop);
        check(&format!("{name}, read"), event, expected);
    }
    let bytes = [b"\xff,t=\xfe,v1=".as_slice(), good.as_bytes()].concat();
    check("not UTF-8", verifier().verify(BODY, bytes), Some(InvalidHeader));
    let bytes =
        [b"\xff=\xfe,".as_slice(), header(SECRET, NOW, BODY).as_bytes()].concat();
    check("an entry that is not UTF-8", verifier().verify(BODY, bytes), None);
}

#[test]
fn signed_bodies() {
    let rows: [(&str, &[u8], Option<WebhookErrorKind>); 6] = [
        ("an event", BODY, None),
        ("an empty body", b"", Some(Malformed)),
        ("a byte order mark", b"\xef\xbb\xbf{\"object\":\"event\"}", Some(Malformed)),
        ("invalid UTF-8", b"{\"object\":\"event\",\"a\":\"\xff\"}", Some(Malformed)),
        ("binary", b"\x00\xff\xfe", Some(Malformed)),
        ("text", b"not json", Some(Malformed)),
    ];
    for (name, body, read) in rows {
        let header = header(SECRET, NOW, body);
        check(name, verifier().verify(body, &header), None);
        check(name, verifier().event(body, &header).map(drop), read);
        let longer = [body, b" "].concat();
        check(name, verifier().verify(&longer, &header), Some(NoValidSignature));
        check(
            name,
            verifier().event(&longer, &header).map(drop),
            Some(NoValidSignature),
        );
    }
}

#[test]
fn tolerance() {
    let rows = [
        ("as old as is tolerated", -300, 300, None),
        ("a second older", -301, 300, Some(TooOld)),
        ("as far ahead as is tolerated", 300, 300, None),
        ("a second further", 301, 300, Some(InTheFuture)),
        ("now, no tolerance", 0, 0, None),
        ("a second ago, no tolerance", -1, 0, Some(TooOld)),
        ("in a second, no tolerance", 1, 0, Some(InTheFuture)),
        ("a small tolerance", -10, 9, Some(TooOld)),
    ];
    for (name, offset, seconds, expected) in rows {
        let verifier = verifier().tolerance(Duration::from_secs(seconds));
        let right = header(SECRET, NOW + offset, BODY);
        check(name, verifier.verify(BODY, right), expected);
        // Without the secret, a sender learns nothing about the tolerance.
        let wrong = header("other", NOW + offset, BODY);
        check(name, verifier.verify(BODY, wrong), Some(NoValidSignature));
        let off = verifier.accept_any_age();
        check("no limit", off.verify(BODY, header(SECRET, NOW + offset, BODY)), None);
    }
    let tolerated = |offset| verifier().verify(BODY, header(SECRET, NOW + offset, BODY));
    check("300 seconds by default", tolerated(-300), None);
    check("301 seconds", tolerated(-301), Some(TooOld));
    check("in both directions", tolerated(301), Some(InTheFuture));
    let part = verifier().tolerance(Duration::from_millis(1999));
    check("whole seconds", part.verify(BODY, header(SECRET, NOW - 1, BODY)), None);
    let two = header(SECRET, NOW - 2, BODY);
    check("rounded down", part.verify(BODY, two), Some(TooOld));
}

#[test]
fn extreme_timestamps() {
    for time in [0, -1, i64::MIN, i64::MAX, 1] {
        let header = header(SECRET, time, BODY);
        let any = verifier().accept_any_age();
        assert_eq!(kind(any.verify(BODY, &header)), None, "{time}");
        let expected = if time > NOW { InTheFuture } else { TooOld };
        assert_eq!(kind(verifier().verify(BODY, &header)), Some(expected), "{time}");
        let wide = verifier().tolerance(Duration::MAX);
        assert_eq!(kind(wide.verify(BODY, &header)), None, "{time}");
    }
    // The default is the system clock.
    let verifier = Verifier::new([SECRET]).unwrap();
    verifier.verify(BODY, SignatureHeader::new(SECRET).sign(BODY)).unwrap();
}

#[test]
fn secrets() {
    let rejected =
        |secrets: &[&str]| Verifier::new(secrets.to_vec()).err().unwrap().kind();
    assert_eq!(rejected(&[]), NoSecret, "none");
    assert_eq!(rejected(&["", SECRET]), NoSecret, "an empty one before another");
    assert_eq!(rejected(&[SECRET, ""]), NoSecret, "an empty one after another");
    for secret in ["whsec_hush\n", " whsec_hush", "\t", "hush", "ключ"] {
        let verifier = with_secret(secret);
        check("unchanged", verifier.verify(BODY, header(secret, NOW, BODY)), None);
        let other = verifier.verify(BODY, header("whsec_hush", NOW, BODY)).unwrap_err();
        assert_eq!(other.kind(), NoValidSignature);
        let hinted = other.to_string().contains("whitespace");
        assert_eq!(hinted, secret.trim() != secret, "{other}");
        assert!(!other.to_string().contains("hush"), "{other}");
    }
}
