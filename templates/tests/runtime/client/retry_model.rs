//! Compares the client with a model of the retry rules, over random sequences of
//! outcomes. Time is virtual, so that delays and deadlines of minutes cost nothing.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use proptest::option::of;
use proptest::prelude::*;
use stripe_runtime::testing::{MockResponse, MockTransport, RecordedRequest};
use stripe_runtime::{Call, Error, Meta, Method, RawObject};

const BODY: &str = r#"{"id":"x"}"#;

#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Complete,
    CutOff,
    Reset,
    Timeout,
}

/// The outcome of an attempt.
#[derive(Clone, Debug)]
struct AttemptOutcome {
    end: End,
    status: u16,
    should_retry: Option<&'static str>,
    retry_after: Option<&'static str>,
    code: Option<&'static str>,
    /// The response time of the server.
    seconds: u64,
}

impl AttemptOutcome {
    fn mock_response(&self) -> MockResponse {
        let body = match self.code {
            Some(code) => format!(r#"{{"error":{{"code":"{code}"}}}}"#),
            None => BODY.to_owned(),
        };
        let mut response = match self.end {
            End::Complete => MockResponse::new(self.status, body),
            End::CutOff => MockResponse::cut_off(self.status, "{"),
            End::Reset => MockResponse::connection_error(),
            End::Timeout => MockResponse::timeout(),
        };
        let headers = [
            ("stripe-should-retry", self.should_retry),
            ("Retry-After", self.retry_after),
        ];
        for (name, value) in headers {
            if let Some(value) = value {
                response = response.header(name, value);
            }
        }
        response.after(Duration::from_secs(self.seconds))
    }

    /// Returns the outcome as seen by a client with this timeout.
    fn seen(&self, limit: Duration) -> Self {
        let late = Duration::from_secs(self.seconds) >= limit;
        let end = if late { End::Timeout } else { self.end };
        Self { end, ..self.clone() }
    }

    const fn has_head(&self) -> bool {
        matches!(self.end, End::Complete | End::CutOff)
    }

    /// Returns `true` for outcomes that the client must retry.
    fn must_be_retried(&self) -> bool {
        if !self.has_head() {
            return true;
        }
        if self.end == End::Complete && matches!(self.status, 200..=299) {
            return false;
        }
        match self.should_retry {
            Some("true") => return true,
            Some("false") => return false,
            _ => {}
        }
        let lock = self.end == End::Complete && self.code == Some("lock_timeout");
        match self.status {
            409 | 500.. => true,
            429 => lock,
            400..=499 => false,
            _ => self.end == End::CutOff,
        }
    }

    /// Returns the minimum delay that `Retry-After` requests, ignoring invalid values.
    fn floor(&self) -> Duration {
        let asked = match self.retry_after.filter(|_| self.has_head()) {
            Some("1") => 1,
            Some("7") => 7,
            Some("60") => 60,
            _ => 0,
        };
        Duration::from_secs(asked)
    }
}

/// Returns the bounds of the delay before a retry.
fn bounds(retry: usize, floor: Duration) -> (Duration, Duration) {
    const MILLIS: [(u64, u64); 5] =
        [(250, 500), (500, 1000), (1000, 2000), (2000, 4000), (2500, 5000)];
    let (low, high) = MILLIS[retry.min(MILLIS.len() - 1)];
    (Duration::from_millis(low).max(floor), Duration::from_millis(high).max(floor))
}

#[derive(Clone, Debug)]
struct Scenario {
    outcomes: Vec<AttemptOutcome>,
    method: Method,
    key: Option<String>,
    retries: Option<u32>,
    timeout: u64,
    deadline: Option<u64>,
    blocking: bool,
}

impl Scenario {
    fn options<M>(&self, mut call: Call<RawObject, M>) -> Call<RawObject, M> {
        call = call.timeout(Duration::from_secs(self.timeout));
        if let Some(retries) = self.retries {
            call = call.max_retries(retries);
        }
        if let Some(deadline) = self.deadline {
            call = call.deadline(Duration::from_secs(deadline));
        }
        match &self.key {
            Some(key) => call.idempotency_key(key),
            None => call,
        }
    }

    fn run(&self, mock: &MockTransport) -> Result<Meta, Error> {
        let params = [("a", "b")];
        let result = if self.blocking {
            let client = mock.blocking_client();
            self.options(client.raw(self.method, "/v1/x", params)).send()
        } else {
            let client = mock.client();
            poll_once(self.options(client.raw(self.method, "/v1/x", params)).send())
        };
        result.map(|result| result.into_parts().1)
    }

