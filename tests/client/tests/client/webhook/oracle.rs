//! Compares the verifier of webhooks with a second one, written from the rules with
//! another library's HMAC: they agree on every header, body and secret.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use ring::hmac;
use stripe_sessions::Timestamp;
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::webhook::{Verifier, WebhookErrorKind};

const NOW: i64 = 1_700_000_000;
const CASES: u32 = 6000;

/// The input of the second verifier.
#[derive(Clone, Debug)]
struct Question {
    secrets: Vec<String>,
    tolerance: Option<u32>,
    body: Vec<u8>,
    header: Vec<u8>,
}

/// Applies the rules in order.
fn oracle(question: &Question) -> Result<(), WebhookErrorKind> {
    if question.header.is_empty() {
        return Err(WebhookErrorKind::NotSigned);
    }
    let mut times = Vec::new();
    let mut signatures = Vec::new();
    for entry in question.header.split(|byte| *byte == b',') {
        let Some(middle) = entry.iter().position(|byte| *byte == b'=') else { continue };
        match (&entry[..middle], &entry[middle + 1..]) {
            (b"t", value) => times.push(String::from_utf8_lossy(value).into_owned()),
            (b"v1", value) => signatures.extend(bytes(value)),
            _ => {}
        }
    }
    let text = times.pop().unwrap_or_default();
    let plain = text.chars().all(|c| matches!(c, '-' | '0'..='9'));
    let time = text.parse::<i64>().ok().filter(|_| plain);
    let time = time.ok_or(WebhookErrorKind::InvalidHeader)?;
    let message = [text.as_bytes(), b".", &question.body].concat();
    let signed = question.secrets.iter().any(|secret| {
        signatures
            .iter()
            .any(|given| hmac::verify(&key(secret), &message, given).is_ok())
    });
    if !signed {
        return Err(WebhookErrorKind::NoValidSignature);
    }
    let age = i128::from(NOW) - i128::from(time);
    match question.tolerance.map(i128::from) {
        Some(tolerance) if age > tolerance => Err(WebhookErrorKind::TooOld),
        Some(tolerance) if -age > tolerance => Err(WebhookErrorKind::InTheFuture),
        _ => Ok(()),
    }
}

fn key(secret: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())
}

