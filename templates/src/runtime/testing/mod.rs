//! Support for testing programs that use this crate: a transport with prepared
//! responses, fixtures of API objects, and signed webhooks.
//!
//! Nothing is sent and no time passes: delays and waits are recorded instead of awaited.
//! A test of retries and timeouts therefore ends at once, and does not need a particular
//! async runtime.

mod fixture;
mod mock_response;
mod multipart;
mod place;
mod recorded_request;
mod signature_header;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::fixture::fixtures;
pub use self::fixture::{Fixture, HasFixture};
pub use self::mock_response::MockResponse;
pub use self::recorded_request::RecordedRequest;
pub use self::signature_header::SignatureHeader;
use crate::runtime::call::client::{Async, Blocking, Client, ClientBuilder};
use crate::runtime::call::clock::Clock;
use crate::runtime::call::config::MOCK_KEY as KEY;
use crate::runtime::http::cancel::CancelToken;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{
    BlockingBody, BoxFuture, HttpRequest, HttpResponse, Limits,
};
use crate::runtime::http::transport::{BlockingTransport, Transport};

/// A transport that returns prepared responses and records the requests.
///
/// Clones share their responses and requests. A request for which no response is left
/// fails and is not retried.
#[doc = include_str!("../docs/mock_transport.md")]
#[derive(Clone)]
#[doc(alias = "mock")]
pub struct MockTransport(Arc<Shared>);

type Respond = dyn Fn(&RecordedRequest) -> Option<MockResponse> + Send + Sync;

struct Shared {
    state: Mutex<State>,
    respond: Box<Respond>,
    start: Instant,
}

#[derive(Default)]
struct State {
    responses: VecDeque<MockResponse>,
    requests: Vec<RecordedRequest>,
    waits: Vec<Duration>,
    elapsed: Duration,
}

impl MockTransport {
    /// Creates a transport with these responses, one per attempt.
    pub fn new(responses: impl IntoIterator<Item = MockResponse>) -> Self {
        let transport = Self::from_fn(|_| None);
        transport.state().responses.extend(responses);
        transport
    }

    /// Creates a transport that computes each response from the request. If the function
    /// returns `None`, the request fails.
    pub fn from_fn(
        respond: impl Fn(&RecordedRequest) -> Option<MockResponse> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(Shared {
            state: Mutex::default(),
            respond: Box::new(respond),
            start: Instant::now(),
        }))
    }

    /// Adds a response after all others.
    pub fn push(&self, response: MockResponse) {
        self.state().responses.push_back(response);
    }

    /// Builds a client with this transport.
    #[must_use]
    pub fn client(&self) -> Client<Async> {
        Client::mocked(Async(Arc::new(self.clone())), self.clone())
    }

    /// Builds a blocking client with this transport.
    #[must_use]
    pub fn blocking_client(&self) -> Client<Blocking> {
        Client::mocked(Blocking(Arc::new(self.clone())), self.clone())
    }

    /// Returns the builder of a client with this transport.
    pub fn builder(&self) -> ClientBuilder<Async> {
        let builder = Client::<Async>::builder(KEY);
        builder.transport(self.clone()).clock(self.clone())
    }

    /// Returns the builder of a blocking client with this transport.
    pub fn blocking_builder(&self) -> ClientBuilder<Blocking> {
        let builder = Client::<Blocking>::builder(KEY);
        builder.transport(self.clone()).clock(self.clone())
    }

    /// Returns all requests so far. Each attempt of a call is a request.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state().requests.clone()
    }

    /// Returns the delays between the attempts.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.state().waits.clone()
    }

    /// Returns the number of responses that are left.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.state().responses.len()
    }

    /// Locks the state, even if another test panicked while holding the lock.
    fn state(&self) -> MutexGuard<'_, State> {
        let state = self.0.state.lock();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    fn response(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<MockResponse, TransportError> {
        let recorded = RecordedRequest::new(request, limits);
        let response = self.state().responses.pop_front();
        let response = response.or_else(|| (self.0.respond)(&recorded));
        let mut state = self.state();
        state.requests.push(recorded);
        let response = response.ok_or_else(|| exhausted(request))?;
        let delay = response.delay();
        state.elapsed = state.elapsed.saturating_add(delay.min(limits.timeout));
        if delay >= limits.timeout {
            return Err(TransportError::timeout());
        }
        Ok(response)
    }

    fn wait(&self, duration: Duration) {
        let mut state = self.state();
        state.elapsed = state.elapsed.saturating_add(duration);
        state.waits.push(duration);
    }
}

impl Transport for MockTransport {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let response =
            self.response(request, limits).and_then(MockResponse::into_response);
        Box::pin(std::future::ready(response))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // The timeout of an attempt is never polled, so it is not recorded as a wait.
        let transport = self.clone();
        Box::pin(async move { transport.wait(duration) })
    }
}

impl BlockingTransport for MockTransport {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        self.response(request, limits).and_then(MockResponse::into_blocking_response)
    }

    fn sleep(&self, duration: Duration, _cancel: &CancelToken) {
        self.wait(duration);
    }
}

/// Returns the error for a request without a response.
fn exhausted(request: &HttpRequest) -> TransportError {
    let url = request.url().split('?').next().unwrap_or_default();
    TransportError::exhausted(format!("{} {url}", request.method()))
}

/// The clock of the mock transport: time passes only by delays and waits.
impl Clock for MockTransport {
    fn now(&self) -> Instant {
        let start = self.0.start;
        start.checked_add(self.state().elapsed).unwrap_or(start)
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (requests, remaining) = (self.requests().len(), self.remaining());
        f.debug_struct("MockTransport")
            .field("requests", &requests)
            .field("remaining", &remaining)
            .finish_non_exhaustive()
    }
}