    fn allowed(&self) -> usize {
        1 + self.retries.unwrap_or(2) as usize
    }
}

/// Polls a future once. A mock transport never waits.
fn poll_once<T>(future: impl Future<Output = T>) -> T {
    let mut cx = Context::from_waker(Waker::noop());
    let Poll::Ready(output) = pin!(future).poll(&mut cx) else {
        unreachable!("a mock transport never waits")
    };
    output
}

fn outcome() -> impl Strategy<Value = AttemptOutcome> {
    let end = prop_oneof![
        6 => Just(End::Complete),
        2 => Just(End::CutOff),
        1 => Just(End::Reset),
        1 => Just(End::Timeout),
    ];
    // Mostly statuses that are retried, to get long sequences.
    let status = prop_oneof![
        3 => prop::sample::select(vec![500_u16, 502, 503, 504, 409]),
        1 => prop::sample::select(vec![200_u16, 201, 299, 301, 304, 400, 401, 402, 403, 404]),
        1 => Just(429),
        1 => 200_u16..600,
    ];
    let should_retry = of(prop::sample::select(vec![
        "true", "true", "false", "TRUE", "1", "", "true ",
    ]));
    let retry_after = of(prop::sample::select(vec![
        "0", "1", "7", "60", "61", "3600", "-1", "1.5", "+1", "", "soon",
    ]));
    let code = of(prop::sample::select(vec!["lock_timeout", "rate_limit", "x"]));
    let seconds = prop_oneof![3 => Just(0_u64), 1 => 0_u64..30];
    (end, status, should_retry, retry_after, code, seconds).prop_map(
        |(end, status, should_retry, retry_after, code, seconds)| AttemptOutcome {
            end,
            status,
            should_retry,
            retry_after,
            code,
            seconds,
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let methods = vec![Method::Post, Method::Post, Method::Get, Method::Delete];
    (
        prop::collection::vec(outcome(), 12),
        prop::sample::select(methods),
        of("[!-~]{1,40}"),
        of(0_u32..10),
        1_u64..40,
        of(1_u64..120),
        any::<bool>(),
    )
        .prop_map(
            |(outcomes, method, key, retries, timeout, deadline, blocking)| Scenario {
                outcomes,
                method,
                key,
                retries,
                timeout,
                deadline,
                blocking,
            },
        )
}

/// Replays the attempts with the time of the mock transport and checks limits, delays
/// and decisions.
fn check(
    scenario: &Scenario,
    requests: &[RecordedRequest],
    waits: &[Duration],
    last: &Meta,
) {
    let deadline = scenario.deadline.map(Duration::from_secs);
    let timeout = Duration::from_secs(scenario.timeout);
    let mut elapsed = Duration::ZERO;
    assert!(!requests.is_empty() && requests.len() <= scenario.allowed());
    assert_eq!(waits.len(), requests.len() - 1);
    assert_eq!(last.attempts() as usize, requests.len());
    for (number, request) in requests.iter().enumerate() {
        let remaining = deadline.map(|deadline| deadline.checked_sub(elapsed));
        let remaining =
            remaining.map(|remaining| remaining.expect("attempt after the deadline"));
        let limit = remaining.map_or(timeout, |remaining| timeout.min(remaining));
        assert_eq!(request.limits().timeout, limit);
        let outcome = scenario.outcomes[number].seen(limit);
        elapsed += Duration::from_secs(outcome.seconds).min(limit);
        let (low, high) = bounds(number, outcome.floor());
        if let Some(wait) = waits.get(number) {
            assert!(outcome.must_be_retried(), "unexpected retry after {outcome:?}");
            assert!(
                (low..=high).contains(wait),
                "{wait:?} is not in {low:?}..={high:?}"
            );
            elapsed += *wait;
        } else {
            let is_last = number + 1 == scenario.allowed();
            let too_late = deadline.is_some_and(|deadline| elapsed + high >= deadline);
            assert!(
                !outcome.must_be_retried() || is_last || too_late,
                "missing retry after {outcome:?}"
            );
            assert_eq!(last.status(), outcome.has_head().then_some(outcome.status));
        }
    }
    assert!(deadline.is_none_or(|deadline| elapsed <= deadline));
}

/// Checks that all attempts send the same request, with one key.
fn check_requests(scenario: &Scenario, requests: &[RecordedRequest], last: &Meta) {
    let key = last.idempotency_key();
    match (&scenario.key, scenario.method) {
        (Some(own), _) => assert_eq!(key, Some(own.as_str())),
        (None, Method::Post) => assert!(key.is_some_and(|key| key.len() == 36)),
        (None, _) => assert_eq!(key, None),
    }
    for request in requests {
        assert_eq!(request.header("Idempotency-Key"), key);
        assert_eq!(request.headers(), requests[0].headers());
        assert_eq!((request.method(), request.path()), (scenario.method, "/v1/x"));
        assert_eq!(request.params(), [("a".to_owned(), "b".to_owned())]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_outcome_sequences_follow_the_retry_rules(scenario in scenario()) {
        let mock = MockTransport::new(scenario.outcomes.iter().map(AttemptOutcome::mock_response));
        let result = scenario.run(&mock);
        let requests = mock.requests();
        let waits = mock.waits();
        let last = match &result {
            Ok(meta) => meta,
            Err(error) => error.meta(),
        };
        check(&scenario, &requests, &waits, last);
        check_requests(&scenario, &requests, last);
        // A call succeeds exactly if its last response is a complete 2xx.
        let success = matches!(last.status(), Some(200..=299)) && !last.raw_body().is_empty();
        prop_assert_eq!(result.is_ok(), success);
        if let Err(error) = &result {
            prop_assert_eq!(error.is_connection(), last.raw_body().is_empty());
        }
    }
}
