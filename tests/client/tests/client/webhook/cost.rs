//! The cost of webhooks from attackers, and of Stripe's largest.

use std::error::Error;

use allocation_counter::{AllocationInfo, measure};
use stripe_sessions::Timestamp;
use stripe_sessions::events::Event;
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::webhook::{Verifier, WebhookErrorKind};

const SECRET: &str = "whsec_cost";
const NOW: i64 = 1_700_000_000;
const STACK: usize = 256 * 1024;

fn verifier() -> Verifier {
    Verifier::new([SECRET, "whsec_other"]).unwrap().clock(|| Timestamp::from_unix(NOW))
}

fn header(secret: &str, body: &[u8]) -> String {
    SignatureHeader::new(secret).timestamp(Timestamp::from_unix(NOW)).sign(body)
}

/// Returns the allocations of decoding an event, and its error.
fn cost(body: &[u8], header: &[u8]) -> (AllocationInfo, Option<WebhookErrorKind>) {
    let verifier = verifier();
    let mut outcome = None;
    let spent = measure(|| {
        outcome = verifier.event(body, header).err().map(|error| error.kind());
        let alone = verifier.verify(body, header).err().map(|error| error.kind());
        assert!(alone.is_none() || alone == outcome);
    });
    (spent, outcome)
}

/// Anything above this is a copy of something large.
const LITTLE: u64 = 4096;

/// Returns JSON that would be large in memory, deep nesting, and bytes that are not
/// UTF-8.
fn bodies(length: usize) -> [Vec<u8>; 3] {
    let items = "{\"a\":0},".repeat(length / 8);
    let array = format!("{{\"object\":\"event\",\"data\":[{items}0]}}");
    [array.into_bytes(), vec![b'['; length], vec![0xff; length]]
}

#[test]
fn what_is_not_signed_costs_no_memory() {
    let forged = |body: &[u8]| header("whsec_forged", body);
    for (small, large) in bodies(100).iter().zip(&bodies(10_000_000)) {
        for (make, expected) in [
            (
                &(|_: &[u8]| String::new()) as &dyn Fn(&[u8]) -> String,
                WebhookErrorKind::NotSigned,
            ),
            (&|_: &[u8]| "v1=00".to_owned(), WebhookErrorKind::InvalidHeader),
            (&|_: &[u8]| format!("t={NOW}"), WebhookErrorKind::NoValidSignature),
            (&forged, WebhookErrorKind::NoValidSignature),
        ] {
            let (little, outcome) = cost(small, make(small).as_bytes());
            assert_eq!(outcome, Some(expected));
            let (much, outcome) = cost(large, make(large).as_bytes());
            assert_eq!(outcome, Some(expected), "nothing of the body was read");
            assert_eq!(much.count_total, little.count_total);
            assert_eq!(much.bytes_total, little.bytes_total);
            assert!(much.bytes_total < LITTLE, "{much:?}");
        }
    }
}

/// Checks that the measurement above works.
#[test]
fn what_is_signed_is_read_and_that_shows() {
    let [array, ..] = bodies(1_000_000);
    let verified =
        measure(|| verifier().verify(&array, header(SECRET, &array)).unwrap());
    assert!(verified.bytes_total < LITTLE, "to verify is not to read: {verified:?}");
    let (read, outcome) = cost(&array, header(SECRET, &array).as_bytes());
    assert_eq!(outcome, Some(WebhookErrorKind::Malformed), "`data` is an array");
    assert!(read.bytes_total > LITTLE || read.count_total > 3, "{read:?}");
    let charge =
        format!("{{\"object\":\"charge\",\"x\":\"{}\"}}", "x".repeat(1_000_000));
    let (read, outcome) =
        cost(charge.as_bytes(), header(SECRET, charge.as_bytes()).as_bytes());
    assert_eq!(outcome, Some(WebhookErrorKind::NotAnEvent));
    assert!(read.bytes_total > 1_000_000, "{read:?}");
}

