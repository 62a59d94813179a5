//! A model of retries, held against the client over random sequences of outcomes. Time is
//! virtual, so delays and deadlines of minutes cost nothing.

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
    Whole,
    CutOff,
    Reset,
    Timeout,
}

/// What becomes of one attempt.
#[derive(Clone, Debug)]
struct AttemptOutcome {
    end: End,
    status: u16,
    should_retry: Option<&'static str>,
    retry_after: Option<&'static str>,
    code: Option<&'static str>,
    /// How long the server thinks.
    seconds: u64,
}

impl AttemptOutcome {
    fn turn(&self) -> MockResponse {
        let body = match self.code {
            Some(code) => format!(r#"{{"error":{{"code":"{code}"}}}}"#),
            None => BODY.to_owned(),
        };
        let mut turn = match self.end {
            End::Whole => MockResponse::new(self.status, body),
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
                turn = turn.header(name, value);
            }
        }
        turn.after(Duration::from_secs(self.seconds))
    }

    /// What the client gets to see of it within this limit of time.
    fn seen(&self, limit: Duration) -> Self {
        let late = Duration::from_secs(self.seconds) >= limit;
        let end = if late { End::Timeout } else { self.end };
        Self { end, ..self.clone() }
    }

    const fn has_head(&self) -> bool {
        matches!(self.end, End::Whole | End::CutOff)
    }

    /// Neither a success nor an error that time could heal.
    fn may_be_repeated(&self) -> bool {
        if !self.has_head() {
            return true;
        }
        if self.end == End::Whole && matches!(self.status, 200..=299) {
            return false;
        }
        match self.should_retry {
            Some("true") => return true,
            Some("false") => return false,
            _ => {}
        }
        let lock = self.end == End::Whole && self.code == Some("lock_timeout");
        match self.status {
            409 | 500.. => true,
            429 => lock,
            400..=499 => false,
            _ => self.end == End::CutOff,
        }
    }

    /// The least that the server asks to wait, as far as that counts.
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

/// The bounds of the delay before a retry, as the table has them.
fn bounds(retry: usize, floor: Duration) -> (Duration, Duration) {
    const MILLIS: [(u64, u64); 5] =
        [(250, 500), (500, 1000), (1000, 2000), (2000, 4000), (2500, 5000)];
    let (low, high) = MILLIS[retry.min(MILLIS.len() - 1)];
    (Duration::from_millis(low).max(floor), Duration::from_millis(high).max(floor))
}

#[derive(Clone, Debug)]
struct PreparedRequest {
    fates: Vec<AttemptOutcome>,
    method: Method,
    key: Option<String>,
    retries: Option<u32>,
    timeout: u64,
    deadline: Option<u64>,
    blocking: bool,
}

impl PreparedRequest {
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

    fn run(&self, script: &MockTransport) -> Result<Meta, Error> {
        let params = [("a", "b")];
        let answer = if self.blocking {
            let client = script.blocking_client();
            self.options(client.raw(self.method, "/v1/x", params)).send()
        } else {
            let client = script.client();
            now(self.options(client.raw(self.method, "/v1/x", params)).send())
        };
        answer.map(|answer| answer.into_parts().1)
    }

    fn allowed(&self) -> usize {
        1 + self.retries.unwrap_or(2) as usize
    }
}

/// Nothing in a script waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut cx = Context::from_waker(Waker::noop());
    let Poll::Ready(done) = pin!(future).poll(&mut cx) else {
        unreachable!("a script does not wait")
    };
    done
}

fn fate() -> impl Strategy<Value = AttemptOutcome> {
    let end = prop_oneof![
        6 => Just(End::Whole),
        2 => Just(End::CutOff),
        1 => Just(End::Reset),
        1 => Just(End::Timeout),
    ];
    // Mostly those that lead on, so that sequences get long.
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

fn plan() -> impl Strategy<Value = PreparedRequest> {
    let methods = vec![Method::Post, Method::Post, Method::Get, Method::Delete];
    (
        prop::collection::vec(fate(), 12),
        prop::sample::select(methods),
        of("[!-~]{1,40}"),
        of(0_u32..10),
        1_u64..40,
        of(1_u64..120),
        any::<bool>(),
    )
        .prop_map(|(fates, method, key, retries, timeout, deadline, blocking)| {
            PreparedRequest { fates, method, key, retries, timeout, deadline, blocking }
        })
}

/// Walks along the attempts that were made, with the time that the script has counted.
fn check(
    plan: &PreparedRequest,
    requests: &[RecordedRequest],
    waits: &[Duration],
    last: &Meta,
) {
    let deadline = plan.deadline.map(Duration::from_secs);
    let timeout = Duration::from_secs(plan.timeout);
    let mut elapsed = Duration::ZERO;
    assert!(!requests.is_empty() && requests.len() <= plan.allowed());
    assert_eq!(waits.len(), requests.len() - 1);
    assert_eq!(last.attempts() as usize, requests.len());
    for (number, request) in requests.iter().enumerate() {
        let left = deadline.map(|deadline| deadline.checked_sub(elapsed));
        let left = left.map(|left| left.expect("an attempt after the deadline"));
        let limit = left.map_or(timeout, |left| timeout.min(left));
        assert_eq!(request.limits().timeout, limit);
        let fate = plan.fates[number].seen(limit);
        elapsed += Duration::from_secs(fate.seconds).min(limit);
        let (low, high) = bounds(number, fate.floor());
        if let Some(wait) = waits.get(number) {
            assert!(fate.may_be_repeated(), "a retry after {fate:?}");
            assert!(
                (low..=high).contains(wait),
                "{wait:?} is not in {low:?}..={high:?}"
            );
            elapsed += *wait;
        } else {
            let used_up = number + 1 == plan.allowed();
            let over = deadline.is_some_and(|deadline| elapsed + high >= deadline);
            assert!(
                !fate.may_be_repeated() || used_up || over,
                "no retry after {fate:?}"
            );
            assert_eq!(last.status(), fate.has_head().then_some(fate.status));
        }
    }
    assert!(deadline.is_none_or(|deadline| elapsed <= deadline));
}

/// One key for all attempts, and the same bytes.
fn check_requests(plan: &PreparedRequest, requests: &[RecordedRequest], last: &Meta) {
    let key = last.idempotency_key();
    match (&plan.key, plan.method) {
        (Some(own), _) => assert_eq!(key, Some(own.as_str())),
        (None, Method::Post) => assert!(key.is_some_and(|key| key.len() == 36)),
        (None, _) => assert_eq!(key, None),
    }
    for request in requests {
        assert_eq!(request.header("Idempotency-Key"), key);
        assert_eq!(request.headers(), requests[0].headers());
        assert_eq!((request.method(), request.path()), (plan.method, "/v1/x"));
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
    fn every_sequence_of_outcomes_goes_by_the_rules(plan in plan()) {
        let script = MockTransport::new(plan.fates.iter().map(AttemptOutcome::turn));
        let answer = plan.run(&script);
        let requests = script.requests();
        let waits = script.waits();
        let last = match &answer {
            Ok(meta) => meta,
            Err(error) => error.meta(),
        };
        check(&plan, &requests, &waits, last);
        check_requests(&plan, &requests, last);
        // A success is a whole answer of 2xx, and the last word.
        let success = matches!(last.status(), Some(200..=299)) && !last.raw_body().is_empty();
        prop_assert_eq!(answer.is_ok(), success);
        if let Err(error) = &answer {
            prop_assert_eq!(error.is_connection(), last.raw_body().is_empty());
        }
    }
}
