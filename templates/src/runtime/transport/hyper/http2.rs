//! HTTP/2 connections, which calls share.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};

use super::body::RequestBody;
use super::connector::{BoxError, Stream as Io};

/// The time without any data on a connection with pending calls after which the client
/// sends a ping, and the time that the server then has to respond.
const KEEP_ALIVE: Duration = Duration::from_secs(5);

/// The share of a call in a connection.
///
/// A call ends early if it times out or if its future is dropped. Nobody else must start a
/// call on the connection then: it may be dead, so that all further attempts would wait in
/// vain. Calls that have started continue.
#[derive(Debug)]
pub(super) struct Stream {
    pub(super) sender: http2::SendRequest<RequestBody>,
    suspect: Arc<AtomicBool>,
    /// `false` while a response is missing.
    finished: bool,
}

impl Stream {
    /// Returns a share for another call.
    pub(super) fn share(&self) -> Self {
        let suspect = Arc::clone(&self.suspect);
        Self { sender: self.sender.clone(), suspect, finished: false }
    }

    /// Notes that the response has arrived, or that no call uses this share.
    pub(super) fn finish(mut self) -> Self {
        self.finished = true;
        self
    }

    pub(super) fn is_closed(&self) -> bool {
        self.sender.is_closed() || self.suspect.load(Ordering::Acquire)
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if !self.finished {
            self.suspect.store(true, Ordering::Release);
        }
    }
}

/// Begins HTTP/2 and returns the share of the first call, with the future that drives the
/// connection.
pub(super) async fn open(
    io: Box<dyn Io>,
) -> Result<(Stream, impl Future + Send + 'static), BoxError> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .keep_alive_interval(KEEP_ALIVE)
        .keep_alive_timeout(KEEP_ALIVE);
    let (sender, connection) = builder.handshake(TokioIo::new(io)).await?;
    Ok((Stream { sender, suspect: Arc::default(), finished: false }, connection))
}