/// Each signature of a header is compared once for each secret, without copies.
#[test]
fn a_long_header_costs_no_memory_and_its_last_signature_counts() {
    let body = br#"{"object":"charge"}"#;
    let good = header(SECRET, body);
    let good = good.split_once(',').unwrap().1;
    let wrong = format!("v1={},", "0".repeat(64));
    for junk in [wrong.as_str(), "v1=,", "v1=zz,", ",", "v1", "t=1,", "\u{1F600}"] {
        let many = junk.repeat(1_000_000 / junk.len());
        let last = format!("{many},t={NOW},{good}");
        assert!(verifier().verify(body, &last).is_ok(), "{junk}");
        let first = format!("{good},{many},t={NOW}");
        assert!(verifier().verify(body, &first).is_ok(), "{junk}");
        let (spent, outcome) = cost(body, format!("{many},t={NOW}").as_bytes());
        assert_eq!(outcome, Some(WebhookErrorKind::NoValidSignature), "{junk}");
        assert!(spent.bytes_total < LITTLE, "{junk}: {spent:?}");
    }
}

#[test]
fn deeply_nested_events_are_rejected_on_a_small_stack() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let array = deep("[", "]");
    let bodies = [
        deep("[", ""),
        deep("{\"a\":", ""),
        deep("{\"object\":", ""),
        format!("{{\"object\":\"event\",\"object\":{array}}}"),
        format!("{{\"object\":{array},\"object\":\"event\"}}"),
        format!("{{\"object\":\"event\",\"data\":{{\"object\":{{\"a\":{array}}}}}}}"),
        format!("{{\"object\":\"event\",\"new\":{array}}}"),
        format!("{{\"object\":\"v2.core.event\",\"data\":{array}}}"),
        format!("{{\"detail\":{array}}}"),
        array,
    ];
    on_a_small_stack(move || {
        for body in &bodies {
            rejected_as_malformed(body);
        }
    });
}

/// The deepest allowed event is decoded, printed, cloned and dropped.
#[test]
fn what_is_nested_as_deep_as_is_read_fits_a_small_stack() {
    for (open, close) in [("[", "]"), ("{\"default_price\":", "}")] {
        let sound = |depth: usize| {
            let inside = open.repeat(depth) + "\"\\\"[[[[\"" + &close.repeat(depth);
            format!(
                "{{\"id\":\"evt_1\",\"object\":\"event\",\"created\":1,\"livemode\":false,\
                 \"pending_webhooks\":0,\"type\":\"x\",\"data\":{{\"object\":{{\"a\":{inside}}}}}}}"
            )
        };
        // Three levels surround it.
        let (deepest, too_deep) = (sound(61), sound(62));
        on_a_small_stack(move || {
            let body = deepest.as_bytes();
            let event = verifier().event(body, header(SECRET, body)).unwrap();
            assert_eq!(Event::from_unverified_json(body).unwrap(), event.clone());
            assert!(format!("{event:?} {event:#?}").contains("evt_1"));
            assert!(event.object().is_ok());
            rejected_as_malformed(&too_deep);
        });
    }
}

fn rejected_as_malformed(body: &str) {
    let start = body.get(..40).unwrap_or(body);
    let signed = verifier().event(body.as_bytes(), header(SECRET, body.as_bytes()));
    assert_eq!(signed.unwrap_err().kind(), WebhookErrorKind::Malformed, "{start}");
    let unverified = Event::from_unverified_json(body.as_bytes());
    let error = unverified.unwrap_err();
    assert_eq!(error.kind(), WebhookErrorKind::Malformed, "{start}");
    assert!(error.source().unwrap().to_string().contains("64"), "{start}: {error:?}");
}

/// An overflow of the stack ends the whole program.
fn on_a_small_stack(task: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(task);
    thread.unwrap().join().unwrap();
}
