//! Connections that speak HTTP.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use hyper::client::conn::{TrySendError, http1};
use hyper_util::rt::TokioIo;

use super::body::RequestBody;
use super::connector::{BoxError, Stream};
#[cfg(feature = "http2")]
use super::http2;
use super::pool::{IDLE_TIMEOUT, Pool};
use super::{Request, Response};

/// The name of HTTP/2 in TLS.
pub(super) const HTTP2: &[u8] = b"h2";

/// The maximum number of header fields of a response. hyper's own limit is 100.
const MAX_HEADERS: usize = 512;
/// The time in which a connection whose response has arrived becomes ready for the next
/// request. It only needs its task to run, unless the server responded before it had read
/// the whole request.
const SETTLE: Duration = Duration::from_millis(100);

/// The protocol of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    Http1,
    #[cfg(feature = "http2")]
    Http2,
}

/// A connection, which a task of its runtime drives. It is closed when it is dropped.
#[derive(Debug)]
pub(super) enum Connection {
    Http1(http1::SendRequest<RequestBody>),
    #[cfg(feature = "http2")]
    Http2(http2::Stream),
}

/// A request without a response.
pub(super) struct Failure {
    pub(super) error: hyper::Error,
    /// `false` if the connection has closed before it took the request.
    pub(super) is_sent: bool,
}

impl From<TrySendError<Request>> for Failure {
    fn from(mut error: TrySendError<Request>) -> Self {
        let is_sent = error.take_message().is_none();
        Self { error: error.into_error(), is_sent }
    }
}

impl Connection {
    pub(super) async fn http1(
        stream: Box<dyn Stream>,
        pool: &Pool,
    ) -> Result<Self, BoxError> {
        let mut builder = http1::Builder::new();
        builder.max_headers(MAX_HEADERS);
        let (sender, connection) = builder.handshake(TokioIo::new(stream)).await?;
        drive(connection, pool);
        Ok(Self::Http1(sender))
    }

    #[cfg(feature = "http2")]
    pub(super) async fn http2(
        stream: Box<dyn Stream>,
        pool: &Pool,
    ) -> Result<Self, BoxError> {
        let (stream, connection) = http2::open(stream).await?;
        drive(connection, pool);
        Ok(Self::Http2(stream))
    }

    pub(super) const fn protocol(&self) -> Protocol {
        match self {
            Self::Http1(_) => Protocol::Http1,
            #[cfg(feature = "http2")]
            Self::Http2(_) => Protocol::Http2,
        }
    }

    /// Sends a request and waits for the head of the response.
    pub(super) async fn send(&mut self, request: Request) -> Result<Response, Failure> {
        match self {
            Self::Http1(sender) => Ok(sender.try_send_request(request).await?),
            #[cfg(feature = "http2")]
            Self::Http2(stream) => Ok(stream.sender.try_send_request(request).await?),
        }
    }

    /// Returns `true` if the connection can take a request now.
    pub(super) fn is_ready(&self) -> bool {
        match self {
            Self::Http1(sender) => sender.is_ready(),
            #[cfg(feature = "http2")]
            Self::Http2(stream) => !stream.is_closed(),
        }
    }

    /// Waits until the connection can take a request. Returns `false` if it has closed, or
    /// is still busy with the last one.
    pub(super) async fn settle(&mut self) -> bool {
        if self.is_ready() {
            return true;
        }
        match self {
            Self::Http1(sender) => {
                let ready = tokio::time::timeout(SETTLE, sender.ready()).await;
                matches!(ready, Ok(Ok(())))
            }
            #[cfg(feature = "http2")]
            Self::Http2(_) => false,
        }
    }
}

/// Drives a connection in a task of this runtime, until the connection is closed.
fn drive(connection: impl Future + Send + 'static, pool: &Pool) {
    let pool = pool.downgrade();
    tokio::spawn(async move {
        let mut connection = pin!(connection);
        while tokio::time::timeout(IDLE_TIMEOUT, connection.as_mut()).await.is_err() {
            // It may be the connection itself that nobody needs any more.
            if let Some(pool) = pool.upgrade() {
                pool.close_expired();
            }
        }
    });
}
