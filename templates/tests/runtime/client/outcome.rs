//! Whether a failed call may have taken effect: every status, with every kind of body,
//! with and without an idempotency key, after and before other attempts.

use crate::support::{MockResponse, MockTransport};
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::{Call, Error, Method, blocking};

const AGAIN: (&str, &str) = ("Stripe-Should-Retry", "true");

/// Bodies of something between the client and Stripe, or of a rate limit, which is
/// applied before the idempotency key is looked up.
const NOT_FINAL: [&str; 14] = [
    "",
    " ",
    "<html>Not found</html>",
    "null",
    "[]",
    "{}",
    r#"{"id":"w_1"}"#,
    r#"{"message":"no route matched"}"#,
    r#"{"error":"Not Found","status":404,"path":"/v1/widgets"}"#,
    r#"{"error":{"code":404,"message":"gone","status":"NOT_FOUND"}}"#,
    r#"{"error":{"type":7}}"#,
    r#"{"error":{"type":"invalid_request_error""#,
    r#"{"error":{"type":"invalid_request_error","code":"rate_limit"}}"#,
    r#"{"error":{"type":"rate_limit"}}"#,
];

/// Error objects of Stripe.
const FINAL: [&str; 4] = [
    r#"{"error":{"type":"invalid_request_error"}}"#,
    r#"{"error":{"type":"card_error","code":"card_declined","message":"No."}}"#,
    r#"{"error":{"type":"idempotency_error"}}"#,
    r#"{"error":{"type":"new_in_2030","code":"new"}}"#,
];

const STATUSES: [u16; 22] = [
    300, 302, 304, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 422, 424, 429, 451,
    499, 500, 502, 503, 599,
];

/// A response after which the client makes another attempt.
fn response(status: u16, body: &str) -> MockResponse {
    MockResponse::Response(status, vec![(AGAIN.0, AGAIN.1.to_owned())], body.into())
}

/// The outcomes of an attempt before or after the response, and whether the call may
/// have taken effect by them.
fn other_attempts() -> [(Option<MockResponse>, Option<bool>); 8] {
    [
        (None, None),
        (Some(MockResponse::Timeout), Some(true)),
        (Some(MockResponse::ConnectionError), Some(true)),
        (Some(response(500, FINAL[0])), Some(true)),
        (Some(MockResponse::CutOff(200, Vec::new())), Some(true)),
        // These settle nothing.
        (Some(response(409, FINAL[0])), None),
        (Some(response(404, "<html>")), None),
        (Some(MockResponse::NoConnection), None),
    ]
}

fn later_attempts() -> [(Option<MockResponse>, Option<bool>); 3] {
    let [none, timeout, .., rejected, _] = other_attempts();
    [none, timeout, rejected]
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// POST, with an automatic key.
    Keyed,
    /// DELETE, whose key the server ignores.
    Ignored,
    /// DELETE without a key.
    Unkeyed,
    /// DELETE of API v2, with an automatic key.
    V2,
    Read,
}

const KINDS: [Kind; 5] =
    [Kind::Keyed, Kind::Ignored, Kind::Unkeyed, Kind::V2, Kind::Read];

impl Kind {
    fn error(self, client: &blocking::Client) -> Error {
        fn send<T>(call: Call<T, stripe_runtime::client::Blocking>) -> Error {
            match call.max_retries(2).send() {
                Ok(_) => panic!("the call succeeded"),
                Err(error) => error,
            }
        }
        let widgets = client.widgets();
        match self {
            Self::Keyed => send(widgets.create(CreateWidget::new("x"))),
            Self::Ignored => send(widgets.delete("w").idempotency_key("k")),
            Self::Unkeyed => send(widgets.delete("w")),
            Self::V2 => send(client.raw(Method::Delete, "/v2/things/t", ())),
            Self::Read => send(widgets.retrieve("w")),
        }
    }

    fn is_unknown(self, outcomes: Vec<MockResponse>) -> (Error, bool) {
        let attempts = outcomes.len();
        let last = MockResponse::Unsupported;
        let mock = MockTransport::new(outcomes.into_iter().chain([last]));
        let error = self.error(&mock.blocking());
        assert!(error.meta().attempts() as usize >= attempts.min(3));
        let unknown = error.is_outcome_unknown();
        (error, unknown)
    }
}

#[test]
fn only_an_error_object_of_stripe_settles_a_call() {
    let bodies = NOT_FINAL.iter().map(|body| (body, false));
    let bodies: Vec<_> = bodies.chain(FINAL.iter().map(|body| (body, true))).collect();
    for status in STATUSES {
        for (body, is_final) in &bodies {
            for kind in KINDS {
                let keyed = matches!(kind, Kind::Keyed | Kind::V2);
                let settles = keyed && *is_final && [400, 402, 404].contains(&status);
                for (before, unknown_before) in other_attempts() {
                    for (after, unknown_after) in later_attempts() {
                        let mut expected = unknown_before.unwrap_or(false);
                        expected = (expected && !settles) || status >= 500;
                        expected |= unknown_after.unwrap_or(false);
                        expected &= kind != Kind::Read;
                        let outcomes =
                            [before.clone(), Some(response(status, body)), after];
                        let outcomes: Vec<_> = outcomes.into_iter().flatten().collect();
                        let (error, unknown) = kind.is_unknown(outcomes.clone());
                        assert_eq!(
                            unknown, expected,
                            "{kind:?} {outcomes:?}: {error:?}"
                        );
                    }
                }
            }
        }
    }
}

/// The body of a rejection says who sent it, so that one which breaks off settles
/// nothing.
#[test]
fn incomplete_rejection_settles_nothing() {
    for status in [400, 402, 404] {
        let cut = MockResponse::CutOff(status, vec![(AGAIN.0, AGAIN.1.to_owned())]);
        let (error, unknown) = Kind::Keyed.is_unknown(vec![cut.clone()]);
        assert!(!unknown, "{error:?}");
        let (error, unknown) = Kind::Keyed.is_unknown(vec![MockResponse::Timeout, cut]);
        assert!(unknown, "{error:?}");
    }
}

/// The mock transport that users have behaves in the same way.
#[cfg(feature = "testing")]
#[test]
fn mock_transport_of_users() {
    use stripe_runtime::testing::{MockResponse, MockTransport};

    for status in [400, 402, 404] {
        let bodies = NOT_FINAL.iter().map(|body| (body, true));
        for (body, expected) in bodies.chain(FINAL.iter().map(|body| (body, false))) {
            let outcomes = [MockResponse::timeout(), MockResponse::new(status, *body)];
            let client = MockTransport::new(outcomes).blocking_client();
            let call = client.widgets().create(CreateWidget::new("x"));
            let error = call.send().unwrap_err();
            assert_eq!(error.is_outcome_unknown(), expected, "{status} {body}");
        }
    }
}
