//! What carries requests to the server and answers back.
//!
//! A transport sends one request, once, and knows how to wait. Everything else (headers,
//! encoding, retries, limits of time and size, reading the answer) is done around it. It must
//! not follow redirects and must not repeat a request that may have reached the server.
//!
//! [`Transport`] is for the asynchronous client, [`BlockingTransport`] for the blocking one.

mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(feature = "hyper")]
mod hyper_proxy;
mod message;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "blocking")]
mod ureq;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

pub use self::failure::{Failure, FailureKind};
#[cfg(feature = "hyper")]
pub use self::hyper::{Hyper, HyperBuilder};
pub use self::message::{
    BlockingBody, Body, Chunks, HttpRequest, Limits, Method, Reply,
};
#[cfg(feature = "reqwest")]
pub use self::reqwest::Reqwest;
#[cfg(feature = "blocking")]
pub use self::ureq::Ureq;

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries the requests of the asynchronous client.
///
/// The caller limits the time of an exchange with the help of [`Transport::sleep`] and drops the
/// future of [`Transport::send`] when the time is up, so a transport needs no timers of its own.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once and gives the status and the headers of the answer, with a body
    /// that may still be on its way.
    ///
    /// Of the limits, only the one on connecting is left to the transport.
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<Reply, Failure>>;

    /// Ends after this time.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// Carries the requests of the blocking client.
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends the request once and gives the status and the headers of the answer, with a body
    /// that may still be on its way.
    ///
    /// Nobody else can interrupt a thread: the limits of time are the transport's to keep, for
    /// the body too.
    ///
    /// # Errors
    /// When no answer came.
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<Reply<BlockingBody>, Failure>;

    /// Returns after this time.
    fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}
