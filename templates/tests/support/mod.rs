//! Helpers that the tests of the client share: a mock transport, written as a user would
//! write one, and servers that need TLS or keep a ledger.
#![allow(dead_code, reason = "no test target uses everything")]

pub(crate) mod authority;
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
pub(crate) mod clients;
#[cfg(feature = "http2")]
pub(crate) mod http2;
pub(crate) mod ledger;
#[cfg(feature = "tracing")]
pub(crate) mod log;

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use stripe_runtime::blocking::CancelToken;
use stripe_runtime::transport::{
    BlockingBody, BlockingTransport, Body, BoxFuture, Chunks, HttpRequest, HttpResponse,
    Limits, Transport, TransportError,
};
use stripe_runtime::{Client, Clock, Headers, Random, blocking};

pub(crate) const KEY: &str = "sk_test_hush";
pub(crate) const WIDGET: &str = r#"{"id":"w_1","object":"widget","created":1,"livemode":false,"mode":"payment","modes":[]}"#;

/// Runs each row in its own thread, since the rows mostly wait.
pub(crate) fn in_parallel<R: Send>(
    rows: impl IntoIterator<Item = R>,
    run: impl Fn(R) + Sync,
) {
    std::thread::scope(|scope| {
        for row in rows {
            scope.spawn(|| run(row));
        }
    });
}

/// The outcome of an attempt.
#[derive(Clone, Debug)]
pub(crate) enum MockResponse {
    Response(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// The headers arrive, but the body breaks off.
    CutOff(u16, Vec<(&'static str, String)>),
    ConnectionError,
    NoConnection,
    Timeout,
    Certificate,
    Unsupported,
}

pub(crate) fn response(status: u16, body: &str) -> MockResponse {
    MockResponse::Response(status, vec![("Request-Id", "req_1".to_owned())], body.into())
}

pub(crate) fn response_with_header(
    status: u16,
    name: &'static str,
    value: &str,
    body: &str,
) -> MockResponse {
    MockResponse::Response(status, vec![(name, value.to_owned())], body.into())
}

/// Returns the outcomes one after the other and records the requests.
#[derive(Clone, Default)]
pub(crate) struct MockTransport(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    outcomes: VecDeque<MockResponse>,
    requests: Vec<HttpRequest>,
    limits: Vec<Limits>,
    sleeps: Vec<Duration>,
    elapsed: Duration,
}

impl MockTransport {
    pub(crate) fn new(outcomes: impl IntoIterator<Item = MockResponse>) -> Self {
        let mock = Self::default();
        mock.0.lock().unwrap().outcomes.extend(outcomes);
        mock
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> stripe_runtime::ClientBuilder {
        Client::builder(KEY).transport(self.clone()).clock(self.clone()).random(Fixed(7))
    }

    pub(crate) fn blocking(&self) -> blocking::Client {
        blocking::Client::builder(KEY).transport(self.clone()).build().unwrap()
    }

    pub(crate) fn requests(&self) -> Vec<HttpRequest> {
        self.0.lock().unwrap().requests.clone()
    }

    pub(crate) fn limits(&self) -> Vec<Limits> {
        self.0.lock().unwrap().limits.clone()
    }

    pub(crate) fn sleeps(&self) -> Vec<Duration> {
        self.0.lock().unwrap().sleeps.clone()
    }

    fn next_outcome(&self, request: &HttpRequest, limits: Limits) -> MockResponse {
        let mut state = self.0.lock().unwrap();
        state.requests.push(request.clone());
        state.limits.push(limits);
        state.outcomes.pop_front().expect("more requests than outcomes")
    }

    fn slept(&self, duration: Duration) {
        let mut state = self.0.lock().unwrap();
        state.elapsed += duration;
        state.sleeps.push(duration);
    }
}

fn headers(pairs: Vec<(&'static str, String)>) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in pairs {
        headers.append(name, value);
    }
    headers
}

fn failure(outcome: &MockResponse) -> TransportError {
    match outcome {
        MockResponse::NoConnection => TransportError::no_connection("unreachable"),
        MockResponse::Timeout => TransportError::timeout(),
        MockResponse::Certificate => TransportError::certificate("expired"),
        MockResponse::Unsupported => TransportError::unsupported("no"),
        _ => TransportError::connection(io::Error::from(io::ErrorKind::ConnectionReset)),
    }
}

impl Transport for MockTransport {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            match self.next_outcome(request, limits) {
                MockResponse::Response(status, pairs, body) => {
                    Ok(HttpResponse::new(status, headers(pairs), body))
                }
                MockResponse::CutOff(status, pairs) => Ok(HttpResponse::new(
                    status,
                    headers(pairs),
                    Body::stream(Broken(0)),
                )),
                outcome => Err(failure(&outcome)),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // The timeout of a completed attempt is never polled, so that it does not count.
        let mock = self.clone();
        Box::pin(async move { mock.slept(duration) })
    }
}

impl BlockingTransport for MockTransport {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        match self.next_outcome(request, limits) {
            MockResponse::Response(status, pairs, body) => {
                Ok(HttpResponse::new(status, headers(pairs), body))
            }
            MockResponse::CutOff(status, pairs) => Ok(HttpResponse::new(
                status,
                headers(pairs),
                BlockingBody::reader(Broken(0)),
            )),
            outcome => Err(failure(&outcome)),
        }
    }

    fn sleep(&self, duration: Duration, _cancel: &CancelToken) {
        self.slept(duration);
    }
}

/// A body that breaks off after its first chunk.
struct Broken(u8);

impl Chunks for Broken {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        self.0 += 1;
        let piece = if self.0 == 1 {
            Ok(Some(b"{\"id\":".to_vec()))
        } else {
            Err(failure(&MockResponse::ConnectionError))
        };
        Box::pin(std::future::ready(piece))
    }
}

impl io::Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 += 1;
        if self.0 > 1 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        buffer[0] = b'{';
        Ok(1)
    }
}

/// Time only passes while the transport sleeps.
impl Clock for MockTransport {
    fn now(&self) -> Instant {
        static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        *START.get_or_init(Instant::now) + self.0.lock().unwrap().elapsed
    }
}

/// Fills every buffer with the same byte.
pub(crate) struct Fixed(pub(crate) u8);

impl Random for Fixed {
    fn fill(&self, buffer: &mut [u8]) -> io::Result<()> {
        buffer.fill(self.0);
        Ok(())
    }
}
