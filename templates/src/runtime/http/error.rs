//! Errors of transports.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// The kind of a [`TransportError`], which decides about retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection could not be established, or it broke. Retried while retries are
    /// left.
    Connection,
    /// A time limit expired. Retried while retries are left.
    Timeout,
    /// The server's certificate was rejected. Never retried.
    Certificate,
    /// The transport cannot send this request. Never retried.
    Unsupported,
    /// The response is larger than the client's limit, or its headers are larger than that
    /// of the transport.
    TooLarge,
    /// The caller cancelled the call. Never retried.
    Cancelled,
}

/// An attempt that ended without a complete response.
#[derive(Clone, Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    /// `true` if the server may have received the request.
    sent: bool,
    message: &'static str,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// Creates an error for a connection that could not be established, so that nothing
    /// was sent.
    pub fn no_connection(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "could not connect to the server";
        Self::new(TransportErrorKind::Connection, message).unsent().with_source(source)
    }

    /// Creates an error for a connection that broke after the request may have been
    /// sent.
    pub fn connection(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the connection failed before the whole response had arrived";
        Self::new(TransportErrorKind::Connection, message).with_source(source)
    }

    /// Creates an error for an attempt that timed out after the request may have been
    /// sent.
    #[must_use]
    pub const fn timeout() -> Self {
        Self::new(TransportErrorKind::Timeout, "the request timed out")
    }

    /// Creates an error for connecting that timed out, so that nothing was sent.
    #[must_use]
    pub const fn connect_timeout() -> Self {
        let message = "timed out while connecting to the server";
        Self::new(TransportErrorKind::Timeout, message).unsent()
    }

    /// Creates an error for an attempt that timed out while it waited for a connection, so
    /// that nothing was sent.
    pub(crate) const fn connection_wait_timeout() -> Self {
        let message = "timed out while waiting for a connection to the server";
        Self::new(TransportErrorKind::Timeout, message).unsent()
    }

    /// Creates an error for a server certificate that was rejected.
    pub fn certificate(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the server's certificate was rejected";
        Self::new(TransportErrorKind::Certificate, message).unsent().with_source(source)
    }

    /// Creates an error for a request that this transport cannot send.
    pub fn unsupported(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the transport cannot send this request";
        Self::new(TransportErrorKind::Unsupported, message).unsent().with_source(source)
    }

    /// Creates an error for a request to a mock transport whose responses are used up.
    #[cfg(feature = "testing")]
    pub(crate) fn exhausted(request: String) -> Self {
        let message = "the mock transport has no response left";
        Self::new(TransportErrorKind::Unsupported, message).unsent().with_source(request)
    }

    pub(crate) const fn too_large() -> Self {
        let message = "the response is larger than the client's limit";
        Self::new(TransportErrorKind::TooLarge, message)
    }

    /// Creates an error for a response with too many or too large header fields.
    #[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
    pub(crate) fn large_head(
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        let message = "the response has too many or too large header fields";
        Self::new(TransportErrorKind::TooLarge, message).with_source(source)
    }

    pub(crate) const fn cancelled() -> Self {
        Self::new(TransportErrorKind::Cancelled, "the call was cancelled").unsent()
    }

    const fn new(kind: TransportErrorKind, message: &'static str) -> Self {
        Self { kind, sent: true, message, source: None }
    }

    /// Marks the error as one of a request that was not sent.
    const fn unsent(mut self) -> Self {
        self.sent = false;
        self
    }

    fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// Returns the kind of the failure.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Returns `true` if the server may have received the request.
    pub(crate) const fn is_sent(&self) -> bool {
        self.sent
    }

    pub(crate) const fn message(&self) -> &'static str {
        self.message
    }

    pub(crate) fn into_source(self) -> Option<Arc<dyn StdError + Send + Sync>> {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

/// Returns an iterator over the error and its causes, outermost first.
///
/// `std::io::Error::source` skips the wrapped error, so `get_ref` is used for it.
pub(crate) fn causes<'e>(
    error: &'e (dyn StdError + 'static),
) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error: &&'e (dyn StdError + 'static)| {
        let io = error.downcast_ref::<std::io::Error>();
        match io.and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        }
    })
}
