//! The loop of the blocking client.

use std::io::{ErrorKind, Read};
use std::time::Instant;

use super::expected;
use crate::runtime::attempts::{Attempts, Head, Next, Outcome};
use crate::runtime::clock;
use crate::runtime::config::Config;
use crate::runtime::error::Error;
use crate::runtime::plan::Plan;
use crate::runtime::response::Meta;
use crate::runtime::trace::Trace;
use crate::runtime::transport::{
    BlockingBody, BlockingTransport, Failure, HttpRequest, Limits,
};

const CHUNK: usize = 16 * 1024;

/// Carries out a call on a blocking transport.
pub(crate) fn run(
    config: &Config,
    transport: &dyn BlockingTransport,
    plan: Plan,
) -> Result<Meta, Error> {
    let trace = Trace::new(&plan);
    trace.run(|| attempts(config, transport, plan, &trace))
}

fn attempts(
    config: &Config,
    transport: &dyn BlockingTransport,
    plan: Plan,
    trace: &Trace,
) -> Result<Meta, Error> {
    let mut attempts = Attempts::new(plan, config.clock.now());
    loop {
        let limits = attempts.limits(config.clock.now());
        let outcome = if attempts.plan.cancel.is_cancelled() {
            Outcome::Unsent(Failure::cancelled())
        } else {
            exchange(transport, &attempts.plan.request, limits)
        };
        trace.outcome(&attempts, &outcome);
        let random = clock::number(config.random.as_ref());
        let next = attempts.after(outcome, config.clock.now(), random);
        Trace::next(&next);
        match next {
            Next::Retry(delay) => transport.sleep(delay, &attempts.plan.cancel),
            Next::Done(result) => return result,
        }
    }
}

fn exchange(
    transport: &dyn BlockingTransport,
    request: &HttpRequest,
    limits: Limits,
) -> Outcome {
    if limits.timeout.is_zero() {
        // The deadline passed while this was waited for: no answer could come in time.
        return Outcome::Unsent(Failure::timeout());
    }
    let started = Instant::now();
    let reply = match transport.send(request, limits) {
        Ok(reply) => reply,
        Err(failure) => return Outcome::Lost(None, failure),
    };
    let head = Head { status: reply.status, headers: reply.headers };
    match read(reply.body, &head, limits, started) {
        Ok(body) => Outcome::Answer(head, body),
        Err(failure) => Outcome::Lost(Some(head), failure),
    }
}

/// Reads a body to its end, but no more than the limit of it. A server that sends a byte now and
/// then must not hold the thread: the time is looked at between the pieces.
fn read(
    mut body: BlockingBody,
    head: &Head,
    limits: Limits,
    started: Instant,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::with_capacity(expected(head, limits.max_response_size)?);
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = match body.0.read(&mut chunk) {
            Ok(0) => return Ok(bytes),
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == ErrorKind::TimedOut => {
                return Err(Failure::timeout());
            }
            Err(error) => return Err(Failure::connection(error)),
        };
        if length > limits.max_response_size - bytes.len() {
            return Err(Failure::too_large());
        }
        bytes.extend_from_slice(chunk.get(..length).unwrap_or_default());
        if started.elapsed() >= limits.timeout {
            return Err(Failure::timeout());
        }
    }
}
