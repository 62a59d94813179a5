//! The HTTP transports of the client, and the traits for custom ones.
//!
//! A transport sends a request once and can sleep. Everything else (headers, encoding,
//! retries, idempotency keys, decoding of responses) is done by the client.
//!
//! # TLS
//!
//! The built-in transports use rustls and name its crypto provider, in this order: that of
//! the configuration passed to `tls_config`; the one that the program has installed with
//! `CryptoProvider::install_default`; the one of the feature `aws-lc-rs`; the one of the
//! feature `ring`, which is a default feature. Without any of them, building a client is an
//! error. This crate never installs a provider.
//!
//! The feature `ring` also enables the feature of that name in rustls, for the whole
//! program. If another crate enables `aws_lc_rs` (a default feature of rustls), rustls does
//! not know which one to use, and code that calls `rustls::ClientConfig::builder()` without
//! an installed provider panics. Then choose the same provider here:
//!
//! ```toml
//! [dependencies.stripe-sessions]
//! version = "0.1"
//! default-features = false
//! features = ["hyper", "aws-lc-rs"]
//! ```
//!
//! or none (`features = ["hyper"]`), and pass a `rustls::ClientConfig` to
//! `HyperBuilder::tls_config`; the program may also install a provider when it starts. The
//! same holds for `blocking`.
//!
//! Mozilla's root certificates are trusted, and those that are added with
//! `root_certificate` or, with the feature `native-roots`, those of the operating system.
//!
//! # Custom transports
//!
//! [`Transport`] is the trait for the asynchronous client, [`BlockingTransport`] the one
//! for the blocking client. Implementations of both must keep these rules:
//!
//! - Send method, URL, headers and body unchanged. The transport adds `Host` and manages
//!   the connection and its framing; it must not drop, change or duplicate any other
//!   header.
//! - Return every response, whatever its status. Do not follow redirects: they would
//!   carry the API key and the request body to another server.
//! - Do not send a request again once it may have reached the server. Retries are up to
//!   the client, which repeats the idempotency key.
//! - Report a body that breaks off as an error rather than as the end of the body.
//! - Choose the constructor of [`TransportError`] that fits the failure: the client
//!   never retries a rejected certificate or a request that the transport does not
//!   support, but retries timeouts and connection failures.

#[cfg(any(feature = "hyper", feature = "blocking"))]
mod environment;
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod no_proxy;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod roots;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod tls;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod tokio_runtime;
#[cfg(feature = "blocking")]
mod ureq;

#[cfg(feature = "hyper")]
pub use self::hyper::{Hyper, HyperBuilder};
#[cfg(feature = "reqwest")]
pub use self::reqwest::Reqwest;
#[cfg(feature = "blocking")]
pub use self::ureq::{Ureq, UreqBuilder};
use super::cancel::CancelToken;

/// A boxed future that is `Send`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

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
