//! What carries requests to the server and answers back.
//!
//! A transport sends one request, once, and knows how to wait. Everything else (headers,
//! encoding, retries, idempotency keys, reading the answer) is done around it.
//!
//! [`Transport`] is for the asynchronous client, [`BlockingTransport`] for the blocking one. The
//! duties of both:
//!
//! - Method, URL, headers and body are sent as they are. `Host` and what frames a connection are
//!   the transport's; no header is left out, changed or sent twice.
//! - Every answer is given back, whatever its status. Redirects are not followed: they would carry
//!   the API key and the body to wherever an answer points.
//! - A request that may have reached the server is not sent again. The client does that, under
//!   the same idempotency key.
//! - A body that breaks off is an error, not an end.
//! - The [`TransportError`] tells what went wrong: a certificate that was refused and a request that
//!   cannot be sent are not tried again, all else is.

#[cfg(any(feature = "hyper", feature = "blocking"))]
mod environment;
mod error;
#[cfg(feature = "hyper")]
mod hyper;
mod message;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod roots;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod tokio_runtime;
#[cfg(feature = "blocking")]
mod ureq;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

pub use self::error::{TransportError, TransportErrorKind};
#[cfg(feature = "hyper")]
pub use self::hyper::{Hyper, HyperBuilder};
pub use self::message::{
    BlockingBody, Body, Chunks, HttpRequest, HttpResponse, Limits, Method,
};
#[cfg(feature = "reqwest")]
pub use self::reqwest::Reqwest;
#[cfg(feature = "blocking")]
pub use self::ureq::{Ureq, UreqBuilder};
use super::cancel::CancelToken;

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries the requests of the asynchronous client.
///
/// The caller limits the time of an exchange with the help of [`Transport::sleep`] and drops the
/// future of [`Transport::send`] when the time is up, so a transport needs no timers of its own.
/// To drop the future or the body is to give up the exchange: its connection must not be used for
/// another call before the rest of the answer was read.
///
/// ```ignore
/// struct Mine(some::HttpClient);
///
/// impl Transport for Mine {
///     fn send<'a>(
///         &'a self,
///         request: &'a HttpRequest,
///         limits: Limits,
///     ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
///         Box::pin(async move {
///             let mut call = self.0.call(request.method().as_str(), request.url());
///             for (name, value) in request.headers().iter() {
///                 call = call.header(name, value);
///             }
///             let call = call.connect_timeout(limits.connect_timeout);
///             let answer = call.send(request.body()).await.map_err(TransportError::connection)?;
///             let mut headers = Headers::new();
///             for (name, value) in answer.headers() {
///                 headers.append(name, value);
///             }
///             let status = answer.status();
///             let body = answer.bytes().await.map_err(TransportError::connection)?;
///             Ok(HttpResponse::new(status, headers, body)) // or `Body::stream`, piece by piece
///         })
///     }
///
///     fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
///         Box::pin(tokio::time::sleep(duration))
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once and gives the status and the headers of the answer, with a body
    /// that may still be on its way.
    ///
    /// Of the limits, only the one on connecting is left to the transport. Nothing is done before
    /// the future is polled.
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>>;

    /// Ends after this time.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// Carries the requests of the blocking client.
///
/// It is written like a [`Transport`], without the futures, but has limits of time to keep.
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends the request once and gives the status and the headers of the answer, with a body
    /// that may still be on its way.
    ///
    /// Nobody else can interrupt a thread: the limits of time are the transport's to keep, for
    /// the body too, counted from the beginning of the attempt.
    ///
    /// # Errors
    /// When no answer came; [`TransportError::timeout`] when the time was up.
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError>;

    /// Returns after this time, or as soon as the call is cancelled. As it stands it is right for
    /// all transports but those of tests.
    fn sleep(&self, duration: Duration, cancel: &CancelToken) {
        cancel.wait(duration);
    }
}
