//! For tests of programs that use this crate: a transport that follows a script, and samples of
//! what the API sends. Webhooks are signed by [`webhook::TestHeader`](super::webhook::TestHeader).
//!
//! Nothing is sent and no time passes: delays and waiting are counted, not waited for, so a test
//! of retries and timeouts ends at once and needs no runtime of a certain kind.

mod place;
mod recorded;
mod sample;
mod turn;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

pub use self::recorded::Recorded;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::sample::samples;
pub use self::sample::{Sample, Sampled};
pub use self::turn::Turn;
use super::cancel::CancelToken;
use super::client::{Async, Blocking, Client, ClientBuilder};
use super::clock::Clock;
use super::config::SCRIPT_KEY as KEY;
use super::transport::{
    BlockingBody, BlockingTransport, BoxFuture, Failure, HttpRequest, Limits, Reply,
    Transport,
};

/// A transport that answers each request by the next turn of a script and keeps what was sent.
///
/// Clones share the script. A request beyond its end fails and is not repeated.
#[derive(Clone)]
pub struct Script(Arc<Shared>);

type Answer = dyn Fn(&Recorded) -> Option<Turn> + Send + Sync;

struct Shared {
    state: Mutex<State>,
    answer: Box<Answer>,
    start: Instant,
}

#[derive(Default)]
struct State {
    turns: VecDeque<Turn>,
    requests: Vec<Recorded>,
    waits: Vec<Duration>,
    elapsed: Duration,
}

impl Script {
    /// A script of these turns, one for each attempt.
    pub fn new(turns: impl IntoIterator<Item = Turn>) -> Self {
        let script = Self::from_fn(|_| None);
        script.state().turns.extend(turns);
        script
    }

    /// A script that decides by the request; with `None` the request fails.
    pub fn from_fn(
        answer: impl Fn(&Recorded) -> Option<Turn> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(Shared {
            state: Mutex::default(),
            answer: Box::new(answer),
            start: Instant::now(),
        }))
    }

    /// Adds a turn at the end.
    pub fn push(&self, turn: Turn) {
        self.state().turns.push_back(turn);
    }

    /// A client on this script.
    #[must_use]
    pub fn client(&self) -> Client<Async> {
        Client::scripted(Async(Arc::new(self.clone())), self.clone())
    }

    /// A blocking client on this script.
    #[must_use]
    pub fn blocking_client(&self) -> Client<Blocking> {
        Client::scripted(Blocking(Arc::new(self.clone())), self.clone())
    }

    /// Starts to configure a client on this script.
    pub fn builder(&self) -> ClientBuilder<Async> {
        let builder = Client::<Async>::builder(KEY);
        builder.transport(self.clone()).clock(self.clone())
    }

    /// Starts to configure a blocking client on this script.
    pub fn blocking_builder(&self) -> ClientBuilder<Blocking> {
        let builder = Client::<Blocking>::builder(KEY);
        builder.transport(self.clone()).clock(self.clone())
    }

    /// All requests so far, every attempt of a call for itself.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.state().requests.clone()
    }

    /// How long was waited between the attempts.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.state().waits.clone()
    }

    /// How many turns are left.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.state().turns.len()
    }

    /// A test that panicked elsewhere does not make this one fail.
    fn state(&self) -> MutexGuard<'_, State> {
        let state = self.0.state.lock();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self, request: &HttpRequest, limits: Limits) -> Result<Turn, Failure> {
        let recorded = Recorded::new(request, limits);
        let turn = self.state().turns.pop_front();
        let turn = turn.or_else(|| (self.0.answer)(&recorded));
        let mut state = self.state();
        state.requests.push(recorded);
        let turn = turn.ok_or_else(|| Failure::exhausted(request))?;
        let delay = turn.delay();
        state.elapsed = state.elapsed.saturating_add(delay.min(limits.timeout));
        if delay >= limits.timeout {
            return Err(Failure::timeout());
        }
        Ok(turn)
    }

    fn wait(&self, duration: Duration) {
        let mut state = self.state();
        state.elapsed = state.elapsed.saturating_add(duration);
        state.waits.push(duration);
    }
}

impl Transport for Script {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<Reply, Failure>> {
        let reply = self.turn(request, limits).and_then(Turn::reply);
        Box::pin(std::future::ready(reply))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // The alarm of an attempt is never looked at, so it does not count.
        let script = self.clone();
        Box::pin(async move { script.wait(duration) })
    }
}

impl BlockingTransport for Script {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<Reply<BlockingBody>, Failure> {
        self.turn(request, limits).and_then(Turn::blocking_reply)
    }

    fn sleep(&self, duration: Duration, _cancel: &CancelToken) {
        self.wait(duration);
    }
}

/// The clock of a script: time passes only by its delays and waits.
impl Clock for Script {
    fn now(&self) -> Instant {
        let start = self.0.start;
        start.checked_add(self.state().elapsed).unwrap_or(start)
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (requests, remaining) = (self.requests().len(), self.remaining());
        f.debug_struct("Script")
            .field("requests", &requests)
            .field("remaining", &remaining)
            .finish_non_exhaustive()
    }
}
