//! The tracing span around a call. Without the feature `tracing` this module compiles to
//! nothing.
//!
//! A span records method, path (without ids where a method of this crate created it),
//! status, request id, attempts and duration, but never a body, a query, a key or
//! another secret.

use crate::runtime::call::prepare::PreparedRequest;
use crate::runtime::call::retry::state::{Next, Outcome, RetryState};

/// The span of a call.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(not(feature = "tracing"))]
#[allow(
    clippy::unused_self,
    reason = "the same signatures with and without the feature"
)]
impl Trace {
    pub(crate) fn new(_prepared: &PreparedRequest) -> Self {
        Self {}
    }

    pub(crate) fn within<F>(&self, work: F) -> F {
        work
    }

    pub(crate) fn run<T>(&self, work: impl FnOnce() -> T) -> T {
        work()
    }

    pub(crate) fn outcome(&self, _state: &RetryState, _outcome: &Outcome) {}

    pub(crate) fn next(_next: &Next) {}
}

#[cfg(feature = "tracing")]
impl Trace {
    pub(crate) fn new(prepared: &PreparedRequest) -> Self {
        let span = tracing::info_span!(
            "stripe",
            method = prepared.request.method.as_str(),
            path = prepared.template,
            status = tracing::field::Empty,
            request_id = tracing::field::Empty,
            attempts = tracing::field::Empty,
            duration_ms = tracing::field::Empty,
        );
        Self { span }
    }

    /// Wraps a future so that it is polled inside the span.
    pub(crate) fn within<F: Future>(&self, work: F) -> impl Future<Output = F::Output> {
        let span = self.span.clone();
        let started = std::time::Instant::now();
        let mut work = Box::pin(work);
        std::future::poll_fn(move |cx| {
            let _entered = span.enter();
            let poll = work.as_mut().poll(cx);
            if poll.is_ready() {
                span.record("duration_ms", milliseconds(started));
            }
            poll
        })
    }

    pub(crate) fn run<T>(&self, work: impl FnOnce() -> T) -> T {
        let started = std::time::Instant::now();
        self.span.in_scope(|| {
            let result = work();
            self.span.record("duration_ms", milliseconds(started));
            result
        })
    }

    /// Records the outcome of an attempt. Must be called inside the span.
    pub(crate) fn outcome(&self, state: &RetryState, outcome: &Outcome) {
        let attempt = state.number();
        let (head, failure) = match outcome {
            Outcome::Response(head, ..) => (Some(head), None),
            Outcome::TransportError(head, failure) => {
                (head.as_ref(), Some(failure.message()))
            }
            Outcome::NotSent(_) => return,
        };
        let span = &self.span;
        span.record("attempts", attempt);
        if let Some(head) = head {
            span.record("status", head.status);
            if let Some(id) = head.headers.get("request-id") {
                span.record("request_id", id);
            }
            if let Some(notice) = head.headers.get("stripe-notice") {
                tracing::warn!(notice, "the server sent a notice");
            }
        }
        let status = head.map(|head| head.status);
        tracing::debug!(attempt, status, failure, "attempt ended");
    }

    /// Logs the next step. Must be called inside the span.
    pub(crate) fn next(next: &Next) {
        if let Next::Retry(delay) = next {
            tracing::debug!(delay_ms = delay.as_millis(), "waiting to try again");
        }
    }
}

#[cfg(feature = "tracing")]
fn milliseconds(since: std::time::Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