fn bytes(hex: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(hex).ok()?;
    if text.is_empty()
        || text.len() % 2 == 1
        || !text.chars().all(|c| c.is_ascii_hexdigit())
    {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
        .collect()
}

fn ours(question: &Question) -> Result<(), WebhookErrorKind> {
    let verifier = Verifier::new(question.secrets.clone()).unwrap();
    let verifier = match question.tolerance {
        Some(seconds) => verifier.tolerance(Duration::from_secs(seconds.into())),
        None => verifier.accept_any_age(),
    };
    let verifier = verifier.clock(|| Timestamp::from_unix(NOW));
    verifier.verify(&question.body, &question.header).map_err(|error| error.kind())
}

/// A part of a header.
#[derive(Clone, Debug)]
enum Entry {
    Time(i64),
    OddTime(&'static str),
    Signature(Signature),
    Odd(Vec<u8>),
}

#[derive(Clone, Debug)]
struct Signature {
    scheme: &'static str,
    secret: Index,
    own_secret: bool,
    own_body: bool,
    spelling: Spelling,
}

#[derive(Clone, Copy, Debug)]
enum Spelling {
    Lower,
    Upper,
    Mixed,
    Cut,
    Longer,
    BadDigit,
    FlippedBit,
}

impl Signature {
    fn write(&self, secrets: &[String], time: i64, body: &[u8]) -> String {
        let secret =
            if self.own_secret { self.secret.get(secrets) } else { "whsec_other" };
        let mut message = format!("{time}.").into_bytes();
        message.extend_from_slice(body);
        if !self.own_body {
            message.push(b' ');
        }
        let tag = hmac::sign(&key(secret), &message);
        let mut tag = tag.as_ref().to_vec();
        if let Spelling::FlippedBit = self.spelling {
            tag[self.secret.index(32)] ^= 1;
        }
        let hex: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex = match self.spelling {
            Spelling::Lower | Spelling::FlippedBit => hex,
            Spelling::Upper => hex.to_uppercase(),
            Spelling::Mixed => hex.replace('a', "A").replace('e', "E"),
            Spelling::Cut => hex[..62].to_owned(),
            Spelling::Longer => hex + "00",
            Spelling::BadDigit => format!("+{}", &hex[1..]),
        };
        format!("{}={hex}", self.scheme)
    }
}

fn entry() -> impl Strategy<Value = Entry> {
    let times = [0, 0, 0, 1, -1, 300, 301, -300, -301, 100_000];
    let odd_times =
        ["", "x", "+1", "1.5", "-", "--1", " 1", "99999999999999999999", "0x1"];
    let odd: [&[u8]; 10] =
        [b"", b" ", b"=", b"==", b"v1", b"v1=", b"t", b"\xff=\xfe", b"x=y", b"v1=zz"];
    prop_oneof![
        1 => select(times.to_vec()).prop_map(Entry::Time),
        1 => select(odd_times.to_vec()).prop_map(Entry::OddTime),
        8 => signature().prop_map(Entry::Signature),
        2 => select(odd.to_vec()).prop_map(|odd| Entry::Odd(odd.to_vec())),
        1 => vec(any::<u8>(), 0..9).prop_map(Entry::Odd),
    ]
}

fn signature() -> impl Strategy<Value = Signature> {
    use Spelling::{BadDigit, Cut, FlippedBit, Longer, Lower, Mixed, Upper};
    let schemes = ["v1", "v1", "v1", "v1", "v0", "V1", " v1", "v1 "];
    let spellings =
        [Lower, Lower, Lower, Upper, Mixed, Cut, Longer, BadDigit, FlippedBit];
    (
        select(schemes.to_vec()),
        any::<Index>(),
        prop::bool::weighted(0.7),
        prop::bool::weighted(0.8),
        select(spellings.to_vec()),
    )
        .prop_map(|(scheme, secret, own_secret, own_body, spelling)| Signature {
            scheme,
            secret,
            own_secret,
            own_body,
            spelling,
        })
}

fn question() -> impl Strategy<Value = Question> {
    let bodies = prop_oneof![
        Just(Vec::new()),
        Just(b"\xef\xbb\xbf{\"object\":\"event\"}".to_vec()),
        vec(any::<u8>(), 0..300),
        "[ -~]{0,200}".prop_map(String::into_bytes),
    ];
    let secrets = vec("whsec_[a-z]{4}|[ -~]{1,100}|\\PC{1,9}| |whsec_a\n", 1..4);
    let tolerances = select(vec![Some(300), Some(300), Some(0), Some(u32::MAX), None]);
    let time = select(vec![0, 0, 0, 0, 300, 301, -300, -301, 1 << 40, -(1 << 40)]);
    let entries = (time, prop::bool::weighted(0.9), vec(entry(), 0..6), any::<Index>());
    (secrets, tolerances, bodies, entries).prop_map(
        |(secrets, tolerance, body, entries)| {
            let (offset, has_time, mut entries, place) = entries;
            let time = NOW + offset;
            if has_time {
                entries.insert(place.index(entries.len() + 1), Entry::Time(offset));
            }
            let entries: Vec<Vec<u8>> = entries
                .iter()
                .map(|entry| match entry {
                    Entry::Time(offset) => format!("t={}", NOW + offset).into_bytes(),
                    Entry::OddTime(text) => format!("t={text}").into_bytes(),
                    Entry::Signature(signature) => {
                        signature.write(&secrets, time, &body).into_bytes()
                    }
                    Entry::Odd(bytes) => bytes.clone(),
                })
                .collect();
            Question { secrets, tolerance, body, header: entries.join(&b',') }
        },
    )
}

#[test]
fn both_verifiers_agree() {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let mut seen = BTreeMap::new();
    let seen_in = std::cell::RefCell::new(&mut seen);
    let outcome = TestRunner::new(config).run(&question(), |question| {
        let expected = oracle(&question);
        *seen_in.borrow_mut().entry(format!("{expected:?}")).or_insert(0) += 1;
        prop_assert_eq!(ours(&question), expected);
        Ok(())
    });
    outcome.unwrap();
    // Each outcome occurred often enough to count as tested.
    for kind in
        ["()", "NotSigned", "InvalidHeader", "NoValidSignature", "TooOld", "InTheFuture"]
    {
        let often = seen.iter().find(|(name, _)| name.contains(kind));
        assert!(often.is_some_and(|(_, times)| *times > 50), "{kind}: {seen:?}");
    }
}

#[test]
fn headers_for_tests_are_those_of_the_other_library() {
    let config = Config { cases: 1000, failure_persistence: None, ..Config::default() };
    let parts = ("\\PC{1,80}", any::<i64>(), vec(any::<u8>(), 0..300));
    let outcome = TestRunner::new(config).run(&parts, |(secret, time, body)| {
        let header = SignatureHeader::new(secret.as_str());
        let header = header.timestamp(Timestamp::from_unix(time)).sign(&body);
        let message = [format!("{time}.").as_bytes(), &body].concat();
        let tag = hmac::sign(&key(&secret), &message);
        let hex: String =
            tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(header, format!("t={time},v1={hex}"));
        Ok(())
    });
    outcome.unwrap();
}
