//! The loops that carry out a call: the state machine decides, a transport does.

mod blocking;
mod race;

use super::attempts::{Attempts, Head, Next, Outcome};
use super::clock;
use super::config::Config;
use super::error::Error;
use super::plan::Plan;
use super::response::Meta;
use super::trace::Trace;
use super::transport::{Body, BoxFuture, Failure, HttpRequest, Limits, Transport};

pub(crate) use self::blocking::run as run_blocking;
use self::race::{Race, race};

/// Carries out a call on an asynchronous transport.
pub(crate) async fn run(
    config: &Config,
    transport: &dyn Transport,
    plan: Plan,
) -> Result<Meta, Error> {
    let trace = Trace::new(&plan);
    trace.within(attempts(config, transport, plan, &trace)).await
}

async fn attempts(
    config: &Config,
    transport: &dyn Transport,
    plan: Plan,
    trace: &Trace,
) -> Result<Meta, Error> {
    let mut attempts = Attempts::new(plan, config.clock.now());
    loop {
        let limits = attempts.limits(config.clock.now());
        let outcome = exchange(transport, &attempts.plan.request, limits).await;
        trace.outcome(&attempts, &outcome);
        let random = clock::number(config.random.as_ref());
        let next = attempts.after(outcome, config.clock.now(), random);
        Trace::next(&next);
        match next {
            Next::Retry(delay) => transport.sleep(delay).await,
            Next::Done(result) => return result,
        }
    }
}

/// One attempt, within its limits.
async fn exchange(
    transport: &dyn Transport,
    request: &HttpRequest,
    limits: Limits,
) -> Outcome {
    if limits.timeout.is_zero() {
        // The deadline passed while this was waited for: no answer could come in time.
        return Outcome::Unsent(Failure::timeout());
    }
    let mut alarm = transport.sleep(limits.timeout);
    let reply = match race(transport.send(request, limits), &mut alarm).await {
        Race::Won(Ok(reply)) => reply,
        Race::Won(Err(failure)) => return Outcome::Lost(None, failure),
        Race::Late => return Outcome::Lost(None, Failure::timeout()),
    };
    let head = Head { status: reply.status, headers: reply.headers };
    match read(reply.body, &head, limits.max_response_size, &mut alarm).await {
        Ok(body) => Outcome::Answer(head, body),
        Err(failure) => Outcome::Lost(Some(head), failure),
    }
}

/// Reads a body to its end, but no more than the limit of it.
async fn read(
    mut body: Body,
    head: &Head,
    limit: usize,
    alarm: &mut BoxFuture<'static, ()>,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::with_capacity(expected(head, limit)?);
    loop {
        match race(body.0.next(), alarm).await {
            Race::Late => return Err(Failure::timeout()),
            Race::Won(chunk) => match chunk? {
                Some(chunk) if chunk.len() > limit - bytes.len() => {
                    return Err(Failure::too_large());
                }
                Some(chunk) => bytes.extend_from_slice(&chunk),
                None => return Ok(bytes),
            },
        }
    }
}

/// The length that the server announced, as far as it can be trusted with memory.
fn expected(head: &Head, limit: usize) -> Result<usize, Failure> {
    const TRUSTED: usize = 64 * 1024;
    let length = head.headers.get("content-length");
    match length.and_then(|text| text.parse::<usize>().ok()) {
        Some(length) if length > limit => Err(Failure::too_large()),
        Some(length) => Ok(length.min(TRUSTED)),
        None => Ok(0),
    }
}
