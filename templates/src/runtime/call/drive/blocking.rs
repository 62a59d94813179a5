//! Runs calls on a blocking transport.

use std::io::{ErrorKind, Read};
use std::time::Instant;

use super::expected;
use super::trace::Trace;
use crate::runtime::call::clock;
use crate::runtime::call::config::Config;
use crate::runtime::call::prepare::PreparedRequest;
use crate::runtime::call::retry::state::{Head, Next, Outcome, RetryState};
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{BlockingBody, HttpRequest, Limits};
use crate::runtime::http::transport::BlockingTransport;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Meta;

/// The size of the read buffer, in bytes.
const CHUNK: usize = 16 * 1024;

/// Runs a call on a blocking transport.
pub(crate) fn run(
    config: &Config,
    transport: &dyn BlockingTransport,
    prepared: PreparedRequest,
) -> Result<Meta, Error> {
    let trace = Trace::new(&prepared);
    trace.run(|| run_attempts(config, transport, prepared, &trace))
}

fn run_attempts(
    config: &Config,
    transport: &dyn BlockingTransport,
    prepared: PreparedRequest,
    trace: &Trace,
) -> Result<Meta, Error> {
    let mut state = RetryState::new(prepared, config.clock.now());
    loop {
        let limits = state.limits(config.clock.now());
        let outcome = if state.prepared.cancel.is_cancelled() {
            Outcome::NotSent(TransportError::cancelled())
        } else {
            execute(transport, &state.prepared.request, limits)
        };
        trace.outcome(&state, &outcome);
        let random = clock::random_u64(config.random.as_ref());
        let next = state.after(outcome, config.clock.now(), random);
        Trace::next(&next);
        match next {
            Next::Retry(delay) => transport.sleep(delay, &state.prepared.cancel),
            Next::Done(result) => return result,
        }
    }
}

fn execute(
    transport: &dyn BlockingTransport,
    request: &HttpRequest,
    limits: Limits,
) -> Outcome {
    if limits.timeout.is_zero() {
        // The deadline has passed, so that no response could arrive in time.
        return Outcome::NotSent(TransportError::timeout());
    }
    let started = Instant::now();
    let response = match transport.send(request, limits) {
        Ok(response) => response,
        Err(error) => return Outcome::TransportError(None, error),
    };
    let head = Head { status: response.status, headers: response.headers };
    match read(response.body, &head, limits, started) {
        Ok(body) => Outcome::response(head, body),
        Err(error) => Outcome::TransportError(Some(head), error),
    }
}

/// Reads a body to its end, up to the limit of its size.
///
/// The time limit is checked after each chunk: a server that keeps sending a few bytes
/// must not hold the thread.
fn read(
    mut body: BlockingBody,
    head: &Head,
    limits: Limits,
    started: Instant,
) -> Result<Vec<u8>, TransportError> {
    let limit = head.body_limit(limits);
    let mut bytes = Vec::with_capacity(expected(head, limit)?);
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = match body.0.read(&mut chunk) {
            Ok(0) => return Ok(bytes),
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == ErrorKind::TimedOut => {
                return Err(TransportError::timeout());
            }
            Err(error) => return Err(TransportError::connection(error)),
        };
        if length > limit - bytes.len() {
            return Err(TransportError::too_large());
        }
        bytes.extend_from_slice(chunk.get(..length).unwrap_or_default());
        if started.elapsed() >= limits.timeout {
            return Err(TransportError::timeout());
        }
    }
}
