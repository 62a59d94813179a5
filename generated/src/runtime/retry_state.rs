//! The attempts of one call, as a machine without I/O: it is told what became of an attempt and
//! says what to do next. The drivers for both kinds of client are thin loops around it.

use std::time::{Duration, Instant};

use super::api_error::ApiError;
use super::error::{Error, is_success};
use super::headers::Headers;
use super::prepare::PreparedRequest;
use super::response::{Meta, ResponseInfo};
use super::retry;
use super::transport::{Limits, Method, TransportError, TransportErrorKind};

/// Status and headers of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) headers: Headers,
}

/// What became of an attempt.
#[derive(Debug)]
pub(crate) enum Outcome {
    Response(Head, Vec<u8>),
    /// No whole answer; perhaps the head of one.
    TransportError(Option<Head>, TransportError),
    /// It was not made: it was too late for it, or the caller had given up.
    NotSent(TransportError),
}

/// What to do next.
#[derive(Debug)]
pub(crate) enum Next {
    /// Wait this long, then send again.
    Retry(Duration),
    Done(Result<Meta, Error>),
}

/// The state of a call between its attempts.
#[derive(Debug)]
pub(crate) struct RetryState {
    pub(crate) prepared: PreparedRequest,
    /// When the time for all of it is up.
    deadline: Option<Instant>,
    retries: u32,
    /// An attempt may have taken effect, and no answer has settled it since.
    outcome_unknown: bool,
    /// What became of the attempt before.
    last: Option<Outcome>,
}

impl RetryState {
    pub(crate) fn new(prepared: PreparedRequest, now: Instant) -> Self {
        let deadline = prepared.deadline.and_then(|limit| now.checked_add(limit));
        Self { prepared, deadline, retries: 0, outcome_unknown: false, last: None }
    }

    /// The number of the attempt that is being made, from 1.
    pub(crate) const fn number(&self) -> u32 {
        self.retries.saturating_add(1)
    }

    /// The limits for the attempt that begins now.
    pub(crate) fn limits(&self, now: Instant) -> Limits {
        let mut limits = self.prepared.limits;
        if let Some(left) = self.left(now) {
            limits.timeout = limits.timeout.min(left);
        }
        limits.connect_timeout = limits.connect_timeout.min(limits.timeout);
        limits
    }

    fn left(&self, now: Instant) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(now))
    }

    /// Takes what became of an attempt. `random` spreads the delay.
    pub(crate) fn after(&mut self, outcome: Outcome, now: Instant, random: u64) -> Next {
        // To read takes no effect.
        self.outcome_unknown = self.prepared.request.method != Method::Get
            && outcome_unknown(
                self.outcome_unknown,
                self.prepared.idempotency_key.is_some(),
                &outcome,
            );
        let (head, body) = match &outcome {
            Outcome::Response(head, _) if is_success(head.status) => {
                return self.done(outcome, self.number());
            }
            Outcome::Response(head, body) => (Some(head), body.as_slice()),
            Outcome::TransportError(head, _) => (head.as_ref(), [].as_slice()),
            Outcome::NotSent(_) => {
                // The last attempt that was made has more to say.
                let last = self.last.take().unwrap_or(outcome);
                return self.done(last, self.retries);
            }
        };
        let header = |name| head.and_then(|head| head.headers.get(name));
        let delay =
            retry::delay(self.retries, random, retry::floor(header("retry-after")));
        let status = head.map(|head| head.status);
        // Only this status has a code that matters.
        let error = (status == Some(429)).then(|| ApiError::read(body)).flatten();
        let again = retry::again(&retry::Attempt {
            retries: self.retries,
            max_retries: self.prepared.max_retries,
            over: self.prepared.cancel.is_cancelled()
                || self.left(now).is_some_and(|left| left <= delay),
            transport: match &outcome {
                Outcome::TransportError(_, error) => Some(error.kind()),
                _ => None,
            },
            status,
            should_retry: header("stripe-should-retry"),
            code: error.as_ref().and_then(ApiError::code),
        });
        if !again {
            return self.done(outcome, self.number());
        }
        self.last = Some(outcome);
        self.retries += 1;
        Next::Retry(delay)
    }

    /// The end of the call, after so many attempts.
    fn done(&self, outcome: Outcome, attempts: u32) -> Next {
        let info = |head: Option<Head>, body| {
            let (status, headers) = head.map(|head| (head.status, head.headers)).unzip();
            ResponseInfo {
                status,
                headers: headers.unwrap_or_default(),
                body,
                idempotency_key: self.prepared.idempotency_key.clone(),
                attempts,
            }
        };
        let error = match outcome {
            Outcome::Response(head, body) if is_success(head.status) => {
                return Next::Done(Ok(Meta::new(info(Some(head), body))));
            }
            Outcome::Response(head, body) => {
                Error::api(info(Some(head), body), self.prepared.v2)
            }
            Outcome::TransportError(head, error) => {
                Error::transport(error, info(head, Vec::new()))
            }
            Outcome::NotSent(error) => Error::transport(error, info(None, Vec::new())),
        };
        Next::Done(Err(error.outcome_unknown(self.outcome_unknown)))
    }
}

/// Whether the call may have taken effect, after one more attempt.
fn outcome_unknown(before: bool, keyed: bool, outcome: &Outcome) -> bool {
    let (status, lost) = match outcome {
        Outcome::NotSent(_) => return before,
        Outcome::TransportError(None, error) => return before || error.is_sent(),
        Outcome::TransportError(Some(head), error) => {
            (head.status, error.kind() != TransportErrorKind::TooLarge)
        }
        Outcome::Response(head, _) => (head.status, false),
    };
    match status {
        // It has, but what came of it is lost.
        status if is_success(status) => lost,
        // Under its key, this is the answer to all attempts.
        400 | 402 | 404 if keyed => false,
        500.. => true,
        // The door was shut this time: that says nothing about the attempts before.
        _ => before,
    }
}
