//! The memory that large responses need.

use allocation_counter::measure;
use stripe_sessions::Error;
use stripe_sessions::checkout::CheckoutSession;
use stripe_sessions::testing::{Fixture, MockResponse, MockTransport, SignatureHeader};
use stripe_sessions::webhook::{Verifier, WebhookErrorKind};

const MEBIBYTE: usize = 1 << 20;

/// Makes a call that gets these responses, and returns the peak of its allocations in
/// mebibytes, apart from the responses themselves.
fn peak(responses: Vec<(u16, String)>) -> (u64, Option<Error>) {
    let mock = MockTransport::new(
        responses.into_iter().map(|(status, body)| MockResponse::new(status, body)),
    );
    let client = mock.blocking_client();
    let mut error = None;
    let spent = measure(|| {
        error = client.checkout().sessions().retrieve("cs_1").send().err();
    });
    (spent.bytes_max / MEBIBYTE as u64, error)
}

fn zeros(length: usize) -> String {
    format!("[{}0]", "0,".repeat(length / 2 - 2))
}

#[test]
fn error_bodies_are_bounded_and_read_without_a_tree() {
    for status in [400, 402, 429, 500] {
        let body = format!(r#"{{"error":{{"type":"x","a":{}}}}}"#, zeros(MEBIBYTE - 50));
        let (peak, error) = peak(vec![(status, body); 3]);
        let error = error.unwrap();
        assert_eq!(error.api_error().unwrap().type_(), Some("x"), "{status}");
        assert!(peak < 8, "{status}: {peak} MiB");
    }
    for status in [400, 429] {
        let body = format!(r#"{{"error":{{"a":{}}}}}"#, zeros(60 * MEBIBYTE));
        let (peak, error) = self::peak(vec![(status, body)]);
        assert_eq!(error.unwrap().status(), Some(status));
        // The transport holds the body in one piece.
        assert!(peak < 64, "{status}: {peak} MiB");
    }
}

#[test]
fn raw_json_in_a_response_is_bounded() {
    let session = Fixture::<CheckoutSession>::full().json().unwrap();
    let with = |key: &str| {
        session.replacen(
            '{',
            &format!(r#"{{"{key}":{{"id":"x","a":{}}},"#, zeros(15 * MEBIBYTE)),
            1,
        )
    };
    let (peak, error) = peak(vec![(200, with("new_member"))]);
    assert!(error.is_none() && peak < 48, "{peak} MiB: {error:?}");
    let (peak, error) = self::peak(vec![(200, with("customer"))]);
    assert!(error.unwrap().is_decode() && peak < 160, "{peak} MiB");
}

#[test]
fn events_have_a_size_limit() {
    let verifier = Verifier::new(["whsec_1"]).unwrap();
    let event = |length: usize| {
        let a = zeros(length);
        format!(
            r#"{{"id":"evt_1","object":"event","type":"x","data":{{"object":{{"a":{a}}}}}}}"#
        )
    };
    for (length, expected) in
        [(10 * MEBIBYTE, Some(WebhookErrorKind::TooLarge)), (MEBIBYTE, None)]
    {
        let body = event(length);
        let header = SignatureHeader::new("whsec_1").sign(body.as_bytes());
        let mut outcome = None;
        let spent = measure(|| {
            outcome = verifier.event(body.as_bytes(), &header).err().map(|e| e.kind());
        });
        assert_eq!(outcome, expected);
        let allowed = if expected.is_some() { 0 } else { 64 };
        assert!(spent.bytes_max / (MEBIBYTE as u64) <= allowed, "{spent:?}");
    }
}
