//! Prepared outcomes of an attempt.

use std::fmt;
use std::io::{self, Read};
use std::time::Duration;

use serde_json::{Value, json};

use super::Fixture;
use crate::runtime::decode::DecodeError;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{
    BlockingBody, Body, BoxFuture, Chunks, HttpResponse,
};

/// The outcome of one attempt: a response or a failure, immediately or after a delay.
#[derive(Clone, Debug)]
#[must_use = "a response must be passed to a mock transport"]
pub struct MockResponse {
    outcome: Outcome,
    headers: Headers,
    delay: Duration,
}

#[derive(Clone)]
enum Outcome {
    Response(u16, Vec<u8>),
    CutOff(u16, Vec<u8>),
    /// The fixture for the body is invalid.
    Impossible(DecodeError),
    ConnectionError,
}

impl MockResponse {
    const fn of(outcome: Outcome) -> Self {
        Self { outcome, headers: Headers::new(), delay: Duration::ZERO }
    }

    /// Creates a response with this status and body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::of(Outcome::Response(status, body.into()))
    }

    /// Creates a response with status 200.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, body)
    }

    /// Creates a response with status 200 and this object. If the fixture is invalid,
    /// the call fails and reports the reason.
    pub fn fixture<T>(fixture: &Fixture<T>) -> Self {
        Self::of(match fixture.json() {
            Ok(json) => Outcome::Response(200, json.into_bytes()),
            Err(error) => Outcome::Impossible(error),
        })
    }

    /// Creates an error response, as in `MockResponse::error(402, json!({"type":
    /// "card_error", "code": "card_declined", "message": "Declined."}))`.
    pub fn error(status: u16, error: impl Into<Value>) -> Self {
        Self::new(status, json!({"error": error.into()}).to_string())
    }

    /// Creates a response whose body ends prematurely after these bytes.
    pub fn cut_off(status: u16, beginning: impl Into<Vec<u8>>) -> Self {
        Self::of(Outcome::CutOff(status, beginning.into()))
    }

    /// Creates a connection failure without a response.
    pub const fn connection_error() -> Self {
        Self::of(Outcome::ConnectionError)
    }

    /// Creates a timeout: the attempt uses up its whole timeout.
    pub const fn timeout() -> Self {
        Self::connection_error().after(Duration::MAX)
    }

    /// Adds a header to the response.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Delays the response. A delay beyond the attempt's timeout makes it a timeout.
    pub const fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    pub(super) const fn delay(&self) -> Duration {
        self.delay
    }

    pub(super) fn into_response(self) -> Result<HttpResponse, TransportError> {
        match self.outcome {
            Outcome::Response(status, body) => {
                Ok(HttpResponse::new(status, self.headers, body))
            }
            Outcome::CutOff(status, beginning) => {
                let body = Body::stream(CutOff(Some(beginning)));
                Ok(HttpResponse::new(status, self.headers, body))
            }
            Outcome::Impossible(error) => Err(TransportError::unsupported(error)),
            Outcome::ConnectionError => Err(TransportError::connection(broken())),
        }
    }

    pub(super) fn into_blocking_response(
        self,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        match self.outcome {
            Outcome::Response(status, body) => {
                Ok(HttpResponse::new(status, self.headers, body))
            }
            Outcome::CutOff(status, beginning) => {
                let body = io::Cursor::new(beginning).chain(CutOff(None));
                Ok(HttpResponse::new(status, self.headers, BlockingBody::reader(body)))
            }
            Outcome::Impossible(error) => Err(TransportError::unsupported(error)),
            Outcome::ConnectionError => Err(TransportError::connection(broken())),
        }
    }
}

/// Omits the body, which may be a recording of a real response.
impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, status, body) = match self {
            Self::Response(status, body) => ("Response", status, body),
            Self::CutOff(status, body) => ("CutOff", status, body),
            Self::Impossible(error) => return fmt::Debug::fmt(error, f),
            Self::ConnectionError => return f.write_str("ConnectionError"),
        };
        f.debug_struct(name)
            .field("status", status)
            .field("body_length", &body.len())
            .finish()
    }
}

fn broken() -> io::Error {
    io::ErrorKind::ConnectionReset.into()
}

/// A body that ends prematurely after the remaining bytes.
struct CutOff(Option<Vec<u8>>);

impl Chunks for CutOff {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        let next = match self.0.take() {
            Some(beginning) => Ok(Some(beginning)),
            None => Err(TransportError::connection(broken())),
        };
        Box::pin(std::future::ready(next))
    }
}

impl Read for CutOff {
    fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
        Err(broken())
    }
}
