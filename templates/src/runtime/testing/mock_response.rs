//! What becomes of one attempt.

use std::fmt;
use std::io::{self, Read};
use std::time::Duration;

use serde_json::{Value, json};

use super::Fixture;
use crate::runtime::decode::DecodeError;
use crate::runtime::headers::Headers;
use crate::runtime::transport::{
    BlockingBody, Body, BoxFuture, Chunks, HttpResponse, TransportError,
};

/// What becomes of one attempt: an answer or a failure, at once or after a delay.
#[derive(Clone, Debug)]
#[must_use = "a response is for a transport"]
pub struct MockResponse {
    outcome: Outcome,
    headers: Headers,
    delay: Duration,
}

#[derive(Clone)]
enum Outcome {
    Response(u16, Vec<u8>),
    CutOff(u16, Vec<u8>),
    /// What should have been the answer could not be made.
    Impossible(DecodeError),
    ConnectionError,
}

impl MockResponse {
    const fn of(outcome: Outcome) -> Self {
        Self { outcome, headers: Headers::new(), delay: Duration::ZERO }
    }

    /// An answer with this status and body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::of(Outcome::Response(status, body.into()))
    }

    /// An answer with the status 200.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, body)
    }

    /// An answer with the status 200 and this object. If a change of the sample was not possible,
    /// the call fails and says why.
    pub fn fixture<T>(fixture: &Fixture<T>) -> Self {
        Self::of(match fixture.json() {
            Ok(json) => Outcome::Response(200, json.into_bytes()),
            Err(error) => Outcome::Impossible(error),
        })
    }

    /// An answer that is an error, as in `MockResponse::error(402, json!({"type": "card_error", "code":
    /// "card_declined", "message": "No."}))`.
    pub fn error(status: u16, error: impl Into<Value>) -> Self {
        Self::new(status, json!({"error": error.into()}).to_string())
    }

    /// An answer whose body breaks off after this beginning.
    pub fn cut_off(status: u16, beginning: impl Into<Vec<u8>>) -> Self {
        Self::of(Outcome::CutOff(status, beginning.into()))
    }

    /// No connection, or one that broke before an answer.
    pub const fn connection_error() -> Self {
        Self::of(Outcome::ConnectionError)
    }

    /// No answer in time: all of the attempt's timeout passes.
    pub const fn timeout() -> Self {
        Self::connection_error().after(Duration::MAX)
    }

    /// Adds a header to an answer.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Lets time pass before the answer; more than the call's timeout makes it a timeout.
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

/// Without the body, as everywhere: a script may be made of what a server really sent.
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

/// A body that breaks off after what is left of its beginning.
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
