//! The traits of transports.

use std::sync::Arc;
use std::time::Duration;

use super::cancel::CancelToken;
use super::error::TransportError;
use super::message::{BlockingBody, BoxFuture, HttpRequest, HttpResponse, Limits};

/// An HTTP transport for the asynchronous client.
///
/// The client enforces the timeout itself: it races [`Transport::send`] against
/// [`Transport::sleep`] and drops the future of `send`, or the response body, when the
/// time is up. A transport therefore needs no timers of its own, but must handle being
/// dropped: a connection whose response was not read to the end must not be used for
/// another call.
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
///             let response = call.send(request.body()).await;
///             let response = response.map_err(TransportError::connection)?;
///             let mut headers = Headers::new();
///             for (name, value) in response.headers() {
///                 headers.append(name, value);
///             }
///             let status = response.status();
///             let body = response.bytes().await.map_err(TransportError::connection)?;
///             // Or `Body::stream`, chunk by chunk.
///             Ok(HttpResponse::new(status, headers, body))
///         })
///     }
///
///     fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
///         Box::pin(tokio::time::sleep(duration))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport for the asynchronous client",
    note = "implement `Transport`, or use one of this crate: `Hyper`, or `Reqwest` with the feature `reqwest`"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once and returns the response as soon as its headers have
    /// arrived; the body may still be arriving.
    ///
    /// Of the limits, a transport only has to enforce `connect_timeout`. If it reuses
    /// connections, it should honor `fresh_connection`. The future must not do anything
    /// before it is polled.
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>>;

    /// Returns a future that completes after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

macro_rules! pointers {
    ($($pointer:ident),+) => {$(
        impl<T: Transport + ?Sized> Transport for $pointer<T> {
            fn send<'a>(
                &'a self,
                request: &'a HttpRequest,
                limits: Limits,
            ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
                (**self).send(request, limits)
            }

            fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
                (**self).sleep(duration)
            }
        }

        impl<T: BlockingTransport + ?Sized> BlockingTransport for $pointer<T> {
            fn send(
                &self,
                request: &HttpRequest,
                limits: Limits,
            ) -> Result<HttpResponse<BlockingBody>, TransportError> {
                (**self).send(request, limits)
            }

            fn sleep(&self, duration: Duration, cancel: &CancelToken) {
                (**self).sleep(duration, cancel);
            }
        }
    )+};
}
pointers!(Arc, Box);

/// An HTTP transport for the blocking client.
///
/// It follows the rules of [`Transport`], without futures, but has to enforce the
/// timeouts itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport for the blocking client",
    note = "implement `BlockingTransport`, or use `Ureq` with the feature `blocking`"
)]
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends the request once and returns the response as soon as its headers have
    /// arrived; the body may still be arriving.
    ///
    /// The client cannot interrupt a blocked thread, so the transport must enforce both
    /// timeouts. The timeout of the attempt includes reading the body and starts with
    /// this call.
    ///
    /// # Errors
    /// Returns an error if no response arrives, and [`TransportError::timeout`] if a
    /// time limit expires.
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError>;

    /// Blocks for `duration`, or until the call is cancelled. Only transports for tests
    /// need to override the default implementation.
    fn sleep(&self, duration: Duration, cancel: &CancelToken) {
        cancel.wait(duration);
    }
}
