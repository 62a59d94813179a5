//! The attempts of a call as a state machine without I/O.
//!
//! It receives the outcome of each attempt and returns the next step. The drivers of
//! both clients are thin loops around it.

use std::time::{Duration, Instant};

use crate::runtime::call::prepare::PreparedRequest;
use crate::runtime::http::error::{TransportError, TransportErrorKind};
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{Limits, Method};
use crate::runtime::outcome::api_error::ErrorFields;
use crate::runtime::outcome::error::{Error, is_success};
use crate::runtime::outcome::response::{Meta, ResponseInfo};

/// The status and headers of a response.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) headers: Headers,
}

/// The maximum size of the body of an unsuccessful response, in bytes. Error objects have a
/// few kilobytes.
const MAX_ERROR_SIZE: usize = 1024 * 1024;

impl Head {
    /// Returns the maximum size of the body, in bytes.
    pub(crate) fn body_limit(&self, limits: Limits) -> usize {
        if is_success(self.status) {
            limits.max_response_size
        } else {
            limits.max_response_size.min(MAX_ERROR_SIZE)
        }
    }
}

/// The outcome of an attempt.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A complete response, with its error object if it has one.
    Response(Head, Vec<u8>, Option<ErrorFields>),
    /// No complete response arrived. The head is present if it had arrived.
    TransportError(Option<Head>, TransportError),
    /// The attempt was not made, since the deadline had passed or the call was
    /// cancelled.
    NotSent(TransportError),
}

impl Outcome {
    /// Creates the outcome of a complete response. Its error object is read once, here.
    pub(crate) fn response(head: Head, body: Vec<u8>) -> Self {
        let error =
            if is_success(head.status) { None } else { ErrorFields::read(&body) };
        Self::Response(head, body, error)
    }
}

/// The next step of a call.
#[derive(Debug)]
pub(crate) enum Next {
    /// Wait for this duration, then send the request again.
    Retry(Duration),
    Done(Result<Meta, Error>),
}

/// The state of a call between its attempts.
#[derive(Debug)]
pub(crate) struct RetryState {
    pub(crate) prepared: PreparedRequest,
    /// The end of the time limit of the whole call.
    deadline: Option<Instant>,
    retries: u32,
    /// `true` if an attempt may have taken effect and no later response has settled it.
    outcome_unknown: bool,
    /// `true` if an attempt ended without a complete response.
    lost: bool,
    /// The outcome of the previous attempt.
    last: Option<Outcome>,
}

impl RetryState {
    pub(crate) fn new(prepared: PreparedRequest, now: Instant) -> Self {
        let deadline = prepared.deadline.and_then(|limit| now.checked_add(limit));
        Self {
            prepared,
            deadline,
            retries: 0,
            outcome_unknown: false,
            lost: false,
            last: None,
        }
    }

    /// Returns the number of the current attempt, starting at 1.
    pub(crate) const fn number(&self) -> u32 {
        self.retries.saturating_add(1)
    }

    /// Returns the limits for an attempt that starts now.
    pub(crate) fn limits(&self, now: Instant) -> Limits {
        let mut limits = self.prepared.limits;
        if let Some(remaining) = self.remaining(now) {
            limits.timeout = limits.timeout.min(remaining);
        }
        limits.connect_timeout = limits.connect_timeout.min(limits.timeout);
        limits.fresh_connection = self.lost;
        limits
    }

    fn remaining(&self, now: Instant) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(now))
    }

    /// Records the outcome of an attempt and returns the next step. `random` determines
    /// the jitter of the delay.
    pub(crate) fn after(&mut self, outcome: Outcome, now: Instant, random: u64) -> Next {
        self.outcome_unknown = self.outcome_unknown(&outcome);
        self.lost |= matches!(outcome, Outcome::TransportError(..));
        let (head, error) = match &outcome {
            Outcome::Response(head, ..) if is_success(head.status) => {
                return self.done(outcome, self.number());
            }
            Outcome::Response(head, _, error) => (Some(head), error.as_ref()),
            Outcome::TransportError(head, _) => (head.as_ref(), None),
            Outcome::NotSent(_) => {
                // The outcome of the last attempt that was made is more informative.
                let last = self.last.take().unwrap_or(outcome);
                return self.done(last, self.retries);
            }
        };
        let header = |name| head.and_then(|head| head.headers.get(name));
        let delay =
            super::delay(self.retries, random, super::floor(header("retry-after")));
        let status = head.map(|head| head.status);
        let again = super::again(&super::Attempt {
            retries: self.retries,
            max_retries: self.prepared.max_retries,
            stopped: self.prepared.cancel.is_cancelled()
                || self.remaining(now).is_some_and(|remaining| remaining <= delay),
            transport: match &outcome {
                Outcome::TransportError(_, error) => Some(error.kind()),
                _ => None,
            },
            status,
            should_retry: header("stripe-should-retry"),
            code: error.and_then(|error| error.get("code")),
        });
        if !again {
            return self.done(outcome, self.number());
        }
        self.last = Some(outcome);
        self.retries += 1;
        Next::Retry(delay)
    }

    /// Returns the final result of the call after this number of attempts.
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
            Outcome::Response(head, body, _) if is_success(head.status) => {
                return Next::Done(Ok(Meta::new(info(Some(head), body))));
            }
            Outcome::Response(head, body, error) => {
                Error::api(error, info(Some(head), body), self.prepared.v2)
            }
            Outcome::TransportError(head, error) => {
                Error::transport(error, info(head, Vec::new()))
            }
            Outcome::NotSent(error) => Error::transport(error, info(None, Vec::new())),
        };
        Next::Done(Err(error.outcome_unknown(self.outcome_unknown)))
    }

    /// Returns `true` if the call may have taken effect, given the attempts so far and the
    /// outcome of another one.
    fn outcome_unknown(&self, outcome: &Outcome) -> bool {
        let before = self.outcome_unknown;
        if self.prepared.request.method == Method::Get {
            // GET requests have no side effects.
            return false;
        }
        let (status, error) = match outcome {
            Outcome::NotSent(_) => return before,
            Outcome::TransportError(None, error) => return before || error.is_sent(),
            // The call has taken effect, although its result is too large.
            Outcome::TransportError(Some(head), error)
                if is_success(head.status)
                    && error.kind() == TransportErrorKind::TooLarge =>
            {
                return false;
            }
            Outcome::TransportError(Some(head), _) if is_success(head.status) => {
                return true;
            }
            Outcome::TransportError(Some(head), _) => (head.status, None),
            Outcome::Response(head, _, error) => (head.status, error.as_ref()),
        };
        match status {
            status if is_success(status) => false,
            // With an idempotency key, this response applies to all attempts.
            400 | 402 | 404
                if self.is_idempotent() && error.is_some_and(ErrorFields::is_final) =>
            {
                false
            }
            500.. => true,
            // Only this attempt was rejected; earlier ones may have taken effect.
            _ => before,
        }
    }

    /// Returns `true` if the server executes the call only once, however often it is sent.
    /// In API v1, it ignores the idempotency keys of DELETE requests.
    fn is_idempotent(&self) -> bool {
        let prepared = &self.prepared;
        prepared.idempotency_key.is_some()
            && (prepared.v2 || prepared.request.method == Method::Post)
    }
}
