//! Runs calls: the loop around [`RetryState`] and the asynchronous transport.

mod blocking;
mod race;
mod trace;

use super::clock;
use super::config::Config;
use super::prepare::PreparedRequest;
use super::retry::state::{Head, Next, Outcome, RetryState};
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{Body, BoxFuture, HttpRequest, Limits};
use crate::runtime::http::send_state::SendState;
use crate::runtime::http::transport::Transport;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Meta;

pub(crate) use self::blocking::run as run_blocking;
use self::race::{Race, race};
use self::trace::Trace;

/// Runs a call on an asynchronous transport.
pub(crate) async fn run(
    config: &Config,
    transport: &dyn Transport,
    prepared: PreparedRequest,
) -> Result<Meta, Error> {
    let trace = Trace::new(&prepared);
    trace.within(run_attempts(config, transport, prepared, &trace)).await
}

async fn run_attempts(
    config: &Config,
    transport: &dyn Transport,
    prepared: PreparedRequest,
    trace: &Trace,
) -> Result<Meta, Error> {
    let mut state = RetryState::new(prepared, config.clock.now());
    loop {
        let limits = state.limits(config.clock.now());
        state.prepared.request.send_state = SendState::default();
        let outcome = execute(transport, &state.prepared.request, limits).await;
        trace.outcome(&state, &outcome);
        let random = clock::random_u64(config.random.as_ref());
        let next = state.after(outcome, config.clock.now(), random);
        Trace::next(&next);
        match next {
            Next::Retry(delay) => transport.sleep(delay).await,
            Next::Done(result) => return result,
        }
    }
}

/// Makes one attempt within its limits.
async fn execute(
    transport: &dyn Transport,
    request: &HttpRequest,
    limits: Limits,
) -> Outcome {
    if limits.timeout.is_zero() {
        // The deadline has passed, so that no response could arrive in time.
        return Outcome::NotSent(TransportError::timeout());
    }
    let mut timeout = transport.sleep(limits.timeout);
    let response = match race(transport.send(request, limits), &mut timeout).await {
        Race::Completed(Ok(response)) => response,
        Race::Completed(Err(error)) => return Outcome::TransportError(None, error),
        Race::TimedOut => {
            let error = if request.send_state.abandon() {
                TransportError::connection_wait_timeout()
            } else {
                TransportError::timeout()
            };
            return Outcome::TransportError(None, error);
        }
    };
    let head = Head { status: response.status, headers: response.headers };
    let limit = head.body_limit(limits);
    match read(response.body, &head, limit, &mut timeout).await {
        Ok(body) => Outcome::response(head, body),
        Err(error) => Outcome::TransportError(Some(head), error),
    }
}

/// Reads a body to its end, up to `limit` bytes.
async fn read(
    mut body: Body,
    head: &Head,
    limit: usize,
    timeout: &mut BoxFuture<'static, ()>,
) -> Result<Vec<u8>, TransportError> {
    let mut bytes = Vec::with_capacity(expected(head, limit)?);
    loop {
        match race(body.0.next(), timeout).await {
            Race::TimedOut => return Err(TransportError::timeout()),
            Race::Completed(chunk) => match chunk? {
                Some(chunk) if chunk.len() > limit - bytes.len() => {
                    return Err(TransportError::too_large());
                }
                Some(chunk) => bytes.extend_from_slice(&chunk),
                None => return Ok(bytes),
            },
        }
    }
}

/// Returns the capacity to reserve for a body: its `Content-Length`, but no more than is
/// safe to allocate before the bytes have arrived.
fn expected(head: &Head, limit: usize) -> Result<usize, TransportError> {
    const MAX_CAPACITY: usize = 64 * 1024;
    let length = head.headers.get("content-length");
    match length.and_then(|length| length.parse::<usize>().ok()) {
        Some(length) if length > limit => Err(TransportError::too_large()),
        Some(length) => Ok(length.min(MAX_CAPACITY)),
        None => Ok(0),
    }
}
